"""A save that the system does not tell of, as when its queue ran over, is found by looking."""

import time
from pathlib import Path

from folders import write_files
from preview.serving import SITE
from profilegen.build.clock import Clock
from profilegen.model.dates import PartialDate
from profilegen.preview.follow import SCAN_SECONDS, Change, Follower
from profilegen.preview.revising import Known
from profilegen.preview.scan import FRESH_SECONDS
from profilegen.preview.site import Studio
from profilegen.preview.watch import Watch

ENGINE = "content/papers/engine.md"


class Deaf(Watch):
    """Listens, and loses all that it hears."""

    def start(self) -> None:
        super().start()
        if self._observer is not None:
            self._observer.unschedule_all()


def test_p3_a_save_that_was_lost_is_found_by_the_next_look(tmp_path: Path) -> None:
    root = write_files(tmp_path, SITE).resolve()
    time.sleep(FRESH_SECONDS * 2)
    changes: list[Change] = []
    said: list[str] = []
    watch = Deaf(root, said.append)
    follower = Follower(Studio(root, Known(Clock(PartialDate(2026, 7, 13))), drafts=False), watch, changes.append)
    try:
        write_files(root, {ENGINE: SITE[ENGINE].replace("first", "second")})
        began = time.monotonic()
        while not changes and time.monotonic() - began < SCAN_SECONDS * 5:
            follower.step()
        assert watch.works
        assert said == []
        assert [change.paths for change in changes] == [(ENGINE,)]
        assert time.monotonic() - began > SCAN_SECONDS / 2
    finally:
        watch.stop()
