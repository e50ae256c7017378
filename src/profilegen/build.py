"""The one composition: content in, site out."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final, Protocol, TypeAlias

from profilegen.content.load import Loaded, load
from profilegen.corpus.corpus import Corpus, Person
from profilegen.corpus.linking import link
from profilegen.corpus.severity import accepted
from profilegen.corpus.wording import did_you_mean
from profilegen.exports.keys import keys
from profilegen.metrics import Definition, Measured, all_definitions, installed, measure, support_notes
from profilegen.model.dates import PartialDate
from profilegen.model.records import Records
from profilegen.model.theme import Look
from profilegen.output import Written, check_target, locked, write_site
from profilegen.pages.attachments import Attachment, attachment_problems, attachments
from profilegen.pages.plan import Page, plan, view
from profilegen.pages.site import Site, home_of, neighbours
from profilegen.pages.texts import Texts, written
from profilegen.problems import Failure, Problem, Severity, problem, quoted
from profilegen.theme.find import STATIC, TEMPLATES, THEMES, find_themes, layers
from profilegen.theme.render import Renderer, renderer

STATE: Final = ".profilegen"
"""The folder of the site that holds what a build keeps for itself."""

SOURCES: Final = ("content", THEMES, TEMPLATES, STATIC, STATE)
"""The folders of the site that no output may touch."""

LOCK_SECONDS: Final = 60.0
"""How long a build waits for another one of the same site."""


Convert: TypeAlias = Callable[[Corpus], Texts]
Measure: TypeAlias = Callable[[Corpus, tuple[Definition, ...]], Mapping[str, tuple[Measured, ...]]]


@dataclass(frozen=True, slots=True)
class Clock:
    """What the world says of time: `today` decides only what lies in the future, `epoch` is SOURCE_DATE_EPOCH."""

    today: PartialDate
    epoch: int | None = None


class Say(Protocol):
    """How a build tells a person what it is doing."""

    def line(self, text: str) -> None:
        """Say something once."""

    def progress(self, pages: Iterable[tuple[str, bytes]], total: int) -> Iterable[tuple[str, bytes]]:
        """Pass the pages on, showing how many of `total` have gone by."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A site ready to be rendered, or None where an error stands in the way; and all that is wrong, sorted."""

    site: Site | None
    pages: tuple[Page, ...]
    attachments: tuple[Attachment, ...]
    problems: tuple[Problem, ...]
    records: Records
    look: Look


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made; `written` is None where problems stopped it."""

    composed: Composed
    written: Written | None


def compose(root: Path, clock: Clock) -> Composed:
    """Read, link, measure and plan the site in the folder `root`. Nothing is written."""
    check_site(root)
    return assemble(load(root, find_themes(root)), clock)


def check_site(root: Path) -> None:
    """Failure where the folder `root` holds no site."""
    if not (root / "content").is_dir():
        raise Failure(
            f"there is no folder 'content' in {root}", "call profilegen where the site is, or name its folder"
        )


def assemble(
    loaded: Loaded, clock: Clock, *, drafts: bool = False, texts: Convert = written, numbers: Measure | None = None
) -> Composed:
    """Link, measure and plan what was read, with drafts or without.

    `texts` converts the texts, `numbers` measures the people: somebody who holds earlier ones need not make them anew.
    """
    if has_errors(loaded.problems):
        return _stopped(loaded.problems, loaded)
    corpus, of_links = link(loaded.records, drafts=drafts, today=clock.today, epoch=clock.epoch)
    from_packages, of_packages = installed()
    definitions, of_metrics = all_definitions(corpus.settings, from_packages)
    of_look = _unknown_metrics(loaded.look, definitions)
    found = (*loaded.problems, *of_links, *of_packages, *of_metrics, *of_look)
    if has_errors(found):
        return _stopped(found, loaded)
    site = Site(
        corpus=corpus,
        measured=(numbers or measured)(corpus, definitions),
        texts=texts(corpus),
        home=home_of(corpus),
        citekeys=keys(corpus.papers.values()),
        neighbours=neighbours(corpus),
        options=loaded.look.options,
        words=loaded.look.words,
    )
    return _planned(site, found, loaded)


def build(root: Path, output: Path, clock: Clock, *, strict: bool, say: Say) -> Built:
    """Make the site of the folder `root` in the folder `output`; nothing is touched where a problem stops it.

    Raises:
        Failure: the output is no safe place, cannot be written, or a template is wrong.
    """
    with locked(root / STATE, LOCK_SECONDS, say.line), _collector_paused():
        check_target(output, root, [root / name for name in SOURCES])
        composed = compose(root, clock)
        if composed.site is None or stops(composed.problems, strict=strict):
            return Built(composed, None)
        theme = theme_of(root, composed.look)
        pages = say.progress(_rendered(composed.site, theme, composed.pages), len(composed.pages))
        return Built(composed, write_site(output, chain(theme.made, pages), _copied(root, composed, theme)))


def theme_of(root: Path, look: Look) -> Renderer:
    """What renders the pages of the site in the folder `root`: its own templates and those of its theme."""
    return renderer(layers(root, find_themes(root).by_name[look.theme]), look)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of them is an error."""
    return any(found.severity is Severity.ERROR for found in problems)


