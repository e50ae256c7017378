"""`profilegen import` on a real site: new files, careful with what is there, the same twice."""

import subprocess
import sys
from pathlib import Path

from folders import run_profilegen, tree, write_files

BIB = r"""
@article{byron2020, title={On {Things}}, author={Byron, Ada and Two, Ben}, year=2020, month=may, journal={J. Eng.},
  volume={3}, doi={10.1000/t1}, url={https://example.org/t1}, abstract={We think.}}
@inproceedings{two2021, title={Other Things}, author={B. Two and others}, year=2021, booktitle={Proc. of Things}}
@article{bad, title={No author}}
"""
SITE = {
    "content/papers/mine.md": """\
        ---
        # my own words
        title: "On things"   # as I say it
        authors:
          - Ada Byron
          - "Two, Ben"

        volume: 4
        doi: 10.1000/T1
        ---
        """
}


def site(root: Path, files: dict[str, str] | None = None) -> Path:
    (root / "content").mkdir(parents=True, exist_ok=True)
    return write_files(root, {"a.bib": BIB, **(files or {})})


def counts(stdout: str) -> dict[str, int]:
    lines = (line.split() for line in stdout.splitlines())
    return {line[0]: int(line[1]) for line in lines if len(line) == 2 and line[1].isdigit()}


def test_new_papers_come_in_and_the_bad_one_is_said(tmp_path: Path) -> None:
    done = run_profilegen("import", "a.bib", cwd=site(tmp_path))
    assert done.returncode == 1
    assert "a.bib:5:1: error: 'bad' has no author [bad-entry]" in done.stderr
    assert counts(done.stdout) == {"new": 2, "filled": 0, "same": 0, "differing": 0, "refused": 1}
    assert (tmp_path / "content/papers/byron-2020-things.md").read_text("utf-8") == (
        "---\n"
        "title: On Things\n"
        "authors: [Ada Byron, Ben Two]\n"
        "date: 2020-05\n"
        "type: article\n"
        "venue: J. Eng.\n"
        "volume: 3\n"
        "citekey: byron2020\n"
        "doi: 10.1000/t1\n"
        "url: https://example.org/t1\n"
        "---\n"
        "We think.\n"
    )
    assert "authors: [B. Two, ...]" in (tmp_path / "content/papers/two-2021-other.md").read_text("utf-8")


def test_the_same_import_twice_changes_no_byte_and_hand_edits_stay(tmp_path: Path) -> None:
    run_profilegen("import", "a.bib", cwd=site(tmp_path))
    before = tree(tmp_path)
    again = run_profilegen("import", "a.bib", cwd=tmp_path)
    assert tree(tmp_path) == before
    assert counts(again.stdout)["same"] == 2
    path = tmp_path / "content/papers/two-2021-other.md"
    path.write_text(path.read_text("utf-8").replace("title: Other Things", "title: 'Other Thinks' # sic"), "utf-8")
    edited = tree(tmp_path)
    third = run_profilegen("import", "a.bib", cwd=tmp_path)
    assert tree(tmp_path) == edited
    assert "title is 'Other Thinks', a.bib:4:1 has 'Other Things'" in third.stdout


def test_a_known_paper_gets_only_what_it_lacks(tmp_path: Path) -> None:
    done = run_profilegen("import", "a.bib", cwd=site(tmp_path, SITE))
    assert counts(done.stdout) == {"new": 1, "filled": 1, "same": 0, "differing": 1, "refused": 1}
    assert "content/papers/mine.md: volume is '4', a.bib:2:1 has '3'" in done.stdout
    assert (tmp_path / "content/papers/mine.md").read_text("utf-8") == (
        "---\n"
        "# my own words\n"
        'title: "On things"   # as I say it\n'
        "authors:\n"
        "  - Ada Byron\n"
        '  - "Two, Ben"\n'
        "date: 2020-05\n"
        "type: article\n"
        "venue: J. Eng.\n"
        "\n"
        "volume: 4\n"
        "citekey: byron2020\n"
        "doi: 10.1000/T1\n"
        "url: https://example.org/t1\n"
        "---\n"
        "We think.\n"
    )


def test_overwrite_takes_one_key_and_keeps_the_comment_beside_it(tmp_path: Path) -> None:
    site(tmp_path, SITE)
    run_profilegen("import", "a.bib", "--overwrite", "title", "--overwrite", "volume", cwd=tmp_path)
    text = (tmp_path / "content/papers/mine.md").read_text("utf-8")
    assert "volume: 3\n" in text
    assert 'title: "On things"   # as I say it' in text  # the same title but for a capital
    wrong = run_profilegen("import", "a.bib", "--overwrite", "titel", cwd=tmp_path)
    assert wrong.returncode == 1
    assert "a paper has no key 'titel'" in wrong.stderr


def test_a_dry_run_shows_a_diff_and_writes_nothing(tmp_path: Path) -> None:
    before = tree(site(tmp_path, SITE))
    done = run_profilegen("import", "a.bib", "--author", "Ada Byron", "--dry-run", cwd=tmp_path)
    assert tree(tmp_path) == before
    assert "--- a/content/papers/mine.md\n+++ b/content/papers/mine.md" in done.stdout
    assert "+citekey: byron2020" in done.stdout
    assert "--- /dev/null\n+++ b/content/papers/two-2021-other.md" in done.stdout
    assert "+name: Ada Byron" in done.stdout
    assert "nothing was written: this was a dry run" in done.stdout


