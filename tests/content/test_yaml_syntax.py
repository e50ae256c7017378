"""E1: what libyaml cannot parse is said in plain words, at its place, with the way out."""

import pytest

from profilegen.content.yaml_events import parse_yaml


def said(text: str) -> str:
    node, problems = parse_yaml(text, "a.yaml")
    assert node is None
    (found,) = problems
    return str(found).removeprefix("a.yaml:")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title: A: B\n", '1:9: error: a `: ` stands in an unquoted value (write title: "A: B") [lost-text]'),
        (
            "x: y\ntitle: A: \\ell\n",
            "2:9: error: a `: ` stands in an unquoted value (write title: 'A: \\ell') [lost-text]",
        ),
        (
            "title: A\n  sub: B\n",
            (
                "2:6: error: a key stands inside the value of the line above "
                "(set keys in alike; where it is text, put the whole value in quotes) [yaml-syntax]"
            ),
        ),
        ("title:A\nvenue: B\n", "1:6: error: a blank is missing after the colon (write title: A) [yaml-syntax]"),
        (
            "title:\u00a0A\nvenue: B\n",
            r"1:6: error: '\xa0' stands after the colon, and no blank (write title: A) [yaml-syntax]",
        ),
        ("x: y\ntitle:A\nvenue: B\n", "2:6: error: a blank is missing after the colon (write title: A) [yaml-syntax]"),
        (
            "x: y\ntitle\nvenue: B\n",
            (
                "2:1: error: the line has no `key: value`, only 'title' "
                "(a value of several lines is set in by two blanks, or stands in quotes) [yaml-syntax]"
            ),
        ),
        (
            "a:\n  b: 1\n\tc: 2\n",
            "3:1: error: a tab stands where a line is set in (set lines in with blanks) [yaml-syntax]",
        ),
        ("a:\n\tb: 1\n", "2:1: error: a tab stands where a line is set in (set lines in with blanks) [yaml-syntax]"),
        ("a: |\n\tb\n", "2:1: error: a tab stands where a line is set in (set lines in with blanks) [yaml-syntax]"),
        (
            'a: "b\nc: d\n',
            '1:4: error: the quote " that is opened here is not closed (end it with ") [yaml-syntax]',
        ),
        (
            "a: 'b\nc: d\n",
            (
                "1:4: error: the quote ' that is opened here is not closed "
                "(end it with ', and double a ' inside it) [yaml-syntax]"
            ),
        ),
        (
            'a: "b\nc: "d"\n',
            "2:4: error: the quote that ends here was opened above (end that one on its own line) [yaml-syntax]",
        ),
        (
            "a: [b\nc: d\n",
            (
                "1:4: error: the [ that is opened here is not closed (close it; a value that is text stands in quotes) "
                "[yaml-syntax]"
            ),
        ),
        (
            "a: [b: c: d]\n",
            (
                "1:9: error: a comma is missing here, or the [ before is not closed "
                "(put items that hold `: `, `[` or `{` in quotes) [yaml-syntax]"
            ),
        ),
        (
            "a: [b,,c]\n",
            (
                "1:7: error: a value is missing before ',' (a value that begins with `,`, `]` or `}` stands in quotes) "
                "[yaml-syntax]"
            ),
        ),
        ("a: @b\n", "1:4: error: an unquoted value cannot begin with '@' (write a: \"@b\") [yaml-syntax]"),
        ("a: `b`\n", "1:4: error: an unquoted value cannot begin with '`' (write a: \"`b`\") [yaml-syntax]"),
        ("- %b\n", "1:3: error: an unquoted value cannot begin with '%' (write - \"%b\") [yaml-syntax]"),
        ("a: **b** c\n", "1:4: error: an unquoted value cannot begin with '*' (write a: \"**b** c\") [yaml-syntax]"),
        ("@a: b\n", "1:1: error: an unquoted value cannot begin with '@' (put it in quotes) [yaml-syntax]"),
        ('a: "b" c\n', "1:8: error: text follows the closing quote (write a: '\"b\" c') [yaml-syntax]"),
        ("a: 'b's\n", "1:7: error: text follows the closing quote (write a: \"'b's\") [yaml-syntax]"),
        ("a: [b] c\n", '1:8: error: text follows the closing bracket (write a: "[b] c") [yaml-syntax]'),
        (
            "a: | b\n  c\n",
            (
                "1:6: error: text follows '|' on its line (begin the text on the next line, set in by two blanks, "
                'or write a: "| b") [yaml-syntax]'
            ),
        ),
        ("a: - b\n", "1:4: error: '- ' cannot stand on the line of its key (write a: \"- b\") [yaml-syntax]"),
        (
            "a: b\n- c\n",
            "2:1: error: a list item stands among keys (set it in below the key of its list) [yaml-syntax]",
        ),
        (
            "- a\nb: c\n",
            (
                "2:1: error: a line stands between the items of a list "
                "(begin each line of the list with `- `, or set the keys in alike) [yaml-syntax]"
            ),
        ),
        (
            "  a: 1\nb: 2\n",
            (
                "2:1: error: the keys above have ended, and something follows "
                "(set all keys in alike, the first one too) [yaml-syntax]"
            ),
        ),
        (
            "a: |\n   b\n  c\n",
            (
                "3:3: error: neither a key nor a part of the value above stands here "
                "(write `key: value`, and set the keys of a map in alike) [yaml-syntax]"
            ),
        ),
        (
            "a: b # c\n  d\n",
            (
                "1:6: error: a ` #` ends the value, though the next line goes on with it "
                "(put the whole value in quotes) [lost-text]"
            ),
        ),
        (
            "%FOO\na: b\n",
            (
                "1:1: error: a line that begins with `%` is YAML that is not used here "
                "(leave it out, or put it in quotes) [yaml-feature]"
            ),
        ),
    ],
)
def test_e1_the_common_mistakes(text: str, message: str) -> None:
    assert said(text) == message


def test_a_cut_value_that_goes_on_is_said_once() -> None:
    assert [found.code for found in parse_yaml("a: b # c\n  d\n", "a.yaml", 1, frozenset({"a"}))[1]] == ["lost-text"]


def test_a_mistake_after_others_does_not_hide_them() -> None:
    _, problems = parse_yaml("a: 1\na: 2\nb: c: d\n", "a.yaml", 10)
    assert [(found.code, found.place.line) for found in problems] == [("duplicate-key", 11), ("lost-text", 12)]
