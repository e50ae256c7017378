"""A template put together with those that it builds on and those that it includes, as one without any of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final, TypeAlias, cast

from jinja2 import nodes
from jinja2.compiler import find_undeclared

Parse: TypeAlias = Callable[[str], nodes.Template]
"""The template of that name."""

MOST: Final = 20
"""Templates that stand in one another deeper than this are left apart: they may do so without end."""

_IMPORTS: Final = (nodes.FromImport, nodes.Import)
_NAMING: Final = (*_IMPORTS, nodes.Macro, nodes.Assign, nodes.AssignBlock)
_BLOCKS: Final = (nodes.Block, nodes.Extends)
_SPECIAL: Final = ("self", "super")


class ApartError(Exception):
    """The template cannot be put together with others so that it is sure to say the same."""


def flat(name: str, parse: Parse) -> nodes.Template:
    """The template of that name in one piece.

    Raises:
        ApartError: it says `super()` or `self`, or a name could mean something else in one piece: no block sets any,
            nor does a template that others build on, apart from what it imports.
    """
    chain = list(_chain(name, parse))
    if any(_sets_late(tree) for tree in (chain[1:] or chain)):
        raise ApartError("names that are set between blocks")
    defined = [node for tree in chain[:-1] for node in _definitions(tree)]
    return nodes.Template(_filled([*defined, *chain[-1].body], _blocks(chain), parse, MOST), lineno=1)


def _chain(name: str, parse: Parse) -> Iterator[nodes.Template]:
    """The template, the one that it extends, and so on."""
    for _ in range(MOST):
        tree = parse(name)
        if _says_special(tree.body):
            raise ApartError(name)
        yield tree
        found = tree.find(nodes.Extends)
        if found is None:
            return
        if found is not tree.body[0]:
            raise ApartError("something before extends")
        name = _constant(found.template)
    raise ApartError(name)


def _sets_late(tree: nodes.Template) -> bool:
    """Whether the template sets names outside its blocks, apart from what it imports."""
    inside = {id(node) for block in tree.find_all(nodes.Block) for node in block.find_all(_NAMING)}
    plain = {id(node) for node in tree.body if isinstance(node, _IMPORTS)}
    return any(id(node) not in inside and id(node) not in plain for node in tree.find_all(_NAMING))


def _definitions(tree: nodes.Template) -> Iterator[nodes.Node]:
    """What a template that extends another one does beside its blocks: what it prints there is not printed."""
    for node in tree.body[1:]:
        if isinstance(node, _NAMING):
            yield node
        elif not isinstance(node, nodes.Block | nodes.Output):
            raise ApartError(type(node).__name__)


def _blocks(chain: Sequence[nodes.Template]) -> dict[str, list[nodes.Node]]:
    """What stands in each block."""
    found: dict[str, list[nodes.Node]] = {}
    needed: set[str] = set()
    for tree in chain:
        for block in tree.find_all(nodes.Block):
            if _says_special(block.body) or _holds(block.body, _NAMING):
                raise ApartError(block.name)
            if block.required and block.name not in found:
                needed.add(block.name)
            found.setdefault(block.name, block.body)
    if needed:
        raise ApartError(min(needed))
    return found


def _filled(
    body: Sequence[nodes.Node], blocks: Mapping[str, list[nodes.Node]], parse: Parse, depth: int
) -> list[nodes.Node]:
    """The nodes with the blocks and the included templates in their places."""
    if not depth:
        raise ApartError("too deep")
    found: list[nodes.Node] = []
    for node in body:
        if isinstance(node, nodes.Block):
            found += _filled(blocks[node.name], blocks, parse, depth - 1)
        elif isinstance(node, nodes.Include) and (included := _included(node, parse)) is not None:
            found += _filled(included, {}, parse, depth - 1)
        elif isinstance(node, nodes.If):
            found.append(_either(node, blocks, parse, depth))
        elif _holds([node], _BLOCKS):
            raise ApartError(type(node).__name__)  # whose own names the block would see
        else:
            found.append(node)
    return list(_merged(found))


def _either(node: nodes.If, blocks: Mapping[str, list[nodes.Node]], parse: Parse, depth: int) -> nodes.If:
    """The choice with all of its branches filled."""
    others = [_either(one, blocks, parse, depth) for one in node.elif_]
    body, otherwise = (_filled(branch, blocks, parse, depth) for branch in (node.body, node.else_))
    return nodes.If(node.test, body, others, otherwise, lineno=node.lineno)


def _included(node: nodes.Include, parse: Parse) -> list[nodes.Node] | None:
    """What stands in the included template; None where it has to be included as it is."""
    if not isinstance(node.template, nodes.Const) or not node.with_context or node.ignore_missing:
        return None
    body = parse(_constant(node.template)).body
    return None if _holds(body, (*_BLOCKS, *_NAMING)) or _says_special(body) else body


def _merged(body: Sequence[nodes.Node]) -> Iterator[nodes.Node]:
    """What is printed one after the other, at once."""
    for printed, group in groupby(body, key=lambda node: isinstance(node, nodes.Output)):
        if printed:
            pieces = [piece for node in group for piece in cast(nodes.Output, node).nodes]
            yield nodes.Output(pieces, lineno=pieces[0].lineno)
        else:
            yield from group


def _holds(body: Sequence[nodes.Node], kinds: tuple[type[nodes.Node], ...]) -> bool:
    return any(isinstance(node, kinds) or any(True for _ in node.find_all(kinds)) for node in body)


def _says_special(body: Sequence[nodes.Node]) -> bool:
    return bool(find_undeclared(body, _SPECIAL))


def _constant(node: nodes.Node) -> str:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        return node.value
    raise ApartError("a name that only the page knows")
