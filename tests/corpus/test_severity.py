"""What settings and records make of problems."""

from corpus.corpus_records import author, codes, own_page, paper, records
from profilegen.corpus.severity import accepted, accepts_of
from profilegen.model.records import Records
from profilegen.model.settings import Settings
from profilegen.problems import Place, Problem, Severity, problem
from profilegen.values import replace


def kept(problems: list[Problem], site: Records) -> tuple[Problem, ...]:
    return accepted(problems, site.settings, accepts_of(site))


WARNING = problem("near-name", Place("content/papers/p.md", 3), "near")
NOTE = problem("folded-name", Place("content/papers/p.md", 3), "folded")
ERROR = problem("ambiguous-author", Place("content/papers/p.md", 3), "two")


def test_settings_turn_warnings_and_notes_up_and_down_and_off() -> None:
    settings = Settings(problems={"near-name": Severity.ERROR, "folded-name": Severity.OFF})
    found = kept([WARNING, NOTE], records(settings=settings))
    assert [(one.code, one.severity) for one in found] == [("near-name", Severity.ERROR)]


def test_an_error_stays_one() -> None:
    site = records(
        replace(paper("p", "A Wu"), accept=("ambiguous-author",)),
        settings=Settings(problems={"ambiguous-author": Severity.OFF}),
    )
    assert kept([ERROR], site) == (ERROR,)


def test_a_record_accepts_what_is_about_it_alone() -> None:
    site = records(
        replace(paper("p", "A Wu"), accept=("near-name",)), replace(paper("q", "A Wu"), accept=("bad-formula",))
    )
    elsewhere = replace(WARNING, place=Place("content/papers/q.md"))
    about = replace(WARNING, place=Place("templates/x.html"), record="content/papers/p.md")
    assert kept([WARNING, NOTE, elsewhere, about], site) == (NOTE, elsewhere)


def test_what_is_accepted_is_not_made_an_error_by_the_settings() -> None:
    one = replace(paper("p", "A Wu"), accept=("near-name",))
    assert kept([WARNING], records(one, settings=Settings(problems={"near-name": Severity.ERROR}))) == ()


def test_authors_and_own_pages_accept_too() -> None:
    parts = replace(author("a", "A Wu"), accept=("unsafe-link",)), replace(own_page("news"), accept=("unsafe-link",))
    problems = [problem("unsafe-link", Place(part.file), "away") for part in parts]
    assert codes(kept(problems, records(*parts))) == []
