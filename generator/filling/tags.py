"""The tags of a Word template: where each stands, and whether it is whole and paired.

Word splits what is typed in two goes over several runs; a tag split so is joined again here. What
can't be put right is said with its paragraph. A form field (Word's content control) may hold tags
in its text, and in its label, its id and its choices.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from generator.word.xml import paragraphs, w
from redaction.errors import Problem

TAG = re.compile(r"(\{\{-?|\{%[-+]?)(.*?)(-?\}\}|-?%\})", re.DOTALL)
LONGEST_QUOTE = 80

_PREFIXED = re.compile(r"(\{\{|\{%)[-+]?(tr|tc|p|r)?(?=\s)")
_SPACED_PREFIX = re.compile(r"(\{\{|\{%)([-+]?)\s+(tr|tc|p|r)\s+(?=\w)")
_LOOSE_MARK = re.compile(r"\{\{|\}\}|\{%|%\}")
_PART_NAMES = {
    "header": "page header, ",
    "footer": "page footer, ",
    "footnotes": "footnotes, ",
    "endnotes": "endnotes, ",
}
_SCOPES = {"tr": "tbl", "tc": "tr", "r": "p", "": "p"}
_SCOPE_WORDS = {"tbl": "table", "tr": "table row", "p": "paragraph"}
_NAMES_OF_FIELDS = {
    w("alias"): (w("val"),),
    w("tag"): (w("val"),),
    w("listItem"): (w("displayText"), w("value")),
}
"""Where a form field holds text that no one sees on the page."""


@dataclass(frozen=True)
class Tag:
    """One tag. ``prefix`` says what it replaces: a row (tr), a cell (tc), a paragraph (p)."""

    text: str
    prefix: str
    place: str
    paragraph: etree._Element
    holder: etree._Element
    """What a tag without prefix may not reach out of: the paragraph, or a form field in it."""

    @property
    def keyword(self) -> str:
        """``if``, ``for``, ``endif`` …; empty for a tag that prints."""
        return self.text.split()[1] if self.text.startswith("{%") and " " in self.text else ""

    def scope(self) -> etree._Element | None:
        """The element in which the block that this tag opens must also end."""
        if self.prefix == "p":
            return self.paragraph.getparent()
        scope = _SCOPES[self.prefix]
        if scope == "p":
            return self.holder
        return next(self.paragraph.iterancestors(w(scope)), None)


def tags_of(root: etree._Element, part: str) -> tuple[Tag, ...]:
    """The tags of a part in the document's order."""
    found: list[Tag] = []
    for number, paragraph in enumerate(paragraphs(root), start=1):
        place = described(part, number, own_text(paragraph))
        for holder, text in _strings(paragraph):
            for match in TAG.finditer(text):
                prefixed = _PREFIXED.match(match.group(0))
                prefix = (prefixed.group(2) or "") if prefixed else ""
                found.append(Tag(tidy(match.group(0)), prefix, place, paragraph, holder))
    return tuple(found)


def join_split_tags(root: etree._Element) -> None:
    """Put every tag of a paragraph whole into the run in which it begins."""
    for paragraph in paragraphs(root):
        texts = _own_texts(paragraph)
        whole = "".join(text.text or "" for text in texts)
        for match in reversed(list(TAG.finditer(whole))):
            _gather(texts, match.start(), match.end())
        for text in texts:
            if text.text and "{" in text.text:
                text.text = _SPACED_PREFIX.sub(r"\1\2\3 ", text.text)


def tag_count(root: etree._Element) -> int:
    """About how many tags a part has, whole or not; 0 where there is nothing to fill in."""
    text = etree.tostring(root, encoding="unicode")
    begun = text.count("{{") + text.count("{%") + text.count("{#")
    return max(begun, text.count("}}") + text.count("%}"))


def loose_marks(root: etree._Element, part: str) -> Iterator[Problem]:
    """Braces that belong to no whole tag, by paragraph."""
    for number, paragraph in enumerate(paragraphs(root), start=1):
        texts = (TAG.sub("", text) for _, text in _strings(paragraph))
        mark = next(filter(None, map(_LOOSE_MARK.search, texts)), None)
        if mark:
            yield Problem(
                described(part, number, own_text(paragraph)),
                f"“{mark.group(0)}” belongs to no whole tag",
                "A tag begins with {{ or {% and ends with }} or %} in the same paragraph",
            )


