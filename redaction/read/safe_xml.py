"""Parses XML from strangers: no entities, no network, no document types, bounded depth."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

_DOCTYPE = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")

# The "strict" variety of the format differs in its namespaces alone.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")


class UnsafeXmlError(ValueError):
    """The XML is broken, too deep, or declares a document type."""


def parse_xml(content: bytes) -> etree._Element:
    """The root of ``content``. Raises UnsafeXmlError.

    Depth is bounded at 256 levels and a text node at 10 MB by the parser itself. A document
    type is refused unread: Office never writes one, and entity bombs need one.
    """
    if _DOCTYPE.search(content):
        raise UnsafeXmlError("it declares a document type or an entity")
    content = _STRICT.sub(rb"http://schemas.openxmlformats.org/\1/2006/", content)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    )
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnsafeXmlError("it is broken XML") from error


def number(value: object, otherwise: int = 0) -> int:
    """An attribute's value as a whole number of at most nine digits, or ``otherwise``."""
    text = value if isinstance(value, str) else ""
    return int(text) if text.isdecimal() and len(text) < 10 else otherwise


@lru_cache(maxsize=10_000)
def local_name(name: object) -> str:
    """The name of an element or attribute without its namespace; empty for comments."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


@lru_cache(maxsize=10_000)
def namespace(name: object) -> str:
    """The namespace of an element's or attribute's name; empty when it has none."""
    return name[1:].partition("}")[0] if isinstance(name, str) and name[:1] == "{" else ""
