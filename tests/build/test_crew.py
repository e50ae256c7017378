"""Workers: those that begin with nothing, as where no process can be forked, do what forked ones do."""

from functools import lru_cache
from pathlib import Path

import pytest

from folders import tree, write_files
from profilegen.build import crew
from profilegen.build.clock import Clock
from profilegen.build.run import Manner, build
from profilegen.model.dates import PartialDate
from quiet import Quiet

SITE = {
    "profilegen.yaml": "url: https://example.org/\nauthor_pages: all\nexports: {paper: [bibtex]}\n",
    "content/authors/ada.md": "---\nname: Ada Lovelace\n---\nShe *programs*.\n",
    **{
        f"content/papers/p{number}.md": f"---\ntitle: Paper {number}\nauthors: [Ada Lovelace, Writer {number % 5}]\n"
        f"date: 20{number:02}\ncategory: cs.CL\n---\nOn $x_{number}$ and *more*.\n"
        for number in range(10, 40)
    },
}


def test_workers_that_begin_with_nothing_print_what_this_process_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site, clock = write_files(tmp_path / "site", SITE), Clock(PartialDate(2026, 7, 13))
    build(site, tmp_path / "one", clock, Manner(workers=1, remembering=False), Quiet())
    monkeypatch.setattr(crew, "FORKED", False)
    build(site, tmp_path / "several", clock, Manner(workers=2, remembering=False), Quiet())
    assert tree(tmp_path / "one") == tree(tmp_path / "several")


@lru_cache(maxsize=1)
def learnt() -> list[int]:
    """What this process has learnt."""
    return []


def known(_: int) -> list[int]:
    """What whoever is asked has learnt."""
    return list(learnt())


@pytest.mark.skipif(not crew.FORKED, reason="whoever is not forked begins with nothing")
def test_whoever_is_called_in_anew_knows_what_was_learnt_since() -> None:
    learnt().clear()
    with crew.Crew(2) as workers:
        assert list(workers.each(known, [0], 1)) == [[]]
        learnt().append(7)
        assert list(workers.each(known, [0], 1)) == [[]]
        workers.told()
        assert list(workers.each(known, [0], 1)) == [[7]]
