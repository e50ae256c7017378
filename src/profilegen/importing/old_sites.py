"""What sites of other generators say beside their papers: whose they are, a biography, a title, files."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from profilegen.content import nodes
from profilegen.content.nodes import Plain
from profilegen.content.read import parse_source
from profilegen.content.source import SIZE_LIMIT, Source, readable
from profilegen.importing import addresses
from profilegen.importing.candidate import Candidate, Reading
from profilegen.importing.front_matter import Post, post
from profilegen.importing.gather import gather
from profilegen.importing.hugoblox import printed_name
from profilegen.importing.markdown import untagged
from profilegen.importing.people import unparsed
from profilegen.importing.shapes import listed, objects
from profilegen.model.folding import folded_key
from profilegen.model.identifiers import orcid
from profilegen.problems import Problem
from profilegen.values import Struct, field, replace

BIBLIOGRAPHY: Final = "_bibliography"
"""The folder of an al-folio site that its papers are in."""

PUBLICATIONS: Final = ("content/publication", "content/publications")
"""The folders of HugoBlox sites, older and newer, that papers are in."""

_EMAIL: Final = re.compile(r"[^\s@<>\"'(),:;\\\[\]]+@[^\s@<>\"'(),:;\\\[\]]+\.[^\s@<>\"'(),:;\\\[\]]+")
_LIQUID: Final = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|<!--.*?-->|\{:.*?\}", re.DOTALL)
_ACCOUNTS: Final[Mapping[str, str]] = {
    "scholar": "https://scholar.google.com/citations?user={}",
    "scholar_userid": "https://scholar.google.com/citations?user={}",
    "github": "https://github.com/{}",
    "github_username": "https://github.com/{}",
    "linkedin": "https://www.linkedin.com/in/{}",
    "linkedin_username": "https://www.linkedin.com/in/{}",
    "dblp_url": "{}",
    "twitter_username": "https://twitter.com/{}",
    "mastodon": "{}",
    "googlescholar": "{}",
    "researchgate": "{}",
    "homepage": "{}",
}
_LABELS: Final = {"googlescholar": "scholar", "dblp_url": "dblp"}
_FOLDERS: Final = ("", "assets/pdf", "assets/publications", "assets", "files", "static", "static/files", "public")


class OldSite(Struct, frozen=True):
    """An old site: its folder, its papers and person, what it is called, its address, the text about the person."""

    root: Path
    reading: Reading
    title: str = ""
    url: str = ""
    biography: str = ""
    folders: tuple[str, ...] = field(default=_FOLDERS)

    def file(self, named: str) -> Path | None:
        """The file that an entry names by a path in the site; None where there is none, it is hidden, or elsewhere."""
        path = unquote(named.partition("?")[0]).lstrip("/")
        return next(
            (found for base in self._tops() for folder in self.folders if (found := _file(base, folder, path))), None
        )

    def _tops(self) -> Iterator[Path]:
        root = self.root.resolve()
        yield root
        if root.name == BIBLIOGRAPHY:
            yield root.parent


def al_folio(root: Path) -> OldSite:
    """An al-folio site: `_bibliography/*.bib`, `_config.yml`, `_data/socials.yml`, `_pages/about.md`."""
    config = {**_yaml(root / "_config.yml"), **_yaml(root / "_data" / "socials.yml")}
    about = _post(root / "_pages" / "about.md")
    names = (_text(config, key) for key in ("first_name", "middle_name", "last_name"))
    name = " ".join(part for part in names if part)
    person = _person(name, config, _text(config, "email"), untagged(about.text("subtitle")) if about else "")
    bibliographies = [str(path) for path in sorted((root / BIBLIOGRAPHY).glob("*.bib"))]
    title = _text(config, "title")
    return OldSite(
        root,
        replace(gather(bibliographies, "bibtex", {}, bytes), person=person),
        "" if title == "blank" else title,
        _address(config),
        _prose(about.body if about else ""),
    )


def academicpages(root: Path) -> OldSite:
    """An academicpages site: `_publications/*.md`, `_config.yml`, `_pages/about.md`."""
    config = _yaml(root / "_config.yml")
    author = config.get("author")
    about_author = author if isinstance(author, dict) else {}
    name = _text(about_author, "name") or _text(config, "name")
    person = _person(name, about_author, _text(about_author, "email"), untagged(_text(about_author, "bio")))
    employer = untagged(_text(about_author, "employer"))
    if employer:
        person["affiliations"] = [employer]
    about = _post(root / "_pages" / "about.md")
    reading = gather([str(root / "_publications")], "academicpages", {}, bytes)
    return OldSite(
        root,
        replace(reading, person=person),
        _text(config, "title"),
        _address(config),
        _prose(about.body if about else ""),
    )


def hugoblox(root: Path) -> OldSite:
    """A HugoBlox site: its `PUBLICATIONS`, its authors in `content/authors` or `data/authors`, `config/`."""
    folder = next((one for one in PUBLICATIONS if (root / one).is_dir()), PUBLICATIONS[0])
    keys, biography = _owner(root)
    person = _person(_text(keys, "title"), dict(_icons(keys)), _text(keys, "email"), _text(keys, "role"))
    person["affiliations"] = [
        {"name": untagged(_text(one, "name")), **_outside(one)} for one in objects(keys.get("organizations"))
    ]
    person["interests"] = [untagged(one) for one in listed(keys.get("interests")) if isinstance(one, str)]
    config = {
        **_yaml(root / "config" / "_default" / "hugo.yaml"),
        **_yaml(root / "config" / "_default" / "config.yaml"),
    }
    reading = gather([str(root / folder)], "hugoblox", {}, bytes)
    names = dict(_user_names(root))
    made = tuple(
        replace(one, fields=_of_site(one, folder, names), files=one.files + _beside(root / folder, one.key))
        for one in reading.candidates
    )
    return OldSite(
        root,
        Reading(made, reading.problems, person),
        _text(config, "title"),
        addresses.web_in(_text(config, "baseURL") or _text(config, "baseurl")),
        biography,
        ("", folder, "static", "assets"),
    )


def _owner(root: Path) -> tuple[Mapping[str, Plain], str]:
    """Whose site it is, in the words of the older layout, and the text about them."""
    data = _yaml(root / "data" / "authors" / "me.yaml")
    if name := _display(data):
        keys = {**data, "title": name, "organizations": data.get("affiliations"), "profiles": data.get("links")}
        return keys, _prose(_text(data, "bio"))
    about = _post(root / "content" / "authors" / "admin" / "_index.md")
    return (about.keys, _prose(about.body)) if about else ({}, "")


def _user_names(root: Path) -> Iterator[tuple[str, Plain]]:
    """The names of the authors that the site knows, by the user names that its papers may have, as they fold."""
    for path in sorted((root / "content" / "authors").glob("*/_index.md")):
        about = _post(path)
        if about and (name := unparsed(untagged(about.text("title")))):
            yield folded_key(str(printed_name(path.parent.name))), name
    for path in sorted((root / "data" / "authors").glob("*.yaml")):
        if name := unparsed(untagged(_display(_yaml(path)))):
            yield folded_key(str(printed_name(path.stem))), name


def _display(data: Mapping[str, Plain]) -> str:
    name = data.get("name")
    return _text(name, "display") if isinstance(name, dict) else _text(data, "name")


def _of_site(one: Candidate, folder: str, names: Mapping[str, Plain]) -> dict[str, Plain]:
    """A paper with its authors by their names, and with the address that it had."""
    authors = [
        names.get(folded_key(name), name) if isinstance(name, str) else name for name in listed(one.fields["authors"])
    ]
    addressed = re.fullmatch(r"[A-Za-z0-9~_-][A-Za-z0-9._~-]*", one.key)
    own = [f"/{folder.rpartition('/')[2]}/{one.key}/"] if addressed else []
    return {**one.fields, "authors": authors, "old_urls": [*listed(one.fields.get("old_urls")), *own]}


def _file(base: Path, folder: str, path: str) -> Path | None:
    """The file at `path` below the folder of `base`; what is hidden there is nobody's paper, whoever names it."""
    try:
        found = (base / folder / path).resolve()
        if not found.is_file() or not found.is_relative_to(base):
            return None
    except (OSError, ValueError):  # a name that no disk takes
        return None
    return None if any(part.startswith(".") for part in found.relative_to(base).parts) else found


