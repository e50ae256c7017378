"""The schema's validators called in turn give what pydantic gives, and nothing where pydantic refuses."""

from gc import collect
from typing import Any
from weakref import ref

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from profilegen.content.nodes import Plain
from profilegen.content.schema.author import AuthorFile
from profilegen.content.schema.models import validated
from profilegen.content.schema.paper import PaperFile
from profilegen.content.schema.part import KINDS as REMEMBERED
from profilegen.content.schema.part import Part, extended, keys_of
from profilegen.content.schema.shortcut import good_values
from profilegen.content.schema.site import OwnPageFile, SiteFile
from profilegen.content.schema.theme import OptionEntry, ThemeFile, options_schema

TEXTS = st.sampled_from(
    [
        *("", " ", "a", " A  title ", "Ada Lovelace", "Lovelace, Ada", "a, b, c", "...", "et al.", "van Gogh", "李 明"),
        *("2026", "2026-05", "2026-05-28", "2026-02-30", "0", "12", "-1", "1.5", "54%", "101", "true", "No", "maybe"),
        *("conference", "inproceedings", "Retracted", "en", "10.1000/182", "2101.00010", "0000-0002-1825-0097"),
        *("https://example.org/", "javascript:x", "a/b.pdf", "a b", "a@b.org", "near-name", "978-3-16-148410-0"),
    ]
)
KEYS = st.sampled_from(
    """
    name given family literal id orcid count source as_of by_year kind doi url x-own value funder grant from to code
    2026 date submitted h_index affiliations
    """.split()
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXTS | st.none(),
    lambda below: st.lists(below, max_size=3) | st.dictionaries(KEYS, below, max_size=3),
    max_leaves=5,
)
OPTIONS = {
    "accent": OptionEntry(kind="colour"),
    "width": OptionEntry(kind="choice", choices=("a", "wide")),
    "shown": OptionEntry(kind="list", choices=("a", "b")),
    "numbers": OptionEntry(kind="metrics"),
    "wide": OptionEntry(kind="boolean"),
    "size": OptionEntry(kind="number", minimum=1),
}
Options = options_schema(OPTIONS)
KINDS: list[type[Part]] = [PaperFile, AuthorFile, OwnPageFile, SiteFile, ThemeFile, Options]
NEEDED: dict[type[Part], dict[str, Plain]] = {
    PaperFile: {"title": "A title", "authors": ["Ada Lovelace"]},
    AuthorFile: {"name": "Ada Lovelace"},
    OwnPageFile: {"title": "Teaching"},
    SiteFile: {},
    ThemeFile: {"contract": "1", "name": "Plain"},
    Options: {},
}
GOOD: dict[type[Part], dict[str, Plain]] = {
    PaperFile: {
        "title": " A  title",
        "authors": ["Ada Lovelace", {"family": "Hopper", "given": "Grace", "equal": "yes"}, "...", "et al."],
        "dates": {"submitted": "2026", "accepted": None},
        "type": "inproceedings",
        "citations": {"count": "3", "by_year": {"2025": "3"}},
        "links": {"code": "https://example.org/", "pdf": ["a.pdf", "b.pdf"], "data": None},
        "ratings": {"fun": "3", "depth": {"value": "1.5", "source": "Us"}},
        "versions": [{"kind": "preprint", "arxiv": "2101.00010"}],
        "awards": "Best paper",
        "x-own": ["a"],
        "extra": {"a": ["b", None]},
    },
    AuthorFile: {"name": {"literal": "A group"}, "affiliations": ["X", {"name": "Y", "from": "2020"}]},
    OwnPageFile: {"title": "Teaching", "menu": "no"},
    SiteFile: {
        "author_pages": "all",
        "theme": {"name": "plain", "accent": {"light": "#000"}, "none": None},
        "exports": {"site": [], "paper": ["bibtex"]},
        "lists": [{"name": "erc", "title": "ERC", "types": ["article"]}],
        "ratings": {"fun": {"label": "Fun", "scale": "5"}},
        "home": "page about",
        "search": "no",
    },
    ThemeFile: {
        "contract": "1",
        "name": "Plain",
        "options": {"accent": {"kind": "colour", "default": {"light": "#fff"}, "about": "A colour."}},
    },
    Options: {"accent": "#FFF", "width": "wide", "shown": ["b", "a"], "wide": "yes", "size": "1.5", "numbers": ["a"]},
}


def files() -> st.SearchStrategy[tuple[type[Part], dict[str, Plain]]]:
    def of(kind: type[Part]) -> st.SearchStrategy[tuple[type[Part], dict[str, Plain]]]:
        keys = [key.alias or name for name, key in keys_of(kind).items()]
        values = st.dictionaries(st.sampled_from([*keys, "x-own", "unknown"]), VALUES, max_size=4)
        return values.map(lambda given: (kind, {**NEEDED[kind], **given}))

    return st.sampled_from(KINDS).flatmap(of)


def by_pydantic(kind: type[Part], values: dict[str, Plain]) -> Part | None:
    made = validated(kind, values)
    return made if isinstance(made, Part) else None


@given(files())
@settings(max_examples=300)
def test_both_ways_give_the_same(file: tuple[type[Part], dict[str, Plain]]) -> None:
    kind, values = file
    assert repr(good_values(kind, values)) == repr(by_pydantic(kind, values))


@pytest.mark.parametrize("kind", GOOD)
def test_all_that_a_file_may_hold_is_known_here(kind: type[Part]) -> None:
    made = good_values(kind, GOOD[kind])
    assert made is not None
    assert repr(made) == repr(by_pydantic(kind, GOOD[kind]))


def test_what_is_made_can_be_shown_and_not_changed() -> None:
    made = good_values(OwnPageFile, {"title": "Teaching"})
    assert repr(made) == repr(by_pydantic(OwnPageFile, {"title": "Teaching"}))
    with pytest.raises(AttributeError):
        made.title = "Other"  # type: ignore[union-attr]


def test_an_option_may_have_any_name_that_a_theme_may_give_it() -> None:
    names = ("key", "check", "copy", "json", "fields", "values", "items", "model_fields")
    odd = options_schema(dict.fromkeys(names, OptionEntry(kind="boolean")))
    made = good_values(odd, dict.fromkeys(names, "yes"))
    assert made is not None
    assert dict(made) == {"name": "", **dict.fromkeys(names, True)}


def test_a_key_that_is_needed_is_missed() -> None:
    assert good_values(PaperFile, {"title": "A", "authors": None}) is None


def test_values_of_no_map_are_left_to_pydantic() -> None:
    assert good_values(PaperFile, ["a"]) is None


def test_a_kind_that_nobody_uses_any_more_is_let_go() -> None:
    first = extended(Part, "Options", {"name": str})
    gone = ref(first)
    assert good_values(first, {}) is not None
    del first
    for _ in range(REMEMBERED):
        good_values(extended(Part, "Options", {"name": str}), {})
    collect()
    assert gone() is None
