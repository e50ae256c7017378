"""A paper whose abstract alone was edited is read the short way as it would be read the long way."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folders import write_files
from profilegen.build.ledger import Held
from profilegen.build.parsed import Parsed
from profilegen.build.reading import read_files
from profilegen.build.rewritten import rewritten
from profilegen.build.shelving import RECORDS, TEXTS
from profilegen.build.sources import Source, scan
from profilegen.output.catalogue import Items, Keeping, Stock, hash_of

NAME = "content/papers/a.md"
HEADS = (
    "title: First\nauthors: [Ada Lovelace]\nnote: See *there*.\n",
    "title: With $x^2$ in it\nauthors: [A B, C D]\naccept: [bad-formula]\ncitations: 3\n",
    "title: Two\nauthors: [A]\nabstract: Above.\n",
)
BODIES = st.lists(
    st.sampled_from(
        ("One.", "Two $y$.", "$\\nope{x}$", "---", "", " ", "# A heading", "[a](b.pdf)", "é", "\u2028", "\t")
    ),
    max_size=6,
).map("\n".join)


def found(root: Path) -> Source:
    return scan(root).source(0)


def stocked(folder: Path, known: Parsed) -> Stock:
    keeping = Keeping(Stock(folder, Items()))
    if known.record:
        keeping.put(f"{RECORDS}papers", NAME, known.record)
        keeping.put(f"{TEXTS}papers", NAME, known.text)
    return Stock(folder, keeping.written(b""))


def test_a_file_that_is_read_brings_the_hashes_of_what_it_says(tmp_path: Path) -> None:
    write_files(tmp_path, {NAME: f"---\n{HEADS[0]}---\nOne.\n"})
    found = scan(tmp_path).source(0)
    ((file, _),) = read_files((("papers", found.found, b""),))
    assert file.hashes == b"".join(map(hash_of, (file.record, file.title, file.text)))


@settings(max_examples=60)
@given(head=st.sampled_from(HEADS), other=st.sampled_from(HEADS), before=BODIES, after=BODIES)
def test_a_new_abstract_is_read_as_the_whole_file_would_be(
    tmp_path_factory: pytest.TempPathFactory, head: str, other: str, before: str, after: str
) -> None:
    root = tmp_path_factory.mktemp("site")
    write_files(root, {NAME: f"---\n{head}---\n\n{before}\n"})
    source = found(root)
    ((known, _),) = read_files(((source.kind, source.found, b""),))
    held = Held(
        source.kind, NAME, source.mark, known.hash, known.head, (), bool(known.record), known.accept, known.problems
    )
    stock = stocked(root, known)
    for keys in (head, other):
        write_files(root, {NAME: f"---\n{keys}---\n\n{after}\n"})
        short = rewritten(found(root), held, stock)
        ((long, _),) = read_files(((source.kind, source.found, held.hash),))
        assert short in (None, long)
    write_files(root, {NAME: f"---\n{head}---\n\nA plain text.\n"})
    if before and before == before.strip(" \t\n"):
        expected = not known.problems and "abstract" not in head
        assert (rewritten(found(root), held, stock) is not None) == expected
