"""Where the time of a build went."""

from pathlib import Path

from folders import run_profilegen, write_files
from profilegen.build.laps import SHOWN, Lap, Slow


def test_the_slowest_are_told_and_the_slowest_first() -> None:
    slow = Slow()
    for number in range(20):
        slow.read(f"{number}.md", number % 7)
        slow.printed("paper.html" if number % 2 else "author.html", f"{number}/index.html", number, 1, 0.5)
    assert [lap.name for lap in slow.files] == ["6.md", "13.md", "5.md", "19.md", "12.md"]
    assert slow.pages == tuple(Lap(f"{number}/index.html", number) for number in range(19, 19 - SHOWN, -1))
    assert slow.templates == (Lap("paper.html", 100, 10), Lap("author.html", 90, 10))
    assert slow.parts == (Lap("measure", 10), Lap("render", 180), Lap("write", 20))


def test_timings_name_the_steps_and_what_was_slow_in_them(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/papers/a.md": "---\ntitle: T\nauthors: [A B]\n---\nOne.\n"})
    first = run_profilegen("build", "--timings", cwd=tmp_path)
    steps = (
        "scan",
        "read",
        "link",
        "keep",
        "plan",
        "print",
        "measure",
        "render",
        "write",
        "search",
        "remember",
        "in all",
    )
    assert [step for step in steps if f" s  {step}" not in first.stderr and f" s    {step}" not in first.stderr] == []
    assert "slowest content files:\n" in first.stderr
    assert " s  content/papers/a.md\n" in first.stderr
    assert " s  paper.html (1 times)\n" in first.stderr
    assert " s  papers/a/index.html\n" in first.stderr
    assert "slowest" not in run_profilegen("build", "--timings", cwd=tmp_path).stderr
