"""Real git repositories for tests: a site in one, and a bare one elsewhere that stands for GitHub."""

import io
import stat
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from folders import write_files
from profilegen.cli import main

SITE = {
    "content/authors/ada.md": "---\nname: Ada Lovelace\n---\nWrites about engines.\n",
    "content/papers/a.yaml": "title: A\nauthors: [Ada Lovelace]\ndate: 2020\n",
}

ADDRESS = "git@github.com:Ada/site.git"
PAGES = "https://ada.github.io/site/"

_SSH = """\
for last; do :; done
cd "$ELSEWHERE" && eval "git ${last#git-}"
"""
"""What git calls in place of ssh: the other side of the protocol, in a folder that stands for the host."""


@dataclass(frozen=True, slots=True)
class Done:
    """The exit code of a command, what it printed and what it said on standard error."""

    code: int
    stdout: str
    stderr: str


@dataclass(frozen=True, slots=True)
class Clone:
    """A repository with a site, and its remote `origin` at GitHub's address, which `environment` leads elsewhere."""

    site: Path
    elsewhere: Path

    def git(self, *words: str | Path, cwd: Path | None = None) -> str:
        """What git prints, in the site's repository unless another folder is given."""
        done = subprocess.run(
            ["git", *map(str, words)],
            cwd=cwd or self.site,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def publish(self, *options: str) -> "Done":
        """Run `profilegen publish`, in this process: Python starts slower than git."""
        printed, said = io.StringIO(), io.StringIO()
        with redirect_stdout(printed), redirect_stderr(said), pytest.raises(SystemExit) as ended:
            main(["publish", str(self.site), *options])
        return Done(int(ended.value.code or 0), printed.getvalue(), said.getvalue())

    def published(self, *options: str) -> str:
        """What a publish says that must be good."""
        done = self.publish(*options)
        assert done.code == 0, done.stdout + done.stderr
        return done.stdout

    @property
    def bare(self) -> Path:
        """The repository elsewhere."""
        return self.elsewhere / "Ada/site.git"

    def there(self, branch: str = "gh-pages") -> list[str]:
        """The paths on the branch elsewhere."""
        return self.git("ls-tree", "-r", "--name-only", branch, cwd=self.bare).splitlines()

    def show(self, path: str, branch: str = "gh-pages") -> str:
        """A file on the branch elsewhere."""
        return self.git("show", f"{branch}:{path}", cwd=self.bare)

    def tip(self, branch: str = "gh-pages") -> str:
        """The newest commit of the branch elsewhere."""
        return self.git("rev-parse", branch, cwd=self.bare)

    def push_from_elsewhere(self, files: dict[str, str], branch: str = "gh-pages") -> str:
        """Let somebody else put files on the branch, and give the commit."""
        work = self.elsewhere / "somebody"
        if not work.exists():
            self.git("init", "--quiet", work)
        self.git("fetch", "--quiet", self.bare, "+refs/heads/*:refs/remotes/o/*", cwd=work)
        known = f"refs/remotes/o/{branch}" in self.git("for-each-ref", cwd=work)
        self.git("checkout", "--quiet", *(["-B", branch, f"o/{branch}"] if known else ["--orphan", branch]), cwd=work)
        write_files(work, files)
        self.git("add", "--all", cwd=work)
        self.git("commit", "--quiet", "-m", "by hand", cwd=work)
        self.git("push", "--quiet", self.bare, branch, cwd=work)
        return self.git("rev-parse", "HEAD", cwd=work)

    def hook(self, name: str, script: str) -> None:
        """Put a hook into the site's repository."""
        path = self.site / ".git/hooks" / name
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)


def clone(folder: Path) -> Clone:
    """A site that is committed on `main`, with a remote that is empty so far."""
    site, elsewhere = write_files(folder / "site", SITE), folder / "elsewhere"
    made = Clone(site, elsewhere)
    made.git("init", "--quiet", "--bare", "--initial-branch=main", made.bare, cwd=elsewhere)
    made.git("init", "--quiet", "--initial-branch=main", ".")
    (site / ".gitignore").write_text("/output/\n/.profilegen/\n", encoding="utf-8")
    made.git("add", "--all")
    made.git("commit", "--quiet", "-m", "content")
    made.git("remote", "add", "origin", ADDRESS)
    return made


def environment(folder: Path, *, github: bool = False) -> dict[str, str]:
    """That of a user whose git knows nothing but a name, and whose ssh leads into a folder here.

    With `github` so do the addresses that GitHub shows for https.
    """
    (folder / "elsewhere").mkdir(exist_ok=True)
    (folder / "elsewhere/ssh.sh").write_text(_SSH, encoding="utf-8", newline="\n")
    config = folder / "gitconfig"
    over_ssh = '[url "git@github.com:"]\n\tinsteadOf = https://github.com/\n' if github else ""
    config.write_text(f"[user]\n\tname = Ada\n\temail = ada@example.org\n{over_ssh}", encoding="utf-8")
    return {
        "GIT_CONFIG_GLOBAL": str(config),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_SSH_COMMAND": f'sh "{(folder / "elsewhere/ssh.sh").as_posix()}"',
        "GIT_SSH_VARIANT": "simple",
        "ELSEWHERE": str(folder / "elsewhere"),
    }
