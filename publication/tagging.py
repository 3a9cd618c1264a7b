"""What PDF/UA wants of the tags of a PDF, and WeasyPrint doesn't write."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pydyf

_Elements = Mapping[Any, pydyf.Dictionary]


def complete_tags(_document: Any, pdf: pydyf.PDF) -> None:
    """Say of each header cell what it heads, and let lists hold nothing but their items."""
    elements: _Elements = {
        each.reference: each
        for each in pdf.objects
        if isinstance(each, pydyf.Dictionary) and each.get("Type") == "/StructElem"
    }
    for element in elements.values():
        parent = elements.get(element["P"])
        if element["S"] == "/TH":
            _set_scope(element, elements)
        elif element["S"] == "/Div" and parent is not None and parent["S"] == "/L":
            _put_inside_in_place(element, parent, elements)
        elif element["S"] == "/LI":
            _put_into_body(element, elements, pdf)


def _set_scope(cell: pydyf.Dictionary, elements: _Elements) -> None:
    """A cell in the table's head heads its column, any other its row (ISO 14289-1, 7.5)."""
    group = elements[elements[cell["P"]]["P"]]
    if "A" in cell:
        cell["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"


def _put_inside_in_place(
    element: pydyf.Dictionary, parent: pydyf.Dictionary, elements: _Elements
) -> None:
    """HTML groups terms with their descriptions; a list of PDF knows only items."""
    at = parent["K"].index(element.reference)
    parent["K"][at : at + 1] = element["K"]
    for reference in element["K"]:
        elements[reference]["P"] = parent.reference


def _put_into_body(item: pydyf.Dictionary, elements: _Elements, pdf: pydyf.PDF) -> None:
    """An item is its label and its body; paragraphs beside the label belong into the body."""
    kinds = {each: elements[each]["S"] for each in item["K"] if each in elements}
    loose = [each for each, kind in kinds.items() if kind not in ("/Lbl", "/LBody")]
    if not loose:
        return
    bodies = [elements[each] for each, kind in kinds.items() if kind == "/LBody"]
    body = bodies[0] if bodies else _new_body(item, pdf)
    for each in loose:
        item["K"].remove(each)
        body["K"].append(each)
        elements[each]["P"] = body.reference


def _new_body(item: pydyf.Dictionary, pdf: pydyf.PDF) -> pydyf.Dictionary:
    entries = {"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array([])}
    body = pydyf.Dictionary({**entries, "Pg": item["Pg"], "P": item.reference})
    pdf.add_object(body)
    item["K"].append(body.reference)
    return body
