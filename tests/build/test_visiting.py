"""The order in which pages are printed."""

from pathlib import Path

from profilegen.build.roll import Roll
from profilegen.build.visiting import side_by_side
from sites import composed

SITE = {
    "profilegen.yaml": "author_pages: all\n",
    "content/papers/a.md": "---\ntitle: A\nauthors: [Ada One, Bea Two]\ndate: 2020\n---\n",
    "content/papers/b.md": "---\ntitle: B\nauthors: [Cyd Three]\ndate: 2021\n---\n",
    "content/papers/c.md": "---\ntitle: C\nauthors: [Bea Two, Dan Four]\ndate: 2019\n---\n",
    "content/papers/d.md": "---\ntitle: D\nauthors: [Eve Five]\ndate: 2018\n---\n",
}


def test_who_wrote_together_is_printed_together_and_each_page_once(tmp_path: Path) -> None:
    made = composed(tmp_path, SITE)
    assert made.site is not None
    pages = Roll.of(made.pages)
    order = side_by_side(range(len(pages)), pages, made.site.corpus)
    assert sorted(order) == list(range(len(pages)))
    met = [pages[number].subject for number in order if pages[number].kind in {"paper", "author"}]
    together = ["a", "ada-one", "bea-two", "c", "dan-four"]
    first = met.index("a")
    assert sorted(met[first : first + 5]) == together
    assert {"b", "cyd-three", "d", "eve-five"} == set(met) - set(together)
