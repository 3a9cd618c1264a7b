"""Which fields a template uses, found without filling it in, and which of them don't exist."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args, get_origin, get_type_hints

from jinja2 import nodes

from casework.model.meetings import MeetingKind
from casework.model.review import EventKind
from generator.context.fields import Context
from generator.filling.sandbox import LOOP_FIELDS

_KEYS = {
    "events": tuple(kind.value for kind in EventKind),
    "meetings": tuple(kind.value for kind in MeetingKind),
}
"""The keys of those mappings of the context whose keys don't depend on the procedure."""


@dataclass(frozen=True)
class FieldUse:
    """One use of a field: its dotted path (members of a list by the list's name), and its line."""

    path: str
    line: int


@dataclass(frozen=True)
class UnknownUse:
    """A use of a field that doesn't exist, and the nearest that does (or nothing)."""

    path: str
    line: int
    near: str


@dataclass(frozen=True)
class _Found:
    """What an expression stands for: a dotted path and the type at it."""

    path: str
    type: Any


@dataclass
class FieldUses:
    """Walks a template's syntax tree with the types of the context."""

    used: list[FieldUse] = field(default_factory=list)
    unknown: list[UnknownUse] = field(default_factory=list)

    def walk(self, node: nodes.Node, scope: Mapping[str, _Found]) -> None:
        """Note every field in ``node``; ``scope`` holds the variables of the loops around it."""
        if isinstance(node, nodes.For):
            self._walk_loop(node, scope)
        elif isinstance(node, nodes.Getattr | nodes.Getitem | nodes.Name):
            found = self._resolve(node, scope)
            if found is not None:
                self._note(found, node.lineno)
        else:
            for child in node.iter_child_nodes():
                self.walk(child, scope)

    def _walk_loop(self, loop: nodes.For, scope: Mapping[str, _Found]) -> None:
        found = self._resolve(loop.iter, scope)
        inner = {**scope, "loop": _Found("loop", None)}
        if found is None:
            self.walk(loop.iter, scope)
        else:
            self._note(found, loop.lineno)
        if isinstance(loop.target, nodes.Name):
            member = _member_type(found.type) if found else None
            inner[loop.target.name] = _Found(found.path if found else "", member)
        for child in (*loop.body, *([loop.test] if loop.test else [])):
            self.walk(child, inner)
        for child in loop.else_:
            self.walk(child, scope)

    def _note(self, found: _Found, line: int) -> None:
        if found.path and found.path != "loop":
            self.used.append(FieldUse(found.path, line))

    def _resolve(self, node: nodes.Node, scope: Mapping[str, _Found]) -> _Found | None:
        """What a chain of names stands for; none where it is no such chain, or unknown."""
        if isinstance(node, nodes.Name):
            if node.name in scope:
                return scope[node.name]
            return self._step(_Found("", Context), node.name, node.lineno)
        if isinstance(node, nodes.Getattr):
            owner = self._resolve(node.node, scope)
            return self._step(owner, node.attr, node.lineno) if owner else None
        if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            owner = self._resolve(node.node, scope)
            if owner and isinstance(node.arg.value, int):
                return _Found(owner.path, _member_type(owner.type))
            return self._step(owner, str(node.arg.value), node.lineno) if owner else None
        return None

    def _step(self, owner: _Found, name: str, line: int) -> _Found | None:
        path = f"{owner.path}.{name}" if owner.path else name
        if owner.path == "loop":
            known: tuple[str, ...] = tuple(LOOP_FIELDS)
        elif get_origin(owner.type) is Mapping:
            known = _KEYS.get(owner.path, (name,))
        else:
            known = _fields(owner.type)
        if name in known:
            return _Found("loop" if owner.path == "loop" else path, _type_of(owner.type, name))
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
        self.unknown.append(UnknownUse(path, line, near[0] if near else ""))
        return None


def field_uses(tree: nodes.Template) -> FieldUses:
    """Every use of a field in a template's syntax tree."""
    uses = FieldUses()
    uses.walk(tree, {})
    return uses


def all_fields() -> Iterator[str]:
    """The dotted path of every field that a template may print; mappings end with ``.*``."""
    yield from _below("", Context)


def _below(path: str, owner: Any) -> Iterator[str]:
    member = _member_type(owner)
    if get_origin(owner) is Mapping:
        yield f"{path}.*"
    elif dataclasses.is_dataclass(member):
        hints = get_type_hints(member)
        for name in _fields(member):
            yield from _below(f"{path}.{name}" if path else name, hints[name])
    else:
        yield path


def _fields(owner: Any) -> tuple[str, ...]:
    if not dataclasses.is_dataclass(owner):
        return ()
    return tuple(one.name for one in dataclasses.fields(owner))


def _type_of(owner: Any, name: str) -> Any:
    if get_origin(owner) is Mapping:
        return get_args(owner)[1]
    return get_type_hints(owner).get(name) if dataclasses.is_dataclass(owner) else None


def _member_type(owner: Any) -> Any:
    """The type of the members of a list; any other type as it is."""
    return get_args(owner)[0] if get_origin(owner) is tuple else owner
