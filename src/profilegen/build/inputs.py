"""What a site is made from beside its content: this program, the settings, the theme. Only their hashes are kept."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final, TypeAlias

import profilegen
from profilegen.output.catalogue import HASH
from profilegen.problems import Failure
from profilegen.theme.find import STATIC, TEMPLATES, Layer, files_below, find_themes, layers
from profilegen.theme.named import asked
from profilegen.values import Struct

SETTINGS: Final = "profilegen.yaml"
WORDS: Final = "words.yaml"
THEME: Final = "theme.yaml"

_FORMAT: Final = "1"

_Content: TypeAlias = tuple[str, str, bytes]
"""A file's folder, as messages call it, its name there, and its bytes."""


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
    declares; `shown` that of the templates and the static files that they ask for, which change pages but nothing
    that is linked; `copied` that of the other static files, which change no page.
    """

    said: bytes
    shown: bytes
    copied: bytes


def beside_content(root: Path, theme: str, url: str) -> Inputs:
    """What the site of that theme says beside its content."""
    found = find_themes(root)
    of_site = layers(root, found.by_name[theme]) if theme in found.by_name else ()
    templates, static = (list(_files(of_site, part)) for part in (TEMPLATES, STATIC))
    is_asked = asked(content for _, _, content in templates)
    shown = [*templates, *(file for file in static if is_asked(file[1]))]
    copied = [file for file in static if not is_asked(file[1])]
    return Inputs(_hash([("url", "", url.encode("utf-8")), *_sayings(of_site)]), _hash(shown), _hash(copied))


def _hash(files: Iterable[_Content]) -> bytes:
    mark = blake2b(digest_size=HASH)
    for folder, name, content in files:
        mark.update(f"{folder}/{name} {len(content)} ".encode("utf-8", "surrogateescape"))
        mark.update(content)
    return mark.digest()


def _sayings(all_layers: tuple[Layer, ...]) -> Iterator[_Content]:
    for layer in all_layers:
        for name in (SETTINGS, WORDS, THEME):
            yield from _read(layer.shown, layer.folder / name, name)
        for style in sorted(layer.folder.glob("*.csl")):
            yield from _read(layer.shown, style, style.name)


def _files(all_layers: tuple[Layer, ...], part: str) -> Iterator[_Content]:
    for layer in all_layers:
        folder = layer.folder / part
        for file in files_below(folder):
            yield from _read(layer.called(part, ""), file, file.relative_to(folder).as_posix())


def _read(folder: str, file: Path, name: str) -> Iterator[_Content]:
    if not file.is_file():
        return
    try:
        yield folder, name, file.read_bytes()
    except OSError as error:
        raise Failure(f"cannot read {file}: {error.strerror}") from error


def _installed() -> Iterator[str]:
    """The names of the installed packages with their versions, as the folders of their records have them."""
    for folder in dict.fromkeys(sys.path):
        if folder and os.path.isdir(folder):  # noqa: PTH112 - a hundred times a build
            yield from (name for name in os.listdir(folder) if name.endswith(".dist-info"))  # noqa: PTH208 - the same
