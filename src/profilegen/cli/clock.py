"""What the world outside says of time, read once."""

import datetime
import os
from typing import Final

from profilegen.build.clock import Clock
from profilegen.model.dates import PartialDate
from profilegen.problems import Failure, quoted

LAST_SECOND: Final = 253402300799
"""The end of the year 9999, after which there are no dates."""


def clock() -> Clock:
    """Today's date and SOURCE_DATE_EPOCH; Failure where that is no number of seconds."""
    today = datetime.datetime.now(tz=datetime.UTC).date()
    return Clock(PartialDate(today.year, today.month, today.day), _epoch(os.environ.get("SOURCE_DATE_EPOCH", "")))


def _epoch(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(LAST_SECOND)) and int(text) <= LAST_SECOND):
        raise Failure(f"SOURCE_DATE_EPOCH is {quoted(text)}", "it is a number of seconds since 1970")
    return int(text)
