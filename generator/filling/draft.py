"""What makes a draft unmistakable: a banner on every page and its gaps highlighted."""

from __future__ import annotations

import copy
import re

from lxml import etree

from generator.word.package import MAIN_PART, parse_part, part_bytes
from generator.word.xml import XML_SPACE, w

BANNER = "DRAFT – NOT FOR SENDING"
GAP = re.compile(r"\[MISSING: [^\]]*\]")

_AFTER_HIGHLIGHT = frozenset(
    w(tag)
    for tag in ("u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang")
)
"""Word insists on the order of a run's properties."""
_TEXT_PART = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_HEADER_PART = re.compile(r"word/header\d*\.xml")


def gap_text(label: str) -> str:
    """What stands in a draft where a required field is empty."""
    return f"[MISSING: {label}]"


def mark_draft(parts: dict[str, bytes], name: str) -> None:
    """Put the banner at the top of every page; highlight every gap."""
    for part in sorted(parts):
        if not _TEXT_PART.fullmatch(part):
            continue
        root = parse_part(parts[part], part, name)
        for text in list(root.iter(w("t"))):
            _highlight(text)
        if part == MAIN_PART:
            body = root.find(w("body"))
            if body is not None and not _has_first_header(body):
                body.insert(0, _banner())
        elif _HEADER_PART.fullmatch(part):
            root.insert(0, _banner())
        parts[part] = part_bytes(root)


def _has_first_header(body: etree._Element) -> bool:
    """Whether the first page has a header, which then carries the banner."""
    section = next(body.iter(w("sectPr")), None)
    if section is None:
        return False
    wanted = "default" if section.find(w("titlePg")) is None else "first"
    references = section.findall(w("headerReference"))
    return any(reference.get(w("type"), "default") == wanted for reference in references)


def _banner() -> etree._Element:
    paragraph = etree.Element(w("p"))
    properties = etree.SubElement(paragraph, w("pPr"))
    etree.SubElement(properties, w("jc")).set(w("val"), "center")
    run = etree.SubElement(paragraph, w("r"))
    look = etree.SubElement(run, w("rPr"))
    etree.SubElement(look, w("b"))
    etree.SubElement(look, w("color")).set(w("val"), "9C0006")
    etree.SubElement(look, w("sz")).set(w("val"), "28")
    etree.SubElement(look, w("highlight")).set(w("val"), "yellow")
    etree.SubElement(run, w("t")).text = BANNER
    return paragraph


def _highlight(text: etree._Element) -> None:
    """Split a run around the gaps in its text, and highlight them."""
    content, run = text.text or "", text.getparent()
    if run is None or run.tag != w("r") or not GAP.search(content):
        return
    at = 0
    for match in GAP.finditer(content):
        _before(text, content[at : match.start()], marked=False)
        _before(text, match.group(0), marked=True)
        at = match.end()
    text.text = content[at:]
    text.set(XML_SPACE, "preserve")


def _before(text: etree._Element, content: str, *, marked: bool) -> None:
    """A run with ``content`` before that of ``text``; what stood before ``text`` moves into it."""
    run = text.getparent()
    if run is None:
        return
    new = etree.Element(w("r"))
    look = run.find(w("rPr"))
    if look is not None:
        new.append(copy.deepcopy(look))
    for sibling in list(run)[: run.index(text)]:
        if sibling.tag != w("rPr"):
            new.append(sibling)
    if not content and len(new) == (look is not None):
        return
    if marked:
        _mark(new)
    added = etree.SubElement(new, w("t"))
    added.text = content
    added.set(XML_SPACE, "preserve")
    run.addprevious(new)


def _mark(run: etree._Element) -> None:
    look = run.find(w("rPr"))
    if look is None:
        look = etree.Element(w("rPr"))
        run.insert(0, look)
    for old in look.findall(w("highlight")):
        look.remove(old)
    mark = etree.Element(w("highlight"))
    mark.set(w("val"), "yellow")
    later = [place for place, one in enumerate(look) if one.tag in _AFTER_HIGHLIGHT]
    look.insert(later[0] if later else len(look), mark)
