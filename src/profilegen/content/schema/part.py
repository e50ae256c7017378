"""The base of every map in a content file: known keys only, `x-...` keys ignored, empty values absent."""

from typing import ClassVar, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic.config import JsonDict

from profilegen.content.schema.refusals import refusal


def _extensible(schema: JsonDict) -> None:
    """Let an editor accept what the reader ignores by design."""
    schema["patternProperties"] = {"^x-": {}}


def _filled_in(value: object) -> object:
    return {key: item for key, item in value.items() if item is not None} if isinstance(value, dict) else value


Present: Final = BeforeValidator(_filled_in)
"""Of a map with free keys, those that have a value."""


class Part(BaseModel):
    """A map with known keys. Its text values come as they were typed, null as None."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
        loc_by_alias=True,
        json_schema_extra=_extensible,
        defer_build=True,
    )
    SHORTHAND: ClassVar[str] = ""
    """What else may stand in place of the map, for the message."""

    @model_validator(mode="before")
    @classmethod
    def _only_what_is_there(cls, value: object) -> object:
        if isinstance(value, dict):
            return {key: item for key, item in value.items() if item is not None and not key.startswith("x-")}
        if isinstance(value, cls):
            return value
        raise refusal("wrong-kind", f"a map with keys is wanted here{cls.SHORTHAND}")
