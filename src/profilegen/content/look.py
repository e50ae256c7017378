"""How a site looks: its theme, the options that it sets of those the theme declares, and the words of its pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from profilegen.content import nodes
from profilegen.content.schema.refusals import did_you_mean
from profilegen.content.theme_file import Declared, checked, read_themes
from profilegen.content.words_file import read_words
from profilegen.model.theme import DEFAULT_THEME, Look, OptionKind, ThemeFolders, ThemeOptions
from profilegen.problems import Place, Problem, problem, quoted

_NAME: Final = "name"


def read_look(root: Path, themes: ThemeFolders, chosen: nodes.Node | None) -> tuple[Look, tuple[Problem, ...]]:
    """The look of the site at `root`; `chosen` is the value of `theme` in its settings, None where there is none."""
    name = _name(chosen)
    unknown = tuple(_unknown(chosen, name, themes))
    folder = themes.by_name.get(name, themes.base)
    layers = tuple(dict.fromkeys((themes.base, folder)))
    declared, of_themes = read_themes(root, layers)
    given = nodes.Mapping({}, "", 1, 1)
    if isinstance(chosen, nodes.Mapping) and not unknown and not of_themes:
        given = chosen
    defaults, of_defaults = checked(declared, declared.defaults)
    options, of_options = checked(declared, given)
    words, of_words = read_words(root, layers)
    metrics = tuple(_metrics(declared, given))
    look = Look(name, declared.options(defaults), ThemeOptions(defaults | options), metrics, words)
    return look, (*unknown, *of_themes, *of_defaults, *of_options, *of_words)


def _name(chosen: nodes.Node | None) -> str:
    named = _named(chosen)
    return named.value if isinstance(named, nodes.Scalar) and not named.null else DEFAULT_THEME


def _named(chosen: nodes.Node | None) -> nodes.Node | None:
    return nodes.under(chosen, _NAME) if isinstance(chosen, nodes.Mapping) else chosen


def _unknown(chosen: nodes.Node | None, name: str, themes: ThemeFolders) -> Iterator[Problem]:
    named = _named(chosen)
    if name not in themes.by_name and named is not None:
        hint = did_you_mean(name, themes.by_name) or f"there are {', '.join(sorted(themes.by_name))}"
        yield problem("bad-value", named.place, f"there is no theme {quoted(name)}", hint)


def _metrics(declared: Declared, given: nodes.Mapping) -> Iterator[tuple[str, Place]]:
    for name, entry in declared.entries.items():
        if entry.kind == OptionKind.METRICS:
            listed = nodes.under(given, name) or nodes.under(declared.defaults, name)
            for item in listed.items if isinstance(listed, nodes.Sequence) else ():
                if isinstance(item, nodes.Scalar):
                    yield item.value, item.place
