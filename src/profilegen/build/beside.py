"""What a site says beside its content: settings and look; read anew only where their files changed."""

from collections.abc import Mapping
from fractions import Fraction

from profilegen.build.inputs import Inputs
from profilegen.model.settings import Settings
from profilegen.model.theme import Colour, Look, OptionValue, ThemeOptions
from profilegen.model.words import Words
from profilegen.problems import Problem
from profilegen.values import Struct


class Beside(Struct, frozen=True):
    """What the site says beside its content, the hashes of that, and what is wrong with it."""

    settings: Settings
    look: Look
    inputs: Inputs
    problems: tuple[Problem, ...]


class Kept(Struct, frozen=True):
    """The same as it is remembered: of the look what pages are printed from, the theme's options by their kinds."""

    settings: Settings
    theme: str
    options: tuple[str, ...]
    texts: Mapping[str, str]
    flags: Mapping[str, bool]
    numbers: Mapping[str, Fraction]
    lists: Mapping[str, tuple[str, ...]]
    colours: Mapping[str, Colour]
    words: Words
    problems: tuple[Problem, ...]


def kept(beside: Beside) -> Kept:
    """What is remembered of it."""
    look = beside.look
    given = dict(look.options)
    return Kept(
        settings=beside.settings,
        theme=look.theme,
        options=tuple(given),
        texts={name: value for name, value in given.items() if isinstance(value, str)},
        flags={name: value for name, value in given.items() if isinstance(value, bool)},
        numbers={name: value for name, value in given.items() if isinstance(value, Fraction)},
        lists={name: value for name, value in given.items() if isinstance(value, tuple)},
        colours={name: value for name, value in given.items() if isinstance(value, Colour)},
        words=look.words,
        problems=beside.problems,
    )


def recalled(held: Kept, inputs: Inputs) -> Beside:
    """The same again, as far as pages are printed from it: of what a theme declares nothing is known."""
    values: dict[str, OptionValue] = {**held.texts, **held.flags, **held.numbers, **held.lists, **held.colours}
    options = ThemeOptions({name: values[name] for name in held.options})
    return Beside(held.settings, Look(held.theme, (), options, (), held.words), inputs, held.problems)
