"""Where cards stand."""

from profilegen.values import Struct


class Setting(Struct, frozen=True):
    """Where cards stand: what becomes of abstracts, the level of headings, and what sets anchors apart."""

    abstracts: bool = False
    folded: bool = False
    level: int = 3
    prefix: str = ""
