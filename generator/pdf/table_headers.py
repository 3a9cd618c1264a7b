"""Says of every header cell of a tagged PDF whether it heads its row or its column (PDF/UA-1)."""

from __future__ import annotations

from typing import Any


def scope_header_cells(document: Any, pdf: Any) -> None:
    """WeasyPrint's finisher: header cells inside a table head head a column, others a row."""
    objects: list[Any] = [item for item in pdf.objects if isinstance(item, dict)]
    elements = {item.reference: item for item in objects if item.get("Type") == "/StructElem"}
    for element in elements.values():
        if element.get("S") == "/TH":
            row = elements.get(element["P"], {})
            group = elements.get(row.get("P"), {})
            element["A"]["Scope"] = "/Column" if group.get("S") == "/THead" else "/Row"
