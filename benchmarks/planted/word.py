"""The parts around the body of the planted Word file, and the package itself."""

from __future__ import annotations

import io
import zipfile

from benchmarks.planted import word_body as build
from benchmarks.planted.names import Name, Places, Planted, names

_CORE = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
)
_CORE_LINK = (
    '<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
    'metadata/core-properties" Target="docProps/core.xml"/>'
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


def planted() -> Planted:
    """A Word file with a name in every place, and which name is where."""
    register, name = names()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in _parts(name).items():
            archive.writestr(path, content)
        archive.comment = name("zip comment").encode()
        archive.getinfo("word/orphan.xml").comment = name("comment on an entry").encode()
    content = name("bytes before the zip").encode() + b" note" + packed.getvalue()
    return Planted("Zorvown_report.docx", content, register, VISIBLE, HIDDEN)


def _parts(name: Name) -> dict[str, str | bytes]:
    ns, par, run = build.NS, build.paragraph, build.run
    media = f"media/{name('media file name')}.jpg"
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(build.REL, {
            "rId1": ("officeDocument", "word/document.xml"),
            "rId2": ("thumbnail", "docProps/thumbnail.jpeg"),
        }).replace("</Relationships>", f"{_CORE_LINK}</Relationships>"),
        "word/document.xml":
            f"<w:document {ns}><w:body>{''.join(build.body(name))}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(
            build.REL, {**_LINKS, "rId11": ("image", media)}, {
                "rId20": ("hyperlink", f"https://x.example/{name('link target')}?a=1"),
                "rId22": ("image", f"file:///C:/{name('linked picture')}.jpg"),
                "rId23": ("oleObject", f"file:///C:/{name('linked object')}.xlsx"),
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
            f'<w:query w:val="SELECT {name("merge query")}"/><w:connectString w:val="Data Source='
            f'{name("merge source")}"/></w:mailMerge></w:settings>',
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
        "word/macros/vbaProject2.bin": build.macro_project(name("packed macro")),
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
        "docMetadata/LabelInfo.xml":
            '<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata">'
            f'<clbl:label name="{name("sensitivity label")}"/></clbl:labelList>',
        "_xmlsignatures/sig1.xml":
            '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><X509SubjectName>CN='
            f"{name('digital signature')}</X509SubjectName></Signature>",
        "word/orphan.xml": f"<x>{name('orphan part')}</x>",
        f"notes/{name('stray file name')}.txt": f"Note: {name('stray file')} was here",
    }  # fmt: skip
    return parts


_KINDS = {
    "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "html": "text/html",
    "bin": "application/octet-stream", "xlsx": "application/octet-stream", "txt": "text/plain",
}  # fmt: skip


def _content_types() -> str:
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Default Extension="{suffix}" ContentType="{kind}"/>'
            for suffix, kind in _KINDS.items()
        )
        + f'<Override PartName="/word/document.xml" ContentType="{main}"/>'
        + "".join(
            f'<Override PartName="/word/{part}.xml" ContentType="application/vnd.openxmlformats-'
            f'officedocument.wordprocessingml.{part.rstrip("1")}+xml"/>'
            for part in ("styles", "settings", "comments", "header1", "footer1", "numbering")
        )
        + '<Override PartName="/docProps/core.xml" ContentType='
        '"application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
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


def _core(name: Name) -> str:
    return (
        f"<cp:coreProperties {_CORE}><dc:title>{name('title')}</dc:title>"
        f"<dc:subject>{name('subject')}</dc:subject><dc:creator>{name('author')}</dc:creator>"
        f"<cp:keywords>{name('keywords')}</cp:keywords>"
        f"<dc:description>{name('comments property')}</dc:description>"
        f"<cp:lastModifiedBy>{name('last modified by')}</cp:lastModifiedBy>"
        f"<cp:category>{name('category')}</cp:category>"
        f"<cp:contentStatus>{name('status')}</cp:contentStatus></cp:coreProperties>"
    )


