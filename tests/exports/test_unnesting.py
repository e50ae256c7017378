"""Styles with elements inside of elements: with fewer of them they say the same."""

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from exports.whole import alone
from profilegen.exports.citation import Citer
from profilegen.exports.csl import Item
from profilegen.exports.pruning import Shape, bare, pruned

PAPER: Item = {
    "id": "x",
    "type": "article-journal",
    "title": "On ducks. and geese?",
    "author": [{"family": "Byron", "given": "Ada"}],
    "container-title": "journal of Ducks,",
    "volume": "12",
    "issued": {"date-parts": [[2023, 10]]},
}

STYLE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>T</title></info>'
    '{macros}<citation><layout><text variable="title"/></layout></citation>'
    "<bibliography><layout>{layout}</layout></bibliography></style>"
)
SIGNS = st.sampled_from(["", "", ". ", ", ", " ", "(", ".", "?"])


def element(name: str, inside: Sequence[str] = (), /, **attributes: str) -> str:
    said = "".join(f" {key.replace('_', '-')}={quoteattr(value)}" for key, value in attributes.items() if value)
    return f"<{name}{said}>{''.join(inside)}</{name}>"


LEAVES = st.one_of(
    st.builds(
        lambda variable, prefix, suffix, case: element(
            "text", variable=variable, prefix=prefix, suffix=suffix, text_case=case
        ),
        st.sampled_from("title container-title volume publisher DOI".split()),
        SIGNS,
        SIGNS,
        st.sampled_from(["", "", "title", "capitalize-first", "uppercase"]),
    ),
    st.builds(lambda value: element("text", value=value), st.sampled_from(["in", "a text.", ","])),
    st.builds(
        lambda variable: element("date", variable=variable, form="text"), st.sampled_from(["issued", "accessed"])
    ),
    st.builds(lambda variable: element("number", variable=variable), st.sampled_from(["volume", "edition"])),
    st.builds(
        lambda who, other: element("names", [element("substitute", other)], variable=who),
        st.sampled_from(["author", "editor"]),
        st.lists(
            st.sampled_from(
                ['<names variable="author"/>', '<text macro="m0"/>', '<group><text variable="title"/></group>']
            ),
            min_size=1,
            max_size=2,
        ),
    ),
    st.sampled_from(['<text macro="m0"/>', '<text macro="m1" prefix="["/>', '<text macro="m1"/>']),
)


def _nested(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(children, min_size=1, max_size=3)
    group = st.builds(
        lambda inside, delimiter, prefix, style: element(
            "group", inside, delimiter=delimiter, prefix=prefix, font_style=style
        ),
        several,
        SIGNS,
        SIGNS,
        st.sampled_from(["", "", "italic"]),
    )
    choose = st.builds(
        lambda variable, kind, yes, no: element(
            "choose", [element("if", yes, variable=variable, type=kind, match="any"), element("else", no)]
        ),
        st.sampled_from(["", "volume", "publisher"]),
        st.sampled_from(["article-journal", "book"]),
        several,
        several,
    )
    unknown = st.builds(
        lambda yes, no: element("choose", [element("if", yes, is_numeric="volume"), element("else", no)]),
        several,
        several,
    )
    return st.one_of(group, choose, unknown)


TREES = st.recursive(LEAVES, _nested, max_leaves=8)
PLAIN = st.lists(
    st.sampled_from(['<text variable="title"/>', '<text value="in"/>', '<text variable="publisher"/>']),
    min_size=1,
    max_size=2,
)


@settings(deadline=None, max_examples=150)
@given(st.lists(TREES, min_size=1, max_size=3), PLAIN, TREES)
def test_a_style_says_what_citeproc_alone_says(layout: list[str], first: list[str], second: str) -> None:
    macros = element("macro", first, name="m0")
    if "m1" not in second:
        macros += element("macro", [second], name="m1")
    style = STYLE.format(macros=macros, layout="".join(layout))
    if 'macro="m1"' in style and "m1" not in macros:
        return
    assert Citer("mine.csl", style).cite(PAPER) == alone(style.encode("utf-8"), PAPER)


def test_what_only_hands_on_is_gone() -> None:
    macros = '<macro name="a"><group delimiter=", "><text macro="b"/></group></macro>'
    macros += (
        '<macro name="b"><choose><if type="book"><text value="x"/></if><else><text variable="title"/></else></choose>'
    )
    style = STYLE.format(macros=f"{macros}</macro>", layout='<group><text macro="a"/></group>')
    left = etree.fromstring(pruned(bare(style.encode("utf-8")), Shape("article-journal", frozenset({"title"}))))
    (layout,) = left.iterfind("{*}bibliography/{*}layout")
    assert [dict(one.attrib) for one in layout] == [{"variable": "title"}]
