"""Word files without what Word neither shows nor prints: mammoth would bring it to light."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from redaction.errors import PublicationError
from redaction.read.names import W
from redaction.read.safe_xml import parse_xml
from redaction.read.word_styles import Look, StyleSheet

_LARGEST = 300_000_000
"""Bytes of an unpacked Word file; a report with many photographs has a tenth of it."""


def without_hidden_text(content: bytes) -> bytes:
    """The Word file ``content`` without hidden text and hidden table rows.

    Raises ``PublicationError`` if it unpacks to more than a report can be, ``BadZipFile`` or
    ``ValueError`` if it is no Word file.
    """
    parts = _unpacked(content)
    trees = {name: parse_xml(part) for name, part in parts.items() if name.endswith(".xml")}
    styles = StyleSheet(next((tree for tree in trees.values() if tree.tag == W.styles), None))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, part in parts.items():
            if name in trees:
                _drop_hidden(trees[name], styles)
                part = etree.tostring(trees[name], xml_declaration=True, encoding="UTF-8")
            package.writestr(name, part)
    return written.getvalue()


def _unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        if sum(member.file_size for member in package.infolist()) > _LARGEST:
            raise PublicationError.because(
                "report.docx", "unpacks to more than a report can be", "Make it anew in Word"
            )
        return {name: package.read(name) for name in package.namelist()}


def _drop_hidden(tree: etree._Element, styles: StyleSheet) -> None:
    for paragraph in list(tree.iter(W.p)):
        look = styles.paragraph_look(paragraph, Look())
        for run in [run for run in paragraph.iter(W.r) if _paragraph_of(run) is paragraph]:
            if styles.run_look(run, look).vanish:
                _drop(run)
    for row in list(tree.iter(W.tr)):
        properties = row.find(W.trPr)
        if properties is not None and properties.find(W.hidden) is not None:
            _drop(row)


def _paragraph_of(run: etree._Element) -> etree._Element | None:
    """The innermost paragraph: a text box is a paragraph within a run."""
    return next(run.iterancestors(W.p), None)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
