"""Metrics that other packages bring: entry points of the group `profilegen.metrics`."""

import inspect
import os
import re
import sys
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, Final

from profilegen.metrics.custom import SETTINGS
from profilegen.metrics.definitions import DEFINITIONS, Computed, Definition, Listing
from profilegen.model.paper import Paper
from profilegen.model.settings import NumberFormat
from profilegen.problems import Failure, Problem, escaped, problem, quoted
from profilegen.values import replace

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP: Final = "profilegen.metrics"

_EGG: Final = ".egg"
_RECORDS: Final = (".dist-info", ".egg-info", _EGG)

_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")


def installed() -> tuple[tuple[Definition, ...], tuple[Problem, ...]]:
    """The metrics of the installed packages, by name, and what is wrong with the others.

    An entry point names a Definition, or a function of the papers that count to `int | Fraction | None`, whose
    docstring says in its first sentence what the number means; its label is made from the entry point's name.
    """
    if not _any_brought():
        return (), ()
    from importlib.metadata import entry_points  # noqa: PLC0415 - takes 40 ms, and hardly any site has such a package

    kept: dict[str, Definition] = {}
    problems: list[Problem] = []
    taken = {definition.name for definition in DEFINITIONS}
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: (entry.name, _package(entry), entry.value)):
        found = _loaded(entry)
        if isinstance(found, Definition) and found.name in taken | kept.keys():
            found = f"its name {quoted(found.name)} is taken"
        if isinstance(found, Definition):
            kept[found.name] = found
        else:
            problems.append(_refused(entry, found))
    return tuple(kept.values()), tuple(problems)


def _any_brought() -> bool:
    """Whether a package may bring metrics: the group's name is in its record, or that is not simply a file."""
    if any(hasattr(finder, "find_distributions") for finder in sys.meta_path if finder is not PathFinder):
        return True
    for folder in dict.fromkeys(sys.path):
        try:
            names = os.listdir(folder or os.curdir)  # noqa: PTH208 - a hundred times a build
        except NotADirectoryError:  # an archive
            return True
        except OSError:
            continue
        if any(_brings(f"{folder or os.curdir}/{name}") for name in names if name.endswith(_RECORDS)):
            return True
    return False


def _brings(record: str) -> bool:
    if record.endswith(_EGG):
        return True
    try:
        with open(f"{record}/entry_points.txt", "rb") as file:  # noqa: PTH123 - the same
            return GROUP.encode("ascii") in file.read()
    except FileNotFoundError:
        return False
    except OSError:
        return True


def _loaded(entry: "EntryPoint") -> Definition | str:
    """The definition that an entry point names, or why there is none."""
    try:
        found: object = entry.load()
    except Exception as error:  # noqa: BLE001 - code of others: whatever it raises is their problem, said with its name
        return f"it cannot be loaded: {_said(error)}"
    definition = found if isinstance(found, Definition) else _from_function(entry, found)
    if isinstance(definition, Definition):
        if not _NAME.fullmatch(definition.name):
            return f"{quoted(definition.name)} is no name of a metric: lower-case letters, digits and _"
        compute = partial(_guarded, definition.name, _package(entry), definition.compute)
        return replace(definition, compute=compute)
    return definition


def _from_function(entry: "EntryPoint", found: object) -> Definition | str:
    if not callable(found):
        return "it is neither a Definition nor a function"
    meaning = " ".join((inspect.getdoc(found) or "").partition("\n\n")[0].split())
    if not meaning:
        return "its function has no docstring to say what the number means"
    label = entry.name.replace("_", " ")
    source = f"the package {_package(entry)}"
    return Definition(entry.name, label, meaning, source, NumberFormat.NUMBER, partial(_called, found))


def _called(function: Callable[[tuple[Paper, ...]], object], listing: Listing) -> Computed:
    number = function(listing.papers)
    if number is None:
        return Computed(None, 0)
    if isinstance(number, bool) or not isinstance(number, (int, Fraction)):
        raise TypeError(f"it gave {quoted(repr(number))}, not an int, a Fraction or None")
    return Computed(Fraction(number), len(listing.papers))


def _guarded(name: str, package: str, compute: Callable[[Listing], Computed], listing: Listing) -> Computed:
    try:
        return compute(listing)
    except Exception as error:
        hint = f"mend or uninstall the package {package}"
        raise Failure(f"the metric {quoted(name)} of the package {package} failed: {_said(error)}", hint) from error


def _refused(entry: "EntryPoint", reason: str) -> Problem:
    package = _package(entry)
    message = f"metric {quoted(entry.name)} of the package {package}: {reason}"
    return problem("unknown-metric", SETTINGS, message, f"mend or uninstall the package {package}")


def _package(entry: "EntryPoint") -> str:
    return escaped(entry.dist.name) if entry.dist else "unknown"


def _said(error: Exception) -> str:
    return escaped(f"{type(error).__name__}: {error}")
