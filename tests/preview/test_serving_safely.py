"""P1, P2, P5: who is answered, with what, and that nothing is written."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from folders import tree, write_files
from preview.serving import SITE, Preview, previewed, until

HIDDEN = "nobody asked for this"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("served")
    return write_files(
        root,
        {
            **SITE,
            "content/papers/talk/index.md": "---\ntitle: A Talk\nauthors: [Ada Lovelace]\n---\n[Slides](slides.txt)\n",
            "content/papers/talk/slides.txt": "the slides",
            "output/kept.txt": "as it was",
            "secret.txt": HIDDEN,
            "profilegen.yaml": "title: Notes\nurl: https://example.org/notes/\n",
        },
    )


@pytest.fixture(scope="module")
def preview(site: Path) -> Iterator[Preview]:
    with previewed(site) as running:
        yield running


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("/papers/engine/", "The Engine"),
        ("/papers/engine/index.html", "The Engine"),
        ("/papers/", "Another One"),
        ("/", "Ada Lovelace"),
        ("/papers/talk/slides.txt", "the slides"),
    ],
)
def test_pages_and_the_files_beside_records_are_served(preview: Preview, path: str, part: str) -> None:
    answer = preview.ask(path)
    assert answer.status == 200
    assert part in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("path", "media", "start"),
    [
        ("/papers.bib", "application/x-bibtex", b"@misc{"),
        ("/papers.ris", "application/x-research-info-systems", b"TY  - JOUR"),
        ("/papers.csl.json", "application/vnd.citationstyles.csl+json", b"["),
        ("/papers.json", "application/json", b'{"format":"profilegen/1"'),
        ("/papers.csv", "text/csv", b"\xef\xbb\xbfid,"),
        ("/authors/ada/feed.xml", "application/atom+xml", b"<?xml"),
        ("/sitemap.xml", "application/xml", b"<?xml"),
        ("/robots.txt", "text/plain", b"User-agent"),
        ("/authors/ada/card.png", "image/png", b"\x89PNG"),
    ],
)
def test_a_file_of_papers_has_its_type_and_nothing_of_the_previews(
    preview: Preview, path: str, media: str, start: bytes
) -> None:
    answer = preview.ask(path)
    assert (answer.status, answer.headers["content-type"].partition(";")[0]) == (200, media)
    assert answer.body.startswith(start)
    assert b"data-token" not in answer.body


def test_a_page_shows_its_citation_and_no_box_of_a_search(preview: Preview) -> None:
    page = preview.ask("/papers/engine/").text
    assert "Lovelace, A. (1843). <i>The Engine</i>." in page or "Lovelace, A. (1843). The Engine." in page
    assert "data-find" not in page


def test_an_address_without_its_slash_leads_to_the_page(preview: Preview) -> None:
    answer = preview.ask("/papers/engine")
    assert (answer.status, answer.headers["location"]) == (307, "/papers/engine/")


def test_what_is_not_there_is_the_sites_own_page_with_the_status_404_and_the_previews_stylesheet(
    preview: Preview,
) -> None:
    answer = preview.ask("/nothing/at/all/")
    assert answer.status == 404
    assert 'rel="stylesheet" href="/assets/' in answer.text


def test_head_answers_as_get_without_the_body(preview: Preview) -> None:
    answer = preview.ask("/papers/engine/", "HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert int(answer.headers["content-length"]) > 1000


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND"])
@pytest.mark.parametrize("path", ["/", "/-/events", "/-/preview.js", "/nothing"])
def test_p1_nothing_but_get_and_head(preview: Preview, method: str, path: str) -> None:
    answer = preview.ask(path, method)
    assert (answer.status, answer.body, answer.headers["allow"]) == (405, b"", "GET, HEAD")


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_p1_the_names_of_this_machine_are_answered(preview: Preview, name: str) -> None:
    assert preview.ask("/", Host=f"{name}:{preview.port}").status == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1", "localhost:1", "localhost.:{port}", "a@localhost:{port}", ""],
)
@pytest.mark.parametrize("path", ["/", "/-/events", "/-/preview.js", "/nothing"])
def test_p1_a_foreign_host_gets_nothing(preview: Preview, host: str, path: str) -> None:
    answer = preview.ask(path, Host=host.format(port=preview.port))
    assert (answer.status, answer.body) == (421, b"")


def test_p1_two_hosts_are_none(preview: Preview) -> None:
    own = f"127.0.0.1:{preview.port}"
    said = _raw(preview, f"GET / HTTP/1.1\r\nHost: {own}\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
    assert b" 200 " not in said
    assert b"Ada" not in said


@pytest.mark.parametrize("query", ["", "?token=", "?token=wrong", "?page=&mark="])
def test_p1_the_stream_wants_the_token_of_the_run(preview: Preview, query: str) -> None:
    answer = preview.ask(f"/-/events{query}")
    assert (answer.status, answer.body) == (403, b"")


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1"])
def test_p1_the_stream_refuses_a_foreign_origin(preview: Preview, origin: str) -> None:
    answer = preview.ask(f"/-/events?token={preview.token()}", Origin=origin.format(port=preview.port))
    assert (answer.status, answer.body) == (403, b"")


def test_p1_the_stream_tells_its_own_page_and_allows_no_other_origin_to_read_it(preview: Preview) -> None:
    with preview.events("papers/engine/", Origin=f"http://127.0.0.1:{preview.port}") as events:
        assert next(events)["gone"] is False
    assert "access-control-allow-origin" not in preview.ask("/").headers


def test_p1_it_listens_on_loopback_alone(preview: Preview) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        # No packet is sent: this asks the system for the address it would send from.
        probe.connect(("192.0.2.1", 9))
        outside = probe.getsockname()[0]
    with socket.socket() as tried:
        tried.settimeout(2)
        assert outside == "127.0.0.1" or tried.connect_ex((outside, preview.port)) != 0


@pytest.mark.parametrize(
    "path",
    [
        "/secret.txt",
        "/../secret.txt",
        "/papers/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/papers/talk/..%2f..%2f..%2f..%2fsecret.txt",
        "//secret.txt",
        "/content/papers/engine.md",
        "/output/kept.txt",
        "/profilegen.yaml",
        "/papers/talk/index.md",
        "/etc/passwd",
        "//etc/passwd",
        "/assets/../../secret.txt",
        "/-/../secret.txt",
        "/-/run.py",
        "/papers/talk/slides.txt/",
        "/papers/talk/slides.txt%00",
        "/%00",
        "/" + "a" * 5000,
    ],
)
def test_p2_nothing_is_read_from_the_disk_by_its_path(preview: Preview, path: str) -> None:
    answer = preview.ask(path)
    assert answer.status == 404
    assert HIDDEN not in answer.text
    assert "root:" not in answer.text


@pytest.mark.parametrize(
    "said",
    [
        b"\x00\x01\x02\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 5000 + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
def test_p3_no_request_ends_the_process(preview: Preview, said: bytes) -> None:
    _raw(preview, said)
    assert preview.ask("/").status == 200


def test_p3_requests_that_never_end_block_no_other(preview: Preview) -> None:
    open_ones = [socket.create_connection(("127.0.0.1", preview.port)) for _ in range(60)]
    for one in open_ones:
        one.sendall(b"GET / HTTP/1.1\r\nHost: ")
    assert preview.ask("/papers/").status == 200
    for one in open_ones:
        one.close()


def test_p5_nothing_is_written(tmp_path: Path) -> None:
    root = write_files(tmp_path, {**SITE, "output/index.html": "as it was"})
    before = tree(root)
    with previewed(root) as running:
        for path in ("/", "/papers/", "/papers/engine/", "/nothing"):
            running.ask(path)
        assert tree(root) == before
        (root / "content/papers/engine.md").write_text(SITE["content/papers/engine.md"] + "More.\n", encoding="utf-8")
        until(lambda: "More." in running.ask("/papers/engine/").text, "the new text")
    after = tree(root)
    assert {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)} == {
        "content/papers/engine.md"
    }


def _raw(preview: Preview, said: str | bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", preview.port), timeout=3) as connection:
        connection.sendall(said.encode() if isinstance(said, str) else said)
        try:
            return connection.recv(65536)
        except OSError:
            return b""
