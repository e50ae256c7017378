"""What a theme lets a site choose, and what the site chose."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import Final, TypeAlias

from profilegen.model.words import Words
from profilegen.problems import Place
from profilegen.values import Struct

CONTRACT: Final = "1"
"""The version of the contract between templates and their views that this program keeps."""

DEFAULT_THEME: Final = "default"
"""The theme of a site that names none."""


class OptionKind(StrEnum):
    """What an option takes: one or two colours, one of some words, several of them in order, yes or no, a number.

    `metrics` is a list of names of metrics, those that the site defines among them.
    """

    COLOUR = "colour"
    CHOICE = "choice"
    LIST = "list"
    METRICS = "metrics"
    BOOLEAN = "boolean"
    NUMBER = "number"


class Colour(Struct, frozen=True):
    """A colour of CSS, `#rgb` or `#rrggbb`, for light and for dark pages; both are the same where one was given."""

    light: str
    dark: str


OptionValue: TypeAlias = str | bool | Fraction | tuple[str, ...] | Colour


class Option(Struct, frozen=True):
    """An option that a theme declares; `about` is one line on it, `choices` what a choice or a list is made from."""

    name: str
    kind: OptionKind
    default: OptionValue
    about: str
    choices: tuple[str, ...] = ()
    minimum: Fraction | None = None
    maximum: Fraction | None = None


class ThemeOptions(Mapping[str, OptionValue]):
    """The options of a theme by name, as the site sets them or as the theme does; templates ask `options.width`."""

    __slots__ = ("_values",)

    def __init__(self, values: Mapping[str, OptionValue]) -> None:
        self._values = dict(values)

    def __getitem__(self, name: str) -> OptionValue:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"ThemeOptions({self._values!r})"

    def listed(self, name: str) -> tuple[str, ...]:
        """The words of an option that is a list; TypeError where it is none."""
        value = self._values[name]
        if not isinstance(value, tuple):
            raise TypeError(f"the option {name} is no list")
        return value

    def chosen(self, name: str) -> str:
        """The word of an option that is a choice; TypeError where it is none."""
        value = self._values[name]
        if not isinstance(value, str):
            raise TypeError(f"the option {name} is no choice")
        return value


RESERVED: Final = frozenset({"name", *(name for name in dir(ThemeOptions) if not name.startswith("_"))})
"""What an option cannot be called: `name` chooses the theme, the others mean something to a template already."""


class ThemeFolders(Struct, frozen=True):
    """The themes that a site may use, by name, and the one that all stand on: what they lack is that one's."""

    by_name: Mapping[str, Path]
    base: Path


class Look(Struct, frozen=True):
    """How a site looks: the theme's name, what it declares, what the site made of it, and the words that pages print.

    `metrics` are the names that stand in options of that kind, each with its place: it takes the site's definitions to
    say which of them exist.
    """

    theme: str
    declared: tuple[Option, ...]
    options: ThemeOptions
    metrics: tuple[tuple[str, Place], ...]
    words: Words
