"""With whom a person wrote, and how often."""

from collections.abc import Sequence

from profilegen.model.folding import sort_key
from profilegen.model.names import Name
from profilegen.model.paper import Paper
from profilegen.pages.byline import person_link
from profilegen.pages.site import Site
from profilegen.pages.views import CoauthorView
from profilegen.values import Struct


class Coauthor(Struct, frozen=True):
    """Somebody in a byline beside the page's person: `person_id` is "" for a name that is no record's."""

    key: str
    name: Name
    person_id: str


def coauthors(site: Site, papers: Sequence[str], self_id: str, root: str) -> tuple[CoauthorView, ...]:
    """Everyone who stands in a byline of the papers of these ids, the most frequent first, then by name."""
    seen: dict[str, Coauthor] = {}
    times: dict[str, int] = {}
    for paper in papers:
        for key in _others(site, site.corpus.papers[paper], self_id, seen):
            times[key] = times.get(key, 0) + 1
    ranked = sorted(times, key=lambda key: (-times[key], _sorted_by(site, seen[key].name), key))
    return tuple([_view(site, seen[key], times[key], root) for key in ranked])


def _sorted_by(site: Site, name: Name) -> tuple[str, str]:
    return site.shared.get(("sorted by", name), lambda: sort_key(name.sort_text))


def _others(site: Site, paper: Paper, self_id: str, seen: dict[str, Coauthor]) -> set[str]:
    """The keys of the others in a byline; the first spelling of a name is the one that is printed."""
    keys = set()
    for entry, person_id in zip(paper.byline.entries, site.corpus.credits[paper.id], strict=True):
        if entry is None or person_id == self_id:
            continue
        key = person_id or f"name {entry.name.folded}"
        if key not in seen:
            name = site.corpus.people[person_id].name if person_id else entry.name
            seen[key] = Coauthor(key, name, person_id or "")
        keys.add(key)
    return keys


def _view(site: Site, found: Coauthor, papers: int, root: str) -> CoauthorView:
    url, outside = person_link(site, found.person_id, root) if found.person_id else ("", False)
    return CoauthorView(found.name.full, url, outside, papers)
