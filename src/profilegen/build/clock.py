"""What the world says of time."""

from dataclasses import dataclass

from profilegen.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Clock:
    """`today` decides only what lies in the future, `epoch` is SOURCE_DATE_EPOCH in seconds, None where not set."""

    today: PartialDate
    epoch: int | None = None
