"""Names in a byline: plain, inverted, in parts, or left out."""

from typing import Annotated, Final, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from profilegen.content.schema.part import Part
from profilegen.content.schema.refusals import from_text, refusal
from profilegen.content.schema.values import AUTHORS, TITLE_LENGTH, NeededText, Orcid, PlainText, Truth
from profilegen.model.names import Name

GAP_WORDS: Final = frozenset({"...", "…"})
"""What stands for authors left out, anywhere in a byline."""

LAST_GAP_WORDS: Final = frozenset({"others", "and others", "et al.", "et al"})
"""What stands for the rest at a byline's end."""


GAP: Final = Name.group("...")
"""The name of nobody: an entry that stands for authors left out."""


def _name(text: str) -> Name:
    if text.strip() in GAP_WORDS:
        return GAP
    if len(text) > TITLE_LENGTH:
        raise refusal("too-long", f"it has {len(text)} characters, and {TITLE_LENGTH} are the most")
    try:
        return Name.parse(text)
    except ValueError as error:
        raise refusal("bad-name", str(error)) from None


NameText = Annotated[Name, from_text(_name), WithJsonSchema({"type": ["string", "number", "boolean"]})]
"""A name written as text."""


class NameParts(Part):
    """A name as text, a person's in parts, or a group's as it is."""

    SHORTHAND = ", or a name as text"
    name: NameText | None = Field(None, description="The name as text: `Given Family` or `Family, Given`.")
    given: PlainText = Field("", description="Given names.")
    family: PlainText = Field("", description="The family name.")
    particle: PlainText = Field("", description="What stands before the family name: von, de la.")
    suffix: PlainText = Field("", description="What stands after it: Jr., III.")
    literal: PlainText = Field("", description="The name of a group or consortium, never split.")

    @model_validator(mode="after")
    def _says_who(self) -> Self:
        parts = bool(self.given or self.family or self.particle or self.suffix)
        if (self.name is not None) + parts + bool(self.literal) != 1:
            raise refusal("bad-name", "a name is given as text, in parts or as literal, one of the three")
        if parts and not self.family:
            raise refusal("bad-name", "a name in parts needs the family name", "a single name is a family name")
        return self

    def printed(self) -> Name:
        """The name as the model has it."""
        if self.name is not None:
            return self.name
        if self.literal:
            return Name.group(self.literal)
        return Name.of_parts(self.family, self.given, self.particle, self.suffix)


def _parts(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


PersonName = Annotated[NameParts, BeforeValidator(_parts, json_schema_input_type=NeededText | NameParts)]
"""A name as text, or a map of its parts."""


class ContributorEntry(NameParts):
    """An entry of a byline: a name, and what the paper says of this author. A gap has no name at all."""

    id: PlainText = Field("", description="The author's id: the name of the author file without its ending.")
    orcid: Orcid = Field("", description="The author's ORCID.")
    affiliations: tuple[PlainText, ...] = Field((), description="Where the author worked, as this paper says.")
    equal: Truth = Field(False, description="Whether this author contributed as much as the first.")
    corresponding: Truth = Field(False, description="Whether to write to this author.")

    @property
    def gap(self) -> bool:
        """Whether this stands for authors left out."""
        return self.name == GAP


def _with_last_gap(value: object) -> object:
    if isinstance(value, list) and value:
        last = value[-1]
        if isinstance(last, str) and last.strip().casefold() in LAST_GAP_WORDS:
            return [*value[:-1], "..."]
    return value


def _somebody(entries: tuple[ContributorEntry, ...]) -> tuple[ContributorEntry, ...]:
    if not entries or (entries[0].gap and all(entry.gap for entry in entries)):
        raise refusal("bad-name", "the byline names nobody", "write one author at least")
    return entries


BylineEntry = Annotated[ContributorEntry, BeforeValidator(_parts, json_schema_input_type=NeededText | ContributorEntry)]

People = Annotated[tuple[BylineEntry, ...], BeforeValidator(_with_last_gap), Field(max_length=AUTHORS)]
"""Names in order; `...` where some are left out."""

Authors = Annotated[People, AfterValidator(_somebody)]
"""A byline: one name at least."""
