"""How a validator says no: a problem's code, the reason, and what to write instead."""

import difflib
from collections.abc import Callable, Iterable
from typing import TypeVar

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError, PydanticKnownError

Value = TypeVar("Value")


def refusal(code: str, reason: str, hint: str = "") -> PydanticCustomError:
    """The error to raise for a value that will not do; `reason` follows `'key' cannot be 'value': `."""
    return PydanticCustomError(code, "{reason}", {"reason": reason, "hint": hint})


def checked(code: str, check: Callable[[str], Value]) -> Callable[[str], Value]:
    """A validator from a model's function that raises ValueError with the reason."""

    def validate(text: str) -> Value:
        try:
            return check(text)
        except ValueError as error:
            raise refusal(code, str(error)) from None

    return validate


def from_text(check: Callable[[str], Value]) -> BeforeValidator:
    """The validator of a value that is made from a text; a list or a map in its place is of the wrong kind."""

    def validate(value: object) -> Value:
        if not isinstance(value, str):
            raise PydanticKnownError("string_type")
        return check(value)

    return BeforeValidator(validate)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """`did you mean 'x'?` for the nearest known word; "" where none is near."""
    near = nearest(word, known)
    return f"did you mean '{near}'?" if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """The nearest known word, "" where none is near."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return near[0] if near else ""
