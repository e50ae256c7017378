"""profilegen.yaml and own pages to the model's settings and pages."""

import re
from collections.abc import Iterator

from profilegen.content import nodes
from profilegen.content.discover import Found
from profilegen.content.schema.refusals import did_you_mean
from profilegen.content.schema.site import ExportsEntry, ListEntry, OwnPageFile, SiteFile
from profilegen.content.to_paper import text_of, twice
from profilegen.model.categories import Category
from profilegen.model.paper import PaperType
from profilegen.model.records import OwnPage
from profilegen.model.settings import (
    COUNTED,
    NUMBERS,
    SORTED_BY,
    Abstracts,
    Aggregate,
    BylineStyle,
    CustomMetric,
    Exports,
    Home,
    HomeKind,
    MenuEntry,
    Notation,
    NumberFormat,
    PaperList,
    RatingScale,
    Search,
    Settings,
    SortKey,
)
from profilegen.model.text import Text
from profilegen.problems import Problem, Severity, problem, quoted


def to_settings(file: SiteFile) -> Settings:
    """The settings of a checked profilegen.yaml."""
    return Settings(
        title=file.title,
        url=f"{file.url.rstrip('/')}/" if file.url else "",
        description=file.description,
        language=file.language,
        license=file.license,
        as_of=file.as_of,
        home=_home(file.home) if file.home else None,
        all_authors=file.author_pages == "all",
        sort=tuple(SortKey(key.removeprefix("-"), key.startswith("-")) for key in file.sort),
        counts=COUNTED if file.counts is None else tuple(PaperType(kind) for kind in file.counts),
        byline=BylineStyle(file.byline),
        abstracts=Abstracts(file.abstracts),
        page_length=file.page_length,
        metrics=tuple(_metric(file, index) for index in range(len(file.metrics))),
        ratings=_ratings(file),
        categories={name: Category(name, entry.short, entry.name) for name, entry in file.categories.items()},
        groups=file.groups,
        menu=tuple(MenuEntry(item.label, item.url) for item in file.menu),
        problems={code: Severity(severity) for code, severity in file.problems.items()},
        edit_url=file.edit_url,
        exports=_exports(file.exports),
        lists=tuple(_list(entry) for entry in file.lists),
        citation_style=file.citation_style,
        search=Search(file.search),
        pictures=file.pictures,
    )


def to_page(found: Found, node: nodes.Mapping, body: Text, file: OwnPageFile) -> OwnPage:
    """The record of a checked own page."""
    return OwnPage(
        id=found.id,
        file=found.shown,
        title=text_of(node, "title", file.title),
        menu="" if file.menu.casefold() in {"no", "false"} else file.menu or file.title,
        weight=file.weight,
        draft=file.draft,
        body=body or text_of(node, "body", file.body),
        accept=file.accept,
        files=found.beside_names,
    )


def page_problems(node: nodes.Mapping, body: Text, file: OwnPageFile) -> Iterator[Problem]:
    """What only the whole of a good file shows."""
    yield from twice(node, body, "body", file.body)


def settings_problems(node: nodes.Mapping, file: SiteFile) -> Iterator[Problem]:
    """Sort keys and metrics' fields that no paper can have, and lists that would share a page."""
    numbers = {*NUMBERS, *file.ratings}
    for index, key in enumerate(file.sort):
        yield from _unknown(node, ("sort", index), key.removeprefix("-"), {*SORTED_BY, *file.ratings})
    for index, metric in enumerate(file.metrics):
        yield from _unknown(node, ("metrics", index, "field"), metric.field, numbers)
    names = [entry.name for entry in file.lists]
    for index, name in enumerate(names):
        if name in names[:index]:
            place = nodes.find(node, ("lists", index, "name")).place
            yield problem("shared-page", place, f"two lists are called {quoted(name)}", "give each a name of its own")


def _unknown(node: nodes.Mapping, loc: tuple[str | int, ...], word: str, known: set[str]) -> Iterator[Problem]:
    if word not in known:
        reason = f"papers have no {quoted(word)}: it is one of {', '.join(sorted(known))}"
        yield problem("bad-value", nodes.find(node, loc).place, reason, did_you_mean(word, sorted(known)))


def _home(text: str) -> Home:
    kind, _, name = text.partition(" ")
    return Home(HomeKind(kind), name.strip())


def _exports(entry: ExportsEntry) -> Exports:
    return Exports(
        site=_notations(entry.site),
        author=_notations(entry.author),
        paper=tuple(Notation(name) for name in dict.fromkeys(entry.paper)),
    )


def _notations(names: tuple[str, ...] | None) -> tuple[Notation, ...]:
    """Those named, in the order in which a page shows them; all where nothing is said."""
    return tuple(one for one in Notation if names is None or one in names)


def _list(entry: ListEntry) -> PaperList:
    years = [int(year) for year in re.findall("[0-9]{4}", entry.years)]
    types = tuple(PaperType(kind) for kind in entry.types)
    return PaperList(entry.name, entry.title, (years[0], years[-1]) if years else None, entry.tags, types, entry.grants)


def _metric(file: SiteFile, index: int) -> CustomMetric:
    entry = file.metrics[index]
    return CustomMetric(entry.name, entry.label, entry.field, Aggregate(entry.aggregate), NumberFormat(entry.format))


def _ratings(file: SiteFile) -> dict[str, RatingScale]:
    return {
        name: RatingScale(name, entry.label, entry.scale, Aggregate(entry.aggregate), NumberFormat(entry.format))
        for name, entry in file.ratings.items()
    }
