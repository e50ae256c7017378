"""Which notation a text is in, told by its content; and the papers in it."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from profilegen.importing.academicpages import read_academicpages
from profilegen.importing.bibtex import read_bibtex
from profilegen.importing.candidate import Reading
from profilegen.importing.csl import read_csl
from profilegen.importing.hugoblox import read_hugoblox
from profilegen.importing.own_json import read_own
from profilegen.importing.pmlr import read_pmlr
from profilegen.importing.ris import read_ris
from profilegen.problems import Place, problem
from profilegen.values import Struct


class Format(Struct, frozen=True):
    """A notation: what its texts have and no other's, and how one is read; `read` takes the text and its path."""

    marks: re.Pattern[str]
    read: Callable[[str, str], Reading]


def _marks(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE | re.IGNORECASE)


FORMATS: Final[Mapping[str, Format]] = {
    "ris": Format(_marks(r"\A\s*(?:.{0,200}\n)?TY  ?-"), read_ris),
    "json": Format(_marks(r"\A\s*\{[^\[]*\"(?:format|papers)\"\s*:"), read_own),
    "csl": Format(_marks(r"\A\s*[\[{]"), read_csl),
    "hugoblox": Format(_marks(r"\A(?:---|\+\+\+)\n(?s:.*?)^publication(?:_types|_short)?\s*[:=]"), read_hugoblox),
    "pmlr": Format(_marks(r"\A---\n(?s:.*?)^(?:bibtex_author|container-title|tex_title)\s*:"), read_pmlr),
    "academicpages": Format(
        _marks(r"\A---\n(?s:.*?)^(?:collection|paperurl|citation|permalink)\s*:"), read_academicpages
    ),
    "bibtex": Format(_marks(r"@\s*[A-Za-z]+\s*[{(]"), read_bibtex),
}
"""The notations by their names, in the order in which a text is tried."""


def read(text: str, path: str, name: str = "") -> Reading:
    """The papers in `text`, which is called `path`, in the notation `name` or the first whose marks it has."""
    if name:
        found = FORMATS[name].read(text, path)
        if found.candidates or found.problems:
            return found
        hint = "leave --format away: most notations are told by their content"
        return Reading(problems=(problem("bad-entry", Place(path), f"there is nothing of {name} in it", hint),))
    for notation in FORMATS.values():
        if notation.marks.search(text):
            return notation.read(text, path)
    message = f"this is none of {', '.join(FORMATS)}"
    return Reading(problems=(problem("bad-entry", Place(path), message, "name its notation with --format"),))
