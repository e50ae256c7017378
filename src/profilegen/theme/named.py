"""Which names the templates of a theme hold: what none of them names need not be made."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from profilegen.theme.find import TEMPLATES, Layer, files_below

_NAME: Final = re.compile(r"""\.\s*(\w+)|\[\s*["'](\w+)["']\s*\]""")
_TEMPLATE: Final = re.compile(r"""["']([\w./-]+\.(?:html|svg|css))["']""")
_DYNAMIC: Final = re.compile(r"""\{%-?\s*(?:include|extends|import|from)\s+[^"'\s]""")
_ASSET: Final = re.compile(rb"""\bassets\b(?:\s*\[\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*\])?""")
_ENDINGS: Final = (".html", ".svg")


def named(layers: Sequence[Layer], templates: Iterable[str]) -> frozenset[str]:
    """Every name that something is asked for (`x.name`, `x["name"]`) in these templates and those that they build on.

    Where one asks for a template by a name that only its view knows, every template of the layers is read. A field
    that a template gets at by a name put together from pieces is not seen here: a theme must not do that.
    """
    return _names(_texts(layers, templates).values())


def asked(templates: Iterable[bytes]) -> Callable[[str], bool]:
    """Whether one of these templates may ask for the static file of a name.

    It may ask for any of them where one speaks of `assets` in another way than `assets["name"]`.
    """
    names = {double or single for text in templates for double, single in _ASSET.findall(text)}
    return (lambda _: True) if b"" in names else (lambda name: name.encode("utf-8", "surrogateescape") in names)


def lacking(layers: Sequence[Layer], template: str, name: str) -> str:
    """The path of the template that should ask for `name`, as messages call it; "" where one of those printed does.

    `template` is printed, and what it builds on. At fault is the one that stands in place of one of the last layer's
    that asks for it, else `template` itself.
    """
    texts = _texts(layers, [template])
    if name in _names(texts.values()):
        return ""
    base = layers[-1:]
    at_fault = next((one for one in texts if name in _names([_text(base, one) or ""])), template)
    found = _file(layers, at_fault)
    return found[0].called(TEMPLATES, found[1]) if found else at_fault


def _texts(layers: Sequence[Layer], templates: Iterable[str]) -> dict[str, str]:
    """These templates and those that they build on, by their names."""
    waiting, seen = list(templates), dict[str, str]()
    while waiting:
        name = waiting.pop()
        if name in seen or (text := _text(layers, name)) is None:
            continue
        seen[name] = text
        waiting += _TEMPLATE.findall(text)
        if _DYNAMIC.search(text):
            waiting += _all(layers)
    return seen


def _names(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(name for text in texts for pair in _NAME.findall(text) for name in pair if name)


def _text(layers: Sequence[Layer], name: str) -> str | None:
    found = _file(layers, name)
    return (found[0].templates / found[1]).read_text(encoding="utf-8", errors="replace") if found else None


def _file(layers: Sequence[Layer], name: str) -> tuple[Layer, str] | None:
    """The layer that has the template, and its path there; `theme/NAME` and `default/NAME` are of later layers."""
    after = {"theme": layers[1:], "default": layers[-1:]}
    prefix, slash, rest = name.partition("/")
    own, path = (after[prefix], rest) if slash and prefix in after else (layers, name)
    return next(((layer, path) for layer in own if (layer.templates / path).is_file()), None)


def _all(layers: Sequence[Layer]) -> list[str]:
    found = ((layer.templates, path) for layer in layers for path in files_below(layer.templates))
    return [path.relative_to(folder).as_posix() for folder, path in found if path.suffix in _ENDINGS]
