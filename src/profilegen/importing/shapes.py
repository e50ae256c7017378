"""What JSON from elsewhere holds where an object or a list should be: nothing where it is something else."""

from collections.abc import Mapping
from typing import Any


def mapped(found: object) -> Mapping[str, Any]:
    """The keys and values of an object."""
    return found if isinstance(found, dict) else {}


def listed(found: object) -> list[Any]:
    """The items of a list."""
    return found if isinstance(found, list) else []


def objects(found: object) -> list[Mapping[str, Any]]:
    """The items of a list that are objects."""
    return [one for one in listed(found) if isinstance(one, dict)]
