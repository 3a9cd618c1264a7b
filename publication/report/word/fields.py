"""Word's fields: what they show, where they lead, and which of them are left behind."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from publication.report.faults import Faults
from publication.report.word.xml import switch, value, whole
from redaction.read.names import W

_ADDRESS = re.compile(r'HYPERLINK\s+(?:"([^"]*)"|([^\s\\"]+))?(?:.*?\\l\s+"?([^"\s]+))?', re.DOTALL)
_REFERENCE = re.compile(r"(?:PAGEREF|NOTEREF|REF)\s+(\S+)")
_LISTS = ("TOC", "INDEX", "TOA")
_PAGES = ("PAGEREF", "PAGE", "NUMPAGES", "SECTIONPAGES")
_BROKEN = re.compile(r"\s*Error! ")


@dataclass
class _Field:
    begin: etree._Element | None
    instruction: str = ""
    shows_result: bool = False

    @property
    def kind(self) -> str:
        """Its first word: "TOC", "REF"."""
        return (self.instruction.split() or [""])[0].upper()


@dataclass
class Fields:
    """The fields that are open at the place of reading, the innermost last."""

    faults: Faults
    targets: frozenset[str]
    """The bookmarks that something in the document leads to."""
    _open: list[_Field] = field(default_factory=list)

    @property
    def shown(self) -> bool:
        """Whether text here is seen: not the instruction of a field, nor the list of contents."""
        return all(each.shows_result for each in self._open) and not self.in_list

    @property
    def in_list(self) -> bool:
        """Whether this is within a list of contents; a page has its own."""
        return any(each.kind in _LISTS for each in self._open)

    @property
    def link(self) -> str:
        """The address that the innermost field around leads to; empty if none does."""
        return next(filter(None, map(_address, reversed(self._open))), "")

    def mark(self, mark: etree._Element) -> str:
        """A field begins, shows its result or ends; the text that Word draws in its place."""
        kind = mark.get(W.fldCharType)
        if kind == "begin":
            self._open.append(_Field(mark))
        elif kind == "separate" and self._open:
            self._show(self._open[-1])
        elif kind == "end" and self._open:
            return self.end()
        return ""

    def instruction(self, text: str) -> None:
        """A piece of the innermost field's instruction."""
        if self._open and not self._open[-1].shows_result:
            self._open[-1].instruction += text

    def simple(self, instruction: str) -> None:
        """A field begins whose result is what stands in it."""
        self._open.append(_Field(None, instruction))
        self._show(self._open[-1])

    def end(self) -> str:
        """The innermost field ends; what a form's field shows."""
        return _form_value(self._open.pop()) if self._open else ""

    def check(self, text: str) -> None:
        """Note it if ``text`` is what Word writes into a reference that leads nowhere."""
        if self._open and _BROKEN.match(text):
            self.faults.add(
                "cross-reference",
                "leads nowhere, and shows an error of Word",
                "In Word: delete it, or make it again; then select all and press F9",
            )

    def _show(self, one: _Field) -> None:
        one.shows_result = True
        if one.kind in _PAGES and not self.in_list:
            self.faults.add(
                "reference to a page",
                "gives a page number, and neither the web page nor its PDF has the same pages",
                "In Word: refer to the heading or to the paragraph\u2019s number instead",
            )


def targets(*roots: etree._Element) -> frozenset[str]:
    """The bookmarks that hyperlinks and fields of ``roots`` lead to."""
    found: set[str] = set()
    for root in roots:
        found |= {str(link.get(W.anchor)) for link in root.iter(W.hyperlink)}
        instructions = [element.text or "" for element in root.iter(W.instrText)]
        instructions += [str(element.get(W.instr, "")) for element in root.iter(W.fldSimple)]
        found |= {_address(_Field(None, text)).removeprefix("#") for text in instructions}
    return frozenset(found)


def _address(one: _Field) -> str:
    text = one.instruction.strip()
    if one.kind == "HYPERLINK":
        found = _ADDRESS.match(text)
        address, anchor = (found[1] or found[2] or "", found[3]) if found else ("", "")
        return f"{address}#{anchor}" if anchor else address
    reference = _REFERENCE.match(text)
    return f"#{reference[1]}" if reference and "\\h" in text else ""


def _form_value(one: _Field) -> str:
    """The tick of a box, or the chosen line of a list, in a form of the old kind."""
    form = None if one.begin is None else one.begin.find(W.ffData)
    box = None if form is None else form.find(W.checkBox)
    if one.kind == "FORMCHECKBOX" and box is not None:
        checked = switch(box, W.checked)
        return "☒" if (bool(switch(box, W.default)) if checked is None else checked) else "☐"
    choices = None if form is None else form.find(W.ddList)
    if one.kind == "FORMDROPDOWN" and choices is not None:
        entries = [str(entry.get(W.val, "")) for entry in choices.iterchildren(W.listEntry)]
        chosen = whole(value(choices, W.result))
        return entries[chosen] if chosen < len(entries) else ""
    return ""
