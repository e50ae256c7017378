"""The made parts of the documents are those of today; `PROFILEGEN_UPDATE=1 pytest tests/docs` renews them."""

import re
from collections.abc import Iterator

import pytest

from docs.documents import updating
from folders import CHECKOUT
from profilegen.content.schema.editor import KINDS
from profilegen.content.schema.reference import reference, settings_reference
from profilegen.metrics import DEFINITIONS
from profilegen.problems import CODES

DOCS = CHECKOUT / "docs"
FROM_SCHEMA = "<!-- From here on made from the schema; PROFILEGEN_UPDATE=1 pytest tests/docs renews it. -->\n"
FROM_DEFINITIONS = (
    "<!-- The table from here on is made from the definitions; PROFILEGEN_UPDATE=1 pytest tests/docs renews it. -->\n"
)
TO_HERE = "<!-- To here. -->\n"


def content() -> str:
    kinds = {"paper": "A paper", "author": "An author", "page": "A page of one's own"}
    return "".join(f"\n## {heading}\n\n{reference(KINDS[kind])}" for kind, heading in kinds.items())


def metrics() -> str:
    rows = [f"| `{one.name}` | {one.label} | {one.meaning} | {one.source} |" for one in DEFINITIONS]
    return "\n" + "\n".join(["| name | label | meaning | source |", "|---|---|---|---|", *rows]) + "\n\n"


def holds(name: str, begin: str, made: str, end: str = "") -> bool:
    path = DOCS / name
    head, _, rest = path.read_text(encoding="utf-8").partition(begin)
    tail = f"{end}{rest.partition(end)[2]}" if end else ""
    if updating():
        path.write_text(head + begin + made + tail, encoding="utf-8", newline="\n")
    return path.read_text(encoding="utf-8") == head + begin + made + tail


def test_the_keys_of_content_are_those_of_the_schema() -> None:
    assert holds("content.md", FROM_SCHEMA, content())


def test_the_settings_are_those_of_the_schema() -> None:
    assert holds("settings.md", FROM_SCHEMA, f"\n## Every setting\n\n{settings_reference(KINDS['site'])}")


def test_the_metrics_are_those_that_are_computed() -> None:
    assert holds("metrics.md", FROM_DEFINITIONS, metrics(), TO_HERE)
    formulas = (DOCS / "metrics.md").read_text(encoding="utf-8").partition(FROM_DEFINITIONS)[0]
    assert set(re.findall(r"^\| `(\w+)` \|", formulas, re.MULTILINE)) == {one.name for one in DEFINITIONS}


def rows(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        cells = line.replace("\\|", "").split("|")
        if line.startswith("| `"):
            assert len(cells) == 5, line
            yield cells[1].strip(), cells[3].strip()


@pytest.mark.parametrize("kind", ["paper", "author", "page", "site"])
def test_every_key_says_what_it_means(kind: str) -> None:
    assert [key for key, meaning in rows(reference(KINDS[kind])) if not meaning.rstrip(" *").endswith((".", "d"))] == []


def test_every_problem_code_is_explained_and_says_what_one_can_do() -> None:
    text = (DOCS / "problems.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^### (\S+)\n(.*?)(?=^##|\Z)", text, re.MULTILINE | re.DOTALL))
    assert list(sections) == list(CODES)
    for code, said in sections.items():
        known = CODES[code]
        assert said.startswith(f"{known.severity.value.capitalize()}: {known.meaning}.\n"), code
        assert re.search(r"^\*\*What you can do:\*\* \S.{15,}", said, re.MULTILINE), code