def stops(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether they keep a site from being built: errors do, and warnings where the user is strict."""
    return any(
        found.severity is Severity.ERROR or (strict and found.severity is Severity.WARNING) for found in problems
    )


def _unknown_metrics(look: Look, definitions: Iterable[Definition]) -> tuple[Problem, ...]:
    """A problem for each metric that the theme's options name and nothing defines."""
    known = [definition.name for definition in definitions]
    return tuple(
        problem("unknown-metric", place, f"there is no metric {quoted(name)}", did_you_mean(name, known))
        for name, place in look.metrics
        if name not in known
    )


def _planned(site: Site, found: tuple[Problem, ...], loaded: Loaded) -> Composed:
    pages, of_pages = plan(site)
    attached = attachments(site)
    problems = (*found, *site.texts.problems, *_notes(site), *of_pages, *attachment_problems(attached, pages))
    return Composed(site, pages, attached, settled(problems, loaded.records), loaded.records, loaded.look)


def _stopped(problems: Iterable[Problem], loaded: Loaded) -> Composed:
    return Composed(None, (), (), settled(problems, loaded.records), loaded.records, loaded.look)


def settled(problems: Iterable[Problem], records: Records) -> tuple[Problem, ...]:
    """The problems as this site weighs them, each once, sorted."""
    return tuple(sorted(set(accepted(problems, records))))


def measured(corpus: Corpus, definitions: tuple[Definition, ...]) -> Mapping[str, tuple[Measured, ...]]:
    """The metrics of everybody who has a page, by the person's id."""
    people = (person for person in corpus.people.values() if person.has_page)
    return {person.id: measured_person(corpus, person, definitions) for person in people}


def measured_person(corpus: Corpus, person: Person, definitions: tuple[Definition, ...]) -> tuple[Measured, ...]:
    """One person's metrics."""
    papers = [corpus.papers[paper] for paper in corpus.papers_of[person.id]]
    reported = person.author.reported if person.author else {}
    return measure(papers, corpus.settings, definitions, reported, corpus.as_of.year)


def _notes(site: Site) -> Iterator[Problem]:
    for person_id, measured in site.measured.items():
        author = site.corpus.people[person_id].author
        if author is not None:
            yield from support_notes(author, measured)


def _rendered(site: Site, theme: Renderer, pages: Iterable[Page]) -> Iterator[tuple[str, bytes]]:
    """Page after page: none is kept once it is written."""
    for page in pages:
        yield page.file, theme.render(page, view(site, page))


def _copied(root: Path, composed: Composed, theme: Renderer) -> Iterator[tuple[str, Path]]:
    for asset in theme.assets:
        yield asset.address, asset.path
    for attached in composed.attachments:
        yield attached.file, root / attached.source


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Records live to the end of the build and hold no cycles: collecting garbage among them only costs time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
