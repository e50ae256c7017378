"""The pieces that more than one sign makes: formulas, code, line breaks."""

import html

from profilegen.markup.scan import Scan
from profilegen.markup.signs import Piece, When
from profilegen.problems import quoted


def formula_piece(scan: Scan, at: int, content: tuple[int, int], *, display: bool) -> Piece:
    """The formula between two offsets of the paragraph; `at` is where it begins with its marks."""
    start, end = content
    tex = scan.text[start:end]
    lead = len(tex) - len(tex.lstrip())
    made = scan.findings.formulas.formula(tex.strip(), display=display)
    if made.fault:
        where = start + lead + made.at if made.at else at
        message = f"the formula {quoted(' '.join(tex.split()))} cannot be converted: {made.fault}"
        hint = "it is shown as its source; write it with LaTeX's and AMS's own commands"
        scan.findings.warn("bad-formula", scan.offset + where, message, hint)
    return Piece(made.html, made.plain, When.AFTER)


def code_piece(content: str) -> Piece:
    """Code within a line; a blank at both ends is not its own."""
    code = content.replace("\n", " ")
    if code.strip() and code.startswith(" ") and code.endswith(" "):
        code = code[1:-1]
    return Piece(f"<code>{html.escape(code, quote=False)}</code>", code, When.AFTER)
