"""The files that pages ask for, under names that change with their bytes: a browser may keep each for ever."""

from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Final

from profilegen.content.folders import leaving, list_folder, top_folder
from profilegen.corpus.wording import did_you_mean
from profilegen.problems import Failure
from profilegen.theme.find import STATIC, Layer
from profilegen.values import Struct

ASSETS: Final = "assets"
"""The folder of the site that holds them."""

FINGERPRINT_BYTES: Final = 4


class UnknownAssetError(Exception):
    """A template asks for a file that is not there; no LookupError, since templates pass over these."""


class Asset(Struct, frozen=True):
    """A static file: its name below `static/`, its address in the site, and where it is."""

    name: str
    address: str
    path: Path


class Addresses(Mapping[str, str]):
    """The addresses of assets by name, as templates ask for them: `assets['style.css']`."""

    __slots__ = ("_known",)

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = dict(known)

    def __getitem__(self, name: str) -> str:
        if name not in self._known:
            hint = did_you_mean(name, self._known)
            raise UnknownAssetError(f"there is no static file '{name}'{f' ({hint})' if hint else ''}")
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def assets_of(layers: Sequence[Layer]) -> dict[str, Asset]:
    """Every static file by its name, in order; one of an earlier layer stands in place of a later one's."""
    found: dict[str, Path] = {}
    for layer in reversed(layers):
        found |= static_files(layer)
    return {name: Asset(name, fingerprinted(name, found[name].read_bytes()), found[name]) for name in sorted(found)}


def fingerprinted(name: str, content: bytes) -> str:
    """The address of an asset: `assets/style.1a2b3c4d.css`."""
    digest = blake2b(content, digest_size=FINGERPRINT_BYTES).hexdigest()
    folder, slash, last = name.rpartition("/")
    stem, dot, ending = last.rpartition(".")
    return f"{ASSETS}/{folder}{slash}{stem}.{digest}.{ending}" if dot else f"{ASSETS}/{name}.{digest}"


def static_files(layer: Layer) -> dict[str, Path]:
    """The static files of one layer by name; Failure where one cannot be read or leads out of the layer's folder."""
    if not layer.static.is_dir():
        return {}
    top = top_folder(layer.folder, STATIC)
    if reason := leaving(top.root, str(layer.static.resolve())):
        raise Failure(f"{layer.called(STATIC, '')}: {reason}", "put what it leads to in its place")
    found: dict[str, Path] = {}
    waiting = [top]
    while waiting:
        here = waiting.pop()
        listing = list_folder(here)
        for wrong in listing.problems:
            raise Failure(f"{layer.called(wrong.place.path, '')}: {wrong.message}", wrong.hint)
        inside = here.shown.removeprefix(STATIC).lstrip("/")
        found |= {"/".join(filter(None, (inside, name))): Path(here.on_disk, name) for name in listing.files}
        waiting += listing.folders
    return found
