"""The keys of theme.yaml, and what a site may set of a theme's options: a schema made from what the theme declares."""

import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, cast

from profilegen.content.schema import numbers
from profilegen.content.schema.notes import After, Before, JsonSchema
from profilegen.content.schema.part import Part, Present, extended, key
from profilegen.content.schema.refusals import Refusal, did_you_mean, from_text
from profilegen.content.schema.values import Label, NeededText, Number, PlainText, Truth, choice
from profilegen.model.theme import CONTRACT, RESERVED, Colour, OptionKind, OptionValue

_HEX: Final = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


def _contract(text: str) -> str:
    if text.strip() != CONTRACT:
        raise Refusal("bad-value", f"this program keeps contract {CONTRACT}", "look for another version of the theme")
    return text


def _free(name: str) -> str:
    if name in RESERVED:
        raise Refusal("bad-value", "templates mean something else by this name", "give the option another name")
    return name


def _chosen(theme: object) -> object:
    """`theme: NAME` as the map that it stands for."""
    return {"name": theme} if isinstance(theme, str) else theme


ThemeChoice = Annotated[
    dict[str, object], Before(_chosen), JsonSchema({"anyOf": [{"type": "string"}, {"type": "object"}]})
]
"""`theme:` in the settings, before the theme is known: a name, or a map with `name` and options."""


class OptionEntry(Part):
    """An option that a site may set."""

    kind: Annotated[str, *choice(OptionKind)]
    default: object = key(description="A value of that kind.")
    about: NeededText = key(description="One line on what it does.")
    choices: tuple[Label, ...] = key((), description="The words that a choice or a list is made from.")
    minimum: Number | None = None
    maximum: Number | None = None


class ThemeFile(Part):
    """What a theme says of itself: theme.yaml."""

    contract: Annotated[str, After(_contract)]
    name: NeededText
    about: PlainText = ""
    options: Annotated[dict[Annotated[Label, After(_free)], OptionEntry], Present] = key(
        {}, description="What a site may set, by name."
    )


class ColourPair(Part):
    """Two colours: one for light pages, one for dark ones."""

    SHORTHAND = ", or one colour"
    light: "HexColour"
    dark: "HexColour"


def _hex(text: str) -> str:
    if not _HEX.fullmatch(text):
        raise Refusal("bad-value", "a colour is written '#rgb' or '#rrggbb'")
    return text.lower()


def _pair(value: object) -> object:
    return dict.fromkeys(("light", "dark"), _hex(value)) if isinstance(value, str) else value


HexColour = Annotated[str, After(_hex)]
_Colours = Annotated[ColourPair, Before(_pair)]


def _word_of(choices: Sequence[str]) -> After:
    def check(word: str) -> str:
        if word not in choices:
            raise Refusal("bad-value", f"it is one of {', '.join(choices)}", did_you_mean(word, choices))
        return word

    return After(check)


def _no_doubles(words: tuple[str, ...]) -> tuple[str, ...]:
    double = next((word for place, word in enumerate(words) if word in words[:place]), None)
    if double is not None:
        raise Refusal("bad-value", f"'{double}' stands in it twice", "take one away")
    return words


def _in_range(option: OptionEntry) -> Before:
    def check(text: str) -> object:
        number = numbers.decimal(text)
        low, high = option.minimum, option.maximum
        if (low is not None and number < low) or (high is not None and number > high):
            bounds = (("at least", low), ("at most", high))
            said = " and ".join(f"{words} {bound}" for words, bound in bounds if bound is not None)
            raise Refusal("bad-number", f"the number is {said}")
        return number

    return from_text(check)


def _kind_of(option: OptionEntry) -> Any:  # noqa: ANN401 - the annotation of a field, which can be anything
    match OptionKind(option.kind):
        case OptionKind.COLOUR:
            return _Colours
        case OptionKind.CHOICE:
            return Annotated[str, _word_of(option.choices)]
        case OptionKind.LIST:
            return Annotated[tuple[Annotated[str, _word_of(option.choices)], ...], After(_no_doubles)]
        case OptionKind.METRICS:
            return Annotated[tuple[Label, ...], After(_no_doubles)]
        case OptionKind.BOOLEAN:
            return Truth
        case OptionKind.NUMBER:
            return Annotated[object, _in_range(option)]


class _Named(Part):
    name: str = ""


def options_schema(options: Mapping[str, OptionEntry]) -> type[Part]:
    """The schema of the map under `theme`: the name, and each option that is declared; None where it is not set."""
    return extended(_Named, "ThemeOptions", {name: _kind_of(option) for name, option in options.items()})


def option_value(value: object) -> OptionValue:
    """A checked value of an option as the model has it."""
    if isinstance(value, ColourPair):
        return Colour(value.light, value.dark)
    # The schema leaves nothing else.
    return cast(OptionValue, value)


def option_values(file: Part, names: Sequence[str]) -> dict[str, OptionValue]:
    """The values that a checked map of options gives."""
    given = {name: getattr(file, name) for name in names}
    return {name: option_value(value) for name, value in given.items() if value is not None}
