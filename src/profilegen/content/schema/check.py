"""A parsed file against its schema: the record's values, or everything that is wrong with them."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast, get_args

from profilegen.content import nodes
from profilegen.content.schema.meant import key_meant, list_meant
from profilegen.content.schema.part import Part, hints_of, keys_of
from profilegen.content.schema.shortcut import good_values
from profilegen.problems import CODES, Place, Problem, problem, quoted

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

File = TypeVar("File", bound=Part)
Loc = tuple[str | int, ...]

_KIND_WORDS: Final[Mapping[str, str]] = {
    "string_type": "a text",
    "tuple_type": "a list, as in [a, b]",
    "dict_type": "a map, as in {a: b}",
    "model_type": "a map, as in {a: b}",
}


def check(schema: type[File], node: nodes.Mapping) -> tuple[File | None, tuple[Problem, ...]]:
    """The file's values where all are good, else None and a problem for each that is not."""
    values = nodes.plain(node)
    if (file := good_values(schema, values)) is not None:
        return file, ()
    from profilegen.content.schema.models import validated  # noqa: PLC0415 - 0.1 s that good files do without

    details = validated(schema, values)
    if isinstance(details, Part):
        return cast(File, details), ()
    mistyped = {loc for detail in details if (loc := _meant(schema, node, detail)) is not None}
    told = (detail for detail in details if detail["type"] != "missing" or detail["loc"] not in mistyped)
    return None, tuple(_problem(schema, node, detail) for detail in told)


def file_of(schema: type[File], values: Mapping[str, nodes.Plain]) -> File:
    """The file with values that are known to be good."""
    made = good_values(schema, dict(values))
    if made is None:
        raise ValueError(values)
    return made


def first_refusal(schema: type[Part], values: Mapping[str, nodes.Plain]) -> tuple[Loc, str] | None:
    """Where the first of `values` that does not fit its key stands, and why; None where all of them fit."""
    from profilegen.content.schema.models import validated  # noqa: PLC0415 - as in `check`

    details = validated(schema, dict(values))
    if isinstance(details, Part):
        return None
    return details[0]["loc"], str(details[0].get("ctx", {}).get("reason", details[0]["msg"]))


def _problem(schema: type[Part], node: nodes.Mapping, detail: "ErrorDetails") -> Problem:
    loc = _in_file(node, tuple(part for part in detail["loc"] if part != "[key]"))
    match detail["type"]:
        case "missing":
            return _missing(node, loc)
        case "extra_forbidden":
            return _unknown(schema, node, loc)
        case kind if kind in _KIND_WORDS:
            return _wrong_kind(node, loc, _KIND_WORDS[kind])
    if "[key]" in detail["loc"]:
        return _refused(detail, nodes.find_key(node, loc) or node.place, loc[:-1], str(loc[-1]))
    value = nodes.find(node, loc)
    return _refused(detail, value.place, loc, value.value if isinstance(value, nodes.Scalar) else "")


def _meant(schema: type[Part], node: nodes.Mapping, detail: "ErrorDetails") -> Loc | None:
    """Where the key belongs that an unknown one is nearly: it is mistyped, not missing, and told once."""
    if detail["type"] != "extra_forbidden":
        return None
    loc = detail["loc"]
    near = key_meant(str(loc[-1]), _known_keys(schema, _in_file(node, loc)[:-1]))
    return (*loc[:-1], near) if near else None


def _missing(node: nodes.Mapping, loc: Loc) -> Problem:
    holder = nodes.find(node, loc[:-1])
    return problem("missing-key", holder.place, f"key '{loc[-1]}' is missing", f"add {loc[-1]}: ...")


def _unknown(schema: type[Part], node: nodes.Mapping, loc: Loc) -> Problem:
    key = str(loc[-1])
    meant = key_meant(key, _known_keys(schema, loc[:-1]))
    hint = f"did you mean '{meant}'?" if meant else "keys of your own begin with x- or stand under extra"
    return problem("unknown-key", nodes.find_key(node, loc) or node.place, f"unknown key {quoted(key)}", hint)


def _wrong_kind(node: nodes.Mapping, loc: Loc, wanted: str) -> Problem:
    value = nodes.find(node, loc)
    message = f"'{_key(loc)}' takes {wanted}, not {_kind_of(value)}"
    listed = isinstance(value, nodes.Scalar) and wanted.startswith("a list") and list_meant(_key(loc), value.value)
    hint = f"write {listed}" if listed else ""
    return problem("wrong-kind", value.place, message, hint)


def _refused(detail: "ErrorDetails", place: Place, loc: Loc, shown: str) -> Problem:
    code, context = detail["type"], detail.get("ctx", {})
    value = f" {quoted(shown)}" if shown else ""
    if code not in CODES:
        code, context = _foreign(code, detail)
    cannot = f"'{_key(loc)}' cannot be{value}" if value else f"'{_key(loc)}' will not do"
    return problem(code, place, f"{cannot}: {context['reason']}", context.get("hint", ""))


def _foreign(code: str, detail: "ErrorDetails") -> tuple[str, dict[str, str]]:
    """What pydantic itself refuses: the length of a list, a word of a closed list."""
    if code == "too_long":
        return "too-long", {"reason": f"it has more than {detail['ctx']['max_length']} items"}
    if code == "too_short":
        return "bad-value", {"reason": "it is empty"}
    return "bad-value", {"reason": detail["msg"].removeprefix("Input should be ")}


def _kind_of(node: nodes.Node) -> str:
    match node:
        case nodes.Sequence():
            return "a list"
        case nodes.Mapping():
            return "a map"
        case nodes.Scalar(null=True):
            return "nothing"
        case _:
            return f"the text {quoted(node.value)}"


def _in_file(node: nodes.Node, loc: Loc) -> Loc:
    """`loc` as the file has it: a single value that stands for a list or a map has no steps below it."""
    steps: list[str | int] = []
    for part in loc:
        here = nodes.find(node, tuple(steps))
        if isinstance(here, nodes.Sequence if isinstance(part, int) else nodes.Mapping):
            steps.append(part)
    return tuple(steps)


def _key(loc: Loc) -> str:
    """The innermost key that a person would look for."""
    return next((part for part in reversed(loc) if isinstance(part, str)), "the file")


def _known_keys(schema: type[Part], loc: Loc) -> set[str]:
    """The keys of the map at `loc`."""
    here: set[type[Part]] = {schema}
    for part in loc:
        if isinstance(part, str):
            here = {inner for above in here for inner in _under(above, part)}
    return {known.alias or name for part in here for name, known in keys_of(part).items()}


def _under(part: type[Part], key: str) -> Iterator[type[Part]]:
    for name, known in keys_of(part).items():
        if key == (known.alias or name):
            yield from parts_in(hints_of(part)[name])


def parts_in(hint: Any) -> Iterator[type[Part]]:  # noqa: ANN401 - any annotation may stand on a key
    """The kinds of map that stand in a type."""
    if isinstance(hint, type) and issubclass(hint, Part):
        yield hint
    for inner in get_args(hint):
        yield from parts_in(inner)
