"""What a template may do: print fields, loop over lists, and leave parts out. Nothing else.

A template from outside is a program. The list below is of what is allowed, so that a new feature
of the template language is refused until someone thought about it.
"""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NoReturn

from jinja2 import Environment, StrictUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context as RenderContext
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import missing, pass_context

from generator.context.fields import Context
from generator.context.printed import sentence, weekday

MOST_LOOP_STEPS = 50_000
"""Steps of all loops of one part together."""
MOST_CHARACTERS = 20_000_000
"""Of one part, rendered."""

LOOP_FIELDS = frozenset({"index", "first", "last", "length"})

FILTERS = ("upper", "lower", "capitalize", "title", "trim", "join", "length", "first", "last")
TESTS = ("defined", "none", "odd", "even", "eq", "equalto", "ne", "in")

_ALLOWED_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem,
    nodes.For, nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or,
    nodes.Not, nodes.Const, nodes.Filter, nodes.Test, nodes.Concat, nodes.Keyword, nodes.Tuple,
    nodes.List,
)  # fmt: skip

_COUNTED = "casereview_counted"
_STEPS = "casereview_steps"


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
    """Jinja with fields only: no attributes of Python objects, no calls, bounded loops."""

    def __init__(self) -> None:
        super().__init__(undefined=UnknownField, autoescape=True, finalize=printable)
        self.globals = {}
        self.filters = {name: self.filters[name] for name in FILTERS} | {
            "weekday": weekday,
            "sentence": lambda text: sentence(str(text)),
            _COUNTED: _counted,
        }
        self.tests = {name: self.tests[name] for name in TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """The field ``attribute`` of a part of the context."""
        if isinstance(obj, UnknownField):
            obj.refuse()
        if isinstance(obj, Mapping):
            if attribute in obj:
                return obj[attribute]
        elif attribute in field_names(obj):
            return getattr(obj, attribute)
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


def field_names(owner: object) -> tuple[str, ...]:
    """The fields that a template may ask ``owner`` for."""
    if isinstance(owner, Mapping):
        return tuple(key for key in owner if isinstance(key, str) and not key.startswith("_"))
    if isinstance(owner, LoopContext):
        return tuple(LOOP_FIELDS)
    if dataclasses.is_dataclass(owner):
        return tuple(field.name for field in dataclasses.fields(owner))
    return ()


def refusals(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """What ``tree`` does that templates may not: the line of each, and what it is."""
    for node in tree.find_all(nodes.Node):
        if not isinstance(node, _ALLOWED_NODES):
            yield node.lineno, f"templates only print, loop and choose; {_described(node)}"
        elif isinstance(node, nodes.For) and node.recursive:
            yield node.lineno, "a loop may not be recursive"
        elif isinstance(node, nodes.Name) and node.name == "self":
            yield node.lineno, "there is no field “self”"
        else:
            name = _asked_for(node)
            if name.startswith("_"):
                yield node.lineno, f"“{name}” begins with an underscore, which is not allowed"


def with_counted_loops(tree: nodes.Template, environment: Environment) -> nodes.Template:
    """The same template with every loop bounded by ``MOST_LOOP_STEPS`` together."""
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(
            loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno, environment=environment
        )
    return tree


def render(template: Any, names: Mapping[str, object]) -> str:
    """The text of a compiled template; ``SecurityError`` where it grows beyond the bounds."""
    pieces: list[str] = []
    length = 0
    for piece in template.generate({**names, _STEPS: [0]}):
        length += len(piece)
        if length > MOST_CHARACTERS:
            raise SecurityError("the document becomes far too long")
        pieces.append(piece)
    return "".join(pieces)


def printable(value: object) -> object:
    """Text without the characters that a Word file can't hold."""
    if value is None:
        return ""
    if isinstance(value, str) and not value.isprintable():
        return "".join(char for char in value if _fits_xml(char))
    return value


def _fits_xml(char: str) -> bool:
    code = ord(char)
    return char in "\n\t" or (
        code >= 0x20
        and not 0x7F <= code <= 0x9F
        and not 0xD800 <= code <= 0xDFFF
        and code not in (0xFFFE, 0xFFFF)
    )


@pass_context
def _counted(context: RenderContext, items: Iterable[object]) -> list[object]:
    listed = list(items)
    steps = context[_STEPS]
    steps[0] += len(listed)
    if steps[0] > MOST_LOOP_STEPS:
        raise SecurityError("its loops take far too many steps")
    return listed


def _asked_for(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return node.attr
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return str(node.arg.value)
    return node.name if isinstance(node, nodes.Name) else ""


def _described(node: nodes.Node) -> str:
    named = {
        nodes.Call: "they call nothing",
        nodes.Assign: "they set nothing",
        nodes.Macro: "they define no macros",
        nodes.Slice: "they take no slices",
    }
    arithmetic = isinstance(node, nodes.BinExpr | nodes.UnaryExpr)
    return named.get(
        type(node),
        "they compute nothing" if arithmetic else f"“{type(node).__name__.lower()}” is not allowed",
    )
