"""What Word hides from the person at the keyboard and a template would send to everyone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from generator.filling.tags import described, own_text, part_words
from generator.word.package import parse_part, part_bytes
from generator.word.xml import paragraphs, rels_part, w
from redaction.errors import Problem

_REVIEW_TAB = "Accept or reject it on the Review tab"
_MARKS = {
    "ins": ("a tracked change is in it", _REVIEW_TAB),
    "del": ("a tracked change is in it", _REVIEW_TAB),
    "moveTo": ("a tracked change is in it", _REVIEW_TAB),
    "moveFrom": ("a tracked change is in it", _REVIEW_TAB),
    "commentReference": ("a comment is in it", "Delete it on the Review tab"),
}
_HARMLESS = ("hyperlink", "attachedTemplate")
_REFERENCE = re.compile(rb"""\sr:(?:id|embed|link)="([^"]+)\"""")
_SETTINGS, _SETTINGS_RELS = "word/settings.xml", "word/_rels/settings.xml.rels"


def left_behind(root: etree._Element, part: str, name: str) -> Iterator[Problem]:
    """Comments and tracked changes in one part of a template, by paragraph."""
    for number, paragraph in enumerate(paragraphs(root), start=1):
        found = {fault for tag, fault in _MARKS.items() if next(paragraph.iter(w(tag)), None)
                 is not None}  # fmt: skip
        for what, remedy in sorted(found):
            place = f"{name}, {described(part, number, own_text(paragraph))}"
            yield Problem(place, what, remedy)


def fetched_from_outside(parts: Mapping[str, bytes], name: str) -> Iterator[Problem]:
    """Pictures and the like that every reader's computer would fetch from elsewhere."""
    for part in sorted(parts):
        if not part.endswith(".rels"):
            continue
        for relation in parse_part(parts[part], part, name):
            kind = str(relation.get("Type", "")).rpartition("/")[2]
            if relation.get("TargetMode", "").lower() != "external" or kind in _HARMLESS:
                continue
            where = part_words(part.replace("_rels/", "").removesuffix(".rels"))
            yield Problem(
                f"{name}, {where.rstrip(', ') or 'document'}",
                f"it fetches something from outside the file ({kind})",
                "Put it into the file itself",
            )


def dangling(parts: Mapping[str, bytes], part: str, name: str) -> Iterator[Problem]:
    """Pictures and links in one part that the file does not hold: Word would not open it."""
    rels = rels_part(part)
    held = set()
    if rels in parts:
        held = {str(one.get("Id", "")).encode() for one in parse_part(parts[rels], rels, name)}
    for missing in sorted({*_REFERENCE.findall(parts[part])} - held):
        yield Problem(
            f"{name}, {part_words(part).rstrip(', ') or 'document'}",
            f"a picture or link in it is not in the file ({missing.decode(errors='replace')})",
            "Put it in again",
        )


def detach_template(parts: dict[str, bytes], name: str) -> None:
    """Forget which file on someone's computer the template was once made from."""
    if _SETTINGS_RELS not in parts or _SETTINGS not in parts:
        return
    rels = parse_part(parts[_SETTINGS_RELS], _SETTINGS_RELS, name)
    settings = parse_part(parts[_SETTINGS], _SETTINGS, name)
    for relation in list(rels):
        if str(relation.get("Type", "")).endswith("/attachedTemplate"):
            rels.remove(relation)
    for attached in settings.findall(w("attachedTemplate")):
        settings.remove(attached)
    parts[_SETTINGS_RELS], parts[_SETTINGS] = part_bytes(rels), part_bytes(settings)
