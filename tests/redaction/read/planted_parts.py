"""The parts around the body of the planted Word file, and the package itself."""

from __future__ import annotations

import io
import zipfile
from types import ModuleType

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
)
_LINKS = {
    "rId1": ("styles", "styles.xml"), "rId2": ("settings", "settings.xml"),
    "rId3": ("footnotes", "footnotes.xml"), "rId4": ("endnotes", "endnotes.xml"),
    "rId5": ("comments", "comments.xml"), "rId6": ("header", "header1.xml"),
    "rId7": ("footer", "footer1.xml"), "rId8": ("people", "people.xml"),
    "rId9": ("glossaryDocument", "glossary/document.xml"), "rId10": ("image", "media/image2.png"),
    "rId12": ("chart", "charts/chart1.xml"), "rId13": ("oleObject", "embeddings/oleObject1.bin"),
    "rId14": ("package", "embeddings/book.xlsx"), "rId15": ("diagramData", "diagrams/data1.xml"),
    "rId16": ("aFChunk", "afchunk1.html"), "rId17": ("vbaProject", "vbaProject.bin"),
    "rId18": ("customXml", "../customXml/item1.xml"), "rId19": ("numbering", "numbering.xml"),
}  # fmt: skip


def package(build: ModuleType) -> tuple[bytes, dict[str, str]]:
    """The planted file's bytes, and the name planted in each place."""
    planted, name = build.names()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in _parts(build, name).items():
            archive.writestr(path, content)
        archive.comment = name("zip comment").encode()
    return packed.getvalue(), planted


def _parts(build: ModuleType, name: object) -> dict[str, str | bytes]:
    assert callable(name)
    ns, par, run = build.NS, build.paragraph, build.run
    media = f"media/{name('media file name')}.jpg"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(build.REL, {
            "rId1": ("officeDocument", "word/document.xml"),
            "rId2": ("thumbnail", "docProps/thumbnail.jpeg"),
        }),
        "word/document.xml":
            f"<w:document {ns}><w:body>{''.join(build.body(name))}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(
            build.REL, {**_LINKS, "rId11": ("image", media)}, {
                "rId20": ("hyperlink", f"https://x.example/{name('link target')}?a=1"),
                "rId21": ("hyperlink", f"mailto:{name('picture link')}@x.example"),
            }),
        f"word/{media}": build.jpeg(name("EXIF")),
        "word/media/image2.png": build.png(name("PNG text")),
        "docProps/thumbnail.jpeg": build.jpeg(name("thumbnail")),
        "word/styles.xml":
            f'<w:styles {ns}><w:style w:type="character" w:styleId="Quiet"><w:name w:val="'
            f'{name("style name")} style"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>',
        "word/numbering.xml":
            f'<w:numbering {ns}><w:abstractNum w:abstractNumId="0"><w:name w:val="x"/><w:lvl '
            f'w:ilvl="0"><w:lvlText w:val="{name("numbering text")} %1"/></w:lvl></w:abstractNum>'
            "</w:numbering>",
        "word/settings.xml":
            f'<w:settings {ns}><w:attachedTemplate r:id="rId1"/><w:docVars><w:docVar w:name="'
            f'{name("variable name")}" w:val="{name("variable")}"/></w:docVars><w:mailMerge>'
            f'<w:query w:val="SELECT {name("merge query")}"/></w:mailMerge></w:settings>',
        "word/_rels/settings.xml.rels": _relationships(
            build.REL, {}, {"rId1": ("attachedTemplate", f"C:\\{name('template path')}.dotx")}),
        "word/footnotes.xml": _notes(ns, "footnote", par(run(name("footnote")))),
        "word/endnotes.xml": _notes(ns, "endnote", par(run(name("endnote")))),
        "word/comments.xml":
            f'<w:comments {ns}><w:comment w:id="1" w:author="{name("comment author")}" w:initials='
            f'"{name("initials")}">{par(run(name("comment")))}</w:comment></w:comments>',
        "word/header1.xml": f"<w:hdr {ns}>{par(run(name('header')))}</w:hdr>",
        "word/footer1.xml":
            f"<w:ftr {ns}>{par(build.text_box(name('footer box'), name('footer old box')))}"
            f"{par(run(name('footer')))}</w:ftr>",
        "word/header9.xml": f"<w:hdr {ns}>{par(run(name('orphan header')))}</w:hdr>",
        "word/people.xml":
            '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
            f'<w15:person w15:author="{name("people")}"><w15:presenceInfo w15:providerId="AD" '
            f'w15:userId="{name("people account")}@x.example"/></w15:person></w15:people>',
        "word/glossary/document.xml":
            f"<w:glossaryDocument {ns}><w:docParts><w:docPart><w:docPartPr><w:name w:val=\""
            f'{name("building block name")}"/></w:docPartPr><w:docPartBody>'
            f"{par(run(name('building block')))}</w:docPartBody></w:docPart></w:docParts>"
            "</w:glossaryDocument>",
        "word/charts/chart1.xml":
            f"<c:chartSpace {ns}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>"
            f"{name('chart title')[:4]}</a:t></a:r><a:r><a:t>{name('chart title')[4:]}</a:t></a:r>"
            f"</a:p></c:rich></c:tx></c:title><c:cat><c:strRef><c:f>{name('chart source')}!A1</c:f>"
            f"<c:strCache><c:pt><c:v>{name('chart cache')}</c:v></c:pt></c:strCache></c:strRef>"
            "</c:cat></c:chart></c:chartSpace>",
        "word/diagrams/data1.xml":
            f"<dgm:dataModel {ns}><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>{name('SmartArt')}"
            "</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>",
        "word/embeddings/oleObject1.bin": build.ole(name("OLE")),
        "word/embeddings/book.xlsx": build.workbook(name),
        "word/afchunk1.html": f"<html><body><p>{name('imported text')}</p></body></html>",
        "word/vbaProject.bin": b"\0\1Sub " + name("macro").encode() + b"()\0",
        "customXml/item1.xml":
            f'<{name("custom element")} note="{name("custom attribute")}">{name("custom XML")}'
            f'</{name("custom element")}>',
        "docProps/core.xml": _core(name),
        "docProps/app.xml":
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            f'extended-properties"><Company>{name("company")}</Company><Manager>{name("manager")}'
            f"</Manager><Template>{name('template')}.dotx</Template></Properties>",
        "docProps/custom.xml":
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-'
            f'properties"><property name="{name("custom property name")}"><lpwstr>'
            f"{name('custom property')}</lpwstr></property></Properties>",
        "word/orphan.xml": f"<x>{name('orphan part')}</x>",
        f"notes/{name('stray file name')}.txt": f"Note: {name('stray file')} was here",
    }  # fmt: skip
    return parts


