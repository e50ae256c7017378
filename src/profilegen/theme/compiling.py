"""How templates are compiled to quicker Python than Jinja2's own."""

from collections.abc import Mapping
from keyword import iskeyword
from typing import Any, Final, cast

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer

CONSTANTS: Final = ("words", "assets", "options")
"""What every template has, the same on all pages: a text of these stands in the compiled template itself."""


class QuickGenerator(CodeGenerator):
    """Writes `view.name` for a field, and calls a macro whose text is printed as it is."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - the name Jinja2 asks for
        """A field, which is an attribute; an AttributeError where it is not there, or a key, or the name is unknown."""
        base = node.node
        if node.attr.startswith("_") or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
        elif isinstance(base, nodes.Name) and base.name not in (*CONSTANTS, "self"):
            self.write(f"{frame.symbols.ref(base.name)}.{node.attr}")
        elif isinstance(base, nodes.Getattr):
            self.visit(base, frame)
            self.write(f".{node.attr}")
        else:
            super().visit_Getattr(node, frame)

    def macro_def(self, macro_ref: Any, frame: Frame) -> None:  # noqa: ANN401 - a type that Jinja2 does not show
        """A macro that knows nothing of keywords and callers is plain."""
        special = (macro_ref.accesses_kwargs, macro_ref.accesses_varargs, macro_ref.accesses_caller)
        if any(special) or not isinstance(macro_ref.node, nodes.Macro):
            super().macro_def(macro_ref, frame)
            return
        names = tuple(argument.name for argument in macro_ref.node.args)
        self.write(f"Plain(context, macro, {macro_ref.node.name!r}, {names!r})")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802 - as above
        """Another template at this place."""
        if node.ignore_missing or not node.with_context:
            super().visit_Include(node, frame)
            return
        self.writeline(f"{frame.buffer}.extend(" if frame.buffer else "yield from (", node)
        self.write("environment.included(")
        self.visit(node.template, frame)
        self.write(f", context, {self.dump_local_context(frame)}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - as above
        if self._is_plain_call(node, frame):
            call = cast(nodes.Call, node)
            macro = frame.symbols.ref(cast(nodes.Name, call.node).name)
            self.write(f"({macro}.{'of_one' if len(call.args) == 1 else 'text'}(")
            for argument in call.args:
                self.visit(argument, frame)
                self.write(", ")
            self.write(f") if type({macro}) is Plain and {macro}.takes == {len(call.args)} else ")
        super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - as above
        super()._output_child_post(node, frame, finalize)
        if self._is_plain_call(node, frame):
            self.write(")")

    def _is_plain_call(self, node: nodes.Expr, frame: Frame) -> bool:
        return (
            isinstance(node, nodes.Call)
            and isinstance(node.node, nodes.Name)
            and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
            and frame.eval_ctx.autoescape
            and not frame.eval_ctx.volatile
        )


class Constants(NodeTransformer):
    """Puts the texts of CONSTANTS into a template; one that is not there is left, to be missed where it is printed."""

    def __init__(self, known: Mapping[str, Mapping[str, object]]) -> None:
        self._known = known

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802 - the name Jinja2 asks for
        """`words["nav.skip"]`."""
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        return self._constant(node, node.node, key)

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802 - as above
        """`options.width`; what is asked of the others is a function of theirs."""
        key = node.attr if isinstance(node.node, nodes.Name) and node.node.name == "options" else None
        return self._constant(node, node.node, key)

    def _constant(self, node: nodes.Expr, of: nodes.Expr, key: object) -> nodes.Node:
        table = self._known.get(of.name, {}) if isinstance(of, nodes.Name) else {}
        value = table[key] if isinstance(key, str) and key in table else None
        return nodes.Const(value, lineno=node.lineno) if type(value) in (str, bool) else self.generic_visit(node)


def renamed(tree: nodes.Template) -> str:
    """The first of CONSTANTS that the template gives another meaning, "" where there is none."""
    names = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
    names |= {macro.name for macro in tree.find_all(nodes.Macro)} | {one.target for one in tree.find_all(nodes.Import)}
    for imported in tree.find_all(nodes.FromImport):
        names.update(name if isinstance(name, str) else name[1] for name in imported.names)
    return next((name for name in CONSTANTS if name in names), "")
