"""Items on their shelves: those that stay, those that are new, and those that are in the place of others."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilegen.output.catalogue import HASH, Items, Keeping, Stock, hash_of

KEPT = st.dictionaries(st.sampled_from("abcdef"), st.binary(max_size=3), max_size=6)


def put(keeping: Keeping, shelf: str, items: dict[str, bytes | None]) -> None:
    keeping.put_all(shelf, [(id_, it, b"" if it is None else hash_of(it)) for id_, it in items.items()])


def kept(folder: Path, items: Items, shelf: str) -> dict[str, bytes]:
    stock = Stock(folder, items)
    return {id_: stock[number] for id_, number in stock.shelves.get(shelf, {}).items()}


def numbers(folder: Path, items: Items, shelf: str) -> dict[str, int]:
    return dict(Stock(folder, items).shelves.get(shelf, {}))


@given(before=KEPT, now=KEPT, stay=st.sets(st.sampled_from("abcdef")))
def test_what_is_put_all_at_once_is_there_again(
    tmp_path_factory: pytest.TempPathFactory, before: dict[str, bytes], now: dict[str, bytes], stay: set[str]
) -> None:
    folder = tmp_path_factory.mktemp("items")
    first = Keeping(Stock(folder, Items()))
    put(first, "papers", {**before})
    old = first.written(b"")
    assert kept(folder, old, "papers") == before
    second = Keeping(Stock(folder, old))
    put(second, "papers", {**now, **dict.fromkeys(stay)})
    new = second.written(b"")
    expected = {id_: before.get(id_) if id_ in stay else it for id_, it in {**now, **dict.fromkeys(stay)}.items()}
    assert kept(folder, new, "papers") == {id_: it for id_, it in expected.items() if it is not None}
    assert list(kept(folder, new, "papers")) == [id_ for id_, it in expected.items() if it is not None]
    was, is_now = numbers(folder, old, "papers"), numbers(folder, new, "papers")
    assert all(was[id_] == is_now[id_] for id_ in was.keys() & is_now.keys())
    assert all(new.hash(was[id_]) == bytes(HASH) for id_ in was.keys() - is_now.keys())


def test_one_after_the_other_is_as_all_at_once(tmp_path: Path) -> None:
    several, single = (Keeping(Stock(tmp_path, Items())) for _ in range(2))
    put(several, "papers", {"a": b"1", "b": b""})
    assert [single.put("papers", "a", b"1"), single.put("papers", "b", b"")] == [0, 1]
    single.stay("papers", "c")
    assert several.shelves == single.shelves == {"papers": {"a": 0, "b": 1}}
    assert several.written(b"").hashes == single.written(b"").hashes
