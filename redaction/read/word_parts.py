"""Knows the text-bearing parts of a Word package, and what an author calls them."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from redaction.read.gathering import Gathering
from redaction.read.names import R, W
from redaction.read.package import Package
from redaction.read.word_story import Setting, Story
from redaction.read.word_styles import StyleSheet

Trees = Mapping[str, etree._Element]
_KINDS = {"default": "", "first": " (first page)", "even": " (even pages)"}
_WORD_ROOTS = frozenset(
    {W.document, W.hdr, W.ftr, W.footnotes, W.endnotes, W.comments, W.glossaryDocument}
)


def read_stories(package: Package, trees: Trees, gathering: Gathering) -> dict[str, Story]:
    """Read the text of every part that holds Word paragraphs; the walks, by part name."""
    main = package.main_part or ""
    styles = StyleSheet(_styles(package, trees, main))
    stories: dict[str, Story] = {}
    order = [main, *(name for name in trees if name != main)]
    for name in order:
        root = trees.get(name)
        if root is not None and root.tag in _WORD_ROOTS:
            stories[name] = Story(gathering, name, styles)
            for container, setting in _settings(package, trees, name, name == main):
                stories[name].read(container, setting)
    return stories


def _styles(package: Package, trees: Trees, main: str) -> etree._Element | None:
    for link in package.related(main).values():
        if link.kind == "styles":
            return trees.get(link.target)
    return None


def _settings(
    package: Package, trees: Trees, name: str, is_main: bool
) -> list[tuple[etree._Element, Setting]]:
    """The containers of paragraphs in a part, each with its place in words."""
    root = trees[name]
    if root.tag == W.document:
        if is_main:
            return [(root, Setting("body", numbered=True))]
        return [(root, Setting(f"text of {name}", hidden=True))]
    main = trees.get(package.main_part or "")
    if root.tag in (W.hdr, W.ftr):
        place = _header_place(package, main, name)
        word = "header" if root.tag == W.hdr else "footer"
        return [(root, Setting(f"{word}{place}", hidden=not place))]
    if root.tag == W.comments:
        return [(comment, _comment(comment)) for comment in root.iterchildren(W.comment)]
    if root.tag == W.glossaryDocument:
        return [(root, Setting("building block", hidden=True))]
    note, reference = ("footnote", W.footnoteReference), ("endnote", W.endnoteReference)
    return _notes(root, main, *(note if root.tag == W.footnotes else reference))


def _header_place(package: Package, main: etree._Element | None, name: str) -> str:
    """Which section a header is of: " of section 2 (first page)"; nothing where none uses it."""
    links = package.related(package.main_part or "")
    sections = [] if main is None else list(main.iter(W.sectPr))
    for number, section in enumerate(sections, 1):
        for reference in section.iterchildren(W.headerReference, W.footerReference):
            link = links.get(str(reference.get(R.id, "")))
            if link is not None and link.target == name:
                return f" of section {number}{_KINDS.get(str(reference.get(W.type)), '')}"
    return ""


def _comment(comment: etree._Element) -> Setting:
    author = str(comment.get(W.author, "")) or "an unknown author"
    return Setting(f"comment by {author}", hidden=True)


def _notes(
    root: etree._Element, main: etree._Element | None, word: str, reference: str
) -> list[tuple[etree._Element, Setting]]:
    """Footnotes or endnotes, numbered as they are referred to in the text."""
    marks = [] if main is None else [str(mark.get(W.id, "")) for mark in main.iter(reference)]
    numbers = {identifier: number for number, identifier in enumerate(dict.fromkeys(marks), 1)}
    settings: list[tuple[etree._Element, Setting]] = []
    for note in root:
        if isinstance(note.tag, str):
            number = numbers.get(str(note.get(W.id, "")))
            place = f"{word} {number}" if number else f"{word} that the text doesn't refer to"
            settings.append((note, Setting(place, hidden=number is None)))
    return settings
