"""`profilegen refresh`: counts and published versions, from a local server, into files that keep all else."""

import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from folders import tree, write_files
from importing.replaying import Query, Reply, Service, as_json, replaying
from profilegen.importing.arxiv import Arxiv
from profilegen.importing.openalex import OpenAlex
from profilegen.importing.refreshing import Fate, Refreshed, Services, refreshed
from profilegen.importing.writing import write
from profilegen.model.dates import PartialDate
from profilegen.problems import Failure, OutsideFailure

TODAY = PartialDate(2026, 7, 13)
FEED = """<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"><entry>
<id>http://arxiv.org/abs/2101.00010v2</id><title>T</title><arxiv:doi>10.1000/pub</arxiv:doi>
<arxiv:journal_ref>J. Eng. 3</arxiv:journal_ref></entry></feed>"""


def counting(counts: Mapping[str, int], years: Mapping[str, Mapping[int, int]] | None = None) -> Any:  # noqa: ANN401
    """A route that counts what it is asked for by DOI."""

    def answer(query: Query) -> Reply:
        asked = query["filter"].removeprefix("doi:").split("|")
        return as_json({"results": [work(doi) for doi in asked if doi in counts]})

    def work(doi: str) -> dict[str, Any]:
        by_year = [{"year": year, "cited_by_count": count} for year, count in (years or {}).get(doi, {}).items()]
        return {"doi": f"https://doi.org/{doi}", "cited_by_count": counts[doi], "counts_by_year": by_year}

    return answer


def refresh(root: Path, service: Service, author: str = "", *, accept: bool = False) -> Refreshed:
    services = Services(OpenAlex(service.address), Arxiv(f"{service.address}/q"), service.client(), TODAY)
    done = refreshed(root, services, author, accept=accept)
    write(root, done.changes)
    return done


def paper(more: str) -> str:
    return f"---\ntitle: T\nauthors: [Ada Lovelace]\n{more}---\n"


