"""The properties of a Word file: whose it is, of what day, and nothing of anyone's machine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lxml import etree

from generator.word.package import CONTENT_TYPES, parse_part, part_bytes
from generator.word.xml import CONTENT_TYPE_NAMESPACE, PACKAGE_RELATIONSHIPS

LANGUAGE = "en-GB"
CORE_PART, APP_PART, CUSTOM_PART = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_RELATIONSHIP = f"{PACKAGE_RELATIONSHIPS}/metadata/core-properties"
ROOT_RELATIONSHIPS = "_rels/.rels"

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


@dataclass(frozen=True)
class Properties:
    """What a made file says of itself; ``author`` is the board."""

    title: str
    author: str
    on: date
    status: str


def make_room(parts: dict[str, bytes], name: str) -> None:
    """Take out what a package says of itself, and list core properties in its place."""
    for part in (CORE_PART, APP_PART, CUSTOM_PART, "docProps/thumbnail.jpeg"):
        parts.pop(part, None)
    _correct_relationships(parts, name)
    _correct_types(parts, name)


def core_part(properties: Properties) -> bytes:
    """The part of the core properties, for a package that has room for it."""
    namespaces = {"cp": _CP, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI}
    root = etree.Element(f"{{{_CP}}}coreProperties", nsmap=namespaces)
    for tag, text in (
        (f"{{{_DC}}}title", properties.title),
        (f"{{{_DC}}}creator", properties.author),
        (f"{{{_CP}}}lastModifiedBy", properties.author),
        (f"{{{_DC}}}language", LANGUAGE),
        (f"{{{_CP}}}contentStatus", properties.status),
    ):
        etree.SubElement(root, tag).text = text
    for tag in ("created", "modified"):
        moment = etree.SubElement(root, f"{{{_TERMS}}}{tag}")
        moment.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        moment.text = f"{properties.on.isoformat()}T00:00:00Z"
    return part_bytes(root)


def _correct_relationships(parts: dict[str, bytes], name: str) -> None:
    root = parse_part(parts[ROOT_RELATIONSHIPS], ROOT_RELATIONSHIPS, name)
    for relation in list(root):
        if str(relation.get("Target", "")).lstrip("/").startswith("docProps/"):
            root.remove(relation)
    core = etree.SubElement(root, f"{{{PACKAGE_RELATIONSHIPS}}}Relationship")
    taken = {relation.get("Id") for relation in root}
    number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    core.set("Id", f"rId{number}")
    core.set("Type", CORE_RELATIONSHIP)
    core.set("Target", CORE_PART)
    parts[ROOT_RELATIONSHIPS] = part_bytes(root)


def _correct_types(parts: dict[str, bytes], name: str) -> None:
    root = parse_part(parts[CONTENT_TYPES], CONTENT_TYPES, name)
    for entry in list(root):
        part = str(entry.get("PartName", "")).lstrip("/")
        if part.startswith("docProps/"):
            root.remove(entry)
    core = etree.SubElement(root, f"{{{CONTENT_TYPE_NAMESPACE}}}Override")
    core.set("PartName", f"/{CORE_PART}")
    core.set("ContentType", CORE_TYPE)
    parts[CONTENT_TYPES] = part_bytes(root)
