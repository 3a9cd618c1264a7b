"""Where templates run: with the fields of the context and nothing else, and within bounds.

What a template may not even say is in ``generator.filling.refusals``. Here its fields are looked
up, its values printed, and its work paid for from a budget.
"""

from __future__ import annotations

import dataclasses
import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NoReturn

from jinja2 import Environment, StrictUndefined, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.filters import do_join
from jinja2.runtime import Context as RenderContext
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing, pass_context
from jinja2.visitor import NodeTransformer

from generator.context.fields import Context
from generator.context.printed import PRINT_FILTERS
from generator.filling.refusals import refusals

MOST_LOOP_STEPS = 50_000
"""Steps of all loops of one part together."""
MOST_CHARACTERS = 20_000_000
"""Of one part, rendered."""
LENGTH_OF_BREAK = 100
"""Characters that a line break or a tab takes in Word's XML."""

PRINTED_BY_DOCXTPL = "\ue0fc"
"""Stands where an object is to be printed that only docxtpl can print."""

LOOP_FIELDS = frozenset({"index", "first", "last", "length"})

FILTERS = ("upper", "lower", "capitalize", "title", "trim", "length", "first", "last")
TESTS = ("defined", "none", "odd", "even", "eq", "equalto", "ne", "in")

_COUNTED, _JOINED, _BUDGET = "_counted", "_joined", "_budget"
"""Ours: a template may not ask for what begins with an underscore."""
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


class UnknownField(StrictUndefined):
    """A field that isn't there: any use of it is an error that names the nearest known one."""

    @property
    def _undefined_message(self) -> str:
        name = str(self._undefined_name)
        owner = self._undefined_obj
        known = field_names(Context if owner is missing else owner)
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
        hint = f"; did you mean “{near[0]}”?" if near else ""
        return f"there is no field “{name}”{hint}"

    def refuse(self) -> NoReturn:
        """Raise the error that says so."""
        self._fail_with_undefined_error()


