"""The site in memory, and what of it is made anew after a change: here the preview meets the build."""

from functools import partial
from pathlib import Path
from typing import Final

from profilegen.build.compose import Composed, assemble, of_theme
from profilegen.build.themed import theme_of
from profilegen.build.weight import has_errors
from profilegen.preview.reading import Reading, read_again, read_site
from profilegen.preview.reuse import numbers_of, texts_of
from profilegen.preview.revising import Known, with_revision
from profilegen.preview.revision import revision
from profilegen.problems import Failure, Problem
from profilegen.theme.find import STATIC, TEMPLATES, THEMES
from profilegen.theme.render import Renderer
from profilegen.values import Struct, replace

_AS_IT_WAS: Final = "the site stays as it was"
_OF_THEME: Final = (f"{THEMES}/", f"{TEMPLATES}/", f"{STATIC}/")


class Good(Struct, frozen=True):
    """What pages are made from: the files when nothing in them stood in the way of a site, and the site.

    `of_theme` is what is wrong with the templates.
    """

    reading: Reading
    composed: Composed
    theme: Renderer
    of_theme: tuple[Problem, ...]


class State(Struct, frozen=True):
    """The files as they are, and what is wrong; `good` is older where anything is, None where nothing was good yet.

    `failure` is why the theme or a metric cannot be used as it is, `stale` that the theme changed after it was last
    used, and `touched` says in words what was made anew.
    """

    reading: Reading
    problems: tuple[Problem, ...]
    failure: Failure | None
    good: Good | None
    stale: bool
    touched: str = ""

    @property
    def wrong(self) -> bool:
        """Whether something is wrong that keeps the site from being as its files say."""
        return self.failure is not None or has_errors(self.problems)


class Studio(Struct, frozen=True):
    """Where a site is and how it is previewed: its folder, a path without links; with drafts or without."""

    root: Path
    known: Known
    drafts: bool

    def opened(self) -> State:
        """Everything read and made."""
        reading = read_site(self.root)
        composed = assemble(reading.loaded(), self.known.clock, drafts=self.drafts)
        for paper in reading.papers.records:
            # Remembered now, so that the first new title is no slower than the next.
            self.known.title_key(paper.title.source)
            self.known.own_key(paper)
        return self._state(reading, composed, None, stale=True)

    def after(self, state: State, changed: frozenset[str]) -> State:
        """The state after the files at these paths from the root were changed, made or removed."""
        reading = read_again(state.reading, self.root, changed)
        stale = state.stale or any(path.startswith(_OF_THEME) for path in changed)
        try:
            composed, touched = self._composed(reading, state.good, changed)
        except Failure as failure:
            return State(reading, state.problems, failure, state.good, stale, _AS_IT_WAS)
        later = self._state(reading, composed, state.good, stale=stale)
        return replace(later, touched=_AS_IT_WAS if later.wrong else touched)

    def _composed(self, reading: Reading, good: Good | None, changed: frozenset[str]) -> tuple[Composed, str]:
        if good is None or good.composed.site is None:
            return assemble(reading.loaded(), self.known.clock, drafts=self.drafts), "everything"
        change = revision(good.reading, reading)
        if change is not None and not change.count:
            copied = changed.intersection(attached.source for attached in good.composed.attachments)
            # Another object is another edition: what the pages show beside their own bytes is not as it was.
            return (replace(good.composed), "a copied file") if copied else (good.composed, "nothing that is linked")
        revised = None if change is None else with_revision(good.composed, reading, change, self.known)
        if change is not None and revised is not None:
            return revised, "1 record" if change.count == 1 else f"{change.count} records"
        site = good.composed.site
        texts, numbers = partial(texts_of, site), partial(numbers_of, site)
        composed = assemble(reading.loaded(), self.known.clock, drafts=self.drafts, texts=texts, numbers=numbers)
        return composed, "the links between all records"

    def _state(self, reading: Reading, composed: Composed, good: Good | None, *, stale: bool) -> State:
        if composed.site is None or has_errors(composed.problems):
            return State(reading, composed.problems, None, good, stale)
        try:
            theme = self._theme(composed, None if stale else good)
        except Failure as failure:
            older = good and replace(good, composed=composed, reading=reading)
            return State(reading, composed.problems, failure, older, stale=True)
        same = good is not None and good.theme is theme and good.composed.pages is composed.pages
        found = good.of_theme if good is not None and same else of_theme(self.root, composed)
        problems = tuple(sorted((*composed.problems, *found))) if found else composed.problems
        return State(reading, problems, None, Good(reading, composed, theme, found), stale=False)

    def _theme(self, composed: Composed, good: Good | None) -> Renderer:
        if good is not None and good.composed.look == composed.look:
            return good.theme
        return theme_of(self.root, composed.look)
