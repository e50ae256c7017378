"""libyaml's complaints in plain words, with the place and the way out."""

import re
from collections.abc import Callable
from typing import Final, Protocol, TypeAlias

from yaml import MarkedYAMLError

from profilegen.content.source import place_at
from profilegen.content.yaml_losses import ESCAPE_HINT, QUOTE_HINT, quoting_hint, value_column
from profilegen.problems import Place, Problem, escaped, problem, quoted
from profilegen.values import Struct, replace

_GLUED: Final = re.compile(r"[ ]*(?:-[ ]+)*(?P<key>[\w-]+):(?P<value>[^ \t\n/].*)")
_COMMENT: Final = re.compile(r"[ \t](#.*)")
_OPENING: Final = "\"'[{"
_NO_BLANK: Final = "a blank is missing after the colon"
_TAB_HINT: Final = "set lines in with blanks"


class _Mark(Protocol):
    index: int


class _Complaint(Struct, frozen=True):
    """What libyaml says at `text[index]`, and where what it was reading began."""

    said: str
    text: str
    path: str
    first_line: int
    index: int
    began: int

    def line_start(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def line(self, index: int) -> str:
        end = self.text.find("\n", index)
        return self.text[self.line_start(index) : end if end >= 0 else None]

    def place(self, index: int) -> Place:
        return place_at(self.text, index, self.path, self.first_line)

    def inside_value(self) -> bool:
        """Whether the complaint is about a point after the beginning of a `key: value` of one line."""
        value = value_column(self.line(self.index))
        return value is not None and self.index - self.line_start(self.index) > value

    def lost(self, index: int, message: str, hint: str) -> Problem:
        return problem("lost-text", self.place(index), message, hint)

    def syntax(self, index: int, message: str, hint: str) -> Problem:
        return problem("yaml-syntax", self.place(index), message, hint)


_Rule: TypeAlias = Callable[[_Complaint], Problem]


def explain(error: MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    """The parser's `error` about `text`, which begins on line `first_line` of the file `path`, as a problem."""
    index = _index(error.problem_mark, text)
    began = _index(error.context_mark, text) if error.context_mark else index
    said = f"{error.context or ''}: {error.problem or ''}"
    complaint = _Complaint(said, text, path, first_line, index, began)
    return next(rule for words, rule in _RULES if words in said)(complaint)


def _index(mark: _Mark | None, text: str) -> int:
    return min(mark.index, len(text)) if mark else 0


def _colon(complaint: _Complaint) -> Problem:
    index = complaint.index
    if complaint.inside_value():
        return complaint.lost(index, "a `: ` stands in an unquoted value", quoting_hint(complaint.line(index)))
    message = "a key stands inside the value of the line above"
    return _glued(complaint, complaint.line_start(index) - 1) or complaint.syntax(
        index, message, f"set keys in alike; where it is text, {QUOTE_HINT}"
    )


def _no_colon(complaint: _Complaint) -> Problem:
    message = f"the line has no `key: value`, only {quoted(complaint.line(complaint.began).strip())}"
    hint = "a value of several lines is set in by two blanks, or stands in quotes"
    return _glued(complaint, complaint.began) or complaint.syntax(complaint.began, message, hint)


def _glued(complaint: _Complaint, index: int) -> Problem | None:
    """`title:A` on the line of `index`, if it is that."""
    found = _GLUED.match(complaint.line(index)) if index >= 0 else None
    if found is None:
        return None
    colon = complaint.line_start(index) + found.end("key")
    value = found["value"]
    message = f"{quoted(value[0])} stands after the colon, and no blank" if value[0].isspace() else _NO_BLANK
    return complaint.syntax(colon, message, f"write {escaped(found['key'])}: {escaped(value.strip()[:40])}")


def _key(complaint: _Complaint) -> Problem:
    if complaint.inside_value():
        return _after_closing(complaint)
    index = complaint.index
    above = complaint.line_start(index) - 1
    comment = _COMMENT.search(complaint.line(above)) if above >= 0 else None
    if comment and complaint.text[complaint.line_start(index) : index].isspace():
        place = complaint.line_start(above) + comment.start(1)
        return complaint.lost(place, "a ` #` ends the value, though the next line goes on with it", QUOTE_HINT)
    if complaint.text.startswith("- ", index):
        return complaint.syntax(index, "a list item stands among keys", "set it in below the key of its list")
    message = "neither a key nor a part of the value above stands here"
    return complaint.syntax(index, message, "write `key: value`, and set the keys of a map in alike")


def _after_closing(complaint: _Complaint) -> Problem:
    line = complaint.line(complaint.index)
    opening = line[value_column(line) or 0]
    if opening not in _OPENING:
        return _other(complaint)
    if quoting_hint(line) == f"write {line.strip()}":
        message = "the quote that ends here was opened above"
        return complaint.syntax(complaint.index - 1, message, "end that one on its own line")
    what = "quote" if opening in "\"'" else "bracket"
    return complaint.syntax(complaint.index, f"text follows the closing {what}", quoting_hint(line))


def _start(complaint: _Complaint) -> Problem:
    character = complaint.text[complaint.index : complaint.index + 1]
    if character == "\t":
        return _tab(complaint)
    message = f"an unquoted value cannot begin with {quoted(character)}"
    line = complaint.line(complaint.index)
    at_value = value_column(line) == complaint.index - complaint.line_start(complaint.index)
    return complaint.syntax(complaint.index, message, quoting_hint(line) if at_value else "put it in quotes")


def _sigil(complaint: _Complaint) -> Problem:
    return _start(replace(complaint, index=complaint.began))


def _tab(complaint: _Complaint) -> Problem:
    found = complaint.text.find("\t", complaint.line_start(complaint.index))
    return complaint.syntax(max(found, complaint.index), "a tab stands where a line is set in", _TAB_HINT)


def _unclosed(complaint: _Complaint) -> Problem:
    mark = complaint.text[complaint.began : complaint.began + 1]
    hint = f"end it with {mark}, and double a {mark} inside it" if mark == "'" else f"end it with {mark}"
    return complaint.syntax(complaint.began, f"the quote {mark} that is opened here is not closed", hint)


def _escape(complaint: _Complaint) -> Problem:
    at = max(complaint.text.rfind("\\", 0, complaint.index + 1), complaint.began)
    typed = complaint.text[at : at + 2]
    return complaint.lost(at, f"YAML knows no escape {quoted(typed)} in double quotes", ESCAPE_HINT)


def _flow(complaint: _Complaint) -> Problem:
    mark = complaint.text[complaint.began : complaint.began + 1]
    if complaint.line_start(complaint.began) == complaint.line_start(complaint.index) and complaint.index > 0:
        message = f"a comma is missing here, or the {mark} before is not closed"
        return complaint.syntax(complaint.index, message, "put items that hold `: `, `[` or `{` in quotes")
    hint = "close it; a value that is text stands in quotes"
    return complaint.syntax(complaint.began, f"the {mark} that is opened here is not closed", hint)


def _block_header(complaint: _Complaint) -> Problem:
    mark = complaint.text[complaint.began : complaint.began + 1]
    hint = f"begin the text on the next line, set in by two blanks, or {quoting_hint(complaint.line(complaint.began))}"
    return complaint.syntax(complaint.index, f"text follows {quoted(mark)} on its line", hint)


def _nothing(complaint: _Complaint) -> Problem:
    character = complaint.text[complaint.index : complaint.index + 1]
    message = f"a value is missing before {quoted(character)}" if character.strip() else "a value is missing"
    return complaint.syntax(complaint.index, message, "a value that begins with `,`, `]` or `}` stands in quotes")


def _indicator(complaint: _Complaint) -> Problem:
    character = complaint.text[complaint.index : complaint.index + 1]
    message = f"{quoted(character + ' ')} cannot stand on the line of its key"
    return complaint.syntax(complaint.index, message, quoting_hint(complaint.line(complaint.index)))


def _not_an_item(complaint: _Complaint) -> Problem:
    hint = "begin each line of the list with `- `, or set the keys in alike"
    return complaint.syntax(complaint.index, "a line stands between the items of a list", hint)


def _outside(complaint: _Complaint) -> Problem:
    message = "the keys above have ended, and something follows"
    return complaint.syntax(complaint.index, message, "set all keys in alike, the first one too")


def _directive(complaint: _Complaint) -> Problem:
    message = "a line that begins with `%` is YAML that is not used here"
    return problem("yaml-feature", complaint.place(complaint.began), message, "leave it out, or put it in quotes")


def _other(complaint: _Complaint) -> Problem:
    said = escaped(complaint.said.strip(": "))
    return complaint.syntax(complaint.index, f"the YAML cannot be read here ({said})", QUOTE_HINT)


_RULES: Final[tuple[tuple[str, _Rule], ...]] = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _no_colon),
    ("block sequence entries are not allowed", _indicator),
    ("mapping keys are not allowed", _indicator),
    ("cannot start any token", _start),
    ("tab character", _tab),
    ("unknown escape", _escape),
    ("hexdecimal", _escape),
    ("Unicode character escape", _escape),
    ("scanning a quoted scalar", _unclosed),
    ("scanning a block scalar", _block_header),
    ("scanning an alias", _sigil),
    ("scanning an anchor", _sigil),
    ("tag", _sigil),
    ("directive", _directive),
    ("did not find expected node content", _nothing),
    ("parsing a flow", _flow),
    ("expected '-' indicator", _not_an_item),
    ("did not find expected key", _key),
    ("<document start>", _outside),
    ("", _other),
)
"""libyaml's words and what they mean; the first that fit are taken."""
