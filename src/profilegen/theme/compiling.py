"""How templates are compiled to quicker Python than Jinja2's own."""

from collections.abc import Mapping
from keyword import iskeyword
from typing import Any, Final, cast

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

CONSTANTS: Final[tuple[str, ...]] = ("words", "assets", "options")
"""What every template has, the same on all pages: a text of these stands in the compiled template itself."""


class RenamedError(Exception):
    """A template gives one of the names of CONSTANTS another meaning."""


class UngatheredError(Exception):
    """A template includes another one without context, whose text Jinja2 gives out by itself, before its turn."""


class QuickGenerator(CodeGenerator):
    """Writes `view.name` for a field, and calls a macro whose text is printed as it is."""

    def enter_frame(self, frame: Frame) -> None:
        """The beginning of a part; what a template or a block prints is gathered, and given out at its end."""
        if frame.parent is None and frame.buffer is None:
            self.buffer(frame)
        super().enter_frame(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:  # noqa: FBT001, FBT002 - Jinja2's
        """The end of one of these."""
        if frame.parent is None:
            self.writeline(f"yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802 - the name Jinja2 asks for
        """A name, which is looked up or given."""
        if node.ctx != "load":
            _keep(node.name)
        super().visit_Name(node, frame)

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802 - as above
        """`words["nav.skip"]`."""
        value = self._constant(node)
        if value is None:
            super().visit_Getitem(node, frame)
        else:
            self.write(repr(value))

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as above
        """A field, which is an attribute; an AttributeError where it is not there, or a key, or the name is unknown."""
        base, value = node.node, self._constant(node)
        if value is not None:
            self.write(repr(value))
        elif node.attr.startswith("_") or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
        elif isinstance(base, nodes.Name) and base.name not in (*CONSTANTS, "self"):
            self.write(f"{frame.symbols.ref(base.name)}.{node.attr}")
        elif isinstance(base, nodes.Getattr):
            self.visit(base, frame)
            self.write(f".{node.attr}")
        else:
            super().visit_Getattr(node, frame)

    def visit_Import(self, node: nodes.Import, frame: Frame) -> None:  # noqa: N802 - as above
        """The macros of a template under one name."""
        _keep(node.target)
        super().visit_Import(node, frame)

    def visit_FromImport(self, node: nodes.FromImport, frame: Frame) -> None:  # noqa: N802 - as above
        """Macros of a template, under names of their own or others."""
        _keep(*(name if isinstance(name, str) else name[1] for name in node.names))
        super().visit_FromImport(node, frame)

    def macro_body(self, node: nodes.Macro | nodes.CallBlock, frame: Frame) -> Any:  # noqa: ANN401 - Jinja2 hides it
        """What a macro does with its arguments."""
        _keep(getattr(node, "name", ""), *(argument.name for argument in node.args))
        return super().macro_body(node, frame)

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
        if not node.with_context:
            raise UngatheredError(self.name)
        if node.ignore_missing:
            super().visit_Include(node, frame)
            return
        self.writeline(f"{frame.buffer}.extend(environment.included(", node)
        self.visit(node.template, frame)
        self.write(f", context, {self.dump_local_context(frame)}))")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:  # noqa: ANN401 - as above
        value = self._constant(node)
        return super()._output_child_to_const(node if value is None else nodes.Const(value), frame, finalize)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - as above
        if self._is_plain_call(node, frame):
            call = cast(nodes.Call, node)
            macro = frame.symbols.ref(cast(nodes.Name, call.node).name)
            self.write(f"({macro}.{'of_one' if len(call.args) == 1 else 'text'}(")
            for argument in call.args:
                self.visit(argument, frame)
                self.write(", ")
            self.write(f") if type({macro}) in DIRECT and {macro}.takes == {len(call.args)} else ")
        if _is_escaped(frame, finalize):
            self.write("(escaped(printed) if type(printed := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - as above
        if _is_escaped(frame, finalize):
            self.write(") is str else escape(printed))")
        else:
            super()._output_child_post(node, frame, finalize)
        if self._is_plain_call(node, frame):
            self.write(")")

    def _constant(self, node: nodes.Expr) -> str | bool | None:
        """The text or the truth that is always found there, None where it is not known or something else."""
        key: object
        if isinstance(node, nodes.Getattr):
            # What is asked of the others is a function of theirs.
            tables, key = CONSTANTS[-1:], node.attr
        elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            tables, key = CONSTANTS, node.arg.value
        else:
            return None
        if not isinstance(node.node, nodes.Name) or node.node.name not in tables:
            return None
        table = cast(Mapping[object, object], self.environment.globals[node.node.name])
        # Their tables say by themselves what is not there, where it is printed.
        value = table[key] if isinstance(key, str) and key in table else None
        return value if type(value) is str or type(value) is bool else None

    def _is_plain_call(self, node: nodes.Expr, frame: Frame) -> bool:
        return (
            isinstance(node, nodes.Call)
            and isinstance(node.node, nodes.Name)
            and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
            and frame.eval_ctx.autoescape
            and not frame.eval_ctx.volatile
        )


def _is_escaped(frame: Frame, finalize: Any) -> bool:  # noqa: ANN401 - a type that Jinja2 does not show
    """Whether what is printed here is escaped, whatever happens before: then a text need not be asked how."""
    return frame.eval_ctx.autoescape is True and not frame.eval_ctx.volatile and finalize.src is None


def _keep(*names: str) -> None:
    """Whatever has these names is given by the template."""
    for name in names:
        if name in CONSTANTS:
            raise RenamedError(name)
