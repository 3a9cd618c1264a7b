"""Zips parts into a package, and writes the small parts that every Office package has."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from benchmarks.planted.names import Name, Places

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def zipped(parts: Mapping[str, str | bytes], comment: str = "") -> bytes:
    """A zip file with these entries."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
        archive.comment = comment.encode()
    return packed.getvalue()


def links(
    inside: Mapping[str, tuple[str, str]], outside: Mapping[str, tuple[str, str]] | None = None
) -> str:
    """A part with relationships: id to kind and target, inside the package or outside it."""
    line = '<Relationship Id="{}" Type="' + RELATIONSHIPS + '/{}" Target="{}"{}/>'
    lines = [line.format(key, kind, target, "") for key, (kind, target) in inside.items()]
    for key, (kind, target) in (outside or {}).items():
        lines.append(line.format(key, kind, target, ' TargetMode="External"'))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'


def content_types(main: str, part: str, others: Mapping[str, str] | None = None) -> str:
    """The list of content types: of the main part, and of ``others`` by their names."""
    more = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in (others or {}).items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        f'relationships+xml"/><Override PartName="/{part}" ContentType="{main}"/>{more}</Types>'
    )


def properties(name: Name) -> dict[str, str]:
    """The parts with a file's properties."""
    return {
        "docProps/core.xml":
            f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{name('title')}</dc:title><dc:subject>{name('subject')}</dc:subject>"
            f"<dc:creator>{name('author')}</dc:creator>"
            f"<cp:keywords>{name('keywords')}</cp:keywords>"
            f"<dc:description>{name('comments property')}</dc:description>"
            f"<cp:lastModifiedBy>{name('last modified by')}</cp:lastModifiedBy>"
            f"<cp:category>{name('category')}</cp:category></cp:coreProperties>",
        "docProps/app.xml":
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            f'extended-properties"><Company>{name("company")}</Company><Manager>{name("manager")}'
            f"</Manager><HyperlinkBase>{name('link base')}</HyperlinkBase></Properties>",
        "docProps/custom.xml":
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-'
            f'properties"><property name="{name("custom property name")}"><lpwstr>'
            f"{name('custom property')}</lpwstr></property></Properties>",
        "customXml/item1.xml": f"<root><a note=\"{name('custom XML attribute')}\">"
            f"{name('custom XML')}</a></root>",
    }  # fmt: skip


PROPERTY_PLACES: Places = [
    ("title", "document properties: title"),
    ("subject", "document properties: subject"),
    ("author", "document properties: author"),
    ("keywords", "document properties: keywords"),
    ("comments property", "document properties: comments"),
    ("last modified by", "document properties: last modified by"),
    ("category", "document properties: category"),
    ("company", "document properties: company"),
    ("manager", "document properties: manager"),
    ("link base", "document properties: link base"),
    ("custom property name", "document properties: custom property"),
    ("custom property", "document properties: custom property"),
    ("custom XML", "custom XML"),
    ("custom XML attribute", "custom XML"),
]