VISIBLE: Places = [
    ("body", "body, paragraph 1"),
    ("split over runs", "body, paragraph 2"),
    ("soft hyphen", "body, paragraph 3"),
    ("zero width", "body, paragraph 4"),
    ("insertion", "body, paragraph 5"),
    ("move to", "body, paragraph 8"),
    ("text box", "text box in body, paragraph 9"),
    ("footnote", "footnote 1"),
    ("endnote", "endnote 1"),
    ("control text", "body, paragraph 12"),
    ("block control", "body, paragraph 13"),
    ("field result", "body, paragraph 14"),
    ("simple field result", "body, paragraph 15"),
    ("maths", "body, paragraph 16"),
    ("link text", "body, paragraph 18"),
    ("ruby", "text above the line in body, paragraph 27"),
    ("header", "header of section 1"),
    ("footer", "footer of section 1 (first page)"),
    ("footer box", "text box in footer of section 1"),
    ("table cell", "table 1, row 1, column 1"),
    ("nested table", "table 1, row 1, column 1, table 1, row 1, column 1"),
    ("chart title", "chart 1"),
    ("chart cache", "chart 1"),
    ("SmartArt", "SmartArt diagram"),
]
HIDDEN: Places = [
    ("insertion author", "author of a tracked change"),
    ("deletion", "deleted text (tracked change by "),
    ("deletion author", "author of a tracked change"),
    ("move from", "deleted text (tracked change by "),
    ("move author", "author of a tracked change"),
    ("deleted row", "deleted text"),
    ("old text box", "text box in body, paragraph 9"),
    ("footer old box", "text box in footer"),
    ("control alias", "content control title"),
    ("control tag", "content control tag"),
    ("control item", "list item of a content control"),
    ("control value", "list item of a content control"),
    ("field instruction", "field instruction, body, paragraph 14"),
    ("simple field instruction", "field instruction, body, paragraph 15"),
    ("picture name", "picture name, body, paragraph 17"),
    ("alt text", "picture description (alt text), body, paragraph 17"),
    ("alt title", "picture title"),
    ("picture file", "picture file name"),
    ("picture path", "picture description (alt text)"),
    ("picture tooltip", "link tooltip"),
    ("drawn alt text", "picture description (alt text)"),
    ("drawn picture file", "picture file name"),
    ("drawing data", "drawing data"),
    ("picture link", "link target"),
    ("link tooltip", "link tooltip, body, paragraph 18"),
    ("link target", "link target"),
    ("link anchor", "link target"),
    ("bookmark", "bookmark name, body, paragraph 19"),
    ("comment", "comment by Zorv"),
    ("comment author", "author of a tracked change or comment"),
    ("initials", "initials of an author"),
    ("hidden text", "hidden text"),
    ("white text", "hidden text"),
    ("tiny text", "hidden text"),
    ("styled hidden text", "hidden text"),
    ("protected range", "editor of a protected range"),
    ("form field", "name of a form field"),
    ("form help", "help text of a form field"),
    ("form default", "default of a form field"),
    ("smart tag", "smartTag"),
    ("watermark", "watermark"),
    ("table title", "table description (alt text)"),
    ("table description", "table description (alt text)"),
    ("data binding", "data binding of a content control"),
    ("placeholder", "content control placeholder"),
    ("custom XML element", "custom XML"),
    ("kind of object", "kind of an embedded object"),
    ("linked picture", "address of a linked image"),
    ("linked object", "address of a linked"),
    ("packed macro", "macros vbaProject2.bin: macro"),
    ("merge source", "mail merge source"),
    ("sensitivity label", "sensitivity label"),
    ("digital signature", "signature"),
    ("comment on an entry", "zip directory"),
    ("bytes before the zip", "bytes outside any part"),
    ("XML comment", "comment in the file's XML"),
    ("orphan header", "header"),
    ("media file name", "picture file name"),
    ("EXIF", "data of the picture"),
    ("PNG text", "data of the picture"),
    ("thumbnail", "data of the preview picture"),
    ("style name", "style name"),
    ("numbering text", "lvlText"),
    ("variable name", "document variable"),
    ("variable", "document variable"),
    ("merge query", "mail merge query"),
    ("template path", "template path"),
    ("people", "person who edited the file"),
    ("people account", "account of an editor"),
    ("building block", "building block"),
    ("building block name", "building blocks"),
    ("chart source", "chart 1"),
    ("OLE", "embedded file oleObject1.bin"),
    ("workbook cell", "embedded file book.xlsx: "),
    ("sheet name", "embedded file book.xlsx: "),
    ("imported text", "embedded file afchunk1.html: "),
    ("macro", "macros vbaProject.bin"),
    ("custom XML", "custom XML"),
    ("custom attribute", "attribute note"),
    ("custom element", "name of an element"),
    ("title", "document properties: title"),
    ("subject", "document properties: subject"),
    ("author", "document properties: author"),
    ("keywords", "document properties: keywords"),
    ("comments property", "document properties: comments"),
    ("last modified by", "document properties: last modified by"),
    ("category", "document properties: category"),
    ("status", "document properties: status"),
    ("company", "document properties: company"),
    ("manager", "document properties: manager"),
    ("template", "document properties: template"),
    ("custom property name", "document properties: custom property"),
    ("custom property", "document properties: custom property"),
    ("orphan part", "text of x"),
    ("stray file name", "file name in package"),
    ("stray file", "part Zorv"),
    ("zip comment", "zip comment"),
]
