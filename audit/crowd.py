"""An invented site with as many papers as asked for, to look at a page that is empty or very long."""

from pathlib import Path
from typing import Final

OWNER: Final = "Mira Example"
TOPICS: Final = ("tides", "sparse graphs", "birdsong", "queues", "glaciers", "proofs", "markets")
METHODS: Final = ("Measuring", "Learning", "A survey of", "Bounds on", "Simulating", "On the limits of", "Mapping")
VENUES: Final = ("Journal of Examples", "Conference on Invented Results", "Workshop on Placeholders")
CATEGORIES: Final = ("cs.LG", "cs.CL", "stat.ML", "math.ST")
PEOPLE: Final = ("Ada Example", "Ben Sample", "Cleo Placeholder", "Dan Instance", "Eve Specimen")
NEWEST: Final = 2025


def write(folder: Path, papers: int) -> Path:
    """Write the content of a site with one profile and that many papers; the same each time."""
    for part in ("authors", "papers"):
        (folder / "content" / part).mkdir(parents=True)
    author = f"---\nname: {OWNER}\nposition: Nobody, anywhere\n---\nInvented, to see how a page looks.\n"
    (folder / "content" / "authors" / "mira-example.md").write_text(author, encoding="utf-8")
    (folder / "profilegen.yaml").write_text(f"title: {OWNER}\nas_of: {NEWEST}-12-31\n", encoding="utf-8")
    for number in range(papers):
        text = _paper(number)
        (folder / "content" / "papers" / f"paper-{number:04}.md").write_text(text, encoding="utf-8")
    return folder


def _paper(number: int) -> str:
    def of(words: tuple[str, ...], step: int) -> str:
        return words[number // step % len(words)]

    others = [PEOPLE[(number + turn) % len(PEOPLE)] for turn in range(number % 5)]
    byline = ", ".join([*others[:2], OWNER, *others[2:]])
    return f"""---
title: {of(METHODS, 1)} {of(TOPICS, 7)} and {of(TOPICS, 3)}, part {number + 1}
authors: [{byline}]
date: {NEWEST - number // 40}-{number % 12 + 1:02}
venue: {of(VENUES, 2)}
category: {of(CATEGORIES, 5)}
citations: {number * 37 % 211}
---
We look at {of(TOPICS, 7)} the way others look at {of(TOPICS, 3)}, find that $n^2$ grows, and say so at some length,
since an abstract of one line would make the page shorter than it would be in life.
"""
