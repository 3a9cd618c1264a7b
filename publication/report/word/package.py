"""The parts of a Word file that a page is made from, opened within bounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from redaction.errors import PublicationError, RedactionError
from redaction.read.gathering import Gathering
from redaction.read.names import W
from redaction.read.package import Package, Relationship, open_package
from redaction.read.safe_xml import UnsafeXmlError, parse_xml

_REPORT = "report.docx"


@dataclass(frozen=True)
class Part:
    """One part with text: its root element and its links to pictures, pages and other parts."""

    root: etree._Element
    links: Mapping[str, Relationship]


@dataclass(frozen=True)
class WordFile:
    """A Word file. ``part("styles")`` is the one that the document relates to in that way."""

    package: Package
    main: Part

    def part(self, kind: str) -> Part | None:
        """The part related to the document as ``kind``, if there is one and it is in the file.

        Raises ``PublicationError`` if it is broken.
        """
        for link in self.main.links.values():
            if link.kind == kind and not link.external and link.target in self.package.parts:
                try:
                    return _part(self.package, link.target)
                except UnsafeXmlError as error:
                    raise _unreadable() from error
        return None

    def content(self, link: Relationship | None) -> bytes:
        """The bytes that ``link`` leads to; none if they are not in the file."""
        if link is None or link.external:
            return b""
        return self.package.parts.get(link.target, b"")


def open_word_file(content: bytes) -> WordFile:
    """The Word file with the bytes ``content``.

    Raises ``PublicationError`` if it is none, is broken, protected or made to exhaust memory.
    """
    try:
        package = open_package(content, Gathering(_REPORT))
        main = _part(package, package.main_part or "")
    except RedactionError as error:
        raise PublicationError(error.problems) from error
    except (UnsafeXmlError, KeyError) as error:
        raise _unreadable() from error
    if main.root.tag != W.document:
        raise _unreadable()
    return WordFile(package, main)


def _part(package: Package, name: str) -> Part:
    return Part(parse_xml(package.parts[name]), package.related(name))


def _unreadable() -> PublicationError:
    return PublicationError.because(
        _REPORT,
        "can't be read as a Word file",
        "Open it in Word, save it anew, then check and clear it again",
    )
