"""Commands of LaTeX and its usual packages that the formula converter lacks."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_OPERATORS: Final = (
    "Tr tr rank diag sgn sign Var Cov Corr supp dom conv softmax ReLU KL TV poly polylog vol dist".split()
)
_IGNORED: Final = (
    "xspace boldmath unboldmath protect noindent centering hfill hfil allowbreak nobreak nonscript strut "
    "Large large small footnotesize tiny normalsize displaylimits"
).split()
_SAME: Final[Mapping[str, str]] = MappingProxyType(
    {
        "dotsc": r"\ldots",
        "dotso": r"\ldots",
        "dotsb": r"\cdots",
        "dotsm": r"\cdots",
        "dotsi": r"\cdots",
        "hdots": r"\ldots",
        "mathellipsis": r"\ldots",
        "adots": r"\iddots",
        "smallsetminus": r"\setminus",
        "thicksim": r"\sim",
        "thickapprox": r"\approx",
        "varpropto": r"\propto",
        "shortmid": r"\mid",
        "enskip": r"\enspace",
        "xlongrightarrow": r"\xrightarrow",
        "mathds": r"\mathbb",
        "mathbbm": r"\mathbb",
        "bbm": r"\mathbb",
        "bbold": r"\mathbb",
        "pmb": r"\boldsymbol",
        "mathbold": r"\boldsymbol",
        "mathbfit": r"\boldsymbol",
        "mathnormal": r"\mathit",
        "undertilde": r"\utilde",
    }
)
_ONE_ARGUMENT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "mathbfcal": r"\boldsymbol{\mathcal{#1}}",
        "mbox": r"\text{#1}",
        "hbox": r"\text{#1}",
        "textnormal": r"\text{#1}",
        "textup": r"\text{#1}",
        "textmd": r"\text{#1}",
        "textsl": r"\textit{#1}",
        "fbox": r"\boxed{\text{#1}}",
        "textsuperscript": r"{}^{\text{#1}}",
        "textsubscript": r"{}_{\text{#1}}",
        "smash": "{#1}",
        "ensuremath": "{#1}",
        "mathlarger": "{#1}",
        "mathllap": "{#1}",
        "mathrlap": "{#1}",
        "mathclap": "{#1}",
        "rlap": r"\text{#1}",
        "llap": r"\text{#1}",
        "num": r"\mathrm{#1}",
        "unit": r"\mathrm{#1}",
        "si": r"\mathrm{#1}",
        "ref": r"\text{#1}",
        "eqref": r"\text{(#1)}",
        "cite": r"\text{[#1]}",
        "url": r"\text{#1}",
        "norm": r"\left\lVert #1\right\rVert",
        "abs": r"\left\lvert #1\right\rvert",
        "substack": r"\begin{subarray}{c}#1\end{subarray}",
    }
)
_MORE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "nicefrac": "{#1}/{#2}",
        "sfrac": "{#1}/{#2}",
        "xfrac": "{#1}/{#2}",
        "flatfrac": "{#1}/{#2}",
        "href": r"\text{#2}",
        "colorbox": r"\text{#2}",
        "SI": r"#1\,\mathrm{#2}",
        "qty": r"#1\,\mathrm{#2}",
        "varlimsup": r"\mathop{\overline{\mathrm{lim}}}",
        "varliminf": r"\mathop{\underline{\mathrm{lim}}}",
        "euro": "€",
        "textdegree": r"^\circ",
        "celsius": r"^\circ\mathrm{C}",
        "ohm": r"\Omega",
        "micro": r"\mu",
        "textmu": r"\mu",
        "texttimes": r"\times",
        "textpm": r"\pm",
        "percent": r"\%",
        "textless": "<",
        "textgreater": ">",
        "textbar": "|",
        "textasciitilde": r"\sim",
        "textbackslash": r"\backslash",
        "textendash": "–",
        "textemdash": "—",
        "sp": "^",
        "sb": "_",
        "par": " ",
    }
)

MACROS: Final[Mapping[str, str]] = MappingProxyType(
    {name: rf"\operatorname{{{name}}}" for name in _OPERATORS}
    | dict.fromkeys(_IGNORED, "")
    | dict(_SAME)
    | dict(_ONE_ARGUMENT)
    | dict(_MORE)
)
"""Command -> what stands for it, in TeX."""
