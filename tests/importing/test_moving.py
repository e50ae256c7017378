"""`profilegen init --from`: sites of other generators and bibliographies moved over, with files and old addresses."""

from pathlib import Path

from folders import run_profilegen, write_files

BIB = """\
@article{one, title={One}, author={Lovelace, Ada and Two, Ben}, year=2020, pdf={one.pdf}, slides={none.pdf},
  selected={true}}
@article{two, title={Two}, author={A. Lovelace}, year=2021, pdf={https://example.org/two.pdf}}
@article{bad, title={Bad}}
"""


def built(root: Path) -> None:
    done = run_profilegen("build", cwd=root)
    assert done.returncode == 0, done.stderr


def test_an_al_folio_site(tmp_path: Path) -> None:
    write_files(
        tmp_path / "old",
        {
            "_bibliography/papers.bib": BIB,
            "_config.yml": "title: blank\nfirst_name: Ada\nlast_name: Lovelace\nurl: https://ada.example.net\n"
            "baseurl: /me\na: &x b\n",
            "_data/socials.yml": "email: ada@example.net\norcid_id: 0000-0002-1825-0097\nscholar_userid: abc\n"
            "github_username: ada\n",
            "_pages/about.md": "---\nsubtitle: <b>Analyst</b> at Engines\n---\nHello {% include x %}, I am **Ada**.\n",
            "assets/pdf/one.pdf": "pdf",
        },
    )
    done = run_profilegen("init", "new", "--from", "old", cwd=tmp_path)
    assert done.returncode == 1
    assert "'bad' has no author" in done.stderr
    assert "copied 1 file beside the papers" in done.stdout
    new = tmp_path / "new"
    assert (new / "content/authors/ada-lovelace.md").read_text("utf-8") == (
        "---\n"
        "name: Ada Lovelace\n"
        "other_names: [A. Lovelace]\n"
        "position: Analyst at Engines\n"
        "links:\n"
        "  scholar: https://scholar.google.com/citations?user=abc\n"
        "  github: https://github.com/ada\n"
        "email: ada@example.net\n"
        "orcid: 0000-0002-1825-0097\n"
        "selected: [lovelace-2020-one]\n"
        "---\n"
        "Hello , I am **Ada**.\n"
    )
    folder = new / "content/papers/lovelace-2020-one"
    assert (folder / "one.pdf").read_text("utf-8") == "pdf"
    assert "links:\n  pdf: one.pdf\n" in (folder / "index.md").read_text("utf-8")
    assert "slides: none.pdf" in (folder / "index.md").read_text("utf-8")
    settings = (new / "profilegen.yaml").read_text("utf-8")
    assert "\ntitle: Ada Lovelace\n" in settings
    assert "\nurl: https://ada.example.net/me/\n" in settings
    assert not [path for path in (new / "content").rglob("*") if "sample" in path.name]
    built(new)


