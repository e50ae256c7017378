"""Good values by the schema's own checks, called one after the other: pydantic is asked only where one refuses.

That takes a third of its time, and a build whose files are good does without importing it.
"""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, TypeAlias, TypeVar, Union, get_args, get_origin

from profilegen.content.nodes import Plain
from profilegen.content.schema.notes import After, Before, Most
from profilegen.content.schema.part import NEEDED, Part, hints_of, keys_of, of_kinds
from profilegen.model.dates import PartialDate
from profilegen.model.names import Name

File = TypeVar("File", bound=Part)

REMEMBERED: Final = 2_048
"""So many of the texts that stand for a map are remembered, of each kind."""

Step: TypeAlias = Callable[[Any], Any]
"""From a value to the next one on the way to what the file's object has."""

_MADE_BY_A_STEP: Final = (bool, int, Fraction, PartialDate, Name)
"""What a check makes of a text: pydantic would only look whether it did."""


class NotHereError(Exception):
    """The value is refused: why, is for pydantic to find out."""


def good_values(schema: type[File], values: Plain) -> File | None:
    """The file with these values; None where any of them is refused."""
    try:
        made: File = _part(schema)(values)
    except (NotHereError, ValueError):  # of checks' errors all are ValueErrors
        return None
    return made


def step_of(schema: type[Part], name: str) -> Step:
    """From the plain value of a key to the file's; raises NotHereError and ValueErrors."""
    return _value(hints_of(schema)[name])


@of_kinds
def _part(kind: type[Part]) -> Step:
    """From a map to the object that it stands for."""
    keys, hints = keys_of(kind), hints_of(kind)
    steps = {key.alias or name: (name, _value(hints[name])) for name, key in keys.items()}
    defaults = {name: key.default for name, key in keys.items()}
    fresh = [(name, key.default_factory) for name, key in keys.items() if key.default_factory]
    needed = [name for name, key in keys.items() if key.needed]
    check = None if kind.__post_init__ is Part.__post_init__ else kind.__post_init__

    def part(value: Any) -> Part:  # noqa: ANN401 - a step takes anything
        values = defaults.copy()
        for name, made in fresh:
            values[name] = made()
        values.update(_given(value, steps))
        for name in needed:
            if values[name] is NEEDED:
                raise NotHereError
        one = _new(kind)
        one.__dict__.update(values)
        if check is not None:
            check(one)
        return one

    return part


def _given(value: Any, steps: Mapping[str, tuple[str, Step]]) -> dict[str, object]:  # noqa: ANN401 - of a step
    """The values of a map under the names of their keys."""
    if value.__class__ is not dict:
        raise NotHereError
    given = {}
    for key, item in value.items():
        if item is not None:
            known = steps.get(key)
            if known is not None:
                name, step = known
                given[name] = step(item)
            elif not key.startswith("x-"):
                raise NotHereError
    return given


def _value(hint: Any) -> Step:  # noqa: ANN401 - any annotation may stand on a key
    """From a plain value to the one of that type, with the notes that stand beside it."""
    if get_origin(hint) is not Annotated:
        return _plain_value(hint)
    kind, *notes = get_args(hint)
    before = [note.make for note in reversed(notes) if isinstance(note, Before)]
    if isinstance(kind, type) and issubclass(kind, Part) and len(before) == 1:
        return _shorthand(before[0], _part(kind))
    steps = [*before, *(_of_length(note.items) for note in notes if isinstance(note, Most))]
    if not steps or kind not in _MADE_BY_A_STEP:
        steps.append(_plain_value(kind))
    return in_turn([*steps, *(note.check for note in notes if isinstance(note, After))])


def _plain_value(hint: Any) -> Step:  # noqa: ANN401 - any annotation may stand on a key
    origin, inner = get_origin(hint), [one for one in get_args(hint) if one not in (NoneType, Ellipsis)]
    if origin in (Union, UnionType):
        return _value(*inner)
    if origin is tuple:
        return _list(_value(*inner))
    if origin is dict:
        return _map(*map(_value, inner))
    if origin is Literal:
        return _one_of(inner)
    if isinstance(hint, type) and issubclass(hint, Part):
        return _part(hint)
    return _text if hint is str else _as_it_is


def in_turn(steps: Sequence[Step]) -> Step:
    """These steps as one."""
    if len(steps) > 1 and steps[0] is _text:
        return _of_text(in_turn(steps[1:]))
    return steps[0] if len(steps) == 1 else _both(steps[0], in_turn(steps[1:]))


def _both(first: Step, then: Step) -> Step:
    return lambda value: then(first(value))


def _shorthand(written_out: Step, part: Step) -> Step:
    """What a text stands for is found out once: names stand in many bylines, numbers of citations at many papers."""
    whole = lru_cache(REMEMBERED)(_both(written_out, part))
    return lambda value: whole(value) if value.__class__ is str else part(written_out(value))


def _list(item: Step) -> Step:
    def items(value: Any) -> tuple[object, ...]:  # noqa: ANN401 - a step takes anything
        if value.__class__ is not list:
            raise NotHereError
        return tuple([item(one) for one in value])

    return items


def _map(key: Step, item: Step) -> Step:
    def entries(value: Any) -> dict[object, object]:  # noqa: ANN401 - a step takes anything
        if value.__class__ is not dict:
            raise NotHereError
        return {key(name): item(one) for name, one in value.items()}

    return entries


def _one_of(words: Sequence[object]) -> Step:
    def same(value: Any) -> Any:  # noqa: ANN401 - a step takes and makes anything
        if value.__class__ is not str or value not in words:
            raise NotHereError
        return value

    return same


def _of_text(then: Step) -> Step:
    def of_text(value: Any) -> Any:  # noqa: ANN401 - a step takes and makes anything
        if value.__class__ is not str:
            raise NotHereError
        return then(value)

    return of_text


def _text(value: Any) -> Any:  # noqa: ANN401 - a step takes and makes anything
    if value.__class__ is not str:
        raise NotHereError
    return value


def _of_length(most: int) -> Step:
    def same(value: Any) -> Any:  # noqa: ANN401 - a step takes and makes anything
        if len(value) > most:
            raise NotHereError
        return value

    return same


def _as_it_is(value: Any) -> Any:  # noqa: ANN401 - a step takes and makes anything
    return value


_new: Final = object.__new__
