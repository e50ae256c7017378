"""Where cards and bylines stand."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """Where cards stand: the way from their page to the root, whose page it is, and what becomes of abstracts."""

    root: str
    self_id: str = ""
    abstracts: bool = False
    folded: bool = False