def test_author_files(tmp_path: Path) -> None:
    run_profilegen("import", "a.bib", "--author", "Ben Two", cwd=site(tmp_path))
    assert (tmp_path / "content/authors/ben-two.md").read_text(
        "utf-8"
    ) == "---\nname: Ben Two\nother_names: [B. Two]\n---\n"
    run_profilegen("import", "a.bib", "--authors", "all", cwd=tmp_path)
    names = sorted(path.name for path in (tmp_path / "content/authors").iterdir())
    assert names == ["ada-byron.md", "ben-two.md"]
    unknown = run_profilegen("import", "a.bib", "--author", "Cy Byron", cwd=tmp_path)
    assert unknown.returncode == 1
    assert "no byline has the name 'Cy Byron' (there are 'Ada Byron')" in unknown.stderr


def test_initials_without_stops_are_the_same_person(tmp_path: Path) -> None:
    names = ("Ben C. Two", "B.C. Two", "BC Two", "B. C. Two", "Bo C. Twofold")
    entries = (f"@misc{{k{at}, title={{T{at}}}, author={{{name}}}}}" for at, name in enumerate(names))
    run_profilegen("import", "b.bib", "--author", names[0], cwd=site(tmp_path, {"b.bib": "\n".join(entries)}))
    made = (tmp_path / "content/authors/ben-c-two.md").read_text("utf-8")
    assert made == "---\nname: Ben C. Two\nother_names: [B.C. Two, B. C. Two, BC Two]\n---\n"


def test_standard_input(tmp_path: Path) -> None:
    site(tmp_path)
    command = [sys.executable, "-m", "profilegen", "import", "-", "--dry-run"]
    mail = b"> Hello, here it is:\n\n@article{m, title={Mailed}, author={A B}, year=2020}\nRegards\n"
    done = subprocess.run(command, cwd=tmp_path, input=mail, capture_output=True, check=True)
    assert b"+title: Mailed" in done.stdout


def test_old_encodings_are_read_and_said(tmp_path: Path) -> None:
    site(tmp_path)
    (tmp_path / "old.bib").write_bytes("@misc{a, title={Größe}, author={Müller, A}, year=1999}".encode("cp1252"))
    (tmp_path / "wide.bib").write_bytes("@misc{b, title={Weite}, author={Müller, A}, year=1999}".encode("utf-16"))
    done = run_profilegen("import", "old.bib", "wide.bib", cwd=tmp_path)
    assert done.returncode == 0
    assert "Windows-1252" in done.stderr
    assert "title: Größe" in (tmp_path / "content/papers/muller-1999-grosse.md").read_text("utf-8")


def test_where_no_site_is_the_command_that_begins_one_is_named(tmp_path: Path) -> None:
    write_files(tmp_path, {"my papers.bib": BIB})
    outside = run_profilegen("import", "my papers.bib", cwd=tmp_path)
    assert outside.returncode == 1
    assert "there is no site in . (`profilegen init --from 'my papers.bib'` begins one; " in outside.stderr
    begun = run_profilegen("init", "--from", "my papers.bib", "--name", "Ada Byron", cwd=tmp_path)
    assert "new        2\n" in begun.stdout
    other = tmp_path / "other"
    other.mkdir()
    calls: list[list[str | Path]] = [
        ["import", "doi:10.1000/1", "--site", other],
        ["refresh", other],
        ["duplicates", other],
    ]
    for words in calls:
        outside = run_profilegen(*words, cwd=tmp_path)
        assert (outside.returncode, f"(`profilegen init {other}` begins one; " in outside.stderr) == (1, True)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    missing = run_profilegen("import", "b.bib", cwd=site(tmp_path))
    assert missing.returncode == 1
    assert "b.bib is not there" in missing.stderr
    write_files(tmp_path, {"content/papers/broken.md": "---\ntitle: [\n---\n"})
    broken = run_profilegen("import", "a.bib", cwd=tmp_path)
    assert broken.returncode == 1
    assert "content/papers/broken.md:3" in broken.stderr


HOSTILE = r"""
@article{../../etc/passwd, title={../../../x: \{\{7*7\}\} <script>alert(1)</script>}, author={{/}}, year=2020}
@article{a/b\c, title={- [a]: &x *y !z "q" 'r' # s | > %}, author={"../..", Mallory}, year=2020, journal={null}}
@article{con, title={con}, author={con}, note={--- }, abstract={---

---
a: b}}
@article{u, title={A X B}, author={BIDIevil, INVISIBLEzero}, year={2020}, volume={~}, number={0x1F}}
"""


def test_what_a_hostile_entry_tries_ends_as_text_in_a_valid_file(tmp_path: Path) -> None:
    site(
        tmp_path,
        {
            "h.bib": HOSTILE.replace("A X B", "A \x00\x1b[31m\x07 B")
            .replace("BIDI", "\u202e")
            .replace("INVISIBLE", "\u200b")
        },
    )
    done = run_profilegen("import", "h.bib", cwd=tmp_path)
    assert "\x1b[31m" not in done.stdout + done.stderr
    made = sorted(path for path in tree(tmp_path) if path.startswith("content"))
    assert len(made) == counts(done.stdout)["new"]
    assert all(path.count("/") == 2 and path.endswith(".md") for path in made)
    write_files(tmp_path, {"profilegen.yaml": "problems: {no-url: off}\n"})
    checked = run_profilegen("check", "--strict", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    built = run_profilegen("build", cwd=tmp_path)
    assert built.returncode == 0, built.stderr
    pages = b"".join(held for path, held in tree(tmp_path / "output").items() if path.endswith(".html"))
    assert b"<script>alert" not in pages
    assert b"{{7*7}}" in pages
