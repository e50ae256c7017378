"""Where cards and bylines stand."""

from profilegen.values import Struct


class Setting(Struct, frozen=True):
    """Where cards stand: what becomes of abstracts, the level of headings, and what sets anchors apart.

    `self_id` is the page's own person, who is shown though further back in a byline.
    """

    self_id: str = ""
    abstracts: bool = False
    folded: bool = False
    level: int = 3
    prefix: str = ""
