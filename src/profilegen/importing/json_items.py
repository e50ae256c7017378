"""The items of a JSON text one by one, each with its line, so that a broken end spoils only what follows it."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from profilegen.problems import Place, Problem, problem

_SPACE: Final = re.compile(r"[\s,]*")


def items(text: str, path: str, problems: list[Problem]) -> Iterator[tuple[Any, Place]]:
    """The items of a list, or the one object that the text is; a problem is added where it cannot be read further."""
    decoder = json.JSONDecoder()
    at = _after_space(text, 0)
    in_list = text[at : at + 1] == "["
    at = _after_space(text, at + 1) if in_list else at
    while at < len(text) and text[at] != "]":
        place = Place(path, text.count("\n", 0, at) + 1)
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            line = place.line if isinstance(error, RecursionError) else getattr(error, "lineno", place.line)
            reason = "it is nested too deep" if isinstance(error, RecursionError) else getattr(error, "msg", str(error))
            problems.append(problem("bad-entry", Place(path, line), f"the JSON cannot be read from here on: {reason}"))
            return
        yield value, place
        at = _after_space(text, at)


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at
