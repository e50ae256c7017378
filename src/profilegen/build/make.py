"""A build where something changed: what has to be read is read, what has to be printed is printed."""

from profilegen.build.beside import recalled
from profilegen.build.content import Content, change_texts, read_content, retold
from profilegen.build.crew import Crew
from profilegen.build.inputs import beside_content, program
from profilegen.build.laps import Laps
from profilegen.build.measuring import defined
from profilegen.build.memory import Memory, Notes, remember_items, remember_pages
from profilegen.build.planning import Order, planned
from profilegen.build.press import carry_out
from profilegen.build.recording import remembered
from profilegen.build.roll import Roll
from profilegen.build.run import Built, Manner, Say, Site
from profilegen.build.shelving import CITATIONS, Common
from profilegen.build.sources import Scan
from profilegen.build.templates import lost_pages, shows_citations, theme_layers
from profilegen.build.weight import has_errors, stops
from profilegen.corpus.severity import accepted
from profilegen.metrics import all_definitions
from profilegen.model.settings import Settings
from profilegen.output.catalogue import Keeping, Stock
from profilegen.output.codec import encoder
from profilegen.output.search import refresh_index
from profilegen.problems import Problem
from profilegen.values import replace


def make(site: Site, found: Scan, memory: Memory, manner: Manner, say: Say, laps: Laps) -> Built:
    """Build the site from what was found, with what is remembered of the last build."""
    with Crew(manner.workers) as crew:
        stock = Stock(site.state, memory.items)
        content = read_content(found, memory, stock, crew, laps.slow)
        laps.lap("read")
        order = _retold(site, found, content, memory, stock)
        if order is None:
            from profilegen.build.relink import relinked  # noqa: PLC0415 - where texts alone are new, nothing is linked

            order = relinked(site, found, content, stock)
        laps.lap("link")
        problems = _weighed(
            (*order.problems, *_of_theme(site, order), *content.problems), order.beside.settings, content
        )
        if order.common is None or stops(problems, strict=manner.strict):
            return Built(problems, order.pages.readable, order.papers, order.authors, None, laps.taken, laps.slow)
        if order.cited:
            from profilegen.build.citing import shelve_citations  # noqa: PLC0415 - where nothing is linked, none is new

            shelve_citations(order.keeping, order.cited, order.beside.settings, stock, crew)
            laps.lap("cite")
        notes = encoder()(Notes(program(), content.ledger.columns, found.problems))
        items = order.keeping.written(notes)
        remember_items(site.state, items)
        del content  # all that was read is on the disk, and would only take up memory while pages are printed
        laps.lap("keep")
        plan = planned(site, order, order.common, items, memory.sheet)
        laps.lap("plan")
        written, proofs = carry_out(site, plan, items, crew, say, laps.slow)
        laps.lap("print")
        if failed := refresh_index(site.output, wanted=bool(order.common.facts.searched)):
            say.line(f"warning: {failed}")
        laps.lap("search")
        sheet = replace(remembered(site, order, plan, items, written, proofs), settled=problems)
        remember_pages(site.state, sheet)
        laps.lap("remember")
        return Built(problems, order.pages.readable, order.papers, order.authors, written, laps.taken, laps.slow)


def _retold(site: Site, found: Scan, content: Content, memory: Memory, stock: Stock) -> Order | None:
    """The last build's site, with other texts or in other templates; None where anything else can be new."""
    sheet = memory.sheet
    if (
        sheet is None
        or not memory.whole
        or sheet.clock != site.clock
        or memory.scan_problems != found.problems
        or has_errors((*found.problems, *sheet.beside.problems, *content.problems))
        or not retold(content, memory, stock)
    ):
        return None
    inputs = beside_content(site.root, sheet.theme, site.url)
    beside = recalled(sheet.beside, inputs)
    if inputs.said != sheet.inputs.said or (
        inputs.shown != sheet.inputs.shown
        and shows_citations(theme_layers(site.root, beside.look)) != (CITATIONS in stock.shelves)
    ):
        return None
    keeping = Keeping(stock)
    keeping.keep_all()
    change_texts(keeping, content)
    definitions, _ = defined(beside.settings) if sheet.extended else all_definitions(beside.settings)
    common = Common(beside.settings, beside.look, definitions, sheet.facts)
    attachments, counts = sheet.attachments, (sheet.papers, sheet.authors)
    return Order(keeping, beside, common, Roll(sheet.pages), attachments, sheet.problems, *counts)


def _of_theme(site: Site, order: Order) -> tuple[Problem, ...]:
    """What is wrong with the templates, which may have changed where nothing else did."""
    if order.common is None:
        return ()
    return lost_pages(site.root, order.common.look, zip(order.pages.kinds, order.pages.files, strict=True))


def _weighed(problems: tuple[Problem, ...], settings: Settings, content: Content) -> tuple[Problem, ...]:
    return tuple(sorted(set(accepted(problems, settings, content.accepts))))
