"""The theme.yaml of a theme and of the one it stands on: which options there are, and their defaults."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from profilegen.content import nodes
from profilegen.content.read import read_node
from profilegen.content.schema.check import check
from profilegen.content.schema.theme import OptionEntry, ThemeFile, option_values, options_schema
from profilegen.model.theme import Option, OptionKind, OptionValue
from profilegen.problems import Problem, Severity, problem
from profilegen.values import Struct

THEME_FILE: Final = "theme.yaml"

_PROSE: Final = frozenset({"name", "about"})
_WITH_CHOICES: Final = (OptionKind.CHOICE, OptionKind.LIST)


class Declared(Struct, frozen=True):
    """The options that a site may set, by name, and a map with the node of each one's default."""

    entries: Mapping[str, OptionEntry]
    defaults: nodes.Mapping

    def options(self, values: Mapping[str, OptionValue]) -> tuple[Option, ...]:
        """The options as the model has them; `values` are the defaults that are good."""
        return tuple(_option(name, entry, values[name]) for name, entry in self.entries.items() if name in values)


def read_themes(root: Path, folders: Sequence[Path]) -> tuple[Declared, tuple[Problem, ...]]:
    """What the themes in these folders declare together; a later one adds to an earlier one, and changes it."""
    entries: dict[str, OptionEntry] = {}
    defaults: dict[str, nodes.Entry] = {}
    problems: list[Problem] = []
    for folder in folders:
        node, file, found = _read(folder / THEME_FILE, shown(root, folder / THEME_FILE))
        problems += found
        of_options = () if file is None else tuple(_option_problems(node, file, entries))
        problems += of_options
        if file is not None and not of_options:
            entries |= file.options
            defaults |= {entry.key.value: entry for entry in _defaults(node, file)}
    at = next(iter(defaults.values())).key if defaults else nodes.Scalar("", "", False, THEME_FILE, 1, 1, None)
    return Declared(entries, nodes.Mapping(defaults, at.path, at.line, at.column)), tuple(problems)


def checked(declared: Declared, given: nodes.Mapping) -> tuple[dict[str, OptionValue], tuple[Problem, ...]]:
    """The options that a map gives, none where one is wrong; and what is wrong."""
    file, problems = check(options_schema(declared.entries), given)
    problems = (*problems, *_lost_colours(declared, given))
    if file is None or problems:
        return {}, problems
    return option_values(file, tuple(declared.entries)), ()


def shown(root: Path, path: Path) -> str:
    """How messages call a file: from the site's root, or from the folder of all themes for one that is elsewhere."""
    return (path.relative_to(root) if path.is_relative_to(root) else Path(*path.parts[-3:])).as_posix()


def _read(path: Path, name: str) -> tuple[nodes.Mapping, ThemeFile | None, tuple[Problem, ...]]:
    parsed = read_node(path, name, _PROSE)
    if parsed.node is None or any(found.severity is Severity.ERROR for found in parsed.problems):
        return nodes.Mapping({}, name, 1, 1), None, parsed.problems
    file, problems = check(ThemeFile, parsed.node)
    return parsed.node, file, (*parsed.problems, *problems)


def _option_problems(node: nodes.Mapping, file: ThemeFile, earlier: Mapping[str, OptionEntry]) -> Iterator[Problem]:
    """What only the whole of an option shows: choices where there is something to choose, and its kind for good."""
    for name, entry in file.options.items():
        place = nodes.find(node, ("options", name, "kind")).place
        if (OptionKind(entry.kind) in _WITH_CHOICES) != bool(entry.choices):
            hint = f"only {' and '.join(_WITH_CHOICES)} have choices, and they need some"
            yield problem("bad-value", place, f"the choices of '{name}' do not go with its kind {entry.kind}", hint)
        if name in earlier and earlier[name].kind != entry.kind:
            message = f"'{name}' is of the kind {earlier[name].kind} in the default theme, whose pages read it"
            yield problem("bad-value", place, message, "give the option another name")


def _defaults(node: nodes.Mapping, file: ThemeFile) -> Iterator[nodes.Entry]:
    """The default of each option under the option's own key."""
    options = nodes.under(node, "options")
    for name, entry in options.entries.items() if isinstance(options, nodes.Mapping) else ():
        default = nodes.under(entry.value, "default") if isinstance(entry.value, nodes.Mapping) else None
        if name in file.options and default is not None:
            yield nodes.Entry(entry.key, default)


def _lost_colours(declared: Declared, given: nodes.Mapping) -> Iterator[Problem]:
    """Colours that YAML took for a comment, since they begin with `#`."""
    for name, entry in declared.entries.items():
        value = nodes.under(given, name) if entry.kind == OptionKind.COLOUR else None
        inner = [below.value for below in value.entries.values()] if isinstance(value, nodes.Mapping) else [value]
        for node in inner:
            if isinstance(node, nodes.Scalar) and node.null:
                message = f"'{name}' has no value: YAML takes a # after a blank for the beginning of a comment"
                yield problem("lost-text", node.place, message, "put the colour in quotes")


def _option(name: str, entry: OptionEntry, default: OptionValue) -> Option:
    return Option(name, OptionKind(entry.kind), default, entry.about, entry.choices, entry.minimum, entry.maximum)
