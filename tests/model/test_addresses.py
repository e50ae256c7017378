"""Addresses: what is let through, what is refused however it is written (X3)."""

from urllib.parse import quote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profilegen.model.addresses import checked_address, is_outside

PIECES = st.sampled_from(
    [
        *"javascript data vbscript http https mailto ftp : :: / // \\ @ % %3A %253A %2F %40 %00 %0a %5c ".split(),
        *"&colon; &#58; &Tab; # ? . .. x example.org user:pw [::1] :80 a=b ü 漢 ｊ ： \" < > ' ` { | }".split(),
        *("\u200b", "\u202e", "\t", "\n", "\x00", " ", "\u00a0"),
    ]
)
ADDRESSES = st.one_of(st.text(max_size=30), st.lists(PIECES, max_size=8).map("".join))


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/",
        "http://example.org:8080/a/b?c=d#e",
        "https://example.org/@user",
        "https://example.org/?next=javascript%3Aalert(1)",
        "https://example.org/a%20b",
        "https://fa.wikipedia.org/%E2%80%8C",
        "https://münchen.example/straße?q=ß",
        "https://[2001:db8::1]/",
        "mailto:ada@example.org",
        "mailto:ada@example.org?subject=a:b",
        "slides.pdf",
        "../x/",
        "/x",
        "#part",
        "?q=a:b",
        "a/b:c",
        ".",
    ],
)
def test_a_good_address_stays_as_it_is(address: str) -> None:
    assert checked_address(address) == address


@pytest.mark.parametrize(
    ("typed", "checked"),
    [
        ("HTTPS://Example.ORG/Path", "https://example.org/Path"),
        ("MAILTO:Ada@example.org", "mailto:Ada@example.org"),
        ('https://example.org/"<a>|{b}^`', "https://example.org/%22%3Ca%3E%7C%7Bb%7D%5E%60"),
        ("https://example.org/100%", "https://example.org/100%25"),
    ],
)
def test_an_address_is_written_for_an_href(typed: str, checked: str) -> None:
    assert checked_address(typed) == checked


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "java\u200bscript:alert(1)",
        "javascript%3Aalert(1)",
        "javascript%253Aalert(1)",
        "java%0Ascript:alert(1)",
        "%6aavascript:alert(1)",
        "javascript&colon;alert(1)",
        "java&#115;cript&#58;alert(1)",
        "java&Tab;script:alert(1)",
        "javascript%26colon;alert(1)",
        "ｊａｖａｓｃｒｉｐｔ：alert(1)",
        "data:text/html,x",
        "DATA:text/html;base64,eA==",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org/",
        "tel:123",
        "blob:x",
        "a:b",
        "//example.org/",
        "/%2Fexample.org/",
        "%2F%2Fexample.org/",
        "%252F%252Fexample.org/",
        "&sol;&sol;example.org/",
        "\\\\example.org\\",
        "/\\example.org/",
        "%5C%5Cexample.org",
        "https:\\\\example.org",
        "https://example.org\\@evil.example",
        "https://example.org%5C@evil.example",
        "https://user:pw@example.org/",
        "https://user@example.org/",
        "https://user%40example.org/",
        "https://user%2540example.org/",
        "https://",
        "https:///path",
        "https:example.org",
        "https:/example.org",
        "https://example.org:port/",
        "https://example.org:99999/",
        "https://ex ample.org/",
        "https://exa<mple.org/",
        "https://a℀b.example/",
        "https://example.org/\u202efdp.exe",
        "https://example.org/%00",
        "https://example.org/%0d%0aX",
        "a b",
        "mailto:",
        "mailto:nobody",
    ],
)
def test_an_unsafe_address_is_refused_however_it_is_written(address: str) -> None:
    with pytest.raises(ValueError, match=r"[a-z]"):
        checked_address(address)


@given(ADDRESSES)
def test_what_is_let_through_has_a_known_scheme_or_none_no_user_and_is_checked_again_as_itself(text: str) -> None:
    try:
        checked = checked_address(text)
    except ValueError:
        return
    parts = urlsplit(checked)
    assert parts.scheme in ("http", "https", "mailto", "")
    assert parts.username is None
    assert parts.password is None
    assert bool(parts.netloc) == (parts.scheme in ("http", "https"))
    assert checked_address(checked) == checked
    assert not set(checked) & set('"<>` \t\n\\')


@given(
    st.sampled_from(["javascript", "data", "vbscript"]),
    st.integers(0, 9),
    st.sampled_from("\t \n \r \x00 \x0b \u200b \ufeff \u202e".split(" ")),
    st.integers(0, 2),
)
def test_no_noise_and_no_encoding_hides_a_scheme(scheme: str, at: int, noise: str, times: int) -> None:
    address = f"{scheme[:at]}{noise}{scheme[at:]}:alert(1)"
    for _ in range(times):
        address = quote(address, safe="")
    with pytest.raises(ValueError, match=r"[a-z]"):
        checked_address(address)


@pytest.mark.parametrize(
    ("address", "outside"),
    [
        ("https://example.org/", True),
        ("mailto:a@example.org", True),
        ("slides.pdf", False),
        ("/x", False),
        ("#a", False),
    ],
)
def test_an_address_with_a_scheme_leads_out_of_the_site(address: str, outside: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_outside(address) == outside
