"""Controls as they stand in a paragraph, wherever Word put them.

Word wraps the whole paragraph or the whole table cell in a control that fills it. For a reader of
the text and for the PDF such a control stands in the paragraph.
"""

from __future__ import annotations

from lxml import etree

from generator.controls.syntax import CLOSE, OPEN
from generator.controls.word import CONTENT, CONTROL, control_of, shows_placeholder
from generator.word.xml import w


def move_inside(root: etree._Element) -> None:
    """Put every control around a single paragraph into it; take those around more away."""
    for sdt in list(root.iter(CONTROL)):
        content = sdt.find(CONTENT)
        if content is None or next(sdt.iterancestors(w("p")), None) is not None:
            continue
        inside = list(content.iter(w("p")))
        unwrap(sdt)
        if len(inside) == 1 and control_of(sdt) is not None:
            content.extend(child for child in list(inside[0]) if child.tag != w("pPr"))
            inside[0].append(sdt)


def unwrap(sdt: etree._Element) -> None:
    """Put what a control holds in its place."""
    parent, content = sdt.getparent(), sdt.find(CONTENT)
    if parent is None:
        return
    at = parent.index(sdt)
    parent[at : at + 1] = list(content) if content is not None else []


def clear_placeholders(root: etree._Element) -> list[etree._Element]:
    """The controls that show their placeholder, which is taken out of them."""
    empty = [sdt for sdt in root.iter(CONTROL) if shows_placeholder(sdt)]
    for sdt in empty:
        for run in list(sdt.iter(w("r"))):
            parent = run.getparent()
            if parent is not None:
                parent.remove(run)
    return empty


def opening(sdt: etree._Element) -> str:
    """What the text form prints before a control's content; nothing for one without an id."""
    control = control_of(sdt)
    if control is None:
        return ""
    options = f" ({'; '.join(control.options)})" if control.options else ""
    return f"{OPEN}{control.kind} {control.id}{options}: "


def closing(sdt: etree._Element) -> str:
    """What the text form prints after a control's content."""
    return CLOSE if control_of(sdt) is not None else ""
