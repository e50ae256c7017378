"""The commands, and what becomes of a failure, a crash and an interrupt."""

import sys
import traceback
from collections.abc import Sequence
from typing import Final

import click

from profilegen import __version__
from profilegen.cli.build import build
from profilegen.cli.check import check
from profilegen.cli.clean import clean
from profilegen.cli.duplicates import duplicates
from profilegen.cli.import_ import import_
from profilegen.cli.init import init
from profilegen.cli.merge import merge
from profilegen.cli.new import new
from profilegen.cli.publish import publish
from profilegen.cli.refresh import refresh
from profilegen.cli.schema import schema
from profilegen.cli.serve import serve
from profilegen.cli.theme import theme
from profilegen.problems import Failure, OutsideFailure, escaped

GOOD: Final = 0
WRONG: Final = 1
BUG: Final = 3
OUTSIDE: Final = 4
INTERRUPTED: Final = 130

DEBUG: Final = "--debug"

_REPORT: Final = "this is a bug of profilegen's: please report it with what --debug prints"


class _AsUsed(click.Group):
    """Lists its commands in the order in which they are added, which is that of their use."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as in click
        """The names of the commands."""
        return list(self.commands)


@click.group(cls=_AsUsed, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="profilegen %(version)s")
@click.option(DEBUG, is_flag=True, expose_value=False, help="Show where in the program a failure arose.")
def profilegen() -> None:
    """Make a site of academic profiles from one YAML or Markdown file per paper and author.

    \b
    Exit codes: 0 good; 1 wrong content or a failed build; 2 wrong usage;
    3 a bug of profilegen's; 4 publishing or the network; 130 interrupted.
    """  # noqa: D301 - click reads the character \b, which keeps lines as they are


for command in (init, new, import_, refresh, duplicates, merge, build, check, serve, publish, clean, theme, schema):
    profilegen.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and end the process with its exit code."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    # Taken out here, so that it works for any failure and may stand behind a command as well.
    sys.exit(_run([word for word in words if word != DEBUG], debug=DEBUG in words))


def _run(words: list[str], *, debug: bool) -> int:
    try:
        code = profilegen.main(words, prog_name="profilegen", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except Failure as failure:
        _explain(f"error: {failure.message}", failure.hint, debug=debug)
        return OUTSIDE if isinstance(failure, OutsideFailure) else WRONG
    except BrokenPipeError:
        return WRONG
    except Exception as error:  # noqa: BLE001 - the last line of defence: a person sees a message, not a traceback
        _explain(escaped(f"error: {type(error).__name__}: {error}"), _REPORT, debug=debug)
        return BUG
    return code if isinstance(code, int) else GOOD


def _explain(message: str, hint: str, *, debug: bool) -> None:
    if debug:
        traceback.print_exc()
    click.echo(f"{message} ({hint})" if hint else message, err=True)
