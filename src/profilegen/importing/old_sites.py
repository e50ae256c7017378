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
from profilegen.importing.candidate import Reading
from profilegen.importing.front_matter import Post, post
from profilegen.importing.gather import gather
from profilegen.importing.markdown import untagged
from profilegen.model.identifiers import orcid
from profilegen.problems import Problem
from profilegen.values import Struct, field, replace

BIBLIOGRAPHY: Final = "_bibliography"
"""The folder of an al-folio site that its papers are in."""

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
        _prose(about),
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
    reading = gather([str(root / "_publications")], "academicpages", {}, bytes)
    return OldSite(
        root,
        replace(reading, person=person),
        _text(config, "title"),
        _address(config),
        _prose(_post(root / "_pages" / "about.md")),
    )


def hugoblox(root: Path) -> OldSite:
    """A HugoBlox site: `content/publication/*/index.md`, `content/authors/admin/_index.md`, `config/`."""
    about = _post(root / "content" / "authors" / "admin" / "_index.md")
    keys = about.keys if about else {}
    person = _person(_text(keys, "title"), dict(_icons(keys)), _text(keys, "email"), _text(keys, "role"))
    organizations = keys.get("organizations")
    listed = organizations if isinstance(organizations, list) else []
    person["affiliations"] = [
        {"name": untagged(_text(one, "name")), **_outside(one)} for one in listed if isinstance(one, dict)
    ]
    person["interests"] = [
        untagged(str(one)) for one in (about.listed("interests") if about else ()) if isinstance(one, str)
    ]
    config = {
        **_yaml(root / "config" / "_default" / "hugo.yaml"),
        **_yaml(root / "config" / "_default" / "config.yaml"),
    }
    reading = gather([str(root / "content" / "publication")], "hugoblox", {}, bytes)
    made = tuple(
        replace(one, fields=_with_address(one.fields, one.key), files=one.files + _beside(root, one.key))
        for one in reading.candidates
    )
    return OldSite(
        root,
        Reading(made, reading.problems, person),
        _text(config, "title"),
        addresses.web_in(_text(config, "baseURL") or _text(config, "baseurl")),
        _prose(about),
        ("", "content/publication", "static", "assets"),
    )


def _file(base: Path, folder: str, path: str) -> Path | None:
    """The file at `path` below the folder of `base`; what is hidden there is nobody's paper, whoever names it."""
    try:
        found = (base / folder / path).resolve()
        if not found.is_file() or not found.is_relative_to(base):
            return None
    except (OSError, ValueError):  # a name that no disk takes
        return None
    return None if any(part.startswith(".") for part in found.relative_to(base).parts) else found


def _with_address(fields: Mapping[str, Plain], name: str) -> dict[str, Plain]:
    held = fields.get("old_urls")
    listed = held if isinstance(held, list) else []
    own = f"/publication/{name}/"
    return {**fields, "old_urls": [*listed, own] if re.fullmatch(r"[A-Za-z0-9~_-][A-Za-z0-9._~-]*", name) else listed}


def _beside(root: Path, name: str) -> tuple[str, ...]:
    """Files beside a paper that HugoBlox links by their names alone."""
    folder = root / "content" / "publication" / name
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


def _prose(about: Post | None) -> str:
    """The text about the person, without the commands of Jekyll's and Hugo's templates."""
    return re.sub(r"\n{3,}", "\n\n", _LIQUID.sub("", about.body)).strip() if about else ""


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
