"""The settings' file that a new site gets: every setting there is, with its default or an example, commented out."""

import math
import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Final

import yaml

from profilegen.content.schema.part import Key, Part, keys_of
from profilegen.content.schema.site import SiteFile

WIDTH: Final = 100
"""Columns of a line."""

_HEAD: Final = """\
# The settings of the site. Every one has a default: what is commented out is either that default, or an example where
# the default is none. docs/settings.md of profilegen says more.
"""


def commented_settings(values: Mapping[str, str]) -> str:
    """A profilegen.yaml with these values set and all other settings as comments."""
    return _HEAD + "".join(_setting(key, field, values) for key, field in keys_of(SiteFile).items())


def shown_value(field: Key) -> object:
    """What a reader is shown as the field's value: the default where it says something, else an example."""
    default = plain_default(field)
    return default or next(iter(field.examples), default)


def plain_default(field: Key) -> object:
    """The field's default; None for a map with nothing in it."""
    default = field.get_default()
    return None if isinstance(default, Part) else default


def as_yaml(key: str, value: object) -> str:
    """`key: value` as a person would write it in a content file."""
    flow = None if isinstance(value, list | tuple) and not any(isinstance(item, dict) for item in value) else False
    return yaml.dump(
        {key: _as_text(value)},
        Dumper=_Plain,
        sort_keys=False,
        allow_unicode=True,
        width=math.inf,
        default_flow_style=flow,
    )


class _Plain(yaml.SafeDumper):
    """Writes texts as the reader takes them: `2026-06-30` and `off` need no quotes there."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - read by PyYAML only

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as in PyYAML
        """Set lists in below their key."""
        super().increase_indent(flow, indentless=False)


def _as_text(value: object) -> object:
    match value:
        case dict():
            return {str(key): _as_text(item) for key, item in value.items()}
        case list() | tuple():
            return [_as_text(item) for item in value]
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)


def _setting(key: str, field: Key, values: Mapping[str, str]) -> str:
    about = textwrap.wrap(field.description, WIDTH - 2)
    return "".join(f"{line}\n" for line in ("", *(f"# {line}" for line in about), *_value(key, field, values)))


def _value(key: str, field: Key, values: Mapping[str, str]) -> Iterator[str]:
    set_here = key == "format" or key in values
    lines = as_yaml(key, values.get(key, shown_value(field))).splitlines()
    yield from lines if set_here else (f"# {line}" for line in lines)
