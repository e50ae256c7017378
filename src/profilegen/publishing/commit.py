"""A change as a commit, and the commit to the repository elsewhere; nothing of the user's is touched."""

from collections.abc import Iterator
from typing import Final

from profilegen.problems import OutsideFailure, quoted
from profilegen.publishing.branch import own_ref
from profilegen.publishing.change import FILE, Change, bytes_of
from profilegen.publishing.git import Git
from profilegen.publishing.remote import Remote

_WHO: Final = "git config --global user.name 'Ada Lovelace' and git config --global user.email ada@example.org"
_AGAIN: Final = "publish again: nothing was changed there"


def commit(git: Git, change: Change, message: str) -> str:
    """Make the commit, under a reference of our own, and give its id.

    Only what changed is sent to git; killed half-way, it leaves nothing that anybody sees.
    """
    who = git.run("var", "GIT_COMMITTER_IDENT", hint=_WHO).printed.rstrip(b"\n")
    git.run("fast-import", "--quiet", "--force", "--done", feed=_stream(change, who, message.encode()))
    return git.run("rev-parse", "--verify", own_ref(change.branch.name)).text


def push(git: Git, remote: Remote, change: Change, made: str) -> None:
    """Push the commit to the branch; OutsideFailure where the other side, a hook or the network says no."""
    target = f"refs/heads/{change.branch.name}"
    answer = git.ask("push", "--quiet", remote.name, f"{made}:{target}")
    if not answer.code:
        return
    there = git.ask("ls-remote", remote.name, target)
    now = there.text.partition("\t")[0]
    if there.code or now == change.branch.tip:
        raise OutsideFailure(f"git push to {remote.address} failed: {answer.reason}", f"mend that, then {_AGAIN}")
    if now != made:  # else it has arrived, and only the answer was lost
        message = f"somebody else pushed to {quoted(change.branch.name)} of {remote.address} meanwhile"
        raise OutsideFailure(message, "publish again: theirs stays, yours comes on top")


def _stream(change: Change, who: bytes, message: bytes) -> Iterator[bytes]:
    """The commit in the language of git fast-import."""
    ref = own_ref(change.branch.name).encode()
    yield b"reset %s\n\n" % ref
    yield b"commit %s\ncommitter %s\ndata %d\n%s\n" % (ref, who, len(message), message)
    if change.branch.tip:
        yield b"from %s\n" % change.branch.tip.encode("ascii")
    for path in change.removed:
        yield b"D %s\n" % _quoted(path)
    for path, content in change.contents.items():
        held = bytes_of(content)
        yield b"M %s inline %s\ndata %d\n%s\n" % (FILE.encode("ascii"), _quoted(path), len(held), held)
    yield b"done\n"


def _quoted(path: str) -> bytes:
    """A path as git quotes it."""
    plain = path.encode(errors="surrogateescape")
    return b'"%s"' % plain.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")
