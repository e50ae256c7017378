"""Content to a site that is ready to be rendered: read, linked, measured and planned."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from profilegen.build.clock import Clock
from profilegen.build.measuring import defined, measured
from profilegen.build.sources import check_site
from profilegen.build.templates import lost_pages
from profilegen.build.weight import has_errors
from profilegen.content.load import Loaded, load
from profilegen.corpus.corpus import Corpus
from profilegen.corpus.linking import link
from profilegen.corpus.severity import accepted, accepts_of
from profilegen.corpus.wording import did_you_mean
from profilegen.exports.keys import keys
from profilegen.metrics import Definition, Measured, support_notes
from profilegen.model.records import Records
from profilegen.model.settings import Search
from profilegen.model.theme import Look
from profilegen.output.search import installed as installed_search
from profilegen.pages.attachment import Attachment
from profilegen.pages.attachments import attachment_problems, attachments
from profilegen.pages.frame import entries
from profilegen.pages.lost import lost
from profilegen.pages.page import Page
from profilegen.pages.paging import list_pages
from profilegen.pages.plan import plan
from profilegen.pages.site import Site, home_of, neighbours
from profilegen.pages.texts import Texts, written
from profilegen.problems import Problem, problem, quoted
from profilegen.theme.find import find_themes
from profilegen.values import Struct, replace

Convert: TypeAlias = Callable[[Corpus], Texts]
Measure: TypeAlias = Callable[[Corpus, tuple[Definition, ...]], Mapping[str, tuple[Measured, ...]]]


class Composed(Struct, frozen=True):
    """A site ready to be rendered, or None where an error stands in the way; and all that is wrong, sorted."""

    site: Site | None
    pages: tuple[Page, ...]
    attachments: tuple[Attachment, ...]
    problems: tuple[Problem, ...]
    records: Records
    look: Look


class Making(Struct, frozen=True):
    """How a site is made: with drafts or without, how texts are converted and people measured.

    `searchable` is whether the index of a search can be made, None where the site is only looked at.
    """

    drafts: bool
    texts: Convert
    numbers: Measure
    searchable: bool | None


class Draft(Struct, frozen=True):
    """How far the making of a site came: what was found wrong on the way, and the site if nothing stopped it."""

    found: tuple[Problem, ...]
    site: Site | None = None
    pages: tuple[Page, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    definitions: tuple[Definition, ...] = ()


def compose(root: Path, clock: Clock) -> Composed:
    """Read, link, measure and plan the site in the folder `root`. Nothing is written."""
    check_site(root)
    composed = assemble(load(root, find_themes(root)), clock, searchable=installed_search())
    return replace(composed, problems=tuple(sorted((*composed.problems, *of_theme(root, composed)))))


def of_theme(root: Path, composed: Composed) -> tuple[Problem, ...]:
    """What is wrong with the templates of the site in the folder `root`, as the site weighs it."""
    pages = ((page.kind, page.file) for page in composed.pages)
    return accepted(lost_pages(root, composed.look, pages), composed.records.settings, {})


def assemble(
    loaded: Loaded,
    clock: Clock,
    *,
    drafts: bool = False,
    texts: Convert = written,
    numbers: Measure | None = None,
    searchable: bool | None = None,
) -> Composed:
    """Link, measure and plan what was read, with drafts or without, and weigh what is wrong.

    `texts` converts the texts, `numbers` measures the people: somebody who holds earlier ones need not make them anew.
    `searchable` is whether the index of a search can be made, None where the site is only looked at.
    """
    draft = linked(loaded, clock, Making(drafts, texts, numbers or measured, searchable))
    problems = settled(draft.found, loaded.records)
    return Composed(draft.site, draft.pages, draft.attachments, problems, loaded.records, loaded.look)


def linked(loaded: Loaded, clock: Clock, making: Making) -> Draft:
    """Link, measure and plan what was read, up to the first step with an error."""
    if has_errors(loaded.problems):
        return Draft(loaded.problems)
    corpus, of_links = link(loaded.records, drafts=making.drafts, today=clock.today, epoch=clock.epoch)
    definitions, of_metrics = defined(corpus.settings)
    of_look = _unknown_metrics(loaded.look, definitions)
    found = (*loaded.problems, *of_links, *of_metrics, *of_look)
    if has_errors(found):
        return Draft(found)
    home = home_of(corpus)
    site = Site(
        corpus=corpus,
        definitions=definitions,
        measured=making.numbers(corpus, definitions),
        texts=making.texts(corpus),
        home=home,
        menu=entries(corpus, home, loaded.look.words),
        citekeys=keys(corpus.papers.values()),
        neighbours=neighbours(corpus),
        options=loaded.look.options,
        words=loaded.look.words,
        searched=making.searchable and corpus.settings.search is not Search.OFF,
    )
    return replace(_planned(replace(site, list_pages=list_pages(site)), found), definitions=definitions)


def _unknown_metrics(look: Look, definitions: Iterable[Definition]) -> tuple[Problem, ...]:
    """A problem for each metric that the theme's options name and nothing defines."""
    known = [definition.name for definition in definitions]
    return tuple(
        problem("unknown-metric", place, f"there is no metric {quoted(name)}", did_you_mean(name, known))
        for name, place in look.metrics
        if name not in known
    )


def _planned(site: Site, found: tuple[Problem, ...]) -> Draft:
    pages, of_pages = plan(site)
    attached = attachments(site)
    of_site = (*lost(site), *site.texts.problems, *_notes(site))
    problems = (*found, *of_site, *of_pages, *attachment_problems(attached, pages))
    return Draft(problems, site, pages, attached)


def settled(problems: Iterable[Problem], records: Records) -> tuple[Problem, ...]:
    """The problems as this site weighs them, each once, sorted."""
    return tuple(sorted(set(accepted(problems, records.settings, accepts_of(records)))))


def _notes(site: Site) -> Iterator[Problem]:
    for person in site.corpus.people.values():
        if person.author is not None and person.author.reported and person.has_page:
            yield from support_notes(person.author, site.measured[person.id])
