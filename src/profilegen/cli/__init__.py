"""The command line: one module a command, and the one place where outcomes become exit codes."""

from profilegen.cli.entry import main

__all__ = ["main"]
