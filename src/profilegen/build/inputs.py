"""What a site is made from beside its content: this program, the settings, the theme. Only their hashes are kept."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

import profilegen
from profilegen.output.catalogue import HASH
from profilegen.problems import Failure
from profilegen.theme.find import Layer, find_themes, layers
from profilegen.values import Struct

SETTINGS: Final = "profilegen.yaml"
WORDS: Final = "words.yaml"
THEME: Final = "theme.yaml"

_FORMAT: Final = "1"


@cache
def program() -> bytes:
    """The hash of what makes the pages: this program, the libraries installed beside it, and the Python it runs on."""
    mark = blake2b(digest_size=HASH)
    mark.update(f"{_FORMAT} {profilegen.__version__} {sys.version_info[:2]} {sys.implementation.name}".encode())
    for name in sorted(_installed()):
        mark.update(name.encode("utf-8", "surrogateescape"))
    for file in _code(str(Path(__file__).resolve().parent.parent)):
        with open(file, "rb") as opened:  # noqa: PTH123 - four hundred times a build
            mark.update(opened.read())
    return mark.digest()


def _code(folder: str) -> Iterator[str]:
    """The files of the program below the folder, in an order of their own."""
    with os.scandir(folder) as entries:
        found = sorted((entry.name, entry.is_dir()) for entry in entries)
    for name, inner in found:
        if inner and name != "__pycache__":
            yield from _code(f"{folder}/{name}")
        elif name.endswith(".py"):
            yield f"{folder}/{name}"


class Inputs(Struct, frozen=True):
    """The hashes of what a site says beside its content.

    `said` is that of the settings, the address where they name none, the words, citation styles and what the theme
    declares; `shown` that of the templates and static files, which change pages but nothing that is linked.
    """

    said: bytes
    shown: bytes


def beside_content(root: Path, theme: str, url: str) -> Inputs:
    """What the site of that theme says beside its content."""
    said, shown = blake2b(url.encode("utf-8"), digest_size=HASH), blake2b(digest_size=HASH)
    found = find_themes(root)
    of_site = layers(root, found.by_name[theme]) if theme in found.by_name else ()
    for mark, files in ((said, _sayings(of_site)), (shown, _showings(of_site))):
        for name, content in files:
            mark.update(f"{name} {len(content)} ".encode("utf-8", "surrogateescape"))
            mark.update(content)
    return Inputs(said.digest(), shown.digest())


def _sayings(all_layers: tuple[Layer, ...]) -> Iterator[tuple[str, bytes]]:
    for layer in all_layers:
        for name in (SETTINGS, WORDS, THEME):
            yield from _file(layer, layer.folder / name)
        for style in sorted(layer.folder.glob("*.csl")):
            yield from _file(layer, style)


def _showings(all_layers: tuple[Layer, ...]) -> Iterator[tuple[str, bytes]]:
    for layer in all_layers:
        for part in (layer.templates, layer.static):
            for file in sorted(part.rglob("*")) if part.is_dir() else ():
                yield from _file(layer, file)


def _file(layer: Layer, file: Path) -> Iterator[tuple[str, bytes]]:
    if not file.is_file():
        return
    try:
        yield layer.called("", file.relative_to(layer.folder).as_posix()), file.read_bytes()
    except OSError as error:
        raise Failure(f"cannot read {file}: {error.strerror}") from error


def _installed() -> Iterator[str]:
    """The names of the installed packages with their versions, as the folders of their records have them."""
    for folder in dict.fromkeys(sys.path):
        if folder and os.path.isdir(folder):  # noqa: PTH112 - a hundred times a build
            yield from (name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208 - the same
