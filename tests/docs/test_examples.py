"""Every example in the documents is good, every command in them runs, every link leads somewhere."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Final

import click
import pytest
import yaml

from docs.documents import DOCUMENTS, Example, examples, followed
from docs.reader import Reader
from folders import CHECKOUT, write_files
from profilegen.cli import main
from profilegen.cli.entry import profilegen
from profilegen.problems import Severity
from publishing.repositories import environment
from sites import composed

FILES: Final = {
    "yaml paper": "content/papers/example.yaml",
    "markdown paper": "content/papers/example.md",
    "yaml author": "content/authors/ada-lovelace.yaml",
    "markdown author": "content/authors/ada-lovelace.md",
    "yaml site": "profilegen.yaml",
    "yaml words": "words.yaml",
}
"""Where in a site an example of that kind stands."""

AROUND: Final = {
    "profilegen.yaml": "ratings: {open_data: {label: Open data, scale: 5}}\n",
    "content/authors/ada-lovelace.md": "---\nname: Ada Lovelace\n---\n",
    "content/papers/notes-on-the-analytical-engine.md": "---\ntitle: A\nauthors: [Ada Lovelace]\ncitations: 300\n---\n",
    "themes/mine/theme.yaml": "contract: 1\nname: mine\n",
}
"""The site that an example stands in, where it says nothing else."""

TRIED_ELSEWHERE: Final = {"toml netlify", "sh cloudflare", "yaml gitlab", "toml pyproject", "python", "sh completion"}
NOT_TRIED: Final = {"text", "jinja", "console"}


def title(example: Example) -> str:
    return str(example)


def test_every_example_says_what_it_is() -> None:
    known = {*FILES, *TRIED_ELSEWHERE, *NOT_TRIED}
    assert [f"{one} {one.kind}" for one in examples() if one.kind not in known] == []


@pytest.mark.parametrize("example", [one for one in examples() if one.kind in FILES], ids=title)
def test_an_example_of_content_has_no_problem(tmp_path: Path, example: Example) -> None:
    file = FILES[example.kind]
    stem = file.rpartition(".")[0]
    around = {path: text for path, text in AROUND.items() if not path.startswith(stem)}
    found = composed(tmp_path, {**around, file: example.text}).problems
    assert [str(one) for one in found if one.severity is not Severity.NOTE and one.code != "no-url"] == []


def only(kind: str) -> str:
    (example,) = (one for one in examples() if one.kind == kind)
    return example.text


def commands_of_hosts() -> dict[str, tuple[list[str], str, str]]:
    """For each host what it runs, under which name it gives the site's address, and which folder it takes."""
    netlify, gitlab = tomllib.loads(only("toml netlify")), yaml.safe_load(only("yaml gitlab"))
    return {
        "netlify": ([netlify["build"]["command"]], "URL", netlify["build"]["publish"]),
        "cloudflare": (only("sh cloudflare").splitlines(), "CF_PAGES_URL", "output"),
        "gitlab": (gitlab["pages"]["script"], "CI_PAGES_URL", gitlab["pages"]["artifacts"]["paths"][0]),
    }


@pytest.mark.skipif(os.name == "nt", reason="these hosts run a shell of Unix")
@pytest.mark.parametrize("host", ["netlify", "cloudflare", "gitlab"])
def test_what_a_host_runs_makes_the_site(tmp_path: Path, host: str) -> None:
    write_files(tmp_path, AROUND)
    commands, name, folder = commands_of_hosts()[host]
    program = f"{sys.executable} -m profilegen"
    script = "\n".join(commands).replace("pip install profilegen", "true").replace("profilegen ", f"{program} ")
    env = {**os.environ, name: "https://ada.example.net/x"}
    done = subprocess.run(["sh", "-ec", script], cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert 'href="https://ada.example.net/x/' in (tmp_path / folder / "404.html").read_text(encoding="utf-8")


def test_the_metric_of_ones_own_counts(tmp_path: Path) -> None:
    names: dict[str, object] = {}
    exec(compile(only("python"), "metrics.md", "exec"), names)  # noqa: S102 - our own example
    entry = tomllib.loads(only("toml pyproject"))["project"]["entry-points"]["profilegen.metrics"]
    ((name, target),) = entry.items()
    made = composed(tmp_path, AROUND)
    count = names[name]
    assert (target, callable(count)) == (f"my_metrics:{name}", True)
    assert callable(count)
    assert count(made.records.papers) == 0


@pytest.mark.skipif(shutil.which("git") is None, reason="no git here")
@pytest.mark.parametrize("document", [path for path in DOCUMENTS if list(followed(path))], ids=lambda path: path.name)
def test_whoever_follows_a_document_gets_through(
    tmp_path: Path, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment(tmp_path, github=True).items():
        monkeypatch.setenv(name, value)
    for repository in ("my-site", "site"):
        bare = tmp_path / f"elsewhere/ada/{repository}.git"
        subprocess.run(["git", "init", "--quiet", "--bare", bare], check=True)

    def here(words: list[str], folder: Path) -> None:
        monkeypatch.chdir(folder)
        with pytest.raises(SystemExit) as ended:
            main(words)
        assert not ended.value.code, words

    todo = list(followed(document))
    reader = Reader(tmp_path / "work", here, sys.executable)
    reader.folder.mkdir()
    if ["cd", "my-site"] not in [words for example in todo for words in example.commands]:
        here(["init", "--name", "Ada Lovelace"], reader.folder)
        here(["new", "paper", "--title", "Notes"], reader.folder)
    for example in todo:
        reader.follow(example)


def anchors(document: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(CHECKOUT).as_posix())
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        path, _, fragment = target.partition("#")
        if not re.match(r"\w+:", target):
            file = (document.parent / path).resolve() if path else document
            assert file.exists(), target
            assert not fragment or fragment in anchors(file), target


def test_every_command_is_in_the_readme() -> None:
    readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
    assert [name for name in profilegen.commands if f"profilegen {name}" not in readme] == []


@pytest.mark.parametrize("words", [(name,) for name in profilegen.commands] + [("new", "paper"), ("theme", "eject")])
def test_the_help_of_every_command_says_what_it_does_and_gives_an_example(words: tuple[str, ...]) -> None:
    command: click.Command = profilegen
    for word in words:
        command = getattr(command, "commands", {})[word]
    assert command.help
    assert "\\b" not in command.help
    assert getattr(command, "commands", None) or (command.epilog or "").startswith("Example: profilegen ")
    assert [option.name for option in command.params if isinstance(option, click.Option) and not option.help] == []
