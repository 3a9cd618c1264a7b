"""Footnotes and endnotes: their marks in the text, and the lists at the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from publication.report.word.numbering import formatted
from publication.report.word.package import Part
from publication.report.word.xml import value
from redaction.read.names import W

_TYPES = {"decimal": "1", "lowerRoman": "i", "upperRoman": "I", "lowerLetter": "a"}


@dataclass
class Notes:
    """The notes of one kind (``footnote`` or ``endnote``) in the order of their marks."""

    kind: str
    part: Part | None
    style: str
    referred: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, kind: str, part: Part | None, settings: etree._Element | None) -> Notes:
        """The notes in ``part``, numbered as the document's settings say."""
        usual = "decimal" if kind == "footnote" else "lowerRoman"
        properties = W.footnotePr if kind == "footnote" else W.endnotePr
        style = value(settings, properties, W.numFmt) or usual
        return cls(kind, part, style if style in _TYPES else "decimal")

    def mark(self, reference: etree._Element) -> str:
        """The mark in the text, which leads to the note."""
        identifier = str(reference.get(W.id, ""))
        if identifier not in self.referred:
            self.referred.append(identifier)
        number = self.referred.index(identifier) + 1
        shown = formatted(number, self.style)
        place = f'href="#{self.kind}-{number}" id="{self.kind}-ref-{number}"'
        return f"<sup><a {place}>[{shown}]</a></sup>"

    def content(self) -> list[etree._Element | None]:
        """The notes that the text refers to; None for one that is not in the file."""
        notes = [] if self.part is None else list(self.part.root)
        known = {str(note.get(W.id)): note for note in notes if isinstance(note.tag, str)}
        return [known.get(identifier) for identifier in self.referred]

    def list_html(self, texts: list[str]) -> str:
        """The list of the notes with ``texts``, each with its way back."""
        items = [
            f'<li id="{self.kind}-{number}">{_back_to(f"{self.kind}-ref-{number}", text)}</li>'
            for number, text in enumerate(texts, 1)
        ]
        style = _TYPES[self.style]
        opening = "<ol>" if style == "1" else f'<ol type="{style}">'
        return f"{opening}{''.join(items)}</ol>" if items else ""


def _back_to(anchor: str, text: str) -> str:
    back = f'<a href="#{anchor}">↑</a>'
    if text.endswith("</p>"):
        return f"{text.removesuffix('</p>')} {back}</p>"
    return f"{text}<p>{back}</p>"
