"""What stands beside the type of a value: how it is checked and made, and what an editor accepts for it."""

from collections.abc import Callable
from typing import Any

from profilegen.values import Struct


class After(Struct, frozen=True):
    """What checks a value of the type, or makes another of it; raises Refusal."""

    check: Callable[[Any], Any]


class Before(Struct, frozen=True):
    """What makes the value that is then checked for the type; `accepts` is what an editor takes before that."""

    make: Callable[[Any], Any]
    accepts: Any = None


class Most(Struct, frozen=True):
    """How many items a list has at most."""

    items: int


class JsonSchema(Struct, frozen=True, eq=False):
    """What an editor accepts for the value."""

    schema: dict[str, Any]
