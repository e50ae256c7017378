"""What a build says while it runs: nothing on a pipe, a bar on a terminal once it takes longer than a second."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

import click

from profilegen.values import Struct

PATIENCE: Final = 1.0
"""Seconds before a bar is shown."""

Item = TypeVar("Item")


class Teller(Struct, frozen=True):
    """Speaks to a person on standard error, unless told to be silent."""

    silent: bool = False

    def line(self, text: str) -> None:
        """Say something once."""
        if not self.silent:
            click.echo(text, err=True)

    def progress(self, pages: Iterable[Item], total: int) -> Iterable[Item]:
        """Pass the pages on; show a bar on a terminal from the second PATIENCE on."""
        if self.silent or not sys.stderr.isatty():
            return pages
        return _with_bar(pages, total)


def _with_bar(pages: Iterable[Item], total: int) -> Iterator[Item]:
    start, remaining, seen = time.monotonic(), iter(pages), 0
    for page in remaining:
        seen += 1
        yield page
        if time.monotonic() - start > PATIENCE:
            break
    else:
        return
    with click.progressbar(length=total, label="pages", file=sys.stderr, show_pos=True) as bar:
        bar.update(seen)
        for page in remaining:
            bar.update(1)
            yield page
