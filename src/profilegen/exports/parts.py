"""What several notations take apart alike: pages, names, addresses, licences, text on one line."""

import re
from typing import Final

from profilegen.model.addresses import WEB, is_outside
from profilegen.model.names import Name
from profilegen.model.paper import Paper
from profilegen.model.text import is_printable

OTHERS: Final = "others"
"""What stands for the authors that are left out."""

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_DASH: Final = re.compile(r"\s*(?:-{2,}|[‒–—−])\s*|(?<=\w)\s*-\s*(?=\w)")
_CC: Final = re.compile(r"(?:CC[ -])?(BY(?:-NC)?(?:-ND|-SA)?)[ -]([1-4]\.[05])", re.IGNORECASE)
_CC0: Final = re.compile(r"CC0(?:[ -]1\.0)?", re.IGNORECASE)
_SPDX: Final = re.compile(
    r"(?:MIT|ISC|0BSD|Unlicense|(?:Apache|MPL|EPL|EUPL|BSD|[AL]?GPL|GFDL|OFL|LPPL)-[0-9][\w.+-]*)"
)


def one_line(text: str) -> str:
    """The text without control characters, each run of blanks, line separators too, as one."""
    # Of what can be printed, a space is the only blank.
    if is_printable(text):
        return text if "  " not in text and text.strip() is text else " ".join(text.split())
    return " ".join(_CONTROL.sub("", text).split())


def page_range(pages: str) -> tuple[str, str]:
    """First and last page of `117-132`; of anything that is no such range, all of it and ""."""
    parts = _DASH.split(one_line(pages))
    return (parts[0], parts[1]) if len(parts) == 2 and all(parts) else (one_line(pages), "")  # noqa: PLR2004 - a pair


def inverted(name: Name) -> str:
    """`van Beethoven, Ludwig, Jr.`; a group's name as it is."""
    if name.literal:
        return one_line(name.full)
    last = f"{name.particle} {name.family}" if name.particle and name.family else name.particle or name.family
    if name.suffix:
        return one_line(f"{last}, {name.given}, {name.suffix}")
    return one_line(f"{last}, {name.given}" if name.given else last)


def people(paper: Paper) -> list[Name]:
    """The authors whose place in the byline is known, and a group `others` for those left out."""
    known = [author.name for author in paper.byline.placed]
    return known if paper.byline.complete else [*known, Name.group(OTHERS)]


def web_address(paper: Paper) -> str:
    """Where the paper is published: its own address, else arXiv's; "" where neither is known."""
    if paper.url and is_outside(paper.url):
        return paper.url
    return f"https://arxiv.org/abs/{paper.arxiv}" if paper.arxiv else ""


def license_address(text: str) -> str:
    """Where the terms stand that `CC-BY-4.0`, `MIT` or an address mean; "" for other words."""
    plain = text.strip()
    if plain.startswith(tuple(f"{scheme}://" for scheme in WEB)) and " " not in plain:
        return plain
    if found := _CC.fullmatch(plain):
        return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
    if _CC0.fullmatch(plain):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return f"https://spdx.org/licenses/{plain}.html" if _SPDX.fullmatch(plain) else ""
