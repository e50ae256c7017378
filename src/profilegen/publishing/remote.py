"""The repository elsewhere that is published to, and where GitHub Pages shows it."""

import re
from typing import Final

from profilegen.problems import OutsideFailure, escaped, quoted
from profilegen.publishing.git import Git, without_credentials
from profilegen.values import Struct

_ADD: Final = "make an empty repository at https://github.com/new, then: git remote add origin https://github.com/YOU/REPOSITORY.git"
_GITHUB: Final = re.compile(
    r"(?:[a-z+]+://(?:[^/]*@)?(?:www\.|ssh\.)?github\.com(?::\d+)?/|(?:[^/@]*@)?github\.com(?:-[\w.-]+)?:/?)"
    r"(?P<owner>[\w.-]+)/(?P<name>[\w.-]+?)(?:\.git)?/?",
    re.IGNORECASE,
)
_DOMAIN: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}", re.IGNORECASE)


class Remote(Struct, frozen=True):
    """A repository elsewhere: its name here, and its address without credentials."""

    name: str
    address: str

    @property
    def pages(self) -> str:
        """Where GitHub Pages shows it; "" where it is not on GitHub."""
        found = _GITHUB.fullmatch(self.address)
        if found is None:
            return ""
        host = f"{found['owner'].lower()}.github.io"
        return f"https://{host}/" if found["name"].lower() == host else f"https://{host}/{found['name']}/"

    @property
    def settings(self) -> str:
        """Where its settings of GitHub Pages are; "" where it is not on GitHub."""
        found = _GITHUB.fullmatch(self.address)
        return f"https://github.com/{found['owner']}/{found['name']}/settings/pages" if found else ""


def is_domain(text: str) -> bool:
    """Whether the text is a domain alone, as in ada.example.org."""
    return bool(_DOMAIN.fullmatch(text))


def find_remote(git: Git, wanted: str | None) -> Remote:
    """The remote of that name, else `origin`, else the only one.

    Raises:
        OutsideFailure: there is no repository here, no remote in it, or several and none is `origin`.
    """
    inside = git.ask("rev-parse", "--git-dir")
    if inside.code and "not a git repository" in inside.said:
        raise OutsideFailure("this folder is in no git repository", f"run `git init` first; {_ADD}")
    if inside.code:
        raise OutsideFailure(f"git cannot read the repository here: {inside.reason}")
    names = git.run("remote").text.splitlines()
    if not names:
        raise OutsideFailure("the repository has no remote to publish to", _ADD)
    name = wanted or ("origin" if "origin" in names else names[0])
    if name not in names:
        raise OutsideFailure(f"there is no remote {quoted(name)}", f"there is {', '.join(names)}")
    if wanted is None and name != "origin" and len(names) > 1:
        raise OutsideFailure(f"there are several remotes: {', '.join(names)}", "say which with --remote")
    return Remote(name, escaped(without_credentials(git.run("remote", "get-url", "--push", name).text)))
