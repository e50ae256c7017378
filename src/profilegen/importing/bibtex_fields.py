"""What the types and fields of BibTeX and biblatex mean here."""

import re
from collections.abc import Mapping
from typing import Final

from profilegen.model.paper import PaperType, Status

TYPES: Final[Mapping[str, PaperType]] = {
    "article": PaperType.ARTICLE,
    "inproceedings": PaperType.CONFERENCE,
    "conference": PaperType.CONFERENCE,
    "proceedings": PaperType.BOOK,
    "book": PaperType.BOOK,
    "mvbook": PaperType.BOOK,
    "collection": PaperType.BOOK,
    "booklet": PaperType.BOOK,
    "inbook": PaperType.CHAPTER,
    "bookinbook": PaperType.CHAPTER,
    "incollection": PaperType.CHAPTER,
    "inreference": PaperType.CHAPTER,
    "phdthesis": PaperType.THESIS_PHD,
    "mastersthesis": PaperType.THESIS_MASTER,
    "techreport": PaperType.REPORT,
    "report": PaperType.REPORT,
    "manual": PaperType.REPORT,
    "unpublished": PaperType.PREPRINT,
    "software": PaperType.SOFTWARE,
    "dataset": PaperType.DATASET,
    "patent": PaperType.PATENT,
}
CALLED: Final[Mapping[str, PaperType]] = {
    "software": PaperType.SOFTWARE,
    "data set": PaperType.DATASET,
    "dataset": PaperType.DATASET,
    "talk": PaperType.TALK,
    "poster": PaperType.POSTER,
    "patent": PaperType.PATENT,
}
MASTER: Final = re.compile(r"\bmaster|\bmathesis|\bm\.?\s?sc|\bdiplom|\bbachelor|\bb\.?\s?sc", re.IGNORECASE)
STATUSES: Final[Mapping[str, Status]] = {
    "submitted": Status.SUBMITTED,
    "under review": Status.SUBMITTED,
    "in revision": Status.SUBMITTED,
    "to appear": Status.ACCEPTED,
    "in press": Status.ACCEPTED,
    "inpress": Status.ACCEPTED,
    "forthcoming": Status.ACCEPTED,
    "accepted": Status.ACCEPTED,
    "retracted": Status.RETRACTED,
    "withdrawn": Status.WITHDRAWN,
}
SIMPLE: Final[Mapping[str, tuple[str, ...]]] = {
    "series": ("series",),
    "volume": ("volume",),
    "number": ("number", "issue"),
    "publisher": ("publisher",),
    "institution": ("institution", "school", "organization"),
    "place": ("address", "location"),
    "event": ("eventtitle",),
    "edition": ("edition",),
    "chapter": ("chapter",),
    "license": ("license", "copyright"),
}
"""Keys of a paper, and the fields that are taken for them, the first that is there."""

LINKS: Final = ("pdf", "code", "data", "slides", "poster", "video", "project", "website", "html", "blog", "supp")
LANGUAGES: Final = {
    "english": "en",
    "american": "en-US",
    "british": "en-GB",
    "usenglish": "en-US",
    "ukenglish": "en-GB",
    "german": "de",
    "ngerman": "de",
    "deutsch": "de",
    "french": "fr",
    "francais": "fr",
    "spanish": "es",
    "espanol": "es",
    "italian": "it",
    "portuguese": "pt",
    "brazilian": "pt-BR",
    "brazil": "pt-BR",
    "dutch": "nl",
    "russian": "ru",
    "chinese": "zh",
    "japanese": "ja",
    "korean": "ko",
    "polish": "pl",
    "swedish": "sv",
    "danish": "da",
    "norwegian": "no",
    "finnish": "fi",
    "czech": "cs",
    "turkish": "tr",
    "greek": "el",
    "hungarian": "hu",
    "catalan": "ca",
    "eng": "en",
    "ger": "de",
    "deu": "de",
}
DROPPED: Final = re.compile(
    r"file|bdsk-.*|owner|timestamp|groups|__markedentry|crossref|xdata|archiveprefix|eprinttype|creationdate|"
    r"modificationdate|ids|keywords|tags|entrysubtype|sortname|sortyear|bibtex_show"
)
"""What a program keeps for itself, paths on a person's own disk among it, and what is read elsewhere."""
