"""A person's text to HTML and to plain text."""

import html
import re
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from profilegen.markup.blocks import Lines, blocks, code_html, definitions
from profilegen.markup.clean import cleaned
from profilegen.markup.formulas import Formulas
from profilegen.markup.limits import excess
from profilegen.markup.lists import relisted
from profilegen.markup.rendered import Rendered
from profilegen.markup.rules import read
from profilegen.markup.scan import Findings
from profilegen.markup.signs import Piece, When, plain, put_in_rest, put_in_tags, readable
from profilegen.model.text import Text, is_printable

if TYPE_CHECKING:
    from profilegen.markup.structure import Structure

Rewrite = Callable[[str], str]
"""From an address inside the site, as a text has it, to one for the page that shows the text."""

NOTHING: Final = Rendered("")
"""What no text becomes."""

_LINE_MARKS: Final = re.compile(r"\n(?:[#>]|[-+*](?:[ \n]|\Z)|[0-9]+\.[ ]|(?:[-= ]+|[* ]+|[_ ]+)(?:\n|\Z))")
# Looking for each of these takes a tenth of the time that looking for any of them does.
_SIGNS: Final = (*"\\$`<&[]{}~*_|", "--")
_ADDRESS: Final = re.compile(r":(?:(?<=[Tt][Tt][Pp]:)|(?<=[Tt][Pp][Ssſ]:)|(?<=[Dd][Oo][Iiıİ]:)|(?<=[Xx][Iiıİ][Vv]:))")
_ODD_LINE: Final = re.compile(r"\n(?![^\W\d_])")
_BLANK: Final = re.compile(r"\s")
_TAG: Final = re.compile(r"<[^<>]*>")


class Markup:
    """Turns texts into HTML. Made once a process: it holds the parsers, and nothing of the texts."""

    def __init__(self) -> None:
        self._formulas = Formulas()

    @cached_property
    def _structure(self) -> "Structure":
        from profilegen.markup.structure import Structure  # noqa: PLC0415 - 20 ms that prose does without

        return Structure()

    def block(self, text: Text, *, heading_level: int = 3, rewrite: Rewrite | None = None) -> Rendered:
        """An abstract, a biography, a page: Markdown with LaTeX. `# ` becomes a heading of `heading_level`."""
        if _is_plain(text.source):
            return _paragraph(text.source) if text else NOTHING
        findings = self._findings(text, linked=True, rewrite=rewrite)
        masked = _read_blocks(findings)
        if _is_prose(masked):
            return _finished(findings, _paragraphs(masked), masked)
        listed = relisted(masked)
        if reason := excess(listed):
            findings.warn("nested-text", 0, f"the text is shown without its Markdown: {reason}", "make it simpler")
            return _finished(findings, _paragraphs(masked), masked)
        return _by_markdown(findings, self._structure.block(listed, heading_level))

    def inline(self, text: Text, *, linked: bool = False, rewrite: Rewrite | None = None) -> Rendered:
        """A title or a short text, on one line: emphasis, code and formulas, and links where `linked`."""
        if _is_plain(text.source):
            return Rendered(_escaped_plain(text.source.replace("\n", " ")))
        findings = self._findings(text, linked=linked, lines=False, rewrite=rewrite)
        masked = read(_BLANK.sub(" ", findings.source.rstrip()), 0, findings).lstrip()
        return _finished(findings, _escaped(masked), masked)

    def _findings(self, text: Text, *, linked: bool, lines: bool = True, rewrite: Rewrite | None) -> Findings:
        return Findings(readable(text.source), text.span, self._formulas, linked, rewrite, lines)


def _read_blocks(findings: Findings) -> str:
    """The whole text as Markdown is to see it."""
    found = list(blocks(findings.source))
    if "]:" in findings.source:
        found = [rest for block in found for rest in _without_definitions(block, findings)]
    return "\n\n".join(_read_block(block, findings) for block in found)


def _without_definitions(block: Lines, findings: Findings) -> list[Lines]:
    if block.code:
        return [block]
    rest, defined = definitions(block)
    for name, target in defined.items():
        findings.definitions.setdefault(name, target)
    return rest


def _read_block(block: Lines, findings: Findings) -> str:
    if block.code:
        return block.indent + findings.add(Piece(code_html(block), block.text, When.AFTER_AS_BLOCK))
    return read(block.text, block.offset, findings)


def _is_plain(source: str) -> bool:
    """Whether the text is one paragraph that means itself, as most titles and many abstracts are.

    Then the long way would give the same, and takes ten times as long.
    """
    if not source:
        return True
    line = source.replace("\n", " ")
    return (
        source[0].isalpha()
        and line[-1] != " "
        and "  " not in line
        and not _has_signs(source)
        and is_printable(line)
        and not (line is not source and _ODD_LINE.search(source))
        and not (":" in source and _ADDRESS.search(source))
    )


def _has_signs(source: str) -> bool:
    for sign in _SIGNS:  # noqa: SIM110 - a generator would take three times as long
        if sign in source:
            return True
    return False


def _is_prose(masked: str) -> bool:
    """Whether nothing in the text is a sign of Markdown's: then its paragraphs need no parser."""
    if "|" in masked or "\t" in masked or _LINE_MARKS.search("\n" + masked):
        return False
    return all(line == line.strip() for line in masked.split("\n"))


def _paragraphs(masked: str) -> str:
    """What Markdown makes of paragraphs without any of its signs."""
    return "\n".join(f"<p>{_escaped(paragraph)}</p>" for paragraph in masked.split("\n\n") if paragraph)


def _escaped(masked: str) -> str:
    return html.escape(masked, quote=False)


def _paragraph(source: str) -> Rendered:
    return Rendered(f"<p>{_escaped_plain(source)}</p>")


def _escaped_plain(source: str) -> str:
    return source.replace(">", "&gt;")


def _finished(findings: Findings, markup: str, masked: str) -> Rendered:
    pieces = findings.pieces
    return Rendered.of(
        put_in_rest(put_in_tags(markup, pieces), pieces),
        " ".join(plain(masked, pieces).split()),
        tuple(findings.problems),
    )


def _by_markdown(findings: Findings, markup: str) -> Rendered:
    text = html.unescape(_TAG.sub(" ", markup))
    return _finished(findings, cleaned(put_in_tags(markup, findings.pieces)), text)
