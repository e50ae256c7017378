"""Templates compiled to quicker Python than Jinja2's own: the same text wherever they print one, else an exception.

Jinja2 asks for a field in three ways, tries whether a macro wants a context, and wraps each text it escapes. Here a
field is an attribute, a macro a function and an escaped text a text. What that cannot do raises, and is left to
Jinja2's own way of printing.
"""

from collections.abc import Callable, Mapping, MutableMapping
from keyword import iskeyword
from typing import Any, Final, cast

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.visitor import NodeTransformer
from markupsafe import escape

from profilegen.model.text import Html

try:
    from markupsafe._speedups import _escape_inner as escaped
except ImportError:  # not on every platform, nor in every version

    def escaped(text: str, /) -> str:
        """The text with what means something in HTML replaced."""
        return str(escape(text))


CONSTANTS: Final = ("words", "assets", "options")
"""What every template has, the same on all pages: a text of these stands in the compiled template itself."""


class RenamedError(Exception):
    """A template gives one of the names of CONSTANTS another meaning."""


def put(value: object) -> str:
    """What `{{ value }}` prints: escaped, unless it is HTML."""
    if type(value) is str:
        return escaped(value)
    return value if type(value) is Html else str(escape(value))


class Plain(Macro):
    """A macro that takes nothing but its arguments: called with all of them, `text` gives what it prints."""

    def __init__(self, environment: Environment, text: Callable[..., str], *rest: Any) -> None:  # noqa: ANN401
        super().__init__(environment, text, *rest)
        self.text, self.takes = text, len(self.arguments)


class QuickTemplate(Template):
    """A template whose code has `put` where Jinja2's has `escape`, which wraps each text, and knows `Plain`."""

    @classmethod
    def _from_namespace(
        cls,
        environment: Environment,
        namespace: MutableMapping[str, Any],
        globals: MutableMapping[str, Any],  # noqa: A002
    ) -> Template:
        namespace.update(escape=put, Plain=Plain)
        return super()._from_namespace(environment, namespace, globals)


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
        if any(special):
            super().macro_def(macro_ref, frame)
            return
        names = tuple(argument.name for argument in macro_ref.node.args)
        name = getattr(macro_ref.node, "name", None)
        self.write(f"Plain(environment, macro, {name!r}, {names!r}, False, False, False, context.eval_ctx.autoescape)")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - as above
        if self._is_plain_call(node, frame):
            call = cast(nodes.Call, node)
            macro = frame.symbols.ref(cast(nodes.Name, call.node).name)
            self.write(f"({macro}.text(")
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


class Quick(Environment):
    """An environment whose templates print quickly or raise; its globals are settled before it loads a template.

    A template is looked for once. `refused` are those that have raised, so that nobody need try them again.
    """

    code_generator_class = QuickGenerator
    template_class = QuickTemplate

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - as Jinja2 has it
        super().__init__(**settings)
        self.refused: set[str] = set()
        self._found: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as Jinja2 has it
    ) -> Template:
        """The template of that name."""
        found = self._found.get(cast(str, name))
        if found is None:
            found = self._found[cast(str, name)] = super().get_template(name, parent, globals)
        return found

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Those of the environment: no template here has others."""
        return super().make_globals(d) if d else self.globals

    def _generate(self, source: nodes.Template, *rest: Any, **settings: Any) -> str:  # noqa: ANN401 - as above
        if again := renamed(source):
            raise RenamedError(again)
        known = {name: cast(Mapping[str, object], self.globals[name]) for name in CONSTANTS}
        return super()._generate(Constants(known).visit(source), *rest, **settings)
