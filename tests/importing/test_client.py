"""The HTTP client: polite, patient within bounds, and nowhere it should not go."""

import email.utils
import gzip
import socket
import time

import pytest

from importing.replaying import Reply, as_json, one_after_another, replaying
from profilegen.importing.client import ATTEMPTS, SIZE_LIMIT, Client, Manners, NotFound
from profilegen.problems import OutsideFailure

GOOD = as_json({"good": True})


def test_it_says_who_asks_and_whom_to_write_to() -> None:
    with replaying({"/a": GOOD}) as service:
        assert service.client("ada@example.org").json(f"{service.address}/a", {"q": "a b"}) == {"good": True}
    assert service.asked == ["/a?q=a+b"]
    assert service.headers[0]["User-Agent"].startswith("profilegen/")
    assert service.headers[0]["User-Agent"].endswith("(mailto:ada@example.org)")


def test_it_waits_as_long_as_it_is_asked_to() -> None:
    busy = Reply(b"slow down", 429, {"Retry-After": "7"})
    with replaying({"/a": one_after_another(busy, busy, GOOD)}) as service:
        assert service.client().json(f"{service.address}/a") == {"good": True}
    assert service.waits == [7.0, 7.0]


def test_it_waits_until_a_date() -> None:
    busy = Reply(b"", 503, {"Retry-After": email.utils.formatdate(time.time() + 30, usegmt=True)})
    with replaying({"/a": one_after_another(busy, GOOD)}) as service:
        service.client().json(f"{service.address}/a")
    assert 25 < service.waits[0] <= 30


def test_a_wait_of_an_hour_is_said_and_not_waited() -> None:
    with (
        replaying({"/a": Reply(b"", 429, {"Retry-After": "3600"})}) as service,
        pytest.raises(OutsideFailure, match="asks to wait 3600 s"),
    ):
        service.client().json(f"{service.address}/a")
    assert service.waits == []
    assert len(service.asked) == 1


def test_a_server_error_is_tried_again_and_then_given_up() -> None:
    with replaying({"/a": one_after_another(Reply(b"", 500), GOOD), "/b": Reply(b"", 500)}) as service:
        assert service.client().json(f"{service.address}/a") == {"good": True}
        with pytest.raises(OutsideFailure, match="answers 500"):
            service.client().json(f"{service.address}/b")
    assert service.asked.count("/b") == ATTEMPTS


def test_an_answer_that_breaks_off_is_tried_again_and_never_taken() -> None:
    cut = Reply(GOOD.body, cut=5)
    with replaying({"/a": one_after_another(cut, GOOD), "/b": cut}) as service:
        assert service.client().json(f"{service.address}/a") == {"good": True}
        with pytest.raises(OutsideFailure, match="cannot be reached"):
            service.client().json(f"{service.address}/b")


def test_a_slow_server_is_not_waited_for_without_end() -> None:
    def slow(_query: object) -> Reply:
        time.sleep(1.2)
        return GOOD

    with replaying({"/a": slow}) as service:
        start = time.monotonic()
        with pytest.raises(OutsideFailure, match="cannot be reached"):
            service.client().json(f"{service.address}/a")
        assert time.monotonic() - start < ATTEMPTS * 1.2 + 1


def test_nothing_there_is_told_from_a_failure() -> None:
    with replaying({"/b": Reply(b"", 403)}) as service:
        with pytest.raises(NotFound, match="has nothing"):
            service.client().get(f"{service.address}/a")
        with pytest.raises(OutsideFailure, match="answers 403"):
            service.client().get(f"{service.address}/b")


def test_what_is_no_json_is_said() -> None:
    with replaying({"/a": Reply(b"<html>"), "/b": Reply(b"[" * 100_000)}) as service:
        for path in ("/a", "/b"):
            with pytest.raises(OutsideFailure, match="no JSON"):
                service.client().json(f"{service.address}{path}")


def test_a_packed_answer_is_bounded_unpacked() -> None:
    bomb = gzip.compress(b"0" * (SIZE_LIMIT + 1_000_000), compresslevel=9)
    with (
        replaying({"/a": Reply(bomb, headers={"Content-Encoding": "gzip"})}) as service,
        pytest.raises(OutsideFailure, match="answers more than"),
    ):
        service.client().get(f"{service.address}/a")


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data",
        "https://127.0.0.1/a",
        "https://10.0.0.1/a",
        "https://[::1]/a",
        "https://localhost/a",
        "http://example.org/a",
        "https://user:secret@example.org/a",
        "file:///etc/passwd",
        "ftp://example.org/a",
    ],
)
def test_no_redirect_leads_inside_or_out_of_https(target: str) -> None:
    with (
        replaying({"/a": Reply(b"", 302, {"Location": target})}) as service,
        pytest.raises(OutsideFailure, match="is not asked") as caught,
    ):
        service.client().get(f"{service.address}/a")
    assert "secret" not in str(caught.value.message)
    assert service.asked == ["/a"]


@pytest.mark.parametrize("target", ["https://[example.org/", "https://example.org:99999/", "//example.org:x/"])
def test_a_redirect_to_no_address_is_said(target: str) -> None:
    with (
        replaying({"/a": Reply(b"", 302, {"Location": target})}) as service,
        pytest.raises(OutsideFailure, match="redirects to what is no address"),
    ):
        service.client().get(f"{service.address}/a")


def test_a_name_that_nobody_can_have_is_not_reached() -> None:
    target = f"https://{'a' * 64}.example.org/"
    with (
        replaying({"/a": Reply(b"", 302, {"Location": target})}) as service,
        pytest.raises(OutsideFailure, match="cannot be reached"),
    ):
        service.client().get(f"{service.address}/a")


def test_a_name_that_means_this_machine_once_it_was_checked_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as inside:
        port = inside.getsockname()[1]
        answers = ["93.184.215.14", "127.0.0.1"]

        def looked_up(*_: object, **__: object) -> list[object]:
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers.pop(0), port))]

        monkeypatch.setattr(socket, "getaddrinfo", looked_up)
        with pytest.raises(OutsideFailure, match="it is no host on the public network"):
            Client(Manners()).get(f"https://example.org:{port}/a")
        connected, _ = inside.accept()
        with connected:
            assert connected.recv(1) == b""
    assert answers == []


def test_redirects_are_followed_to_an_end() -> None:
    with replaying(
        {"/a": Reply(b"", 301, {"Location": "/b"}), "/b": GOOD, "/c": Reply(b"", 302, {"Location": "/c"})}
    ) as service:
        assert service.client().json(f"{service.address}/a") == {"good": True}
        with pytest.raises(OutsideFailure, match="redirects without end"):
            service.client().get(f"{service.address}/c")


def test_without_leave_this_machine_is_never_asked() -> None:
    with replaying({"/a": GOOD}) as service, pytest.raises(OutsideFailure, match="is not asked"):
        Client(Manners()).get(f"{service.address}/a")
    assert service.asked == []


def test_two_questions_to_a_host_have_a_pause_between_them() -> None:
    waits: list[float] = []
    with replaying({"/a": GOOD}) as service:
        host = service.address.removeprefix("http://")
        client = Client(Manners(local=frozenset({host}), sleep=waits.append))
        client.get(f"{service.address}/a")
        client.get(f"{service.address}/a")
        assert waits == []
    assert Manners().pauses["export.arxiv.org"] == 3.0
