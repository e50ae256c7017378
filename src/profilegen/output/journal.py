"""The journal: what is still to be moved once all new files are staged. Its rename is the point of commit."""

import json
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final

from profilegen.output.paths import MANIFEST, STAGING, is_safe, is_stage, staged_at
from profilegen.problems import Failure, quoted_path
from profilegen.values import Struct

JOURNAL: Final = "journal.json"
FORMAT: Final = 2


class Step(StrEnum):
    """What happens to one path: something new comes, a file of ours is replaced, or one of ours goes."""

    ADD = "add"
    REPLACE = "replace"
    REMOVE = "remove"


class Move(Struct, frozen=True):
    """One step: `path` is a file, or a folder that comes with all that is in it.

    What is new waits in the folder `stage` of the staging folder, under its own path; the old file is parked beside it
    as `number` + ".old".
    """

    number: int
    step: Step
    path: str
    stage: str

    def staged(self, root: str) -> str:
        """Where the new file waits, in the output `root`."""
        return staged_at(root, self.stage, self.path)

    def parked(self, root: str) -> str:
        """Where the old file is kept until all is done, in the output `root`."""
        return f"{root}/{STAGING}/{self.number}.old"


def write_journal(output: Path, moves: Sequence[Move]) -> None:
    """Commit to `moves`: from here on a build that is killed is completed by the next.

    Raises:
        OSError: it cannot be written; then nothing is committed.
    """
    lines = [json.dumps([move.number, move.step, move.path]) for move in moves]
    stage = json.dumps(moves[0].stage)
    text = f'{{"format": {FORMAT}, "stage": {stage}, "moves": [\n' + ",\n".join(lines) + "\n]}\n"
    draft = output / STAGING / "journal.new"
    # Not forced to the disk: that would wait for all new pages to get there, and a killed build needs no more.
    draft.write_bytes(text.encode("ascii"))
    draft.replace(output / STAGING / JOURNAL)


def read_journal(output: Path) -> tuple[Move, ...] | None:
    """The moves that a killed build left to be done; None when it had not committed.

    Raises:
        Failure: the journal cannot be read, is damaged, or a newer version's.
    """
    file = output / STAGING / JOURNAL
    try:
        found = json.loads(file.read_bytes())
        return _moves(found)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Failure(f"cannot read {quoted_path(str(file))}: {error.strerror}") from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise Failure(
            f"the journal {quoted_path(str(file))} of an unfinished build is damaged, or a newer profilegen's",
            f"move {quoted_path(str(output))} away and build again",
        ) from error


def _moves(found: dict[str, object]) -> tuple[Move, ...]:
    rows, stage = found["moves"], found["stage"]
    if found["format"] != FORMAT or not isinstance(rows, list) or not isinstance(stage, str) or not is_stage(stage):
        raise ValueError(found["format"])
    moves = tuple(_move(stage, *row) for row in rows)
    if len({move.number for move in moves}) < len(moves):
        raise ValueError("a number stands twice")
    return moves


def _move(stage: str, number: object, step: object, path: object) -> Move:
    if type(number) is not int or number < 0 or not isinstance(step, str) or not isinstance(path, str):
        raise TypeError(path)
    if path != MANIFEST and not is_safe(path):
        raise ValueError(path)
    return Move(number, Step(step), path, stage)
