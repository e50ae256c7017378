"""The preview's script in a page, and no more in its policy than it needs."""

import pytest

from profilegen.preview.policy import widened, with_script

PAGE = b"""<!doctype html><head>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
</head><body>&lt;/head&gt;</body>"""


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("default-src 'none'; script-src 'self'", "default-src 'none'; script-src 'self'; connect-src 'self'"),
        ("default-src 'none'", "default-src 'none'; script-src 'self'; connect-src 'self'"),
        (
            "default-src 'self'; connect-src https://a.example",
            "default-src 'self'; connect-src https://a.example 'self'",
        ),
        ("connect-src 'none'; connect-src 'self'", "connect-src 'self'"),
        ("img-src 'self'", "img-src 'self'"),
        ("script-src 'none'; connect-src 'none'", "script-src 'self'; connect-src 'self'"),
        ("", ""),
    ],
)
def test_a_policy_lets_the_previews_script_run_and_ask_and_nothing_else(policy: str, expected: str) -> None:
    assert widened(policy) == expected


def test_the_script_stands_at_the_end_of_the_head_and_its_values_are_escaped() -> None:
    page = with_script(PAGE, "/-/preview.js", {"page": 'a"><b', "mark": "1"}).decode()
    assert '<script src="/-/preview.js" defer data-page="a&quot;&gt;&lt;b" data-mark="1"></script></head>' in page
    assert "content=\"default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'\"" in page
    assert page.endswith("<body>&lt;/head&gt;</body>")


def test_a_page_without_a_head_has_the_script_all_the_same() -> None:
    assert with_script(b"<p>Text", "/-/preview.js", {}) == b'<script src="/-/preview.js" defer></script><p>Text'
