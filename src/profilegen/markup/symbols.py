r"""What commands of LaTeX stand for in plain text: letters, signs and accents."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

LETTERS: Final[Mapping[str, str]] = MappingProxyType(
    dict(
        pair.split("=")
        for pair in (
            "aa=å AA=Å ae=æ AE=Æ oe=œ OE=Œ o=ø O=Ø l=ł L=Ł ss=ß SS=ẞ i=ı j=ȷ dh=ð DH=Ð th=þ TH=Þ dj=đ DJ=Đ ng=ŋ NG=Ŋ"
        ).split()
    )
)
"""Letters: white space after the command belongs to the command."""

SIGNS: Final[Mapping[str, str]] = MappingProxyType(
    dict(
        pair.split("=", 1)
        for pair in (
            "ldots=… dots=… textellipsis=… textendash=– textemdash=— S=§ P=¶ copyright=© textcopyright=© "
            "textregistered=® texttrademark=™ pounds=£ textsterling=£ euro=€ texteuro=€ EUR=€ textyen=¥ textcent=¢ "
            "dag=† ddag=‡ textdagger=† textdaggerdbl=‡ textbullet=• textperiodcentered=· textdegree=° degree=° "
            "textquoteleft=‘ textquoteright=’ textquotedblleft=“ textquotedblright=” textquotesingle=' lq=‘ rq=’ "
            'textquotedbl=" guillemotleft=« guillemotright=» guillemetleft=« guillemetright=» quotedblbase=„ '
            "glqq=„ grqq=“ flqq=« frqq=» quotesinglbase=‚ textbackslash=\\ textasciitilde=~ textasciicircum=^ "
            "textless=< textgreater=> textbar=| textunderscore=_ textdollar=$ textbraceleft={ textbraceright=} "
            "textpm=± texttimes=× textdiv=÷ textmu=µ textonehalf=½ textonequarter=¼ textthreequarters=¾ "
            "textsuperscript2=² textexclamdown=¡ textquestiondown=¿ textordfeminine=ª textordmasculine=º "
            "textrightarrow=→ textleftarrow=← slash=/ textasteriskcentered=* textnumero=№ textperthousand=‰ "
            "TeX=TeX LaTeX=LaTeX BibTeX=BibTeX LaTeXe=LaTeX2e"
        ).split()
    )
)
"""Signs of prose."""

MATHS: Final[Mapping[str, str]] = MappingProxyType(
    dict(
        pair.split("=", 1)
        for pair in (
            "alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ "
            "lambda=λ mu=μ nu=ν xi=ξ pi=π varpi=ϖ rho=ρ varrho=ϱ sigma=σ varsigma=ς tau=τ upsilon=υ phi=φ varphi=φ "
            "chi=χ psi=ψ omega=ω Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω "
            "pm=± mp=∓ times=× div=÷ cdot=· ast=∗ star=⋆ circ=∘ bullet=• cap=∩ cup=∪ wedge=∧ land=∧ vee=∨ lor=∨ "
            "setminus=∖ oplus=⊕ otimes=⊗ odot=⊙ leq=≤ le=≤ geq=≥ ge=≥ leqslant=⩽ geqslant=⩾ ll=≪ gg=≫ neq=≠ ne=≠ "
            "equiv=≡ sim=∼ simeq=≃ approx=≈ cong=≅ propto=∝ lesssim=≲ gtrsim=≳ subset=⊂ supset=⊃ subseteq=⊆ "
            "supseteq=⊇ subsetneq=⊊ in=∈ notin=∉ ni=∋ mid=∣ parallel=∥ perp=⊥ vdash=⊢ models=⊨ prec=≺ succ=≻ "
            "to=→ rightarrow=→ longrightarrow=⟶ leftarrow=← gets=← leftrightarrow=↔ Rightarrow=⇒ Leftarrow=⇐ "
            "Leftrightarrow=⇔ iff=⟺ implies=⟹ mapsto=↦ uparrow=↑ downarrow=↓ infty=∞ nabla=∇ partial=∂ forall=∀ "
            "exists=∃ emptyset=∅ varnothing=∅ prime=′ ell=ℓ hbar=ℏ Re=ℜ Im=ℑ aleph=ℵ top=⊤ bot=⊥ angle=∠ degree=° "
            "lnot=¬ neg=¬ sum=∑ prod=∏ int=∫ cdots=⋯ vdots=⋮ dotsc=… dotsb=⋯ langle=⟨ rangle=⟩ lceil=⌈ rceil=⌉ "
            "lfloor=⌊ rfloor=⌋ lvert=| rvert=| vert=| lVert=‖ rVert=‖ Vert=‖ colon=: lt=< gt=> checkmark=✓ dagger=† "
            "ddagger=‡ triangle=△ square=□ diamond=⋄ coloneqq=≔ triangleq=≜ imath=ı jmath=ȷ mathdollar=$"
        ).split()
    )
)
"""Signs of formulas that are one character, and read well outside of one."""

FUNCTIONS: Final = frozenset(
    "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp max min sup inf lim limsup liminf det "
    "dim ker hom arg deg gcd Pr argmax argmin Tr tr rank diag sgn sign Var Cov poly polylog".split()
)
"""Functions that print as their name."""

_MARKS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "'": "\u0301",
        "`": "\u0300",
        '"': "\u0308",
        "^": "\u0302",
        "~": "\u0303",
        "=": "\u0304",
        ".": "\u0307",
        "c": "\u0327",
        "v": "\u030c",
        "u": "\u0306",
        "H": "\u030b",
        "k": "\u0328",
        "r": "\u030a",
        "d": "\u0323",
        "b": "\u0331",
        "t": "\u0361",
    }
)
_ARGUMENT: Final = r"\{\\[ij]\}|\{[A-Za-z]?\}|\\[ij](?![A-Za-z])"
ACCENT: Final = re.compile(
    rf"\\(?:(?P<mark>['`\"^~=.])\s*(?P<on>{_ARGUMENT}|[A-Za-z])"
    rf"|(?P<name>[cvuHkrdbt])(?:\s*(?P<group>{_ARGUMENT})|\s+(?P<letter>[A-Za-z])(?![A-Za-z])))"
)
r"""An accent over a letter: `\'e`, `\"{o}`, `\v{c}`, `\c c`, `\'{\i}`."""

REFERENCE: Final = re.compile(
    r"\\(?:(?P<cite>(?:no)?cite[a-z]*|[a-z]+cite[a-z]?)|(?P<ref>(?:auto|page|eq|name|c|v)?ref)|label)(?![a-z])"
    r"\*?(?:\s*\[[^\[\]]*+\])*+\s*\{(?P<key>[^{}]*+)\}",
    re.IGNORECASE,
)
r"""A reference to what stands elsewhere: `\citep[p. 3]{key}`, `\ref{fig:x}`; or a place for one, `\label{fig:x}`."""

_ALONE: Final = {"\u0303": "~", "\u0302": "^", "\u0301": "´", "\u0300": "`", "\u0308": "¨"}


def accented(found: re.Match[str]) -> str:
    r"""The letter that a match of ACCENT stands for, in NFC; "" where Unicode has none and no braces ask for it."""
    mark = _MARKS[found["mark"] or found["name"]]
    argument: str = found["on"] or found["group"] or found["letter"]
    letter = argument.strip("{}").removeprefix("\\")
    if not letter:
        return _ALONE.get(mark, "")
    composed = unicodedata.normalize("NFC", letter + mark)
    return composed if len(composed) == 1 or "{" in argument else ""


def referred(found: re.Match[str]) -> str:
    r"""What a match of REFERENCE prints: `\cite{key}` its key in brackets, `\ref{fig:x}` its label, `\label` none."""
    if found["cite"]:
        return f"[{found['key']}]"
    return found["key"] if found["ref"] else ""