def _beside(papers: Path, name: str) -> tuple[str, ...]:
    """Files beside a paper that HugoBlox links by their names alone."""
    folder = papers / name
    names = {"pdf": f"{name}.pdf", "slides": "slides.pdf", "poster": "poster.pdf"}
    return tuple(f"{label} {name}/{file}" for label, file in names.items() if (folder / file).is_file())


def _person(name: str, config: Mapping[str, Plain], email: str, position: str) -> dict[str, Plain]:
    links: dict[str, Plain] = {}
    for key, shape in _ACCOUNTS.items():
        account = _text(config, key)
        address = account if account.startswith("http") else (shape.format(account) if shape != "{}" else "")
        if account and (web := addresses.web_in(address)):
            links[_LABELS.get(key, key.removesuffix("_username").removesuffix("_userid"))] = web
    found: dict[str, Plain] = {"name": untagged(name), "position": position, "links": links}
    if _EMAIL.fullmatch(email):
        found["email"] = email
    for key in ("orcid_id", "orcid"):
        try:
            found["orcid"] = orcid(_text(config, key))
        except ValueError:
            continue
    return found


def _icons(keys: Mapping[str, Plain]) -> Iterator[tuple[str, Plain]]:
    """The accounts of a HugoBlox author, by the names of their icons."""
    social = keys.get("social") or keys.get("profiles")
    for one in social if isinstance(social, list) else ():
        link = _text(one, "link") or _text(one, "url") if isinstance(one, dict) else ""
        icon = _text(one, "icon").lower().rpartition("/")[2] if isinstance(one, dict) else ""
        label = {"google-scholar": "scholar"}.get(icon, icon)
        if link.startswith("http"):
            yield label, link


