"""What commands of LaTeX print, by pylatexenc's table and the page's; the journals that astronomers abbreviate."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from pylatexenc.latex2text import get_default_latex_context_db

from profilegen.markup.symbols import LETTERS, MATHS, SIGNS

ACCENTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
        "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a", "d": "\u0323",
        "b": "\u0331", "t": "\u0361", "textcommabelow": "\u0326",
    }
)  # fmt: skip
"""Commands that set an accent on the letter that follows, and its combining character."""

JOURNALS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "aap": "Astronomy & Astrophysics",
        "aapr": "Astronomy and Astrophysics Reviews",
        "aaps": "Astronomy and Astrophysics Supplement Series",
        "actaa": "Acta Astronomica",
        "aj": "The Astronomical Journal",
        "ao": "Applied Optics",
        "apj": "The Astrophysical Journal",
        "apjl": "The Astrophysical Journal Letters",
        "apjlett": "The Astrophysical Journal Letters",
        "apjs": "The Astrophysical Journal Supplement Series",
        "apjsupp": "The Astrophysical Journal Supplement Series",
        "aplett": "Astrophysics Letters",
        "applopt": "Applied Optics",
        "apss": "Astrophysics and Space Science",
        "araa": "Annual Review of Astronomy and Astrophysics",
        "azh": "Astronomicheskii Zhurnal",
        "baas": "Bulletin of the American Astronomical Society",
        "caa": "Chinese Astronomy and Astrophysics",
        "cjaa": "Chinese Journal of Astronomy and Astrophysics",
        "fcp": "Fundamentals of Cosmic Physics",
        "gca": "Geochimica et Cosmochimica Acta",
        "grl": "Geophysical Research Letters",
        "iaucirc": "IAU Circulars",
        "icarus": "Icarus",
        "jcap": "Journal of Cosmology and Astroparticle Physics",
        "jcp": "The Journal of Chemical Physics",
        "jgr": "Journal of Geophysical Research",
        "jqsrt": "Journal of Quantitative Spectroscopy and Radiative Transfer",
        "jrasc": "Journal of the Royal Astronomical Society of Canada",
        "maps": "Meteoritics and Planetary Science",
        "memras": "Memoirs of the Royal Astronomical Society",
        "memsai": "Memorie della Società Astronomica Italiana",
        "mnras": "Monthly Notices of the Royal Astronomical Society",
        "na": "New Astronomy",
        "nar": "New Astronomy Reviews",
        "nat": "Nature",
        "nphysa": "Nuclear Physics A",
        "pasa": "Publications of the Astronomical Society of Australia",
        "pasj": "Publications of the Astronomical Society of Japan",
        "pasp": "Publications of the Astronomical Society of the Pacific",
        "physrep": "Physics Reports",
        "physscr": "Physica Scripta",
        "planss": "Planetary and Space Science",
        "pra": "Physical Review A",
        "prb": "Physical Review B",
        "prc": "Physical Review C",
        "prd": "Physical Review D",
        "pre": "Physical Review E",
        "prl": "Physical Review Letters",
        "procspie": "Proceedings of SPIE",
        "psj": "The Planetary Science Journal",
        "qjras": "Quarterly Journal of the Royal Astronomical Society",
        "rmxaa": "Revista Mexicana de Astronomía y Astrofísica",
        "skytel": "Sky and Telescope",
        "solphys": "Solar Physics",
        "sovast": "Soviet Astronomy",
        "ssr": "Space Science Reviews",
        "zap": "Zeitschrift für Astrophysik",
    }
)
"""The macros of AASTeX, which ADS writes in place of a journal's name."""

_OWN: Final[Mapping[str, str]] = MappingProxyType(
    {
        "lt": "<",
        "gt": ">",
        "textless": "<",
        "textgreater": ">",
        "textbar": "|",
        "textbraceleft": "{",
        "textbraceright": "}",
        "textbackslash": "\\",
        "textasciitilde": "~",
        "textasciicircum": "^",
        "textasciigrave": "`",
        "LaTeX": "LaTeX",
        "TeX": "TeX",
        "slash": "/",
        "nbsp": " ",
        "today": "",
    }
)

_PLACEHOLDER: Final = re.compile(r"%|<\w")
"""What stands for something else in pylatexenc's table: an argument, or `<ref>`."""


@cache
def sign(command: str) -> str | None:
    """What the command prints without an argument; None where that is not known."""
    if command in _OWN:
        return _OWN[command]
    known = getattr(get_default_latex_context_db().get_macro_spec(command), "simplify_repl", None)
    if isinstance(known, str) and not _PLACEHOLDER.search(known):
        return known
    return SIGNS.get(command) or LETTERS.get(command) or MATHS.get(command)


def accented(accent: str, base: str) -> str:
    """The first letter of `base` with the accent; the accent alone, as a sign, where there is no letter."""
    if not base.strip():
        return "" if accent.isalpha() else accent
    first, rest = base[0], base[1:]
    bare = {"ı": "i", "ȷ": "j"}.get(first, first) if accent not in "cdb" else first
    return unicodedata.normalize("NFC", bare + ACCENTS[accent]) + rest
