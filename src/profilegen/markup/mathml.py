"""MathML that runs under a Content-Security-Policy without inline style: declarations become classes."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_BY_DECLARATION: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text-align: left": "math-left",
        "text-align: right": "math-right",
        "justify-items: start": "math-items-start",
        "justify-items: end": "math-items-end",
        "padding-left: 0": "math-flush-left",
        "padding-right: 0": "math-flush-right",
        "padding-top: 0": "math-flush-top",
        "padding-bottom: 0": "math-flush-bottom",
        "padding-left: 1em": "math-apart",
        "padding-left: 0.1em": "math-close-left",
        "padding-right: 0.1em": "math-close-right",
        "padding-top: 0.1667em": "math-raised",
        "width: 100%": "math-wide",
        "width: 50%": "math-half",
        "width: 7.5%": "math-margin",
        "border-left: 0.05em solid currentcolor": "math-rule-left",
        "border-right: 0.05em solid currentcolor": "math-rule-right",
        "border-top: 0.05em solid currentcolor": "math-rule-top",
        "border-bottom: 0.05em solid currentcolor": "math-rule-bottom",
        "border-left: 0.05em dashed currentcolor": "math-dash-left",
        "border-right: 0.05em dashed currentcolor": "math-dash-right",
        "border-top: 0.05em dashed currentcolor": "math-dash-top",
        "border-bottom: 0.05em dashed currentcolor": "math-dash-bottom",
        "math-shift: compact": "math-cramped",
        "font-variant-caps: small-caps": "math-small-caps",
    }
)

_FALLING: Final = "transparent calc(50% - 0.04em), currentcolor 0 calc(50% + 0.04em), transparent 0"
# <menclose> is not in MathML Core, so Chromium ignores it.
_ENCLOSURES: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "box": ("math-box", "border: 0.05em solid currentcolor; padding: 0.2em"),
        "updiagonalstrike": ("math-strike-up", f"background: linear-gradient(to bottom right, {_FALLING})"),
        "downdiagonalstrike": ("math-strike-down", f"background: linear-gradient(to bottom left, {_FALLING})"),
        "updiagonalstrike downdiagonalstrike": (
            "math-strike-both",
            f"background: linear-gradient(to bottom right, {_FALLING}), linear-gradient(to bottom left, {_FALLING})",
        ),
    }
)

MATH_CLASSES: Final[Mapping[str, str]] = MappingProxyType(
    {name: declaration for declaration, name in _BY_DECLARATION.items()}
    | dict(_ENCLOSURES.values())
    | {"math-sans": "font-family: sans-serif", "math-serif": "font-family: serif"}
)
"""Every class that a formula may carry, with its CSS: what a theme's stylesheet must hold."""

_TEXT_FONTS: Final = {
    "math-core-sans-serif-font": "math-sans",
    "math-core-serif-font": "math-serif",
}
_ENTITIES: Final = {"&ApplyFunction;": "\u2061", "&InvisibleTimes;": "\u2062"}
_ENTITY: Final = re.compile("|".join(_ENTITIES))
_TAG: Final = re.compile(r'<[a-z]+ [^<>]*?(?:style|class)="[^<>]*>')
_ATTRIBUTE: Final = re.compile(r' (style|class)="([^"]*)"')
_EMPTY: Final = re.compile(r"<mspace/>")
_STRIKE: Final = re.compile(r'<mrow class="menclose-[a-z]+"></mrow>')
_ENCLOSURE: Final = re.compile(r'<menclose notation="([a-z ]+)">')
_COLOR: Final = re.compile(r"#[0-9A-Fa-f]{6}")
_COLORS: Final[Mapping[str, str]] = MappingProxyType({"color": "mathcolor", "background-color": "mathbackground"})


def without_style(mathml: str) -> str:
    """The formula in classes of MATH_CLASSES and colour attributes; a declaration that is neither is dropped."""
    clean = _EMPTY.sub("", _ENTITY.sub(lambda found: _ENTITIES[found.group()], mathml))
    if "<menclose" in clean:
        clean = _STRIKE.sub("", _ENCLOSURE.sub(_enclosed, clean)).replace("</menclose>", "</mrow>")
    return _TAG.sub(_restyled, clean) if "style=" in clean or "class=" in clean else clean


def _enclosed(found: re.Match[str]) -> str:
    name, _ = _ENCLOSURES.get(found.group(1), ("", ""))
    return f'<mrow class="{name}">' if name else "<mrow>"


def _restyled(found: re.Match[str]) -> str:
    names: list[str] = []
    colors: list[str] = []
    for kind, value in _ATTRIBUTE.findall(found.group()):
        if kind == "class":
            names += _known_classes(value)
        else:
            _sort(value, names, colors)
    bare = _ATTRIBUTE.sub("", found.group())
    end = "/>" if bare.endswith("/>") else ">"
    added = ([f'class="{" ".join(names)}"'] if names else []) + colors
    return " ".join([bare.removesuffix(end), *added]) + end


def _known_classes(value: str) -> list[str]:
    names = (_TEXT_FONTS.get(name, name) for name in value.split())
    return [name for name in names if name in MATH_CLASSES]


def _sort(style: str, names: list[str], colors: list[str]) -> None:
    """Each declaration to the class or the attribute that says the same."""
    for declaration in filter(None, style.split(";")):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if known := _BY_DECLARATION.get(f"{name}: {value}"):
            names.append(known)
        elif name in _COLORS and _COLOR.fullmatch(value):
            colors.append(f'{_COLORS[name]}="{value}"')
