"""The kinds of value that keys take: each checks a text, and says what an editor should accept for it."""

import re
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Annotated, Any, Final, TypeVar

from profilegen.content.schema import numbers
from profilegen.content.schema.notes import After, JsonSchema
from profilegen.content.schema.refusals import Refusal, checked, did_you_mean, from_text
from profilegen.model import identifiers
from profilegen.model.addresses import checked_address, is_outside
from profilegen.model.dates import PartialDate
from profilegen.problems import CODES

Choice = TypeVar("Choice", bound=StrEnum)

TITLE_LENGTH: Final = 2_000
"""Code points of a title, a name or another short text."""

FIELD_LENGTH: Final = 200_000
"""Bytes of a Markdown field."""

_LONGEST: Final = 4
"""Bytes of a code point at most."""

DAYS: Final = 4_096
"""So many days are remembered: papers share them."""

AUTHORS: Final = 10_000
"""Names in a byline."""

# An editor reads YAML 1.2, where `title: 2020` is a number; here every plain value is text first.
_TEXT: Final[dict[str, Any]] = {"type": ["string", "number", "boolean", "null"]}
_OLD_SEGMENT: Final = re.compile(r"[A-Za-z0-9~_-][A-Za-z0-9._~-]{0,79}")
_LABEL: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_EMAIL: Final = re.compile(r"[^\s@<>\"'(),:;\\\[\]]+@[^\s@<>\"'(),:;\\\[\]]+\.[^\s@<>\"'(),:;\\\[\]]+")
_CITEKEY: Final = re.compile(r"[^\s,{}\\\"#%~'()=]+")


def _stripped(text: str) -> str:
    if len(text) > TITLE_LENGTH:
        raise Refusal("too-long", f"it has {len(text)} characters, and {TITLE_LENGTH} are the most")
    return " ".join(text.split())


def _filled(text: str) -> str:
    if not text:
        raise Refusal("bad-value", "it is empty")
    return text


def size_of(text: str) -> int:
    """The bytes of a text; its code points where these alone say that it is within FIELD_LENGTH."""
    return len(text) if len(text) * _LONGEST <= FIELD_LENGTH else len(text.encode("utf-8", "surrogatepass"))


def _field(text: str) -> str:
    size = size_of(text)
    if size > FIELD_LENGTH:
        raise Refusal("too-long", f"it has {size} bytes, and {FIELD_LENGTH} are the most")
    return text


def _outside_address(text: str) -> str:
    address = checked_address(text)
    if not is_outside(address):
        raise ValueError("a whole address is wanted here, as in https://example.org/")
    return address


def _inside_address(text: str) -> str:
    address = checked_address(text)
    if is_outside(address) or address.startswith(("#", "?")):
        raise ValueError("the path of a file inside the site is wanted here")
    return address


def _old_address(text: str) -> str:
    segments = _inside_address(text).strip("/").split("/")
    if ".." in segments:
        raise ValueError("the path leaves the site")
    if not all(_OLD_SEGMENT.fullmatch(segment) for segment in segments):
        raise ValueError("an old address is a path of letters, digits and . _ ~ -, without a query")
    return text


def _matching(pattern: re.Pattern[str], reason: str) -> After:
    def check(text: str) -> str:
        if not pattern.fullmatch(text):
            raise Refusal("bad-value", reason)
        return text

    return After(check)


def _problem_code(text: str) -> str:
    if text not in CODES:
        raise Refusal("bad-value", "there is no such problem code", did_you_mean(text, CODES))
    return text


def _schema(**schema: Any) -> JsonSchema:  # noqa: ANN401 - JSON Schema is any JSON
    return JsonSchema(schema)


def choice(kind: type[Choice], synonyms: dict[str, Choice] | None = None) -> tuple[After, JsonSchema]:
    """What a closed list takes: one of its words, or a synonym of one, in any case of letters."""
    own = {member.value: member.value for member in kind}
    words = own | {word: member.value for word, member in (synonyms or {}).items()}

    def check(text: str) -> str:
        if (word := words.get(text.strip().casefold())) is None:
            raise Refusal("bad-value", f"it is one of {', '.join(own)}", did_you_mean(text.casefold(), words))
        return word

    return After(check), _schema(enum=[*words, None])


PlainText = Annotated[str, After(_stripped), JsonSchema(_TEXT)]
"""One line of text; runs of blanks become one."""

NeededText = Annotated[PlainText, After(_filled), _schema(type=["string", "number", "boolean"])]
"""One line of text that may not be empty."""

MarkdownText = Annotated[str, After(_field), JsonSchema(_TEXT)]
"""Markdown of any length up to the limit, kept as typed."""

ShortMarkdown = Annotated[str, After(_stripped), After(_filled), _schema(type=["string", "number", "boolean"])]

Date = Annotated[
    PartialDate,
    from_text(checked("bad-date", lru_cache(DAYS)(PartialDate.parse))),
    _schema(type=["string", "integer", "null"], pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"),
]
Count = Annotated[int, from_text(numbers.count), _schema(type=["integer", "null"], minimum=0)]
PageLength = Annotated[
    int, from_text(numbers.page_length), _schema(type=["integer", "string", "null"], minimum=0, pattern="^off$")
]
Number = Annotated[Fraction, from_text(numbers.decimal), _schema(type=["number", "null"])]
Hundred = Annotated[Fraction, from_text(numbers.hundred), _schema(type="number", minimum=0, maximum=100)]
Share = Annotated[Fraction, from_text(numbers.share), _schema(type=["number", "string"], pattern="^[0-9.]+ ?%$")]
Truth = Annotated[bool, from_text(numbers.boolean), _schema(enum=[True, False, "yes", "no", "Yes", "No", None])]
Doi = Annotated[str, After(checked("bad-identifier", identifiers.doi)), JsonSchema(_TEXT)]
Arxiv = Annotated[str, After(checked("bad-identifier", identifiers.arxiv)), JsonSchema(_TEXT)]
Orcid = Annotated[str, After(checked("bad-identifier", identifiers.orcid)), JsonSchema(_TEXT)]
Isbn = Annotated[str, After(checked("bad-identifier", identifiers.isbn)), JsonSchema(_TEXT)]
Issn = Annotated[str, After(checked("bad-identifier", identifiers.issn)), JsonSchema(_TEXT)]
Ror = Annotated[str, After(checked("bad-identifier", identifiers.ror)), JsonSchema(_TEXT)]
Address = Annotated[str, After(checked("bad-address", checked_address)), JsonSchema(_TEXT)]
OutsideAddress = Annotated[str, After(checked("bad-address", _outside_address)), JsonSchema(_TEXT)]
InsidePath = Annotated[str, After(checked("bad-address", _inside_address)), JsonSchema(_TEXT)]
OldAddress = Annotated[str, After(checked("bad-address", _old_address)), JsonSchema(_TEXT)]
Language = Annotated[
    str, _matching(_LANGUAGE, "a language is a code such as en, de or pt-BR"), _schema(type=["string", "boolean"])
]
Email = Annotated[str, _matching(_EMAIL, "an e-mail address has a name, an @ and a host"), JsonSchema(_TEXT)]
CiteKey = Annotated[
    str, _matching(_CITEKEY, "a citation key has no blanks, commas, quotes or braces"), JsonSchema(_TEXT)
]
Label = Annotated[str, _matching(_LABEL, "a name here has small letters, digits and _ only"), _schema(type="string")]
ProblemCode = Annotated[str, After(_problem_code), _schema(enum=sorted(CODES))]
