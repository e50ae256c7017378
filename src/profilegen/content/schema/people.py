"""Names in a byline: plain, inverted, in parts, or left out."""

from typing import Annotated, Final

from profilegen.content.schema.notes import After, Before, JsonSchema, Most
from profilegen.content.schema.part import Part, key
from profilegen.content.schema.refusals import Refusal, from_text
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
        raise Refusal("too-long", f"it has {len(text)} characters, and {TITLE_LENGTH} are the most")
    try:
        return Name.parse(text)
    except ValueError as error:
        raise Refusal("bad-name", str(error)) from None


NameText = Annotated[Name, from_text(_name), JsonSchema({"type": ["string", "number", "boolean"]})]
"""A name written as text."""


class NameParts(Part):
    """A name as text, a person's in parts, or a group's as it is."""

    SHORTHAND = ", or a name as text"
    name: NameText | None = key(None, description="The name as text: `Given Family` or `Family, Given`.")
    given: PlainText = key("", description="Given names.")
    family: PlainText = key("", description="The family name.")
    particle: PlainText = key("", description="What stands before the family name: von, de la.")
    suffix: PlainText = key("", description="What stands after it: Jr., III.")
    literal: PlainText = key("", description="The name of a group or consortium, never split.")

    def __post_init__(self) -> None:
        """Refuse a name that is given twice, or not at all."""
        parts = bool(self.given or self.family or self.particle or self.suffix)
        if (self.name is not None) + parts + bool(self.literal) != 1:
            raise Refusal("bad-name", "a name is given as text, in parts or as literal, one of the three")
        if parts and not self.family:
            raise Refusal("bad-name", "a name in parts needs the family name", "a single name is a family name")

    def printed(self) -> Name:
        """The name as the model has it."""
        if self.name is not None:
            return self.name
        if self.literal:
            return Name.group(self.literal)
        return Name.of_parts(self.family, self.given, self.particle, self.suffix)


def _parts(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


PersonName = Annotated[NameParts, Before(_parts, accepts=NeededText | NameParts)]
"""A name as text, or a map of its parts."""


class ContributorEntry(NameParts):
    """An entry of a byline: a name, and what the paper says of this author. A gap has no name at all."""

    id: PlainText = key("", description="The author's id: the name of the author file without its ending.")
    orcid: Orcid = key("", description="The author's ORCID.")
    affiliations: tuple[PlainText, ...] = key((), description="Where the author worked, as this paper says.")
    equal: Truth = key(False, description="Whether this author contributed as much as the first.")
    corresponding: Truth = key(False, description="Whether to write to this author.")

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
        raise Refusal("bad-name", "the byline names nobody", "write one author at least")
    return entries


BylineEntry = Annotated[ContributorEntry, Before(_parts, accepts=NeededText | ContributorEntry)]

People = Annotated[tuple[BylineEntry, ...], Before(_with_last_gap), Most(AUTHORS)]
"""Names in order; `...` where some are left out."""

Authors = Annotated[People, After(_somebody)]
"""A byline: one name at least."""