def test_an_academicpages_site(tmp_path: Path) -> None:
    write_files(
        tmp_path / "old",
        {
            "_publications/2020-engines.md": """\
                ---
                title: "Engines"
                permalink: /publication/2020-engines
                date: 2020-02-03
                venue: 'Journal of Engines'
                paperurl: '/files/engines.pdf'
                citation: 'Lovelace, A., Two, B. (2020). "Engines." <i>Journal of Engines</i>. 1(2).'
                ---
                We study them.
                """,
            "files/engines.pdf": "pdf",
            "_config.yml": 'title: "A page"\nauthor:\n  name: "Ada Lovelace"\n  bio: "Analyst"\n'
            "  employer: Engines Ltd\n  github: ada\n",
            "_pages/about.md": "---\ntitle: About\n---\nHello.\n",
        },
    )
    done = run_profilegen("init", "new", "--from", "old", "--github", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    new = tmp_path / "new"
    text = (new / "content/papers/lovelace-2020-engines/index.md").read_text("utf-8")
    assert "pdf: engines.pdf" in text
    assert "old_urls: [/publication/2020-engines]" in text
    assert "affiliations: [Engines Ltd]" in (new / "content/authors/ada-lovelace.md").read_text("utf-8")
    assert (new / ".github/workflows/pages.yml").exists()
    built(new)
    assert (new / "output/publication/2020-engines/index.html").exists()
    assert (new / "output/papers/lovelace-2020-engines/engines.pdf").read_text("utf-8") == "pdf"


def test_a_hugoblox_site(tmp_path: Path) -> None:
    write_files(
        tmp_path / "old",
        {
            "content/publication/engines/index.md": """\
                ---
                title: Engines
                authors: [Ada Lovelace]
                date: "2020-02-03"
                publication_types: ["2"]
                publication: "*Journal of Engines*"
                featured: true
                ---
                """,
            "content/publication/engines/engines.pdf": "pdf",
            "content/publication/engines/cite.bib": "@article{engines, title={Engines}, author={Ada Lovelace}}",
            "content/publication/_index.md": "---\ntitle: Publications\n---\n",
            "content/authors/admin/_index.md": """\
                ---
                title: Ada Lovelace
                role: Analyst
                organizations: [{name: Engines Ltd, url: https://example.org/}]
                interests: [Engines]
                social:
                  - {icon: github, link: https://github.com/ada}
                  - {icon: envelope, link: 'mailto:ada@example.org'}
                ---
                Hello.
                """,
        },
    )
    done = run_profilegen("init", "new", "--from", "old", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    new = tmp_path / "new"
    text = (new / "content/papers/lovelace-2020-engines/index.md").read_text("utf-8")
    assert "pdf: engines.pdf" in text
    assert "old_urls: [/publication/engines/]" in text
    author = (new / "content/authors/ada-lovelace.md").read_text("utf-8")
    assert "interests: [Engines]" in author
    assert "github: https://github.com/ada" in author
    assert "selected: [lovelace-2020-engines]" in author
    built(new)


def test_user_names_of_a_hugoblox_site_are_people(tmp_path: Path) -> None:
    write_files(
        tmp_path / "old",
        {
            "content/publication/engines/index.md": """\
                ---
                title: Engines
                authors: [admin, ben-two, cy, "{literal}", Dee Four]
                abstract: On engines.
                ---
                {{% callout note %}}
                See the *slides*.
                {{% /callout %}}
                """,
            "content/authors/admin/_index.md": "---\ntitle: Ada Lovelace\n---\nHello.\n",
            "content/authors/ben-two/_index.md": "---\ntitle: Ben A. Two\n---\n",
            "content/authors/cy/_index.md": "---\ntitle: Cy Three\n---\n",
        },
    )
    assert run_profilegen("init", "new", "--from", "old", cwd=tmp_path).returncode == 0
    text = (tmp_path / "new/content/papers/lovelace-engines.md").read_text("utf-8")
    assert 'authors: [Ada Lovelace, Ben A. Two, Cy Three, "{literal}", Dee Four]' in text
    assert "note: See the *slides*.\n" in text
    built(tmp_path / "new")


def test_a_hugoblox_site_of_the_newer_layout(tmp_path: Path) -> None:
    write_files(
        tmp_path / "old",
        {
            "content/publications/engines/index.md": """\
                ---
                title: Engines
                authors: [me, Ben Two]
                publication_types: [article-journal]
                featured: true
                ---
                """,
            "content/publications/engines/engines.pdf": "pdf",
            "content/authors/admin/_index.md": "---\ntitle: Template Person\n---\n",
            "data/authors/me.yaml": """\
                schema: hugoblox/author/v1
                slug: me
                is_owner: true
                name:
                  display: Ada Lovelace
                  given: Ada
                role: Analyst
                bio: |-
                  I study {{< icon name="gear" >}}engines.
                affiliations:
                  - name: Engines Ltd
                    url: https://example.org/
                links:
                  - icon: at-symbol
                    url: "mailto:ada@example.org"
                  - icon: brands/github
                    url: https://github.com/ada
                interests: [Engines]
                """,
        },
    )
    done = run_profilegen("init", "new", "--from", "old", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "new/content/papers/lovelace-engines/index.md").read_text("utf-8")
    assert "authors: [Ada Lovelace, Ben Two]" in text
    assert "pdf: engines.pdf" in text
    assert "old_urls: [/publications/engines/]" in text
    author = (tmp_path / "new/content/authors/ada-lovelace.md").read_text("utf-8")
    assert author.endswith("---\nI study engines.\n")
    for line in ("position: Analyst", "github: https://github.com/ada", "interests: [Engines]", "Engines Ltd"):
        assert line in author
    built(tmp_path / "new")


def test_a_bibliography_needs_a_name(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.bib": BIB})
    assert run_profilegen("init", "new", "--from", "a.bib", cwd=tmp_path).returncode == 2
    run_profilegen("init", "new", "--from", "a.bib", "--name", "Ada Lovelace", cwd=tmp_path)
    assert len(list((tmp_path / "new/content/papers").rglob("*.md"))) == 2
    built(tmp_path / "new")


def test_a_bibliography_brings_nothing_over_but_open_files_below_its_folder(tmp_path: Path) -> None:
    names = (".ssh/id.pub", "../.ssh/id.pub", "../secret.txt", "own/.hidden.pdf", "a%00.pdf", "a" * 300 + ".pdf")
    entries = [
        f"@article{{k{at}, title={{T{at}}}, author={{Ada Lovelace}}, pdf={{{name}}}}}\n"
        for at, name in enumerate(names)
    ]
    files = dict.fromkeys(
        ("secret.txt", ".ssh/id.pub", "loads/.ssh/id.pub", "loads/own/.hidden.pdf", "loads/own/a.pdf"), "x"
    )
    good = "@article{good, title={Good}, author={Ada Lovelace}, pdf={own/a.pdf}}\n"
    write_files(tmp_path, {**files, "loads/a.bib": "".join([*entries, good])})
    done = run_profilegen("init", "new", "--from", "loads/a.bib", "--name", "Ada Lovelace", cwd=tmp_path)
    assert "copied 1 file beside the papers" in done.stdout, done.stderr
    copied = [path.name for path in (tmp_path / "new/content/papers").rglob("*") if path.suffix not in ("", ".md")]
    assert copied == ["a.pdf"]


def test_no_site_is_written_over_and_none_made_from_nothing(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.bib": BIB, "site/content/papers/a.md": "---\ntitle: A\nauthors: [A B]\n---\n"})
    again = run_profilegen("init", "site", "--from", "a.bib", "--name", "Ada Lovelace", cwd=tmp_path)
    assert again.returncode == 1
    assert "there is a site in site already" in again.stderr
    for origin in ("nowhere", "site"):
        nothing = run_profilegen("init", "new", "--from", origin, cwd=tmp_path)
        assert nothing.returncode == 1
        assert "is no site that can be moved" in nothing.stderr
    assert not (tmp_path / "new").exists()


def test_a_site_of_somebody_whose_name_is_not_one_asks_for_it(tmp_path: Path) -> None:
    config = "first_name: Ada\nlast_name: Lovelace, PhD\n"
    write_files(tmp_path / "old", {"_bibliography/papers.bib": BIB, "_config.yml": config})
    done = run_profilegen("init", "new", "--from", "old", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "new").exists()) == (1, False)
    assert "'Ada Lovelace, PhD' is not a name: a degree is no part of a name: leave out PhD" in done.stderr
    assert "(give --name)" in done.stderr
