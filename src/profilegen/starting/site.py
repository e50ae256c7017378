"""A new site: settings, one author, two samples, and what git and GitHub want to know."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from profilegen.content.schema.commented import commented_settings
from profilegen.starting.ids import id_of_name
from profilegen.starting.texts import filled, scalar, text
from profilegen.starting.write import Begun, write_new
from profilegen.values import Struct

WORKFLOW: Final = ".github/workflows/pages.yml"
"""Where GitHub looks for the workflow that deploys the site."""

REFRESH: Final = ".github/workflows/refresh.yml"
"""Where it looks for the one that brings citation counts up to date."""

_ABOUT: Final = "Who this is, in a few sentences of Markdown. This text stands on the profile: write your own."


class Wanted(Struct, frozen=True):
    """What a new site is to be: whose, under which title; with samples, with a workflow for GitHub Pages or without."""

    name: str
    title: str
    samples: bool = True
    github: bool = False


def is_begun(root: Path) -> bool:
    """Whether there is a site in the folder already; settings alone are none that can be built."""
    return (root / "content").exists()


def has_settings(root: Path) -> bool:
    """Whether the folder has settings, which a new site there keeps."""
    return (root / "profilegen.yaml").exists()


def begin_site(root: Path, wanted: Wanted) -> Begun:
    """Write a new site into the folder `root`, which is made where it is missing; no file is overwritten.

    Raises:
        Failure: a file cannot be written.
    """
    return write_new(root, {**site_files(wanted), **(workflow_files() if wanted.github else {})})


def add_workflow(root: Path) -> Begun:
    """Write the workflows for GitHub into the site in the folder `root`, unless they are there."""
    return write_new(root, workflow_files())


def site_files(wanted: Wanted) -> Mapping[str, str]:
    """The files of a new site by their paths."""
    return {
        "profilegen.yaml": commented_settings({"title": wanted.title}),
        f"content/authors/{id_of_name(wanted.name)}.md": author_text(wanted.name, _ABOUT),
        **(sample_files(wanted.name) if wanted.samples else {}),
        ".gitignore": text("gitignore"),
    }


def author_text(name: str, biography: str = "") -> str:
    """An author's file, with the keys that most will fill in."""
    return filled("author.md", name=scalar(name), body=biography)


def sample_files(name: str) -> Mapping[str, str]:
    """Two papers by the author of that name, marked as samples."""
    samples = ("sample-article.md", "sample-preprint.md")
    return {f"content/papers/{sample}": filled(sample, author=scalar(name)) for sample in samples}


def workflow_files() -> Mapping[str, str]:
    """The workflows for GitHub by their paths: Pages at every push, fresh counts once a week."""
    return {WORKFLOW: text("pages.yml"), REFRESH: text("refresh.yml")}