def _outside(one: Mapping[str, Plain]) -> dict[str, Plain]:
    web = addresses.web_in(_text(one, "url"))
    return {"url": web} if web else {}


def _address(config: Mapping[str, Plain]) -> str:
    """The site's own address; those that the templates come with are nobody's."""
    url = addresses.web_in(_text(config, "url"))
    template = re.search(r"alshedivat|academicpages\.github\.io|example\.(?:com|org)", url)
    base = _text(config, "baseurl").strip("/")
    return "" if not url or template else f"{url.rstrip('/')}/{base}{'/' if base else ''}"


def _prose(text: str) -> str:
    """The text about the person, without the commands of Jekyll's and Hugo's templates."""
    return re.sub(r"\n{3,}", "\n\n", _LIQUID.sub("", text)).strip()


def _yaml(path: Path) -> dict[str, Plain]:
    """The keys of a settings' file as far as they can be read; none where it is not there."""
    text = _read(path)
    if not text:
        return {}
    node = parse_source(Source(path.name, text)).node
    held = nodes.plain(node) if node is not None else _top_level(text.splitlines())
    return held if isinstance(held, dict) else {}


def _top_level(lines: Iterable[str]) -> dict[str, Plain]:
    """`key: value` line by line, of a file that uses more of YAML than is read here."""
    found = (re.fullmatch(r"([A-Za-z_]\w*):[ \t]+(\"[^\"]*\"|'[^']*'|[^#]*?)[ \t]*(?:#.*)?", line) for line in lines)
    return {one.group(1): one.group(2).strip("\"'") for one in found if one}


def _post(path: Path) -> Post | None:
    text = _read(path)
    read = post(text, path.name) if text else None
    return None if read is None or isinstance(read, Problem) else read


def _read(path: Path) -> str:
    try:
        return readable(path.read_bytes()[:SIZE_LIMIT].decode("utf-8-sig", "replace"))
    except OSError:
        return ""


def _text(held: Mapping[str, Plain], key: str) -> str:
    value = held.get(key)
    return value.strip() if isinstance(value, str) else ""