def _content_types() -> str:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}"/></Types>'
    )


def _relationships(
    base: str, inside: dict[str, tuple[str, str]], outside: dict[str, tuple[str, str]] | None = None
) -> str:
    link = '<Relationship Id="{}" Type="' + base + '{}" Target="{}"{}/>'
    lines = [link.format(key, kind, target, "") for key, (kind, target) in inside.items()]
    for key, (kind, target) in (outside or {}).items():
        lines.append(link.format(key, kind, target, ' TargetMode="External"'))
    ns = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{ns}">{"".join(lines)}</Relationships>'


def _notes(ns: str, kind: str, content: str) -> str:
    separator = f'<w:{kind} w:type="separator" w:id="0"><w:p/></w:{kind}>'
    return f'<w:{kind}s {ns}>{separator}<w:{kind} w:id="2">{content}</w:{kind}></w:{kind}s>'


def _core(name: object) -> str:
    assert callable(name)
    return (
        f"<cp:coreProperties {_CORE}><dc:title>{name('title')}</dc:title>"
        f"<dc:subject>{name('subject')}</dc:subject><dc:creator>{name('author')}</dc:creator>"
        f"<cp:keywords>{name('keywords')}</cp:keywords>"
        f"<dc:description>{name('comments property')}</dc:description>"
        f"<cp:lastModifiedBy>{name('last modified by')}</cp:lastModifiedBy>"
        f"<cp:category>{name('category')}</cp:category>"
        f"<cp:contentStatus>{name('status')}</cp:contentStatus></cp:coreProperties>"
    )
