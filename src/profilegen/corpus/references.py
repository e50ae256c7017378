"""Ids in records and settings that should name another record, a category or a page."""

from collections.abc import Iterator
from typing import Final, Self

from profilegen.corpus.wording import did_you_mean
from profilegen.model.author import Author
from profilegen.model.categories import ARXIV, known
from profilegen.model.paper import Paper
from profilegen.model.records import Records
from profilegen.model.settings import HomeKind, Settings
from profilegen.model.slugs import slug
from profilegen.problems import Place, Problem, problem, quoted
from profilegen.values import Struct

SETTINGS_FILE: Final = "profilegen.yaml"


class Ids(Struct, frozen=True):
    """The ids of all files, drafts among them: to name a draft is no mistake."""

    papers: frozenset[str]
    authors: frozenset[str]
    pages: frozenset[str]

    @classmethod
    def of(cls, records: Records) -> Self:
        """The ids of these records."""
        return cls(
            frozenset(paper.id for paper in records.papers),
            frozenset(author.id for author in records.authors),
            frozenset(page.id for page in records.pages),
        )


def related_problems(paper: Paper, ids: Ids) -> Iterator[Problem]:
    """An error for each related id that no paper has."""
    for related in paper.related:
        if related.id and related.id not in ids.papers:
            yield _unknown("paper", related.id, paper.place("related"), ids.papers)


def selected_problems(author: Author, own: frozenset[str], ids: Ids, listed: frozenset[str]) -> Iterator[Problem]:
    """An error for each selected id that no paper has, or one that is not the author's.

    `own` are the author's papers with their versions, `listed` all papers that are no drafts.
    """
    at = author.place("selected")
    for paper in author.selected:
        if paper not in ids.papers:
            yield _unknown("paper", paper, at, ids.papers)
        elif paper in listed and paper not in own:
            message = f"the selected paper {quoted(paper)} is not by {quoted(author.id)}"
            yield problem("unknown-record", at, message, "take it out, or link its byline to the author by an id")


def home_problems(settings: Settings, profiles: frozenset[str], pages: frozenset[str], ids: Ids) -> Iterator[Problem]:
    """An error where the home is a profile or a page that does not exist; `profiles` and `pages` are those that do."""
    if settings.home and settings.home.kind is HomeKind.PROFILE and slug(settings.home.id) not in profiles:
        yield _homeless("profile", settings.home.id, profiles, ids.authors)
    if settings.home and settings.home.kind is HomeKind.PAGE and settings.home.id not in pages:
        yield _homeless("page", settings.home.id, pages, ids.pages)


def _homeless(kind: str, home: str, shown: frozenset[str], files: frozenset[str]) -> Problem:
    if home not in files:
        return _unknown(kind, home, Place(SETTINGS_FILE), shown)
    why = "it is a draft, or has 'profile: false'" if kind == "profile" else "it is a draft"
    hint = f"{why}: mend its file or choose another home"
    return problem("unknown-record", Place(SETTINGS_FILE), f"the home {quoted(f'{kind} {home}')} is not shown", hint)


def category_problems(papers: tuple[Paper, ...], settings: Settings) -> Iterator[Problem]:
    """A warning for each category that is neither arXiv's nor declared."""
    hints: dict[str, str] = {}
    for paper in papers:
        for category in paper.categories:
            if known(category, settings.categories):
                continue
            if category not in hints:
                hints[category] = _category_hint(category, settings)
            message = f"the category {quoted(category)} is neither arXiv's nor declared"
            yield problem("unknown-category", _category_place(paper, category), message, hints[category])


def _category_hint(category: str, settings: Settings) -> str:
    meant = did_you_mean(category, {**ARXIV, **settings.categories})
    return meant or f"declare it under categories in {SETTINGS_FILE}"


def _category_place(paper: Paper, category: str) -> Place:
    keys = ("category", "categories") if category == paper.category else ("categories", "category")
    return next((paper.places[key] for key in keys if key in paper.places), Place(paper.file))


def _unknown(kind: str, found: str, at: Place, ids: frozenset[str]) -> Problem:
    hint = did_you_mean(found, ids) or "an id is the name of a file without its ending"
    return problem("unknown-record", at, f"no {kind} has the id {quoted(found)}", hint)
