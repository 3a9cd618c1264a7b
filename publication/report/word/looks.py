"""How a run looks: emphasis stays, hidden text goes, what nobody can read is refused."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from publication.report.faults import Faults
from publication.report.word.styles import Styles
from publication.report.word.xml import value
from redaction.read.names import W
from redaction.read.word_styles import Look, StyleSheet

_SWITCHES = (("strong", W.b), ("em", W.i), ("s", W.strike), ("s", W.dstrike))
_RAISED = {"superscript": "sup", "subscript": "sub"}
_BLACK = {"", "auto", "000000"}


@dataclass
class Looks:
    """The looks of the runs of one paragraph after another."""

    styles: Styles
    sheet: StyleSheet
    faults: Faults
    ground: Look = field(default_factory=Look)
    """That of the table cell around."""
    heading: bool = False
    """Whether the paragraph is a heading, which is bold anyway."""
    _paragraph: Look = field(default_factory=Look)

    def enter(self, paragraph: etree._Element, *, heading: bool) -> None:
        """Go to ``paragraph``; what follows is about its runs."""
        self._paragraph = self.sheet.paragraph_look(paragraph, self.ground)
        self.heading = heading

    def vanishes(self, run: etree._Element) -> bool:
        """Whether the run is hidden text, which Word neither shows nor prints."""
        return bool(self.sheet.run_look(run, self._paragraph).vanish)

    def marks(self, run: etree._Element) -> tuple[str, ...]:
        """The elements around the text of ``run``, the outermost first."""
        on = [mark for mark, name in _SWITCHES if self.styles.emphasis(run, name)]
        if self.heading and "strong" in on:
            on.remove("strong")
        raised = _RAISED.get(value(run, W.rPr, W.vertAlign))
        language = value(run, W.rPr, W.lang)
        foreign = [f'span lang="{language}"'] if _is_foreign(language) else []
        return tuple(dict.fromkeys([*foreign, *on, *([raised] if raised else [])]))

    def font(self, run: etree._Element) -> str:
        """The font that the run asks for."""
        fonts = None if run.find(W.rPr) is None else run.find(f"{W.rPr}/{W.rFonts}")
        return "" if fonts is None else str(fonts.get(W.ascii) or fonts.get(W.hAnsi) or "")

    def refuse_unreadable(self, run: etree._Element, text: str) -> None:
        """Note text that is there and can't be read: a page would bring it to light."""
        if not text.strip():
            return
        if self.sheet.run_look(run, self._paragraph).unseen:
            self._refuse("is too small or too pale to be seen", "delete it, or make it readable")
        elif _is_blacked_out(run):
            self._refuse(
                "is blacked out, and can still be read by anyone who copies it",
                "delete the text itself; then check and clear the file again",
            )

    def _refuse(self, what: str, remedy: str) -> None:
        self.faults.add("text", what, f"In Word: {remedy}")


def _is_blacked_out(run: etree._Element) -> bool:
    properties = run.find(W.rPr)
    colour = value(properties, W.color).casefold()
    if value(properties, W.highlight) == "black":
        return colour in _BLACK
    shading = None if properties is None else properties.find(W.shd)
    fill = "" if shading is None else str(shading.get(W.fill, "")).casefold()
    return fill not in ("", "auto") and fill == colour


def _is_foreign(language: str) -> bool:
    tag = language.replace("-", "")
    return tag.isascii() and tag.isalnum() and not language.casefold().startswith(("en", "x-"))
