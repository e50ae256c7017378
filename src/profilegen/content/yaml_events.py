"""YAML text to a tree of text, from libyaml's parse events: what composing would hide (duplicates, tags) is seen."""

from typing import Final

import yaml
from yaml._yaml import CParser

from profilegen.content.nodes import Node
from profilegen.content.source import bad_character
from profilegen.content.yaml_syntax import explain
from profilegen.content.yaml_tree import NESTING_LIMIT, TooDeepError, TooManyError, Tree
from profilegen.problems import Place, Problem, problem

_TREE_IS_WHOLE: Final = frozenset({"duplicate-key", "lost-text", "bad-character"})
_LINE_SEPARATORS: Final = "\x85\u2028\u2029"
_FIRST_STAND_IN: Final = 0xE000
_TOO_DEEP: Final = "maximum nesting depth"


def parse_yaml(
    text: str, path: str, first_line: int = 1, prose_keys: frozenset[str] = frozenset()
) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree of `text`, which begins on line `first_line` of the file `path`, and all that is wrong with it.

    `text` has the line ends of a Source. Under the top-level keys `prose_keys` a comment that cuts a value short is an
    error. The tree is None where the text is empty, and where it is not whole: syntax, nesting, aliases, tags, or more
    than PROBLEM_LIMIT problems.
    """
    stand_ins = _stand_ins(text)
    restore = {ord(stand_in): own for own, stand_in in stand_ins.items()}
    tree = Tree(text, path, first_line, prose_keys, restore)
    node, stop = _document(tree, _replaced(text, stand_ins), text)
    # A comment that cuts a value is found as such, and once more where the next line does not go on with it.
    known = {(found.place, found.code) for found in tree.problems}
    problems = (*tree.problems, *(found for found in stop if (found.place, found.code) not in known))
    whole = all(found.code in _TREE_IS_WHOLE for found in problems)
    return node if whole else None, problems


def for_libyaml(text: str) -> str:
    """`text` with other characters of the same number for those that libyaml would take for line ends."""
    return _replaced(text, _stand_ins(text))


def _document(tree: Tree, parsed: str, text: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """The tree's document, or the problem at which the parsing stopped."""
    try:
        return tree.document(CParser(parsed)), ()
    except TooDeepError as error:
        return None, (_too_deep(error.place),)
    except TooManyError:
        return None, ()
    except yaml.MarkedYAMLError as error:
        if _TOO_DEEP in (error.problem or "") and (mark := error.problem_mark or error.context_mark):
            # libyaml reads ahead, and from PyYAML 6.0.4 on it gives up at a depth of its own before we see ours.
            return None, (_too_deep(Place(tree.path, mark.line + tree.first_line, mark.column + 1)),)
        return None, (explain(error, text, tree.path, tree.first_line),)
    except (yaml.YAMLError, UnicodeEncodeError):
        bad = bad_character(text, tree.path, tree.first_line)
        start = Place(tree.path, tree.first_line)
        return None, (bad or problem("yaml-syntax", start, "the YAML cannot be read"),)


def _too_deep(place: Place) -> Problem:
    return problem("too-deep", place, f"lists and maps are nested more than {NESTING_LIMIT} deep")


def _replaced(text: str, stand_ins: dict[str, str]) -> str:
    for own, stand_in in stand_ins.items():
        text = text.replace(own, stand_in)
    return text


def _stand_ins(text: str) -> dict[str, str]:
    """Characters that are not in `text`, for those that libyaml would take for line ends and fold to blanks."""
    if text.isascii() or not any(separator in text for separator in _LINE_SEPARATORS):
        return {}
    present = set(text)
    free = (chr(code) for code in range(_FIRST_STAND_IN, 0x10FFFE) if chr(code) not in present)
    return dict(zip(_LINE_SEPARATORS, free, strict=False))
