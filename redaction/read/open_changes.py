"""The tracked changes of an OpenDocument text: who inserted what, who deleted what."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from redaction.read.names import OpenNames as N
from redaction.read.safe_xml import local_name

CHANGE_ID = N.text.change_id
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True)
class Change:
    """One tracked change; ``text`` is what a deletion took away."""

    author: str
    kind: str
    text: str = ""


def tracked_changes(root: etree._Element) -> dict[str, Change]:
    """The changes listed at the head of a text, by the id that marks in the text refer to."""
    changes: dict[str, Change] = {}
    for region in root.iter(N.text.changed_region):
        identifier = str(region.get(N.text.id) or region.get(_XML_ID) or "")
        for change in region:
            if isinstance(change.tag, str):
                author = change.findtext(f".//{N.dc.creator}") or "an unknown author"
                changes[identifier] = Change(author, local_name(change.tag), _deleted(change))
    return changes


def _deleted(change: etree._Element) -> str:
    paragraphs = change.iter(N.text.p, N.text.h)
    return "\n".join("".join(str(text) for text in each.itertext()) for each in paragraphs)
