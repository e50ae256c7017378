"""Templates that print the same text as Jinja2's own way does, and quicker, or raise.

Jinja2 asks for a field in three ways, tries whether a macro wants a context, and wraps each text it escapes. Here a
field is an attribute, a macro a function and an escaped text a text. What that cannot do raises, and is left to
Jinja2's own way of printing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from typing import Any, Final, cast

from jinja2 import BaseLoader, Environment, Template, nodes
from jinja2.environment import TemplateModule
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.utils import missing

from profilegen.theme.cards import Printer
from profilegen.theme.compiling import QuickGenerator
from profilegen.theme.flat import flat
from profilegen.theme.plain import SHARED, Plain, Texts, escaped, looped, put

DIRECT: Final = frozenset({Plain, Printer})
"""What gives a text that is printed as it is."""


class QuickTemplate(Template):
    """A template whose code has `put` where Jinja2's has `escape`, which wraps each text, and knows `Plain`."""

    @classmethod
    def _from_namespace(
        cls,
        environment: Environment,
        namespace: MutableMapping[str, Any],
        globals: MutableMapping[str, Any],  # noqa: A002
    ) -> Template:
        namespace.update(escape=put, escaped=escaped, Plain=Plain, DIRECT=DIRECT, LoopContext=looped)
        return super()._from_namespace(environment, namespace, globals)

    def text(self, given: dict[str, Any]) -> str:
        """What is printed of what is given; unlike `render`, it raises as it comes."""
        context = Known(self.environment, {**self.globals, **given}, self.name, self.blocks)
        return "".join(self.root_render_func(context))

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        # No template has globals of its own, so that one module does for all.
        if self._module is None:
            super()._get_default_module(ctx)
        return cast(TemplateModule, self._module)


class Known(Context):
    """What a template may ask for, with nothing that Jinja2 alone asks for."""

    def __init__(
        self,
        environment: Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Callable[[Context], Iterator[str]]],
    ) -> None:
        self.environment, self.name, self.parent = environment, name, parent
        self.vars = {}
        self.eval_ctx = EvalContext(environment, name)
        self.exported_vars = set()
        self.globals_keys = set()
        self.blocks = {block: [print_] for block, print_ in blocks.items()} if blocks else {}


class Given(Known):
    """What a template may ask for; anything else is a KeyError, even where one asks whether it is there."""

    def resolve_or_missing(self, key: str) -> Any:  # noqa: ANN401 - as Jinja2 has it
        """The value of that name."""
        return self.vars[key] if key in self.vars else self.parent[key]


class Quick(Environment):
    """An environment whose templates print quickly or raise; its globals are settled before it loads a template.

    A template is looked for once; one that is printed `often` is put together, which takes as long as a hundred pages.
    `refused` are those that have raised, so that nobody need try them again.
    """

    often = 100
    code_generator_class = QuickGenerator
    template_class = QuickTemplate

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - as Jinja2 has it
        super().__init__(**settings)
        self.refused: set[str] = set()
        self._found: dict[str, QuickTemplate] = {}
        self._printed: dict[str, int] = {}
        self._whole: dict[str, QuickTemplate] = {}
        self._included: dict[tuple[str, str], Texts] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - as Jinja2 has it
    ) -> QuickTemplate:
        """The template of that name."""
        found = self._found.get(cast(str, name))
        if found is None:
            found = self._found[cast(str, name)] = cast(QuickTemplate, super().get_template(name, parent, globals))
        return found

    def page(self, name: str) -> QuickTemplate:
        """The template of a page or a card: one that is printed often, in one piece with those that it builds on."""
        found = self._whole.get(name)
        if found is not None:
            return found
        times = self._printed[name] = self._printed.get(name, 0) + 1
        if times < self.often:
            return self.get_template(name)
        try:
            found = cast(QuickTemplate, self.from_string(flat(name, self.parsed)))
        except Exception:  # noqa: BLE001 - most likely it cannot be: then it stays as it is
            found = self.get_template(name)
        return self._whole.setdefault(name, found)

    def parsed(self, name: str) -> nodes.Template:
        """What stands in the template of that name."""
        loader = cast(BaseLoader, self.loader)
        source, filename, _ = loader.get_source(self, name)
        return self._parse(source, name, filename)

    def included(self, name: Any, context: Context, given: Mapping[str, Any]) -> Iterable[str]:  # noqa: ANN401 - or names
        """What a template prints where it is included; `given` are the names known there alone."""
        template = self._found.get(name) if type(name) is str else None
        if template is None:
            template = cast(QuickTemplate, self.get_or_select_template(name))
        if len(given) == 1 and type(context) is Known and name not in self.refused:
            ((known_as, view),) = given.items()
            if type(view) in SHARED:
                try:
                    printed = self._included.setdefault((name, known_as), Texts())
                    return (printed.get(view, lambda: self._apart(template, given)),)
                except Exception:  # noqa: BLE001 - most likely it asks for more than is given
                    self.refused.add(name)
        here = given if missing not in given.values() else {k: v for k, v in given.items() if v is not missing}
        names = {**context.parent, **context.vars, **here}
        return template.root_render_func(type(context)(self, names, template.name, template.blocks))

    def _apart(self, template: Template, given: Mapping[str, Any]) -> str:
        """The text of a template that asks for nothing but what is given."""
        context = Given(self, {**self.globals, **given}, template.name, template.blocks)
        return "".join(template.root_render_func(context))

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Those of the environment: no template here has others."""
        return super().make_globals(d) if d else self.globals
