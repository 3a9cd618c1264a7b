"""Word's own fields in a template: those that fetch something, or start a program, are refused.

Word asks the reader and then does it, whoever made the file. Page numbers, tables of contents,
links and the like are harmless.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from generator.filling.tags import described, own_text
from generator.word.xml import paragraphs, w
from redaction.errors import Problem

FETCHING = frozenset({
    "DDE", "DDEAUTO", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "IMPORT", "LINK", "DATABASE",
    "RD", "MACROBUTTON",
})  # fmt: skip
"""The kinds of field that read a file, ask another program, or run one."""

_REMEDY = "Remove the field, or write what it shows in its place"


@dataclass
class _Field:
    """A field that has begun: its paragraph, and its code as far as it is read."""

    paragraph: etree._Element | None
    code: str = ""
    computed: bool = False
    """Whether another field stands where its kind should."""
    shows_result: bool = False
    """Whether its code is over, and what stands there is its result."""

    def reaches_out(self) -> str:
        """What kind of field it is, if it reaches out of the file; else empty."""
        words = self.code.split()
        kind = words[0].upper() if words else ""
        return kind if kind in FETCHING else "of a kind that is computed" if self.computed else ""


def fetching_fields(root: etree._Element, part: str, name: str) -> Iterator[Problem]:
    """The fields of a part that reach out of the file, by paragraph."""
    numbers = {paragraph: number for number, paragraph in enumerate(paragraphs(root), start=1)}
    for field in _fields(root):
        kind, paragraph = field.reaches_out(), field.paragraph
        if kind:
            place = "document"
            if paragraph is not None:
                place = described(part, numbers[paragraph], own_text(paragraph))
            what = f"a field in it reaches out of the file ({kind})"
            yield Problem(f"{name}, {place}", what, _REMEDY)


def _fields(root: etree._Element) -> Iterator[_Field]:
    """Every field with its code; they may stand inside each other."""
    open_fields: list[_Field] = []
    for element in root.iter(w("fldSimple"), w("fldChar"), w("instrText")):
        kind = element.get(w("fldCharType"))
        if element.tag == w("fldSimple"):
            yield _Field(_paragraph(element), str(element.get(w("instr"), "")))
        elif kind == "begin":
            if open_fields and not open_fields[-1].code.strip():
                open_fields[-1].computed = not open_fields[-1].shows_result
            open_fields.append(_Field(_paragraph(element)))
        elif not open_fields:
            continue
        elif element.tag == w("instrText"):
            open_fields[-1].code += element.text or ""
        elif kind == "separate":
            open_fields[-1].shows_result = True
        elif kind == "end":
            yield open_fields.pop()
    yield from open_fields


def _paragraph(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(w("p")), None)
