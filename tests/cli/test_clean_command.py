"""`profilegen clean` removes what is ours, and nothing else."""

from pathlib import Path

from folders import run_profilegen, tree, write_files

SITE = {"content/papers/a.yaml": "title: A\nauthors: [Ada]\n", "profilegen.yaml": "search: false\n"}


def test_the_site_and_the_cache_go_and_foreign_files_stay(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    before = tree(tmp_path)
    assert run_profilegen("build", cwd=tmp_path).returncode == 0
    write_files(tmp_path, {"output/CNAME": "example.org", "output/papers/own.txt": "mine"})
    done = run_profilegen("clean", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("removed ")
    assert tree(tmp_path) == before | {"output/CNAME": b"example.org", "output/papers/own.txt": b"mine"}
    assert not (tmp_path / "output/authors").exists()


def test_a_site_that_was_cleaned_is_built_whole_again(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    run_profilegen("build", cwd=tmp_path)
    built = tree(tmp_path / "output")
    run_profilegen("clean", cwd=tmp_path)
    assert not (tmp_path / "output").exists()
    assert run_profilegen("build", cwd=tmp_path).returncode == 0
    assert tree(tmp_path / "output") == built


def test_what_is_no_output_of_ours_is_refused(tmp_path: Path) -> None:
    write_files(tmp_path, {**SITE, "output/precious.txt": "mine"})
    done = run_profilegen("clean", cwd=tmp_path)
    assert done.returncode == 1
    assert "has no manifest of a former build" in done.stderr
    assert (tmp_path / "output/precious.txt").is_file()
