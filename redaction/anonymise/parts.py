"""Decides which parts of a package a clean copy keeps, and packs them with fixed bytes."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from redaction.anonymise.picture import BLANK_PICTURE, clean_picture
from redaction.errors import RedactionError
from redaction.read.names import CT, REL, W
from redaction.read.package import Package, Relationship
from redaction.read.safe_xml import UnsafeXmlError, parse_xml

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_DIAGRAM_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.diagram"
_MAIN_NAME = "word/document.xml"
# What a copy may hold, by the kind of the relationship that leads to it: the folder and name
# that the part gets (numbered where there may be several), and its content type.
_KEPT = {
    "styles": ("word/styles", _WORD_TYPE + "styles+xml"),
    "numbering": ("word/numbering", _WORD_TYPE + "numbering+xml"),
    "settings": ("word/settings", _WORD_TYPE + "settings+xml"),
    "fontTable": ("word/fontTable", _WORD_TYPE + "fontTable+xml"),
    "theme": ("word/theme/theme", "application/vnd.openxmlformats-officedocument.theme+xml"),
    "header": ("word/header", _WORD_TYPE + "header+xml"),
    "footer": ("word/footer", _WORD_TYPE + "footer+xml"),
    "footnotes": ("word/footnotes", _WORD_TYPE + "footnotes+xml"),
    "endnotes": ("word/endnotes", _WORD_TYPE + "endnotes+xml"),
    "chart": (
        "word/charts/chart", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
    ),
    "diagramData": ("word/diagrams/data", _DIAGRAM_TYPE + "Data+xml"),
    "diagramLayout": ("word/diagrams/layout", _DIAGRAM_TYPE + "Layout+xml"),
    "diagramQuickStyle": ("word/diagrams/quickStyle", _DIAGRAM_TYPE + "Style+xml"),
    "diagramColors": ("word/diagrams/colors", _DIAGRAM_TYPE + "Colors+xml"),
    "image": ("word/media/image", ""),
}  # fmt: skip
_SINGLE = frozenset({"styles", "numbering", "settings", "fontTable", "footnotes", "endnotes"})
_LEFT_OUT_WORDS = {
    "comments": "", "commentsExtended": "", "commentsIds": "", "commentsExtensible": "",
    "webSettings": "", "stylesWithEffects": "",
    "people": "list of editors|lists of editors",
    "glossaryDocument": "set of building blocks|sets of building blocks",
    "customXml": "custom XML part|custom XML parts",
    "oleObject": "embedded object|embedded objects", "package": "embedded file|embedded files",
    "vbaProject": "set of macros|sets of macros", "aFChunk": "imported text|imported texts",
    "attachedTemplate": "template path|template paths",
    "mailMergeSource": "mail merge source|mail merge sources",
    "control": "form control with code|form controls with code",
    "font": "embedded font|embedded fonts", "printerSettings": "printer setting|printer settings",
}  # fmt: skip


@dataclass
class KeptPart:
    """A part of the copy: a tree or, for a picture, bytes; links by id to other kept parts."""

    name: str
    content_type: str
    root: etree._Element | None = None
    content: bytes = b""
    links: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Relationship id to (type, name of a kept part)."""
    outside: dict[str, str] = field(default_factory=dict)
    """Relationship id of a hyperlink to its target outside the file."""


def kept_parts(file: str, package: Package, removed: Counter[str]) -> list[KeptPart]:
    """The parts reachable from the document that a copy keeps, renamed; the document is first.

    Counts in ``removed`` what is not followed. Raises RedactionError when a part is broken.
    """
    main = package.main_part or ""
    collector = _Collector(file, package, removed)
    collector.add(main, _MAIN_NAME, _WORD_TYPE + "document.main+xml")
    properties = [name for name in package.parts if name.startswith("docProps/")]
    removed["document property part|document property parts"] += len(properties)
    return [part for part in collector.parts if part.root is not None or part.content]


