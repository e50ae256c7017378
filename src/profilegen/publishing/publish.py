"""From a built site to the branch that GitHub Pages shows: checked, planned, committed, pushed."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from profilegen.problems import OutsideFailure, Problem, problem, quoted
from profilegen.publishing.branch import CNAME, Branch, check_name, fetch_branch
from profilegen.publishing.change import Adopt, Change, Content, plan_change
from profilegen.publishing.commit import commit, push
from profilegen.publishing.files import site_files
from profilegen.publishing.git import Git
from profilegen.publishing.limits import case_problems, size_problems
from profilegen.publishing.links import link_problems
from profilegen.publishing.remote import Remote, find_remote, is_domain
from profilegen.values import Struct

BRANCH: Final = "gh-pages"
"""The branch that is published to unless another is named."""

_SOURCES: Final = ("profilegen.yaml", "words.yaml", "content", "themes", "templates", "static", ":(glob)*.csl")
"""What a site is made from, in its folder."""


class Wanted(Struct, frozen=True):
    """What a user asks for; None is the usual: see the options of `profilegen publish`."""

    remote: str | None = None
    branch: str | None = None
    cname: str | None = None
    message: str | None = None
    adopt: str | None = None


class Destination(Struct, frozen=True):
    """Where the site goes: the repository here, the one elsewhere, the branch as it is, and the site's address."""

    git: Git
    remote: Remote
    branch: Branch
    url: str


def find_destination(root: Path, wanted: Wanted) -> Destination:
    """Where the site in the folder `root` is published to; nothing is written.

    Raises:
        OutsideFailure: there is no such place, it cannot be reached, or it is one that must be named.
    """
    git = Git(root)
    remote = find_remote(git, wanted.remote)
    name = wanted.branch or BRANCH
    check_name(git, name, named=wanted.branch is not None)
    branch = fetch_branch(git, remote, name)
    if branch.default and branch.listed is None and wanted.branch is None:
        message = f"{quoted(name)} is the default branch of {remote.address}, and not from profilegen"
        raise OutsideFailure(message, f"say --branch {name} if you mean it, or another")
    return Destination(git, remote, branch, _address(git, remote, branch, wanted.cname))


def check_built(files: Mapping[str, Path], found: Iterable[Problem], url: str, shown: str) -> tuple[Problem, ...]:
    """What keeps a built site from being published, sorted; `shown` is how messages call its folder.

    `found` is what was wrong with its content.
    """
    return tuple(
        sorted(
            [
                *_samples(found),
                *link_problems(files, url, shown),
                *size_problems(files, shown),
                *case_problems(files, shown),
            ]
        )
    )


def plan(destination: Destination, output: Path, wanted: Wanted) -> Change:
    """What publishing the built site would change; OutsideFailure where the user must say more first."""
    site: dict[str, Content] = dict(site_files(output))
    if wanted.cname:
        site[CNAME] = f"{wanted.cname}\n".encode()
    algorithm = destination.git.run("rev-parse", "--show-object-format").text
    adopt = Adopt(wanted.adopt) if wanted.adopt else None
    return plan_change(destination.branch, site, adopt, algorithm)


def publish(destination: Destination, change: Change, message: str) -> str:
    """Commit and push the change, and give the commit's id.

    Raises:
        OutsideFailure: git cannot commit, or the push fails; the branch elsewhere is then as it was.
    """
    made = commit(destination.git, change, message or _message(destination.git))
    push(destination.git, destination.remote, change, made)
    return made


def unsaved(git: Git) -> tuple[str, ...]:
    """The files that the site is made from and that are not committed as they are; they are published as they are."""
    answer = git.ask("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", *_SOURCES)
    entries = answer.printed.decode(errors="surrogateescape").split("\0")
    return tuple(entry[3:] for entry in entries if entry)


def _address(git: Git, remote: Remote, branch: Branch, cname: str | None) -> str:
    """The site's address: at its own domain, else where GitHub Pages shows the repository."""
    if not cname and CNAME in branch.files:
        cname = git.run("cat-file", "blob", branch.files[CNAME][1]).text.strip()
    # Anything else in the file stays there, and means nothing here.
    return f"https://{cname}/" if cname and is_domain(cname) else remote.pages


def _samples(found: Iterable[Problem]) -> Iterator[Problem]:
    for one in found:
        if one.code == "sample-paper":
            yield problem("public-sample", one.place, "this is a sample, and it would be published", one.hint)


def _message(git: Git) -> str:
    head = git.ask("rev-parse", "--short", "--verify", "HEAD")
    return f"Publish the site as of {head.text}" if not head.code else "Publish the site"
