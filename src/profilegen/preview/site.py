"""The site in memory, and what of it is made anew after a change: here the preview meets the build."""

from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

from profilegen.build import Clock, Composed, assemble, has_errors, theme_of
from profilegen.metrics import installed
from profilegen.preview.reading import Reading, read_again, read_site
from profilegen.preview.retelling import retold, with_texts
from profilegen.preview.reuse import numbers_of, texts_of
from profilegen.problems import Failure, Problem
from profilegen.theme.find import STATIC, TEMPLATES, THEMES
from profilegen.theme.render import Renderer

_AS_IT_WAS: Final = "the site stays as it was"
_OF_THEME: Final = (f"{THEMES}/", f"{TEMPLATES}/", f"{STATIC}/")


@dataclass(frozen=True, slots=True)
class Good:
    """What pages are made from: the files when nothing in them stood in the way of a site, and the site."""

    reading: Reading
    composed: Composed
    theme: Renderer


@dataclass(frozen=True, slots=True)
class State:
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


@dataclass(frozen=True, slots=True)
class Studio:
    """Where a site is and how it is previewed: its folder, a path without links; the day; with drafts or without.

    `packaged` is whether packages bring metrics, which may be made from anything in a record.
    """

    root: Path
    clock: Clock
    drafts: bool
    packaged: bool = field(default_factory=lambda: bool(installed()[0]))

    def opened(self) -> State:
        """Everything read and made."""
        reading = read_site(self.root)
        composed = assemble(reading.loaded(), self.clock, drafts=self.drafts)
        return self._state(reading, composed, None, stale=True)

    def after(self, state: State, changed: frozenset[str]) -> State:
        """The state after the files at these paths from the root were changed, made or removed."""
        reading = read_again(state.reading, self.root, changed)
        stale = state.stale or any(path.startswith(_OF_THEME) for path in changed)
        try:
            composed, touched = self._composed(reading, state.good)
        except Failure as failure:
            return State(reading, state.problems, failure, state.good, stale, _AS_IT_WAS)
        later = self._state(reading, composed, state.good, stale=stale)
        return replace(later, touched=_AS_IT_WAS if later.wrong else touched)

    def _composed(self, reading: Reading, good: Good | None) -> tuple[Composed, str]:
        if good is None or good.composed.site is None:
            return assemble(reading.loaded(), self.clock, drafts=self.drafts), "everything"
        records = retold(good.reading, reading)
        if records is not None and not records:
            return good.composed, "nothing that is linked"
        if records is not None and not self.packaged:
            return with_texts(good.reading, good.composed, reading, records), _named(len(records))
        site = good.composed.site
        texts, numbers = partial(texts_of, site), partial(numbers_of, site)
        composed = assemble(reading.loaded(), self.clock, drafts=self.drafts, texts=texts, numbers=numbers)
        return composed, "the links between all records"

    def _state(self, reading: Reading, composed: Composed, good: Good | None, *, stale: bool) -> State:
        if composed.site is None or has_errors(composed.problems):
            return State(reading, composed.problems, None, good, stale)
        try:
            theme = self._theme(composed, None if stale else good)
        except Failure as failure:
            older = good and replace(good, composed=composed, reading=reading)
            return State(reading, composed.problems, failure, older, stale=True)
        return State(reading, composed.problems, None, Good(reading, composed, theme), stale=False)

    def _theme(self, composed: Composed, good: Good | None) -> Renderer:
        if good is not None and good.composed.look == composed.look:
            return good.theme
        return theme_of(self.root, composed.look)


def _named(count: int) -> str:
    return "the texts of 1 record" if count == 1 else f"the texts of {count} records"