class _Collector:
    def __init__(self, file: str, package: Package, removed: Counter[str]) -> None:
        self.file = file
        self.package = package
        self.removed = removed
        self.parts: list[KeptPart] = []
        self.names: dict[str, str] = {}
        self.numbers: Counter[str] = Counter()

    def add(self, source: str, name: str, content_type: str) -> None:
        """Keep the part ``source`` under ``name``, with what it leads to."""
        self.names[source] = name
        part = KeptPart(name, content_type, root=self._tree(source))
        self.parts.append(part)
        for link in self.package.related(source).values():
            self._follow(part, link)

    def _tree(self, source: str) -> etree._Element:
        try:
            return parse_xml(self.package.parts[source])
        except (KeyError, UnsafeXmlError) as error:
            raise RedactionError.because(
                self.file, "a part of the file is broken", "Open it in Word and save it again"
            ) from error

    def _follow(self, part: KeptPart, link: Relationship) -> None:
        if link.external:
            if link.kind == "hyperlink":
                part.outside[link.id] = link.target
            else:
                self._leave_out(link)
        elif link.kind not in _KEPT or link.target not in self.package.parts:
            self._leave_out(link)
        else:
            part.links[link.id] = (_OFFICE + link.kind, self._kept(link))

    def _leave_out(self, link: Relationship) -> None:
        if link.kind == "comments" and link.target in self.package.parts:
            comments = self._tree(link.target).iterchildren(W.comment)
            self.removed["comment|comments"] += sum(1 for _ in comments)
        words = _LEFT_OUT_WORDS.get(link.kind, "other part|other parts")
        if words:
            self.removed[words] += 1

    def _kept(self, link: Relationship) -> str:
        if link.target not in self.names:
            stem, content_type = _KEPT[link.kind]
            self.numbers[stem] += 1
            if link.kind == "image":
                self._add_picture(link.target, f"{stem}{self.numbers[stem]}")
            else:
                alone = link.kind in _SINGLE and self.numbers[stem] == 1
                number = "" if alone else str(self.numbers[stem])
                self.add(link.target, f"{stem}{number}.xml", content_type)
        return self.names[link.target]

    def _add_picture(self, source: str, stem: str) -> None:
        picture = clean_picture(self.package.parts[source])
        if picture is BLANK_PICTURE:
            self.removed["picture that can't be cleaned|pictures that can't be cleaned"] += 1
        name = f"{stem}.{picture.suffix}"
        self.names[source] = name
        self.parts.append(KeptPart(name, picture.content_type, content=picture.content))


def pack(parts: list[KeptPart]) -> bytes:
    """The bytes of a .docx with ``parts``; the same parts give the same bytes."""
    files: dict[str, bytes] = {"[Content_Types].xml": _content_types(parts)}
    files["_rels/.rels"] = _relationships({"rId1": ("officeDocument", _MAIN_NAME)}, {}, "")
    for part in parts:
        files[part.name] = part.content if part.root is None else _xml(part.root)
        if part.links or part.outside:
            folder, name = posixpath.split(part.name)
            links = {key: (kind, target) for key, (kind, target) in part.links.items()}
            files[f"{folder}/_rels/{name}.rels"] = _relationships(links, part.outside, folder)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content)
    return packed.getvalue()


def _content_types(parts: list[KeptPart]) -> bytes:
    root = _bare(CT.Types, CT.uri)
    for extension, content_type in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(root, CT.Default, Extension=extension, ContentType=content_type)
    for part in parts:
        etree.SubElement(root, CT.Override, PartName=f"/{part.name}", ContentType=part.content_type)
    return _xml(root)


def _relationships(
    links: dict[str, tuple[str, str]], outside: dict[str, str], folder: str
) -> bytes:
    root = _bare(REL.Relationships, REL.uri)
    for identifier, (kind, target) in sorted(links.items()):
        relative = posixpath.relpath(target, folder or ".")
        full = kind if "/" in kind else _OFFICE + kind
        etree.SubElement(root, REL.Relationship, Id=identifier, Type=full, Target=relative)
    for identifier, target in sorted(outside.items()):
        etree.SubElement(
            root, REL.Relationship, Id=identifier, Type=_OFFICE + "hyperlink", Target=target,
            TargetMode="External",
        )  # fmt: skip
    return _xml(root)


def _bare(tag: str, uri: str) -> etree._Element:
    """A root whose namespace has no prefix: LibreOffice knows a package only by that."""
    declared: dict[Any, str] = {None: uri}
    return etree.Element(tag, nsmap=declared)


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