def test_a_count_comes_with_years_source_and_day(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/papers/a.md": paper("doi: 10.1000/A # mine\n"), "content/papers/b.md": paper("")})
    with replaying({"/works": counting({"10.1000/a": 12}, {"10.1000/a": {2024: 7, 2023: 5}})}) as service:
        done = refresh(tmp_path, service)
        assert done.fates == {"a": Fate.UPDATED, "b": Fate.UNKNOWN}
        line = "citations: {count: 12, source: OpenAlex, as_of: 2026-07-13, by_year: {2023: 5, 2024: 7}}\n"
        assert (tmp_path / "content/papers/a.md").read_text("utf-8") == paper(f"doi: 10.1000/A # mine\n{line}")
        before = tree(tmp_path)
        assert refresh(tmp_path, service).fates["a"] is Fate.SAME
        assert tree(tmp_path) == before


def test_a_block_of_citations_keeps_its_shape_and_comments(tmp_path: Path) -> None:
    block = "doi: 10.1000/a\ncitations:\n  # counted by hand before\n  count: 10 # ten\n  by_year: {2023: 10}\n"
    write_files(tmp_path, {"content/papers/a.md": paper(block)})
    with replaying({"/works": counting({"10.1000/a": 12}, {"10.1000/a": {2023: 12}})}) as service:
        refresh(tmp_path, service)
    assert (tmp_path / "content/papers/a.md").read_text("utf-8") == paper(
        "doi: 10.1000/a\ncitations:\n  # counted by hand before\n  count: 12 # ten\n  by_year: {2023: 12}\n"
        "  source: OpenAlex\n  as_of: 2026-07-13\n"
    )


def test_years_of_their_own_key_are_renewed_there(tmp_path: Path) -> None:
    write_files(
        tmp_path, {"content/papers/a.md": paper("doi: 10.1000/a\ncitations: 3\ncitations_by_year: {2023: 3}\n")}
    )
    with replaying({"/works": counting({"10.1000/a": 4}, {"10.1000/a": {2023: 4}})}) as service:
        refresh(tmp_path, service)
    assert (tmp_path / "content/papers/a.md").read_text("utf-8") == paper(
        "doi: 10.1000/a\ncitations: {count: 4, source: OpenAlex, as_of: 2026-07-13}\ncitations_by_year: {2023: 4}\n"
    )


@pytest.mark.parametrize(
    ("held", "count", "fate"),
    [
        ("100", 91, Fate.UPDATED),
        ("100", 90, Fate.UPDATED),
        ("100", 89, Fate.DROPPED),
        ("1", 0, Fate.DROPPED),
        ("0", 0, Fate.SAME),
        ("{count: 5, source: Scholar}", 50, Fate.FOREIGN),
        ("{count: 5, source: OpenAlex}", 50, Fate.UPDATED),
    ],
)
def test_a_count_that_drops_or_is_from_elsewhere_is_shown_and_not_taken(
    tmp_path: Path, held: str, count: int, fate: Fate
) -> None:
    write_files(tmp_path, {"content/papers/a.md": paper(f"doi: 10.1000/a\ncitations: {held}\n")})
    before = tree(tmp_path)
    with replaying({"/works": counting({"10.1000/a": count})}) as service:
        done = refresh(tmp_path, service)
        assert done.fates["a"] is fate
        assert bool(done.left) == (fate in (Fate.DROPPED, Fate.FOREIGN))
        if done.left:
            assert tree(tmp_path) == before
            assert refresh(tmp_path, service, accept=True).fates["a"] is Fate.UPDATED
            assert f"count: {count}" in (tmp_path / "content/papers/a.md").read_text("utf-8")


def test_the_published_version_of_a_preprint(tmp_path: Path) -> None:
    files = {
        "content/papers/a.md": paper("type: preprint\narxiv: 2101.00010v1\n"),
        "content/papers/b.md": paper("arxiv: 2101.00011\nvenue: A Journal\n"),
    }
    write_files(tmp_path, files)
    with replaying({"/works": counting({}), "/q": Reply(FEED.encode())}) as service:
        done = refresh(tmp_path, service)
        assert done.published == ("a",)
        assert "id_list=2101.00010&" in service.asked[-1]
        assert refresh(tmp_path, service).changes == ()
    assert "versions:\n  - {kind: published, doi: 10.1000/pub, venue: J. Eng. 3}\n" in (
        tmp_path / "content/papers/a.md"
    ).read_text("utf-8")


def test_the_papers_of_one_author_alone(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "content/authors/ada.md": "---\nname: Ada Lovelace\n---\n",
            "content/papers/a.md": paper("doi: 10.1000/a\n"),
            "content/papers/b.md": "---\ntitle: B\nauthors: [Ben Two]\ndoi: 10.1000/b\n---\n",
        },
    )
    with replaying({"/works": counting({"10.1000/a": 1, "10.1000/b": 1})}) as service:
        assert refresh(tmp_path, service, "ada").fates == {"a": Fate.UPDATED}
        with pytest.raises(Failure, match="there is no author 'eve'"):
            refresh(tmp_path, service, "eve")


def test_half_an_answer_writes_nothing(tmp_path: Path) -> None:
    files = {f"content/papers/p{number}.md": paper(f"doi: 10.1000/p{number}\n") for number in range(60)}
    write_files(tmp_path, files)
    before = tree(tmp_path)
    good = counting({f"10.1000/p{number}": 3 for number in range(60)})
    seen: list[Query] = []

    def second_fails(query: Query) -> Reply:
        seen.append(query)
        return good(query) if len(seen) == 1 else Reply(b"", 500)

    with replaying({"/works": second_fails}) as service, pytest.raises(OutsideFailure, match="answers 500"):
        refresh(tmp_path, service)
    assert tree(tmp_path) == before


def test_a_thousand_papers_are_refreshed_in_little_time(tmp_path: Path) -> None:
    write_files(tmp_path, {f"content/papers/p{n}.md": paper(f"doi: 10.1000/p{n}\n") for n in range(1000)})
    with replaying({"/works": counting({f"10.1000/p{n}": n for n in range(1000)})}) as service:
        start = time.monotonic()
        done = refresh(tmp_path, service)
        assert time.monotonic() - start < 15
    assert list(done.fates.values()).count(Fate.UPDATED) == 1000
    assert len(service.asked) == 20
