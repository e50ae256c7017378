"""The schema as pydantic has it: finds all that is wrong with a file, and prints the JSON Schema.

Good files are read without it, for it takes longer to import and to build than to read a thousand of them.
"""

from collections.abc import Callable
from types import UnionType
from typing import Annotated, Any, ClassVar, Literal, Union, cast, get_args, get_origin

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    WithJsonSchema,
    create_model,
    model_validator,
)
from pydantic.config import JsonDict
from pydantic_core import ErrorDetails, PydanticCustomError, PydanticKnownError

from profilegen.content.schema.notes import After, Before, JsonSchema, Most
from profilegen.content.schema.part import Key, Part, hints_of, keys_of, of_kinds
from profilegen.content.schema.refusals import NO_TEXT, Refusal


def validated(part: type[Part], values: object) -> Part | list[ErrorDetails]:
    """The map with these values, or everything that is wrong with them."""
    try:
        return cast(Part, _adapter(part).validate_python(values))
    except ValidationError as error:
        return error.errors(include_url=False)


@of_kinds
def model_of(part: type[Part]) -> type[BaseModel]:
    """Pydantic's model of a kind of map."""
    fields: dict[str, Any] = {name: (_hint(hint), _field(keys_of(part)[name])) for name, hint in hints_of(part).items()}
    model = create_model(part.__name__, __base__=_Map, __doc__=part.__doc__, **fields)
    model.SHORTHAND = part.SHORTHAND
    return model


def _extensible(schema: JsonDict) -> None:
    """Let an editor accept what the reader ignores by design."""
    schema["patternProperties"] = {"^x-": {}}


class _Map(BaseModel):
    """A map with known keys. Its text values come as they were typed, null as None."""

    model_config = ConfigDict(
        extra="forbid",
        arbitrary_types_allowed=True,
        loc_by_alias=True,
        json_schema_extra=_extensible,
        defer_build=True,
    )
    SHORTHAND: ClassVar[str] = ""

    @model_validator(mode="before")
    @classmethod
    def _only_what_is_there(cls, value: object) -> object:
        if isinstance(value, dict):
            return {key: item for key, item in value.items() if item is not None and not key.startswith("x-")}
        raise _translated(Refusal("wrong-kind", f"a map with keys is wanted here{cls.SHORTHAND}"))


@of_kinds
def _adapter(part: type[Part]) -> TypeAdapter[Any]:
    return TypeAdapter(_hint(part))


def _field(key: Key) -> Any:  # noqa: ANN401 - as pydantic's Field
    # Whether there is a default is all that counts: it is put in when the map is made.
    default: Any = ... if key.needed else None
    examples = list(key.examples) or None
    return Field(default, alias=key.alias or None, description=key.description or None, examples=examples)


def _hint(hint: Any) -> Any:  # noqa: ANN401 - any annotation may stand on a key
    if isinstance(hint, type) and issubclass(hint, Part):
        return Annotated[model_of(hint), AfterValidator(_guarded(_whole(hint)))]
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return Annotated[_hint(inner[0]), *map(_note, inner[1:])]
    if origin is None or origin is Literal:
        return hint
    made = tuple(map(_hint, inner))
    return Union[made] if origin in (Union, UnionType) else origin[made]  # noqa: UP007 - made of a tuple


def _note(note: object) -> object:
    match note:
        case After():
            return AfterValidator(_guarded(note.check))
        case Before(accepts=None):
            return BeforeValidator(_guarded(note.make))
        case Before():
            return BeforeValidator(_guarded(note.make), json_schema_input_type=_hint(note.accepts))
        case Most():
            return Field(max_length=note.items)
        case JsonSchema():
            return WithJsonSchema(note.schema)
    raise TypeError(type(note))


def _whole(part: type[Part]) -> Callable[[BaseModel], Part]:
    """From pydantic's object to the map that it stands for, checked as a whole."""

    def whole(model: BaseModel) -> Part:
        made = part(**{name: getattr(model, name) for name in model.model_fields_set})
        made.__post_init__()
        return made

    return whole


def _guarded(check: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def guarded(value: Any) -> Any:  # noqa: ANN401 - of a check
        try:
            return check(value)
        except Refusal as refusal:
            raise _translated(refusal) from None

    return guarded


def _translated(refusal: Refusal) -> Exception:
    if refusal.code == NO_TEXT:
        return PydanticKnownError(NO_TEXT)
    return PydanticCustomError(refusal.code, "{reason}", {"reason": refusal.reason, "hint": refusal.hint})
