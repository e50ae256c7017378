"""A site with ten mistakes of ten kinds: all are named in one run, and the old site stays as it was."""

import json
from pathlib import Path

from folders import run_profilegen, tree, write_files

GOOD = {
    "content/authors/ada.md": "---\nname: Ada Lovelace\n---\n",
    "content/papers/good.md": "---\ntitle: Good\nauthors: [Ada Lovelace]\ndate: 1843\n---\nText.\n",
}

BROKEN = {
    "content/papers/a-key.md": "---\ntitle: A\nauhtors: [Ada]\n---\n",
    "content/papers/b-date.md": "---\ntitle: B\nauthors: [Ada]\ndate: 2023-02-30\n---\n",
    "content/papers/c-count.yaml": 'title: C\nauthors: [Ada]\ncitations: "1,234"\n',
    "content/papers/d-twice.yaml": "title: D\nauthors: [Ada]\ntitle: Again\n",
    "content/papers/e-front.md": "title: E\nauthors: [Ada]\n",
    "content/papers/f-colon.yaml": "title: F: a study\nauthors: [Ada]\n",
    "content/papers/g-anchor.yaml": "title: &anchor G\nauthors: [Ada]\n",
    "content/papers/h-address.yaml": 'title: H\nauthors: [Ada]\nlinks:\n  code: "javascript:alert(1)"\n',
    "content/papers/i-kind.yaml": "title: I\nauthors: Ada Lovelace\n",
    "content/authors/j-orcid.yaml": "name: J\norcid: 0000-0002-1825-0098\n",
}

PLACES = {
    "content/papers/a-key.md:3:1": "unknown-key",
    "content/papers/b-date.md:4:7": "bad-date",
    "content/papers/c-count.yaml:3:12": "bad-number",
    "content/papers/d-twice.yaml:3:1": "duplicate-key",
    "content/papers/e-front.md:1:1": "front-matter",
    "content/papers/f-colon.yaml:1:9": "lost-text",
    "content/papers/g-anchor.yaml:1:8": "yaml-feature",
    "content/papers/h-address.yaml:4:9": "bad-address",
    "content/papers/i-kind.yaml:2:10": "wrong-kind",
    "content/authors/j-orcid.yaml:2:8": "bad-identifier",
}


def test_ten_mistakes_are_named_and_the_old_output_stays(tmp_path: Path) -> None:
    write_files(tmp_path, GOOD)
    assert run_profilegen("build", cwd=tmp_path).returncode == 0
    before = tree(tmp_path / "output")
    write_files(tmp_path, BROKEN)

    done = run_profilegen("build", cwd=tmp_path)

    assert done.returncode == 1
    lines = done.stderr.splitlines()
    named = {line.partition(": error")[0]: line.rpartition("[")[2].rstrip("]") for line in lines if ": error" in line}
    assert named == PLACES
    assert lines[-1] == "not built: 10 errors; the site is as it was"
    assert tree(tmp_path / "output") == before


def test_the_lines_are_sorted_and_say_what_to_do(tmp_path: Path) -> None:
    write_files(tmp_path, GOOD | BROKEN)
    lines = run_profilegen("check", cwd=tmp_path).stderr.splitlines()
    assert [line.split(":")[0] for line in lines] == sorted(line.split(":")[0] for line in lines)
    text = "\n".join(lines)
    assert "unknown key 'auhtors' (did you mean 'authors'?)" in text
    assert "'citations' cannot be '1,234': a count is a whole number of 0 or more (write 1234)" in text
    assert "line 1" in next(line for line in lines if "duplicate-key" in line)
    assert 'title: "F: a study"' in text


def test_at_most_fifty_are_shown_the_rest_is_counted(tmp_path: Path) -> None:
    papers = {f"content/papers/p{n:03}.yaml": "title: P\nauthor: Ada\n" for n in range(80)}
    write_files(tmp_path, GOOD | papers)
    done = run_profilegen("check", cwd=tmp_path)
    lines = done.stderr.splitlines()
    assert sum(": error: " in line for line in lines) == 50
    assert lines[-1] == "and 30 more"
    assert json.loads(run_profilegen("check", "--format", "json", cwd=tmp_path).stdout).__len__() == 80


def test_github_gets_annotations_on_the_lines_at_fault(tmp_path: Path) -> None:
    write_files(tmp_path, GOOD | {"content/papers/b.md": BROKEN["content/papers/b-date.md"]})
    done = run_profilegen("check", "--format", "github", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=content/papers/b.md,line=4,col=7,title=bad-date::'date' cannot be")


def test_warnings_count_under_strict_and_notes_never(tmp_path: Path) -> None:
    warned = {
        "profilegen.yaml": "url: https://example.org/\n",
        "content/papers/later.yaml": "title: Later\nauthors: [Ada Lovelace]\ndate: 9000\n",
    }
    write_files(tmp_path, GOOD | warned)
    assert run_profilegen("check", cwd=tmp_path).returncode == 0
    assert run_profilegen("check", "--strict", cwd=tmp_path).returncode == 1
    noted = {"content/papers/later.yaml": "title: Later\nauthors: [Áda Lovelace]\n"}
    write_files(tmp_path, noted)
    done = run_profilegen("check", "--strict", cwd=tmp_path)
    assert "folded-name" in done.stderr
    assert done.returncode == 0
