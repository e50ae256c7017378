"""The same papers as a Hugo site: a page for each paper and for each author, as plain as those of benchmarks/plain."""

import json
from pathlib import Path
from typing import Final

from corpora import Item, items

CONFIG: Final = """\
baseURL = "https://example.org/"
title = "Anthology"
disableKinds = ["section", "taxonomy", "RSS", "sitemap", "robotsTXT", "404"]
[taxonomies]
author = "authors"
"""

BASE: Final = """\
<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="stylesheet" href="/style.css"></head>
<body><header><a href="/">{{ .Site.Title }}</a></header>
<main>{{ block "main" . }}{{ end }}</main></body></html>
"""

SINGLE: Final = """\
{{ define "main" }}<h1>{{ .Title }}</h1>
<p>{{ range $i, $a := .GetTerms "authors" }}{{ if $i }}, {{ end -}}
<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p>
<p>{{ .Params.date_text }} {{ .Params.venue }} {{ with .Params.citations }}{{ . }} citations{{ end }}</p>
{{ .Content }}{{ end }}
"""

TERM: Final = """\
{{ define "main" }}<h1>{{ .Title }}</h1>
{{ range .Pages }}<article><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2>
<p>{{ range $i, $a := .GetTerms "authors" }}{{ if $i }}, {{ end -}}
<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p>
<p>{{ .Params.date_text }} {{ .Params.venue }}</p>
{{ .Content }}</article>
{{ end }}{{ end }}
"""

HOME: Final = """\
{{ define "main" }}<h1>{{ .Site.Title }}</h1><p>{{ len .Site.RegularPages }} papers</p>{{ end }}
"""


def write_hugo(folder: Path, papers: int) -> Path:
    """Write the Hugo site of so many papers below `folder`."""
    layouts = {"_default/baseof.html": BASE, "_default/single.html": SINGLE, "_default/term.html": TERM}
    for name, text in {**layouts, "index.html": HOME}.items():
        (folder / "layouts" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "layouts" / name).write_text(text, encoding="utf-8")
    for name in ("content/papers", "static"):
        (folder / name).mkdir(parents=True)
    (folder / "hugo.toml").write_text(CONFIG, encoding="utf-8")
    (folder / "static/style.css").write_text("body { max-width: 60rem; }\n", encoding="utf-8")
    for item in items(papers):
        (folder / "content/papers" / f"{item.id}.md").write_text(_page(item), encoding="utf-8")
    return folder


def _page(item: Item) -> str:
    authors = json.dumps(list(item.authors), ensure_ascii=False)
    title, venue = (json.dumps(text, ensure_ascii=False) for text in (item.title, item.venue))
    cited = "" if item.citations is None else f"citations: {item.citations}\n"
    date = f"date: {item.date}-01\ndate_text: {json.dumps(item.date)}\n"
    return f"---\ntitle: {title}\nauthors: {authors}\n{date}venue: {venue}\n{cited}---\n{item.abstract}\n"
