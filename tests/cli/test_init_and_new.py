"""`init` and `new` as a person and a script meet them: questions, options, refusals, the editor."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from folders import run_profilegen, tree, write_files
from profilegen.cli.editor import editor_command


def test_a_new_site_builds_at_once(tmp_path: Path) -> None:
    begun = run_profilegen("init", "site", "--name", "Ada Lovelace", "--github", cwd=tmp_path)
    assert begun.returncode == 0, begun.stderr
    assert begun.stdout.splitlines()[-4:] == [
        "made .github/workflows/pages.yml",
        "made .github/workflows/refresh.yml",
        "once, in the repository at GitHub: Settings > Pages > Source: GitHub Actions",
        "next: profilegen serve --open site",
    ]
    built = run_profilegen("build", cwd=tmp_path / "site")
    assert (built.returncode, "2 papers, 1 author" in built.stdout) == (0, True)
    assert "Ada Lovelace" in (tmp_path / "site/output/index.html").read_text(encoding="utf-8")


def test_without_a_terminal_the_name_is_an_option(tmp_path: Path) -> None:
    done = run_profilegen("init", cwd=tmp_path)
    assert done.returncode == 2
    assert "give --name" in done.stderr
    assert tree(tmp_path) == {}


def test_a_site_that_is_there_gets_the_workflow_alone(tmp_path: Path) -> None:
    run_profilegen("init", "--name", "Ada", cwd=tmp_path)
    before = tree(tmp_path)
    refused = run_profilegen("init", "--name", "Bob", cwd=tmp_path)
    assert (refused.returncode, "already" in refused.stderr) == (1, True)
    assert tree(tmp_path) == before
    workflows = {".github/workflows/pages.yml", ".github/workflows/refresh.yml"}
    made = run_profilegen("init", "--github", cwd=tmp_path).stdout.splitlines()
    assert made[:2] == [f"made {path}" for path in sorted(workflows)]
    assert set(tree(tmp_path)) - set(before) == workflows
    assert "- run: profilegen refresh\n" in (tmp_path / ".github/workflows/refresh.yml").read_text(encoding="utf-8")


def test_settings_alone_become_a_site_and_stay(tmp_path: Path) -> None:
    settings = "title: Engines\n"
    (tmp_path / "profilegen.yaml").write_text(settings, encoding="utf-8")
    refused = run_profilegen("build", cwd=tmp_path)
    assert refused.stderr == (
        "error: there is no folder 'content' in . (`profilegen init` adds it; else name the folder of yours)\n"
    )
    begun = run_profilegen("init", "--name", "Ada", cwd=tmp_path)
    assert (begun.returncode, "kept profilegen.yaml, which was there" in begun.stdout) == (0, True)
    assert (tmp_path / "profilegen.yaml").read_text(encoding="utf-8") == settings
    assert run_profilegen("build", cwd=tmp_path).returncode == 0
    assert "Engines" in (tmp_path / "output/index.html").read_text(encoding="utf-8")


def test_settings_alone_take_a_bibliography_and_stay(tmp_path: Path) -> None:
    settings, papers = "title: Engines\n", "@article{k, title={T}, author={Ada Lovelace}}"
    (tmp_path / "profilegen.yaml").write_text(settings, encoding="utf-8")
    (tmp_path / "a.bib").write_text(papers, encoding="utf-8")
    begun = run_profilegen("init", "--from", "a.bib", "--name", "Ada Lovelace", cwd=tmp_path)
    assert (begun.returncode, "kept profilegen.yaml, which was there" in begun.stdout) == (0, True)
    assert (tmp_path / "profilegen.yaml").read_text(encoding="utf-8") == settings
    again = run_profilegen("init", "--from", "a.bib", "--name", "Ada Lovelace", "--github", cwd=tmp_path)
    assert (again.returncode, "profilegen import" in again.stderr) == (1, True)


@pytest.mark.parametrize("name", ["", "   ", "a\x1b[31m", "1843", "A, B, C, D", "Ada " * 501])
def test_a_name_that_is_none_is_wrong_usage(tmp_path: Path, name: str) -> None:
    for words in (["init", "--name", name], ["new", "author", name]):
        done = run_profilegen(*words, cwd=tmp_path)
        assert done.returncode == 2, words
        assert "\x1b" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="no pseudo-terminals on Windows")
def test_on_a_terminal_it_asks_again_until_it_can_be_answered(tmp_path: Path) -> None:
    said = on_a_terminal(["init"], "1843\nAda Lovelace\n\n", tmp_path)
    assert said.count("Your name, as papers print it") == 2
    assert "The title of the site [Ada Lovelace]" in said
    assert "title: Ada Lovelace" in (tmp_path / "profilegen.yaml").read_text(encoding="utf-8")
    on_a_terminal(["new", "paper"], "Notes on engines\n", tmp_path)
    assert (tmp_path / "content/papers/notes-on-engines.md").is_file()


def on_a_terminal(words: list[str], typed: str, folder: Path) -> str:
    import pty

    ours, theirs = pty.openpty()
    os.write(ours, typed.encode())
    command = [sys.executable, "-m", "profilegen", *words]
    done = subprocess.run(command, cwd=folder, stdin=theirs, capture_output=True, text=True, check=False, timeout=60)
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


def test_a_paper_says_where_its_text_goes_and_opens_there(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/authors/ada.yaml": "name: Ada\n"})
    write_files(tmp_path, {"editor.py": "import sys; print(sys.argv[1])"})
    editor = f"{sys.executable} {tmp_path / 'editor.py'}"
    env = {**os.environ, "VISUAL": "", "EDITOR": editor}
    done = run_profilegen("new", "paper", "--title", "Notes", "--edit", cwd=tmp_path, env=env)
    assert done.returncode == 0, done.stderr
    path, line = re.findall(r"made (\S+); its text begins on line (\d+)", done.stdout)[0]
    lines = (tmp_path / path).read_text(encoding="utf-8").splitlines()
    assert (path, len(lines), lines[-2:]) == ("content/papers/notes.md", int(line), ["---", ""])
    assert done.stdout.endswith("notes.md\n")


def test_a_second_author_of_a_name_is_said(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/authors/ada.yaml": "name: Ada Byron\n"})
    done = run_profilegen("new", "author", "Byron, Ada", cwd=tmp_path)
    assert (done.returncode, "'ada' has the same name" in done.stderr) == (0, True)
    assert "same name" not in run_profilegen("new", "author", "Ben Two", cwd=tmp_path).stderr


def test_an_editor_that_cannot_be_had_or_fails_is_said(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    for editor in ("no-such-editor", f"{sys.executable} -c exit(3)"):
        env = {**os.environ, "VISUAL": editor}
        done = run_profilegen("new", "author", "Ada", "--edit", cwd=tmp_path, env=env)
        assert (done.returncode, "the editor" in done.stderr) == (1, True)
    done = run_profilegen("new", "author", "Ada", "--edit", cwd=tmp_path, env={**os.environ, "VISUAL": "vim '"})
    assert (done.returncode, "is no command: No closing quotation" in done.stderr) == (1, True)
    assert len(tree(tmp_path)) == 3


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("vim", ["vim", "+7", "a.md"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "a.md"]),
        ("code --wait", ["code", "--wait", "--goto", "a.md:7"]),
        ("subl", ["subl", "a.md:7"]),
        ("ed", ["ed", "a.md"]),
    ],
)
def test_editors_are_told_the_line_in_their_own_way(editor: str, words: list[str]) -> None:
    assert editor_command(editor, Path("a.md"), 7) == words


def test_new_wants_a_site(tmp_path: Path) -> None:
    done = run_profilegen("new", "paper", "--title", "A", cwd=tmp_path)
    assert (done.returncode, "there is no folder 'content'" in done.stderr) == (1, True)


def test_the_samples_and_the_address_reach_every_page_of_a_later_build(tmp_path: Path) -> None:
    """D5: what a build remembers is no reason to show a sample, or another address."""
    urls = ("", "https://ada.example.org/", "https://ada.example.net/x/", "")
    run_profilegen("init", "site", "--name", "Ada Lovelace", cwd=tmp_path)
    for number, url in enumerate(urls):
        if number == 2:
            run_profilegen("new", "paper", "--title", "Notes", cwd=tmp_path / "site")
        clean = tmp_path / f"clean{number}"
        shutil.copytree(tmp_path / "site", clean, ignore=shutil.ignore_patterns("output", ".profilegen"))
        for folder in (tmp_path / "site", clean):
            assert run_profilegen("build", "--url", url, cwd=folder).returncode == 0
        assert tree(tmp_path / "site/output") == tree(clean / "output")
        assert ("sample-article" in (clean / "output/index.html").read_text(encoding="utf-8")) == (number < 2)
        assert (f'href="{url}papers/' in (clean / "output/404.html").read_text(encoding="utf-8")) == bool(url)


@pytest.mark.parametrize("url", ["ada.example.org", "mailto:a@b.org", "https://a:b@c.org/", "javascript:x"])
def test_an_address_that_is_none_is_wrong_usage(tmp_path: Path, url: str) -> None:
    (tmp_path / "content").mkdir()
    assert run_profilegen("build", "--url", url, cwd=tmp_path).returncode == 2
