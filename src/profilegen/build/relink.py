"""A site linked anew: from all records, and from what it says beside its content."""

from collections.abc import Iterator

from profilegen.build.beside import Beside
from profilegen.build.compose import Making, linked
from profilegen.build.content import Content, records_of, shelve_content
from profilegen.build.inputs import beside_content
from profilegen.build.planning import Order
from profilegen.build.roll import Roll
from profilegen.build.run import Site
from profilegen.build.shelving import Common, facts_of, lazily, shelve
from profilegen.build.sources import Scan
from profilegen.build.templates import shows_citations, theme_layers
from profilegen.build.weight import has_errors
from profilegen.content.load import Loaded, read_settings
from profilegen.content.look import read_look
from profilegen.content.to_paper import rating_problems
from profilegen.model.theme import Look
from profilegen.output.catalogue import Keeping, Stock
from profilegen.output.search import installed as installed_search
from profilegen.pages.exported import is_cited
from profilegen.pages.site import Site as Linked
from profilegen.pages.texts import Texts
from profilegen.theme.find import find_themes
from profilegen.values import replace


def read_beside(site: Site) -> Beside:
    """What the site says beside its content, read."""
    root = site.root
    file = read_settings(root)
    settings = file.settings if file.settings.url else replace(file.settings, url=site.url)
    look, of_look = read_look(root, find_themes(root), file.theme)
    return Beside(settings, look, beside_content(root, look.theme, site.url), (*file.problems, *of_look))


def relinked(site: Site, scan: Scan, content: Content, stock: Stock) -> Order:
    """The site linked anew from all records, as far as nothing is wrong."""
    beside = read_beside(site)
    keeping = Keeping(stock)
    records = records_of(content, beside.settings, stock)
    rated = [paper for paper in records.papers if paper.ratings]
    of_ratings = tuple(found for paper in rated for found in rating_problems(paper, beside.settings))
    found = (*scan.problems, *beside.problems, *of_ratings)
    counts = (len(records.papers), len(records.authors))
    if has_errors(content.problems):
        return Order(keeping, beside, None, Roll.of(()), (), found, *counts)
    loaded = Loaded(records, beside.look, found)
    draft = linked(loaded, site.clock, Making(False, lambda _: Texts({}, {}, {}, {}), lazily, installed_search()))
    if draft.site is None:
        return Order(keeping, beside, None, Roll.of(()), (), draft.found, *counts)
    shelve_content(keeping, content)
    raw: dict[str, object] = {paper.file: paper for paper in records.papers}
    shelve(keeping, draft.site, raw | {page.file: page for page in records.pages})
    cited = tuple(_cited(site, beside.look, draft.site))
    common = Common(beside.settings, beside.look, draft.definitions, facts_of(draft.site))
    return Order(
        keeping, beside, common, Roll.of(draft.pages), draft.attachments, draft.found, *counts, cited, draft.site
    )


def _cited(site: Site, look: Look, linked: Linked) -> Iterator[str]:
    """The papers that have a citation, where the theme shows it."""
    if shows_citations(theme_layers(site.root, look)):
        yield from (paper for paper in linked.corpus.papers if is_cited(linked, paper))
