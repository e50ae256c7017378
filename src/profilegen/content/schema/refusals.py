"""How a check says no: a problem's code, the reason, and what to write instead."""

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from profilegen.content.schema.notes import Before

Value = TypeVar("Value")

NO_TEXT: Final = "string_type"
"""In place of a code: a list or a map stands where a text is wanted."""


class Refusal(ValueError):
    """A value will not do; `reason` follows `'key' cannot be 'value': `."""

    def __init__(self, code: str, reason: str = "", hint: str = "") -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason
        self.hint = hint


def checked(code: str, check: Callable[[str], Value]) -> Callable[[str], Value]:
    """A check from a model's function that raises ValueError with the reason."""

    def validate(text: str) -> Value:
        try:
            return check(text)
        except ValueError as error:
            raise Refusal(code, str(error)) from None

    return validate


def from_text(check: Callable[[str], Value]) -> Before:
    """What makes a value from a text; a list or a map in its place is of the wrong kind."""

    def validate(value: object) -> Value:
        if not isinstance(value, str):
            raise Refusal(NO_TEXT)
        return check(value)

    return Before(validate)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean 'x'?` for the nearest known word; "" where none is near."""
    near = nearest(word, known)
    return f"did you mean '{near}'?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The nearest known word, "" where none is near."""
    import difflib  # noqa: PLC0415 - nothing is looked for in a good file

    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return near[0] if near else ""
