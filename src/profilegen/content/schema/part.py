"""The base of every map in a content file: known keys only, `x-...` keys ignored, empty values absent."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, ClassVar, Final, TypeVar, cast, get_origin, get_type_hints

from profilegen.content.schema.notes import Before
from profilegen.values import Struct

Function = TypeVar("Function", bound=Callable[..., object])

KINDS: Final = 64
"""So many kinds of map are remembered: the schema has some twenty, a theme's options are a new one at each reading."""

NEEDED: Final = object()
"""In place of the default of a key that has to be there."""


class Key(Struct, frozen=True):
    """A key of a map: its default, what it means, and how files call it where its name is a word of Python's."""

    default: Any = NEEDED
    description: str = ""
    default_factory: Callable[[], object] | None = None
    alias: str = ""
    examples: Sequence[object] = ()

    @property
    def needed(self) -> bool:
        """Whether every such map has it."""
        return self.default is NEEDED and self.default_factory is None

    def get_default(self) -> Any:  # noqa: ANN401 - a key has values of any type
        """What it is where it does not stand in the file; None where it has to."""
        if self.default_factory is not None:
            return self.default_factory()
        return None if self.default is NEEDED else self.default


def key(
    default: object = NEEDED,
    *,
    description: str = "",
    default_factory: Callable[[], object] | None = None,
    alias: str = "",
    examples: Sequence[object] = (),
) -> Any:  # noqa: ANN401 - it stands where the value will
    """A key of a map, said in the place of its value."""
    return Key(default, description, default_factory, alias, examples)


def _filled_in(value: object) -> object:
    return {key: item for key, item in value.items() if item is not None} if isinstance(value, dict) else value


Present: Final = Before(_filled_in)
"""Of a map with free keys, those that have a value."""


class Part:
    """A map with known keys: a class of them names each with its type, as `name: Type = key(...)`.

    An object has their checked values; nothing can be set later.
    """

    SHORTHAND: ClassVar[str] = ""
    """What else may stand in place of the map, for the message."""

    def __init__(self, **given: object) -> None:
        """Of good values, by name; the others are as by default."""
        values = {name: known.get_default() for name, known in keys_of(type(self)).items()}
        self.__dict__.update(values | given)

    def __post_init__(self) -> None:
        """Raise Refusal where good values do not go together."""

    def __iter__(self) -> Iterator[tuple[str, Any]]:
        yield from self.__dict__.items()

    def __repr__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in self)
        return f"{type(self).__name__}({values})"

    def __setattr__(self, name: str, _value: object) -> None:
        raise AttributeError(name)


def of_kinds(function: Function) -> Function:
    """The function of a kind of map, with a memory."""
    return cast(Function, lru_cache(KINDS)(function))


@of_kinds
def hints_of(part: type[Part]) -> Mapping[str, Any]:
    """The types of the keys, with all that stands beside them; those of the map that it extends first."""
    hints = get_type_hints(part, include_extras=True)
    return {name: hint for name, hint in hints.items() if get_origin(hint) is not ClassVar}


@of_kinds
def keys_of(part: type[Part]) -> Mapping[str, Key]:
    """The keys of the map, by the names of their values."""
    said = {name: getattr(part, name, NEEDED) for name in hints_of(part)}
    return {name: one if isinstance(one, Key) else Key(one) for name, one in said.items()}


def extended(part: type[Part], name: str, hints: Mapping[str, object]) -> type[Part]:
    """A kind of map that has these keys besides; each is None where it is not given."""
    made: type[Part] = type(name, (part,), {"__annotations__": dict(hints), **dict.fromkeys(hints)})
    return made