class TemplateSandbox(ImmutableSandboxedEnvironment):
    """Jinja with fields only: no attributes of Python objects, no calls, bounded work."""

    def __init__(self, finalize: Callable[[object], object] | None = None) -> None:
        super().__init__(undefined=UnknownField, autoescape=True, finalize=finalize or printable)
        self.globals = {}
        known = {name: self.filters[name] for name in FILTERS}
        known |= PRINT_FILTERS
        self.filters = {name: budgeted(known[name]) for name in known}
        self.filters |= {"join": _join, _COUNTED: _counted, _JOINED: _joined}
        self.tests = {name: self.tests[name] for name in TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The field ``attribute`` of a part of the context."""
        kind: Any = type(obj)
        if attribute in _fields_of(kind):
            return getattr(obj, attribute)
        if isinstance(obj, UnknownField):
            obj.refuse()
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """The item of a list, or the field of that name."""
        if isinstance(obj, list | tuple) and isinstance(argument, int):
            if -len(obj) <= argument < len(obj):
                return obj[argument]
            return self.undefined(obj=obj, name=str(argument))
        return self.getattr(obj, str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing may be called."""
        return False


class CheckedSandbox(TemplateSandbox):
    """The sandbox for templates that someone else compiles: refuses and bounds them itself.

    It prints docxtpl's objects, which the other leaves empty.
    """

    def __init__(self) -> None:
        super().__init__(clean)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for line, what in refusals(tree):
            raise TemplateSyntaxError(what, line)
        return bounded(tree, self)


def field_names(owner: object) -> tuple[str, ...]:
    """The fields that a template may ask ``owner`` for."""
    if isinstance(owner, Mapping):
        return tuple(key for key in owner if isinstance(key, str) and not key.startswith("_"))
    return tuple(_fields_of(owner if isinstance(owner, type) else type(owner)))


@cache
def _fields_of(kind: Any) -> frozenset[str]:
    if issubclass(kind, LoopContext):
        return LOOP_FIELDS
    if issubclass(kind, Mapping) or not dataclasses.is_dataclass(kind):
        return frozenset()
    return frozenset(field.name for field in dataclasses.fields(kind))


def bounded(tree: nodes.Template, environment: Environment) -> nodes.Template:
    """The same template, which pays for every step of a loop and for every text it builds."""
    bounded_tree: nodes.Template = _Bounds(environment).visit(tree)
    return bounded_tree


def with_budget(names: Mapping[str, object]) -> dict[str, object]:
    """The names with what rendering one template may spend."""
    return {**names, _BUDGET: Budget()}


def render(template: Any, names: Mapping[str, object]) -> str:
    """The text of a compiled template; ``SecurityError`` where it grows beyond the bounds."""
    stream = template.root_render_func(template.new_context(with_budget(names)))
    pieces: list[str] = []
    length = 0
    for piece in stream:
        length += len(piece) + LENGTH_OF_BREAK * (piece.count("\n") + piece.count("\t"))
        if length > MOST_CHARACTERS:
            stream.throw(SecurityError("the document becomes far too long"))
        pieces.append(piece)
    return "".join(pieces)


def printable(value: object) -> object:
    """What a tag prints: clean text, or a mark for an object that only docxtpl can print."""
    if not isinstance(value, str) and hasattr(value, "tpl"):
        return PRINTED_BY_DOCXTPL
    return clean(value)


def clean(value: object) -> object:
    """Text without the characters that a Word file can't hold, and lines that end as here."""
    if value is None:
        return ""
    if not isinstance(value, str):
        if hasattr(value, "__html__"):
            return value
        if not _is_one_field(value):
            raise SecurityError("this is not one field but several; name the one to print")
        value = str(value)
    if value.isprintable():
        return value
    return "".join(char for char in _LINE_END.sub("\n", value) if _fits_xml(char))


def _is_one_field(value: object) -> bool:
    """Whether a value prints as itself: a number, or something that says how it prints."""
    if isinstance(value, list | tuple | dict):
        return False
    return isinstance(value, int | float) or type(value).__str__ is not object.__str__


def _fits_xml(char: str) -> bool:
    code = ord(char)
    return char in "\n\t" or (
        code >= 0x20
        and not 0x7F <= code <= 0x9F
        and not 0xD800 <= code <= 0xDFFF
        and code not in (0xFFFE, 0xFFFF)
    )


@dataclass
class Budget:
    """What rendering one part may still spend: steps of loops, and characters of texts."""

    steps: int = MOST_LOOP_STEPS
    characters: int = MOST_CHARACTERS

    def pay(self, *, steps: int = 0, characters: int = 0) -> None:
        """Spend; ``SecurityError`` where nothing is left."""
        self.steps -= steps
        self.characters -= characters
        if self.steps < 0:
            raise SecurityError("its loops take far too many steps")
        if self.characters < 0:
            raise SecurityError("it builds far too long texts")


class _Bounds(NodeTransformer):
    """Sends every loop, and every text put together with ``~``, through a filter that pays."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - Jinja calls it so
        node.iter = self._through(_COUNTED, node.iter)
        self.generic_visit(node)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Expr:  # noqa: N802 - as above
        self.generic_visit(node)
        parts = nodes.List(node.nodes, lineno=node.lineno)
        return self._through(_JOINED, parts)

    def _through(self, name: str, node: nodes.Node) -> nodes.Filter:
        return nodes.Filter(
            node, name, [], [], None, None, lineno=node.lineno, environment=self._environment
        )


def budgeted(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that pays for the text it is given."""
    asks_environment = hasattr(function, "jinja_pass_arg")

    @pass_context
    def paid(context: RenderContext, value: Any, *arguments: Any) -> Any:
        if isinstance(value, str):
            context[_BUDGET].pay(characters=len(value))
        if asks_environment:
            return function(context.environment, value, *arguments)
        return function(value, *arguments)

    return paid


@pass_context
def _counted(context: RenderContext, items: Iterable[object]) -> list[object]:
    listed = list(items)
    context[_BUDGET].pay(steps=len(listed))
    return listed


@pass_context
def _join(context: RenderContext, items: Iterable[object], between: object = "") -> str:
    listed = [clean(item) for item in items]
    length = sum(len(str(item)) for item in listed) + len(str(between)) * len(listed)
    context[_BUDGET].pay(steps=len(listed), characters=length)
    joined: str = do_join(context.eval_ctx, listed, str(between))
    return joined


@pass_context
def _joined(context: RenderContext, items: list[object]) -> str:
    return _join(context, items)
