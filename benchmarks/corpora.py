"""Sites of any size for the benchmarks: ten thousand real papers where they lie, else generated ones of the same shape.

    python benchmarks/corpora.py PAPERS FOLDER

Only the citation counts, most abstracts (drawn from the real ones) and what goes beyond 10,000 papers are invented.
"""

import gzip
import json
import random
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

CHECKOUT: Final = Path(__file__).resolve().parent.parent
REAL: Final = CHECKOUT.parent / "shared/corpora/acl-10k.jsonl.gz"

SEED: Final = 20260601
REAL_PAPERS: Final = 10_000

AUTHOR_FILES: Final = 100
"""So many of the most prolific authors have a file of their own; all others get their page from the bylines."""

FRESH_SHARE: Final = 0.48
"""Of the people of one ten thousand, so many do not occur in another: 48,355 papers then have about 40,000 authors."""

VARIANT_SHARE: Final = 0.01
"""So many names in bylines are spelled without their diacritics, or with other capitals."""

AUTHORS_A_PAPER: Final = (0.20, 0.50, 0.74, 0.87, 0.935, 0.966, 0.98, 0.99)
"""The share of papers with at most one, two, ... authors."""

SYLLABLES: Final = "ba den ka lo mi ra sen to vi zhe ul or an ge ho fu wy qua pel jin".split()
WORDS: Final = (
    "a the of in for with on by to from and we this model parsing corpus language neural semantic translation "
    "learning task results method features data word sentence graph entity dialogue evaluation syntax lexical "
    "annotation retrieval alignment transfer attention structured statistical approach analysis improves shows"
).split()


@dataclass(frozen=True, slots=True)
class Item:
    """One paper as the corpus has it; `citations` None means that nobody counted."""

    id: str
    title: str
    authors: tuple[str, ...]
    date: str
    venue: str
    type: str
    doi: str
    pages: str
    abstract: str
    citations: int | None


def items(papers: int) -> Iterator[Item]:
    """So many papers, each with an abstract; always the same."""
    found = list(_real() if REAL.is_file() else _invented())
    abstracts = [item.abstract for item in found if item.abstract]
    base = [_filled(item, number, abstracts) for number, item in enumerate(found)]
    return islice((_copied(item, copy) for copy in range(papers // len(base) + 1) for item in base), papers)


def write_site(folder: Path, papers: int, settings: str = "") -> Path:
    """Write a site of so many papers below `folder`, with a page for every author."""
    for name in ("content/papers", "content/authors"):
        (folder / name).mkdir(parents=True)
    (folder / "profilegen.yaml").write_text(f"title: Anthology\nauthor_pages: all\n{settings}", encoding="utf-8")
    counts: Counter[str] = Counter()
    for item in items(papers):
        counts.update(set(item.authors))
        (folder / "content/papers" / f"{item.id}.md").write_text(_paper(item), encoding="utf-8")
    for number, (name, _) in enumerate(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:AUTHOR_FILES]):
        text = f"---\nname: {_quoted(name)}\n---\nWrites papers, and has written many.\n"
        (folder / "content/authors" / f"author-{number:03}.md").write_text(text, encoding="utf-8")
    return folder


def _real() -> Iterator[Item]:
    with gzip.open(REAL, "rt", encoding="utf-8") as lines:
        for line in lines:
            found = json.loads(line)
            # The corpus says under `category` what is a type here, and under `doi` what is sometimes a handle.
            kind = {"journal": "article"}.get(found["category"], "conference")
            doi = found["doi"] if found["doi"].startswith("10.") else ""
            texts = (found["id"].lower(), found["title"], tuple(found["authors"]), found["date"], found["venue"], kind)
            yield Item(*texts, doi, found["pages"], found["abstract"], found["citations"])


def _invented() -> Iterator[Item]:
    chance = random.Random(SEED)
    people = [_name(chance) for _ in range(REAL_PAPERS * 3 // 2)]
    for number in range(REAL_PAPERS):
        drawn = chance.random()
        count = 1 + sum(drawn > share for share in AUTHORS_A_PAPER)
        authors = tuple({people[int(len(people) * chance.random() ** 1.6)]: None for _ in range(count)})
        title = " ".join(chance.choices(WORDS, k=chance.randint(5, 12))).capitalize()
        abstract = " ".join(chance.choices(WORDS, k=chance.randint(40, 200))).capitalize() + "."
        date, doi = f"{2000 + number % 26}-{1 + number % 12:02}", f"10.18653/v1/x{number}" if number % 3 == 0 else ""
        cited = int(chance.paretovariate(0.9)) - 1
        texts = (f"x{number:05}", f"{title} {number}", authors, date, f"Meeting {number % 300}", "conference")
        yield Item(*texts, doi, f"{number}-{number + 9}", abstract if number % 6 == 0 else "", cited)


def _filled(item: Item, number: int, abstracts: list[str]) -> Item:
    """With an abstract, where there is none one of another paper's, and one name in a hundred spelled otherwise."""
    chance = random.Random(SEED + number)
    authors = tuple(_variant(name) if chance.random() < VARIANT_SHARE else name for name in item.authors)
    return replace(item, abstract=item.abstract or chance.choice(abstracts), authors=authors)


def _copied(item: Item, copy: int) -> Item:
    """The paper in another ten thousand: some of its people are new, and so are its id and its title."""
    if not copy:
        return item
    authors = tuple(_renamed(name, copy) for name in item.authors)
    doi = f"{item.doi}.{copy}" if item.doi else ""
    return replace(item, id=f"{item.id}-{copy}", title=f"{item.title}, Part {copy + 1}", authors=authors, doi=doi)


def _renamed(name: str, copy: int) -> str:
    chance = random.Random(f"{SEED} {copy} {name.casefold()}")
    if chance.random() >= FRESH_SHARE:
        return name
    return f"{name}{chance.choice(SYLLABLES)}{chance.choice(SYLLABLES)}"


def _variant(name: str) -> str:
    plain = "".join(sign for sign in unicodedata.normalize("NFD", name) if not unicodedata.combining(sign))
    return plain if plain != name else name.title()


def _name(chance: random.Random) -> str:
    parts = ["".join(chance.choices(SYLLABLES, k=chance.randint(1, 3))).capitalize() for _ in range(2)]
    return " ".join(parts)


def _paper(item: Item) -> str:
    listed = "".join(f"  - {_quoted(name)}\n" for name in item.authors)
    optional = {"doi": item.doi, "pages": item.pages, "citations": item.citations}
    lines = "".join(f"{key}: {value}\n" for key, value in optional.items() if value not in ("", None))
    head = f"title: {_quoted(item.title)}\nauthors:\n{listed}date: {item.date}\ntype: {item.type}\n"
    return f"---\n{head}venue: {_quoted(item.venue)}\n{lines}---\n{item.abstract}\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


if __name__ == "__main__":
    write_site(Path(sys.argv[2]), int(sys.argv[1]))
