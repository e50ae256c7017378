"""What stands on the branch that is published to: which files are ours, and which are not."""

from collections.abc import Mapping
from typing import Final

from profilegen.problems import OutsideFailure, quoted
from profilegen.publishing.git import Answer, Git
from profilegen.publishing.remote import Remote
from profilegen.values import Struct, field

LIST: Final = ".profilegen-published"
"""The file on the branch that lists what we put there, a path a line."""

CNAME: Final = "CNAME"
"""The file that tells GitHub Pages the site's own domain."""

NO_JEKYLL: Final = ".nojekyll"
"""The file that tells GitHub Pages to take the files as they are."""

_HEAD: Final = "ref: refs/heads/"


class Branch(Struct, frozen=True):
    """A branch elsewhere: its newest commit, "" where there is none yet; its files, by path, as `mode` and id.

    `listed` are the paths that we put there, None where it is not ours; `default` says that people who visit the
    repository see this branch, `empty` that the repository has none at all.
    """

    name: str
    tip: str = ""
    files: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    listed: frozenset[str] | None = None
    default: bool = False
    empty: bool = False

    @property
    def foreign(self) -> tuple[str, ...]:
        """The files that we did not put there, sorted; the domain is the user's, whoever wrote it."""
        ours = {*(self.listed or ()), LIST} - {CNAME}
        return tuple(sorted(path for path in self.files if path not in ours))


def fetch_branch(git: Git, remote: Remote, name: str) -> Branch:
    """The branch `name` as it is elsewhere now; OutsideFailure where that cannot be had.

    Nothing of the user's is touched: what is fetched is kept under a reference of our own.
    """
    heads = _asked(remote, git.ask("ls-remote", "--symref", remote.name, "HEAD", "refs/heads/*"))
    lines = [line.partition("\t") for line in heads.text.splitlines()]
    tips = {ref: tip for tip, _, ref in lines if not tip.startswith(_HEAD)}
    default = next((tip.removeprefix(_HEAD) for tip, _, ref in lines if tip.startswith(_HEAD) and ref == "HEAD"), "")
    tip = tips.get(f"refs/heads/{name}", "")
    if not tip:
        return Branch(name, default=default == name, empty=not tips)
    _asked(remote, git.ask("fetch", "--quiet", "--no-tags", "--no-write-fetch-head", remote.name, _fetched(name)))
    tip = git.run("rev-parse", "--verify", own_ref(name)).text
    return Branch(name, tip, _files(git, tip), _listed(git, tip), default == name)


def own_ref(name: str) -> str:
    """Our own reference for the branch `name`, which no command of the user's looks at."""
    return f"refs/profilegen/{name}"


def check_name(git: Git, name: str, *, named: bool) -> None:
    """OutsideFailure where `name` can be no branch, or is checked out here and was not asked for by name."""
    if git.ask("check-ref-format", f"refs/heads/{name}").code:
        raise OutsideFailure(f"{quoted(name)} cannot be the name of a branch", "choose another with --branch")
    worktrees = git.run("worktree", "list", "--porcelain").text.splitlines()
    if not named and f"branch refs/heads/{name}" in worktrees:
        raise OutsideFailure(
            f"the branch {quoted(name)} is checked out here",
            f"switch to the branch that has the content, or say --branch {name} if you mean it",
        )


def _fetched(name: str) -> str:
    return f"+refs/heads/{name}:{own_ref(name)}"


def _asked(remote: Remote, answer: Answer) -> Answer:
    if answer.code:
        hint = f"see that `git ls-remote {remote.name}` works, then publish again; nothing was changed"
        raise OutsideFailure(f"{remote.address} cannot be reached: {answer.reason}", hint)
    return answer


def _files(git: Git, commit: str) -> dict[str, tuple[str, str]]:
    found = {}
    for entry in git.run("ls-tree", "-r", "-z", "--full-tree", commit).printed.split(b"\0"):
        about, tab, path = entry.partition(b"\t")
        if tab:
            mode, _, blob = about.decode("ascii").split()
            found[path.decode(errors="surrogateescape")] = (mode, blob)
    return found


def _listed(git: Git, commit: str) -> frozenset[str] | None:
    answer = git.ask("cat-file", "blob", f"{commit}:{LIST}")
    if answer.code:
        return None
    return frozenset(answer.printed.decode(errors="surrogateescape").split("\n")) - {""}
