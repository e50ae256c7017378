"""What the world says of time."""

from profilegen.model.dates import PartialDate
from profilegen.values import Struct


class Clock(Struct, frozen=True):
    """`today` decides only what lies in the future, `epoch` is SOURCE_DATE_EPOCH in seconds, None where not set."""

    today: PartialDate
    epoch: int | None = None
