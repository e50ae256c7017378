"""What a person types: asked for on a terminal, given as an option elsewhere, and checked."""

import sys
from collections.abc import Callable
from typing import TypeAlias

import click

Check: TypeAlias = Callable[[click.Context | None, click.Parameter | None, str | None], str | None]
"""A callback of click's: the checked value, or BadParameter."""


def asked(question: str, option: str, check: Check, *, default: str | None = None) -> str:
    """The answer to a question on a terminal; elsewhere the default, or wrong usage that names the option."""
    if not sys.stdin.isatty():
        if default is None:
            raise click.UsageError(f"there is no terminal to ask on: give {option}")
        return default
    return str(click.prompt(question, default=default, value_proc=lambda text: check(None, None, text)))


def words_of_a_line(_context: click.Context | None, _option: click.Parameter | None, text: str | None) -> str | None:
    """One line of words, runs of blanks made one; refused where it is empty, too long, or has control characters."""
    from profilegen.content.schema.values import TITLE_LENGTH
    from profilegen.problems import escaped

    if text is None:
        return None
    words = " ".join(text.split())
    if len(words) > TITLE_LENGTH:
        raise click.BadParameter(f"it has {len(words):,} characters, and {TITLE_LENGTH:,} are the most")
    if not words or escaped(words) != words:
        raise click.BadParameter("it has no words, or characters that cannot be seen")
    return words


def person_name(context: click.Context | None, option: click.Parameter | None, text: str | None) -> str | None:
    """A person's name as papers print it."""
    from profilegen.model.names import Name

    words = words_of_a_line(context, option, text)
    try:
        return None if words is None else Name.parse(words).full
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def address(_context: click.Context, _option: click.Parameter, text: str) -> str:
    """A whole web address that ends in `/`; "" for none."""
    from profilegen.model.addresses import checked_address, is_outside

    if not text:
        return ""
    try:
        checked = checked_address(text)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    if not is_outside(checked) or checked.startswith("mailto"):
        raise click.BadParameter("a whole address is wanted here, as in https://example.org/")
    return checked if checked.endswith("/") else f"{checked}/"
