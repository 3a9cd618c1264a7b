"""The texts of a copy that a name could stand in, and how to write a replacement into them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from redaction.read.fold import fold_with_origins
from redaction.read.marks import is_dull_text
from redaction.read.names import A, M, W
from redaction.values import Replacement

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXTS = frozenset({W.t, M.t, A.t})
_SPACES = {W.tab: "\t", W.br: "\n", W.cr: "\n", W.noBreakHyphen: "-", W.ptab: "\t", A.br: "\n"}


class Spot:
    """A text that a copy keeps. ``text`` is folded; replacements count in its code points."""

    def __init__(self, original: str, write: Callable[[int, int, str], None]) -> None:
        self._folded = fold_with_origins(original)
        self._write = write
        self.text = self._folded.text

    def replace(self, replacements: Sequence[Replacement]) -> None:
        """Write ``replacements``, from the end, so that earlier offsets stay valid."""
        for each in sorted(replacements, key=lambda one: one.start, reverse=True):
            if each.start < each.end <= len(self.text):
                start = self._folded.starts[each.start]
                self._write(start, self._folded.ends[each.end - 1], each.text)


@dataclass
class _Atom:
    """One code point of a paragraph: its element, and its offset in the element's text."""

    element: etree._Element
    offset: int
    is_text: bool


def paragraph_spots(root: etree._Element) -> Iterator[Spot]:
    """A spot for each paragraph under ``root``, and one for every text outside paragraphs."""
    taken: set[etree._Element] = set()
    for paragraph in root.iter(W.p, A.p, W.rt):
        characters: list[str] = []
        atoms: list[_Atom] = []
        for element in _own_texts(paragraph):
            taken.add(element)
            is_text = element.tag in _TEXTS
            text = (element.text or "") if is_text else _SPACES[str(element.tag)]
            characters.append(text)
            atoms.extend(_Atom(element, offset, is_text) for offset in range(len(text)))
        if atoms:
            yield Spot("".join(characters), _paragraph_writer(atoms))
    for element in root.iter(etree.Element):
        text = (element.text or "").strip()
        loose = element not in taken and element.tag != W.instrText
        if loose and text and not is_dull_text(element, text):
            yield Spot(element.text or "", _text_writer(element))


def _own_texts(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The text elements of a paragraph in order, not of text boxes in it or above its line."""
    for child in paragraph:
        if child.tag in _TEXTS or child.tag in _SPACES:
            yield child
        elif child.tag not in (W.p, A.p, W.rt, W.txbxContent, W.pPr, W.rPr):
            yield from _own_texts(child)


def _paragraph_writer(atoms: list[_Atom]) -> Callable[[int, int, str], None]:
    def write(start: int, end: int, text: str) -> None:
        """Put ``text`` into the run of the first replaced character; empty the others."""
        home = next((atom for atom in atoms[start:end] if atom.is_text), None)
        for atom in reversed(atoms[start:end]):
            if atom.is_text:
                new = text if atom is home else ""
                _splice(atom.element, atom.offset, atom.offset + 1, new)
            else:
                _drop(atom.element)

    return write


def _text_writer(element: etree._Element) -> Callable[[int, int, str], None]:
    def write(start: int, end: int, text: str) -> None:
        _splice(element, start, end, text)

    return write


def _splice(element: etree._Element, start: int, end: int, text: str) -> None:
    old = element.text or ""
    element.text = old[:start] + text + old[end:]
    if element.tag == W.t:
        element.set(_SPACE, "preserve")


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
