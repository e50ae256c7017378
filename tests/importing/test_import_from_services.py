"""`profilegen import` and `refresh` against services, the whole way from the command line."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from folders import tree, write_files
from importing.replaying import Query, Reply, Service, as_json, one_after_another, replaying
from profilegen.cli import main
from profilegen.importing import services
from profilegen.importing.doi import Doi
from profilegen.importing.openalex import OpenAlex
from profilegen.importing.source import Counter, Source, Versions

WORK = {
    "DOI": "10.1000/e1",
    "type": "journal-article",
    "title": "Engines",
    "author": [{"given": "Ada", "family": "Byron"}],
    "issued": {"date-parts": [[2021]]},
}
COUNTS = {"results": [{"doi": "https://doi.org/10.1000/e1", "cited_by_count": 3, "counts_by_year": []}], "meta": {}}


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Service]:
    """A site to stand in, and the world outside played by a local server."""
    routes: dict[str, Reply | Callable[[Query], Reply]] = {
        "/10.1000/e1": as_json(WORK),
        "/10.1000/busy": one_after_another(Reply(b"", 429, {"Retry-After": "5"}), Reply(b"", 500)),
        "/works": as_json(COUNTS),
    }
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    with replaying(routes) as running:
        local = {"doi": Doi(running.address), "openalex": OpenAlex(running.address)}
        monkeypatch.setattr(services, "OWN", local)
        monkeypatch.setattr(services, "client", running.client)
        yield running


def run(*words: str) -> object:
    with pytest.raises(SystemExit) as ended:
        main(words)
    return ended.value.code


def test_a_doi_becomes_a_paper_that_is_refreshed(
    service: Service, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("import", "doi:10.1000/e1", "--contact", "ada@example.org") == 0
    assert "(mailto:ada@example.org)" in service.headers[0]["User-Agent"]
    path = tmp_path / "content/papers/byron-2021-engines.md"
    assert "doi: 10.1000/e1" in path.read_text("utf-8")
    assert run("import", "doi:10.1000/e1") == 0
    assert "same       1" in capsys.readouterr().out
    before = tree(tmp_path)
    assert run("refresh", "--dry-run") == 0
    assert "+citations: {count: 3, source: OpenAlex" in capsys.readouterr().out
    assert tree(tmp_path) == before
    assert run("refresh") == 0
    assert "citations: {count: 3, source: OpenAlex" in path.read_text("utf-8")


def test_a_service_that_fails_is_exit_code_four_and_writes_nothing(
    service: Service, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(tmp_path)
    assert run("import", "doi:10.1000/e1", "doi:10.1000/busy") == 4
    assert "answers 500 (nothing was written: try again later)" in capsys.readouterr().err
    assert service.waits[0] == 5.0
    assert tree(tmp_path) == before


def test_what_is_no_service_is_said(service: Service, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("import", "scholar:abc") == 1
    assert "one of doi:..., openalex:..." in capsys.readouterr().err
    assert run("refresh", "--source", "scholar") == 1
    assert "'scholar' counts no citations (those that do: openalex)" in capsys.readouterr().err
    assert service.asked == []


def test_the_services_are_what_the_protocols_ask_for(tmp_path: Path) -> None:
    write_files(tmp_path, {})
    found = services.sources()
    assert sorted(found) == ["arxiv", "doi", "openalex", "orcid"]
    assert all(isinstance(source, Source) for source in found.values())
    assert isinstance(found["openalex"], Counter)
    assert isinstance(found["arxiv"], Versions)
