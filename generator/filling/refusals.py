"""What a template may do, read in its syntax tree: print fields, loop over lists, leave parts out.

A template from outside is a program. The list below is of what is allowed, so that a new feature
of the template language is refused until someone thought about it.
"""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

MOST_DEPTH = 30
"""Expressions inside each other; Jinja takes time with the cube of it."""

_ALLOWED_NODES = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem,
    nodes.For, nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or,
    nodes.Not, nodes.Const, nodes.Filter, nodes.Test, nodes.Concat, nodes.Tuple, nodes.List,
)  # fmt: skip


def refusals(tree: nodes.Template) -> Iterator[tuple[int, str]]:
    """What ``tree`` does that templates may not: the line of each, and what it is, once a line."""
    found: dict[int, str] = {}
    for node, depth in _with_depth(tree):
        what = _refused(node, depth)
        if what:
            found.setdefault(_line_of(node), what)
    yield from found.items()


def _refused(node: nodes.Node, depth: int) -> str:
    """Why a node may not be in a template; empty where it may."""
    if not isinstance(node, _ALLOWED_NODES):
        return f"templates only print, loop and choose; {_described(node)}"
    if isinstance(node, nodes.For) and node.recursive:
        return "a loop may not be recursive"
    if depth > MOST_DEPTH:
        return "it is far too involved"
    name = _asked_for(node)
    if name == "self":
        return "there is no field “self”"
    return f"“{name}” begins with an underscore, which is not allowed" if name[:1] == "_" else ""


def _with_depth(tree: nodes.Template) -> Iterator[tuple[nodes.Node, int]]:
    """Every node, outer ones first, with how many expressions it stands inside."""
    waiting: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        deeper = depth + 1 if isinstance(node, nodes.Expr) else 0
        waiting += [(child, deeper) for child in reversed(list(node.iter_child_nodes()))]


def _line_of(node: nodes.Node) -> int:
    """The line of a node; some have none, and stand where what is in them does."""
    inner = (one.lineno for one in node.find_all(nodes.Node) if one.lineno)
    return node.lineno or next(inner, 0)


def _asked_for(node: nodes.Node) -> str:
    """The name of a field, a filter or a test that a node asks for."""
    if isinstance(node, nodes.Getattr):
        return node.attr
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return str(node.arg.value)
    return node.name if isinstance(node, nodes.Name | nodes.Filter | nodes.Test) else ""


def _described(node: nodes.Node) -> str:
    named = {
        nodes.Call: "they call nothing",
        nodes.CallBlock: "they call nothing",
        nodes.Assign: "they set nothing",
        nodes.Macro: "they define no macros",
        nodes.Slice: "they take no slices",
    }
    arithmetic = isinstance(node, nodes.BinExpr | nodes.UnaryExpr)
    return named.get(
        type(node),
        "they compute nothing" if arithmetic else f"“{type(node).__name__.lower()}” is not allowed",
    )
