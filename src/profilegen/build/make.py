"""A build where something changed: what has to be read is read, what has to be printed is printed."""

from collections.abc import Iterator

from profilegen.build.citing import shelve_citations
from profilegen.build.compose import Making, defined, linked, theme_layers
from profilegen.build.content import Content, change_texts, read_content, records_of, retold, shelve_content
from profilegen.build.crew import Crew
from profilegen.build.inputs import beside_content, program
from profilegen.build.laps import Laps
from profilegen.build.memory import Memory, Notes, Sheet, remember_items, remember_pages
from profilegen.build.press import Order, carry_out, planned, remembered
from profilegen.build.run import Built, Manner, Say, Site
from profilegen.build.shelving import Common, facts_of, lazily, shelve
from profilegen.build.sources import Scan
from profilegen.build.weight import has_errors, stops
from profilegen.content.load import Loaded, read_settings
from profilegen.content.look import read_look
from profilegen.content.to_paper import rating_problems
from profilegen.corpus.severity import accepted
from profilegen.model.settings import Settings
from profilegen.model.theme import Look
from profilegen.output.catalogue import Keeping, Stock
from profilegen.output.codec import encoder
from profilegen.output.search import installed as installed_search
from profilegen.output.search import refresh_index
from profilegen.pages.exported import is_cited
from profilegen.pages.plan import is_html, template_of
from profilegen.pages.site import Site as Linked
from profilegen.pages.texts import Texts
from profilegen.problems import Problem
from profilegen.theme.find import find_themes
from profilegen.theme.named import named
from profilegen.values import Struct, replace


class Beside(Struct, frozen=True):
    """What the site says beside its content, the hash of that, and what is wrong with it."""

    settings: Settings
    look: Look
    inputs: bytes
    problems: tuple[Problem, ...]


def make(site: Site, found: Scan, memory: Memory, manner: Manner, say: Say, laps: Laps) -> Built:
    """Build the site from what was found, with what is remembered of the last build."""
    with Crew(manner.workers) as crew:
        beside = _beside(site)
        content = read_content(found, memory, crew)
        laps.lap("read")
        stock = Stock(site.state, memory.items)
        wrong = (*found.problems, *beside.problems)
        sheet = memory.sheet if not has_errors((*wrong, *content.problems)) else None
        if sheet is not None and _is_retold(site, beside, found, content, memory, stock):
            order = _retold(site, beside, content, memory, sheet)
        else:
            order = _relinked(site, beside, content, wrong, memory, stock)
        laps.lap("link")
        problems = _weighed((*order.problems, *content.problems), beside.settings, content)
        if order.common is None or stops(problems, strict=manner.strict):
            return Built(problems, sum(map(is_html, order.pages)), order.papers, order.authors, None, laps.taken)
        shelve_citations(order.keeping, order.cited, beside.settings, memory, stock, crew)
        laps.lap("cite")
        notes = encoder()(Notes(program(), content.held, found.problems))
        items = order.keeping.written(notes)
        remember_items(site.state, items)
        laps.lap("keep")
        plan = planned(site, order, order.common, items, memory.sheet)
        laps.lap("plan")
        written, proofs = carry_out(site, plan, items, crew, say)
        laps.lap("print")
        if failed := refresh_index(site.output, wanted=bool(order.common.facts.searched)):
            say.line(f"warning: {failed}")
        laps.lap("index")
        sheet = replace(remembered(site, order, plan, items, written, proofs), settled=problems)
        remember_pages(site.state, sheet)
        laps.lap("remember")
        return Built(problems, sum(map(is_html, order.pages)), order.papers, order.authors, written, laps.taken)


def _beside(site: Site) -> Beside:
    root = site.root
    file = read_settings(root)
    settings = file.settings if file.settings.url else replace(file.settings, url=site.url)
    look, of_look = read_look(root, find_themes(root), file.theme)
    return Beside(settings, look, beside_content(root, look.theme, site.url), (*file.problems, *of_look))


def _is_retold(site: Site, beside: Beside, found: Scan, content: Content, memory: Memory, stock: Stock) -> bool:
    """Whether nothing can differ from the last build but texts."""
    sheet, notes = memory.sheet, memory.notes
    return (
        sheet is not None
        and memory.whole
        and notes is not None
        and sheet.clock == site.clock
        and sheet.inputs == beside.inputs
        and notes.scan_problems == found.problems
        and retold(content, memory, stock)
    )


def _retold(site: Site, beside: Beside, content: Content, memory: Memory, sheet: Sheet) -> Order:
    """The last build's site, with other texts."""
    keeping = Keeping(site.state, memory.items)
    for shelf in memory.items.shelves:
        keeping.keep(shelf)
    change_texts(keeping, content)
    definitions, _ = defined(beside.settings)
    common = Common(beside.settings, beside.look, definitions, sheet.facts)
    attachments = sheet.attachments
    return Order(keeping, beside.inputs, common, sheet.pages, attachments, sheet.problems, sheet.papers, sheet.authors)


def _relinked(
    site: Site, beside: Beside, content: Content, wrong: tuple[Problem, ...], memory: Memory, stock: Stock
) -> Order:
    """The site linked anew from all records, as far as nothing is wrong."""
    keeping = Keeping(site.state, memory.items)
    records = records_of(content, beside.settings, memory, stock)
    of_ratings = tuple(found for paper in records.papers for found in rating_problems(paper, beside.settings))
    found = (*wrong, *of_ratings)
    counts = (len(records.papers), len(records.authors))
    if has_errors(content.problems):
        return Order(keeping, beside.inputs, None, (), (), found, *counts)
    loaded = Loaded(records, beside.look, found)
    draft = linked(loaded, site.clock, Making(False, lambda _: Texts({}, {}, {}, {}), lazily, installed_search()))
    if draft.site is None:
        return Order(keeping, beside.inputs, None, (), (), draft.found, *counts)
    shelve_content(keeping, content)
    raw: dict[str, object] = {paper.file: paper for paper in records.papers}
    shelve(keeping, draft.site, raw | {page.file: page for page in records.pages})
    definitions, _ = defined(beside.settings)
    common = Common(beside.settings, beside.look, definitions, facts_of(draft.site))
    cited = tuple(_cited(site, beside.look, draft.site))
    return Order(keeping, beside.inputs, common, draft.pages, draft.attachments, draft.found, *counts, cited)


def _cited(site: Site, look: Look, linked: Linked) -> Iterator[str]:
    """The papers that have a citation, where the theme shows it."""
    if "citation" in named(theme_layers(site.root, look), [template_of("paper")]):
        yield from (paper for paper in linked.corpus.papers if is_cited(linked, paper))


def _weighed(problems: tuple[Problem, ...], settings: Settings, content: Content) -> tuple[Problem, ...]:
    accepts = {held.path: held.accept for held in content.held if held.accept}
    return tuple(sorted(set(accepted(problems, settings, accepts))))