def unpaired_blocks(tags: Iterable[Tag]) -> Iterator[Problem]:
    """Blocks that never end, end twice, or end elsewhere than where they begin."""
    open_blocks: list[Tag] = []
    for tag in tags:
        keyword = tag.keyword
        if keyword in ("if", "for"):
            open_blocks.append(tag)
        elif keyword in ("endif", "endfor", "else", "elif"):
            opened = open_blocks[-1] if open_blocks else None
            if opened is None or (keyword.startswith("end") and keyword != f"end{opened.keyword}"):
                yield Problem(tag.place, f"{tag.text} ends nothing that was begun", "Remove it")
                continue
            if opened.prefix != tag.prefix or opened.scope() is not tag.scope():
                yield _elsewhere(opened, tag)
            if keyword.startswith("end"):
                open_blocks.pop()
        elif keyword == "raw":
            yield Problem(tag.place, f"{tag.text} would send the tags themselves", "Remove it")
    for opened in open_blocks:
        yield Problem(opened.place, f"{opened.text} is never ended",
                      f"Write end{opened.keyword} after what it is about")  # fmt: skip


def own_text(paragraph: etree._Element) -> str:
    """The text of a paragraph without that of the text boxes in it."""
    return "".join(text.text or "" for text in _own_texts(paragraph))


def described(part: str, number: int, text: str) -> str:
    """A paragraph in an administrator's words."""
    quote = " ".join(text.split())
    if len(quote) > LONGEST_QUOTE:
        quote = quote[: LONGEST_QUOTE - 1] + "…"
    return f"{part_words(part)}paragraph {number} (“{quote}”)"


def part_words(part: str) -> str:
    """Which part of the document a part of the file is; empty for the body."""
    return _PART_NAMES.get(part.rpartition("/")[2].rstrip("0123456789.xml"), "")


def tidy(tag: str) -> str:
    """A tag as it is quoted and compared: single spaces, and no prefix."""
    return " ".join(_PREFIXED.sub(r"\1", tag, count=1).split())


def _elsewhere(opened: Tag, tag: Tag) -> Problem:
    if opened.prefix != tag.prefix:
        what = f"{tag.text} must carry the same letters after the brace as {opened.text}"
        return Problem(tag.place, what, f"Write {{%{opened.prefix} {tag.keyword} %}}")
    if opened.prefix:
        scope = _SCOPE_WORDS.get(_SCOPES.get(opened.prefix, ""), "table cell or the body")
        return Problem(opened.place, f"{opened.text} ends in another {scope}",
                       "Begin and end it in the same one")  # fmt: skip
    if opened.paragraph is tag.paragraph:
        return Problem(opened.place, f"{opened.text} ends on the other side of a form field’s edge",
                       "Begin and end it inside the form field, or both outside it")  # fmt: skip
    return Problem(
        opened.place,
        f"{opened.text} begins in this paragraph and ends in another",
        f"Give each a paragraph of its own, written {{%p {opened.keyword} … %}} and "
        f"{{%p end{opened.keyword} %}}; for table rows {{%tr … %}}",
    )


def _strings(paragraph: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The texts of a paragraph in order, those of its form fields apart, each with its holder."""
    for field in _fields_around(paragraph):
        for element in field.iter(*_NAMES_OF_FIELDS):
            yield from ((element, name) for name in _names(element))
    holder, text = paragraph, ""
    for element in paragraph.iter(w("t"), *_NAMES_OF_FIELDS):
        if next(element.iterancestors(w("p")), None) is not paragraph:
            continue
        inside = next(element.iterancestors(w("sdtContent"), w("p")), paragraph)
        if element.tag == w("t") and inside is holder:
            text += element.text or ""
            continue
        yield holder, text
        holder, text = inside, element.text or "" if element.tag == w("t") else ""
        yield from ((element, name) for name in _names(element))
    yield holder, text


def _names(element: etree._Element) -> Iterator[str]:
    wanted = _NAMES_OF_FIELDS.get(str(element.tag), ())
    yield from (str(value) for name, value in element.attrib.items() if name in wanted)


def _fields_around(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The properties of the form fields around paragraphs of which this is the first."""
    for field in reversed(list(paragraph.iterancestors(w("sdt")))):
        first = next(field.iter(w("p")), None) is paragraph
        properties = field.find(w("sdtPr"))
        if first and properties is not None and next(field.iterancestors(w("p")), None) is None:
            yield properties


def _own_texts(paragraph: etree._Element) -> list[etree._Element]:
    return [
        text
        for text in paragraph.iter(w("t"))
        if next(text.iterancestors(w("p")), None) is paragraph
    ]


def _gather(texts: list[etree._Element], start: int, end: int) -> None:
    """Move the characters ``start`` to ``end`` of the texts into the first that holds one."""
    at, first = 0, None
    for text in texts:
        content = text.text or ""
        begins, ends = max(start - at, 0), min(end - at, len(content))
        at += len(content)
        if begins >= ends:
            continue
        if first is None:
            first = text
            continue
        first.text = (first.text or "") + content[begins:ends]
        text.text = content[:begins] + content[ends:]
