"""OpenDocument files with a different invented name in every place that can hold one."""

from __future__ import annotations

from benchmarks.planted import word_body
from benchmarks.planted.names import Name, Places, Planted, names
from benchmarks.planted.packages import zipped

_URN = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_PREFIXES = {
    "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style",
    "fo": "xsl-fo-compatible", "svg": "svg-compatible", "presentation": "presentation",
    "meta": "meta", "form": "form", "config": "config", "script": "script", "chart": "chart",
}  # fmt: skip
NS = " ".join(
    [
        *(f'xmlns:{prefix}="{_URN.format(name)}"' for prefix, name in _PREFIXES.items()),
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:xlink="http://www.w3.org/1999/xlink"',
    ]
)
_TYPE = "application/vnd.oasis.opendocument."


def text_document() -> Planted:
    """The planted .odt file."""
    register, name = names()
    parts = _parts("text", "".join(_text(name)), name, _TEXT_STYLES)
    parts["Object 1/content.xml"] = (
        f"<office:document-content {NS}><office:body><office:chart><chart:chart><chart:title>"
        f"<text:p>{name('chart title')}</text:p></chart:title></chart:chart></office:chart>"
        "</office:body></office:document-content>"
    )
    content = zipped(parts, name("zip comment"))
    return Planted("report.odt", content, register, TEXT_VISIBLE, [*TEXT_HIDDEN, *_COMMON])


def spreadsheet() -> Planted:
    """The planted .ods file."""
    register, name = names()
    content = zipped(_parts("spreadsheet", _sheets(name), name, _SHEET_STYLES), name("zip comment"))
    return Planted("figures.ods", content, register, SHEET_VISIBLE, [*SHEET_HIDDEN, *_COMMON])


def presentation() -> Planted:
    """The planted .odp file."""
    register, name = names()
    content = zipped(
        _parts("presentation", _slides(name), name, _SLIDE_STYLES), name("zip comment")
    )
    return Planted("briefing.odp", content, register, SLIDE_VISIBLE, [*SLIDE_HIDDEN, *_COMMON])


def _parts(kind: str, body: str, name: Name, styles: str) -> dict[str, str | bytes]:
    return {
        "mimetype": _TYPE + kind,
        "content.xml":
            f"<office:document-content {NS}><office:scripts><office:script>"
            f"{name('script of the file')}</office:script></office:scripts>"
            f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
            f"<office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
        "styles.xml":
            f'<office:document-styles {NS}><office:styles><style:style style:name="'
            f'{name("style name")}" style:family="paragraph"/></office:styles>'
            '<office:automatic-styles><style:page-layout style:name="Mpm1">'
            '<style:page-layout-properties fo:page-width="21cm" fo:page-height="29cm"/>'
            "</style:page-layout></office:automatic-styles><office:master-styles>"
            f'<style:master-page style:name="Standard"><style:header><text:p>{name("header")}'
            f"</text:p></style:header><style:footer><text:p>{name('footer')}</text:p></style:footer>"
            "</style:master-page></office:master-styles></office:document-styles>",
        "meta.xml":
            f"<office:document-meta {NS}><office:meta><dc:title>{name('title')}</dc:title>"
            f"<dc:subject>{name('subject')}</dc:subject>"
            f"<dc:description>{name('comments property')}</dc:description>"
            f"<meta:keyword>{name('keywords')}</meta:keyword>"
            f"<meta:initial-creator>{name('author')}</meta:initial-creator>"
            f"<dc:creator>{name('last modified by')}</dc:creator>"
            f"<meta:printed-by>{name('printed by')}</meta:printed-by>"
            f'<meta:template xlink:title="{name("template title")}" xlink:href="../'
            f'{name("template path")}.ott"/><meta:user-defined meta:name="'
            f'{name("custom property name")}">{name("custom property")}</meta:user-defined>'
            "</office:meta></office:document-meta>",
        "settings.xml":
            f"<office:document-settings {NS}><office:settings><config:config-item config:name="
            f'"PrinterName" config:type="string">{name("printer")}</config:config-item>'
            "</office:settings></office:document-settings>",
        "META-INF/manifest.xml":
            f'<manifest:manifest xmlns:manifest="{_URN.format("manifest")}"><manifest:file-entry '
            f'manifest:full-path="{name("name in the manifest")}.bin" manifest:media-type=""/>'
            "</manifest:manifest>",
        "META-INF/documentsignatures.xml":
            "<document-signatures><X509SubjectName>CN="
            f"{name('signature')}</X509SubjectName></document-signatures>",
        "Basic/Standard/Module1.xml":
            f'<script:module {NS} script:name="{name("macro name")}">REM {name("macro")}'
            "</script:module>",
        "Thumbnails/thumbnail.png": word_body.png(name("thumbnail")),
        f"Pictures/{name('media file name')}.jpg": word_body.jpeg(name("EXIF")),
        "Object 2": word_body.ole(name("OLE")),
        "Object 3/report.docx": _document(name),
        f"notes/{name('stray file name')}.txt": f"Note: {name('stray file')} was here",
    }  # fmt: skip


def _document(name: Name) -> bytes:
    from benchmarks.planted import smallest

    text = name("embedded document")
    return smallest.word(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")


def _style(name: str, family: str, properties: str) -> str:
    return f'<style:style style:name="{name}" style:family="{family}">{properties}</style:style>'


_TEXT_STYLES = (
    _style("T1", "text", '<style:text-properties text:display="none"/>')
    + _style("T2", "text", '<style:text-properties fo:color="#ffffff"/>')
    + _style("T3", "text", '<style:text-properties fo:font-size="1pt"/>')
    + _style("P9", "paragraph", '<style:text-properties text:display="none"/>')
)
_SHEET_STYLES = _style("ta2", "table", '<style:table-properties table:display="false"/>') + _style(
    "ce2", "table-cell", '<style:text-properties fo:color="#ffffff"/>'
)
_SLIDE_STYLES = _style(
    "dp2", "drawing-page", '<style:drawing-page-properties presentation:visibility="hidden"/>'
)


def _comment(name: Name) -> str:
    return (
        f"<office:annotation><dc:creator>{name('comment author')}</dc:creator>"
        f"<text:p>{name('comment')}</text:p></office:annotation>"
    )


def _change(identifier: str, kind: str, author: str, text: str = "") -> str:
    return (
        f'<text:changed-region text:id="{identifier}"><text:{kind}><office:change-info>'
        f"<dc:creator>{author}</dc:creator></office:change-info>{text}</text:{kind}>"
        "</text:changed-region>"
    )


def _text(name: Name) -> list[str]:
    split = name("split over spans")
    deleted = f"<text:p>{name('deletion')}</text:p>"
    frame = (
        f'<draw:frame draw:name="{name("picture name")}"><draw:image xlink:href="'
        f'{name("linked picture")}.jpg"/><svg:title>{name("alt title")}</svg:title><svg:desc>'
        f"{name('alt text')}</svg:desc></draw:frame>"
    )
    return [
        "<text:tracked-changes>"
        + _change("ct1", "insertion", name("insertion author"))
        + _change("ct2", "deletion", name("deletion author"), deleted)
        + _change("ct3", "deletion", "x", f"<text:p>{name('unmarked deletion')}</text:p>")
        + "</text:tracked-changes>",
        f'<text:user-field-decls><text:user-field-decl text:name="{name("user field name")}" '
        f'office:string-value="{name("user field")}"/></text:user-field-decls>',
        f'<text:variable-decls><text:variable-decl text:name="{name("variable name")}"/>'
        "</text:variable-decls>",
        f"<text:p>{name('body')}</text:p>",
        f"<text:p>{split[:3]}<text:span>{split[3:5]}</text:span><text:s/>".replace("<text:s/>", "")
        + f"{split[5:]}</text:p>",
        f'<text:p>x<text:change-start text:change-id="ct1"/>{name("insertion")}'
        '<text:change-end text:change-id="ct1"/></text:p>',
        '<text:p>x<text:change text:change-id="ct2"/></text:p>',
        f'<text:p>x<text:span text:style-name="T1">{name("hidden text")}</text:span>'
        f'<text:span text:style-name="T2">{name("white text")}</text:span>'
        f'<text:span text:style-name="T3">{name("tiny text")}</text:span></text:p>',
        f'<text:p text:style-name="P9">{name("paragraph of a hiding style")}</text:p>',
        f"<text:p>x{_comment(name)}</text:p>",
        f'<text:p>x<text:note text:note-class="footnote"><text:note-citation>1'
        f"</text:note-citation><text:note-body><text:p>{name('footnote')}</text:p></text:note-body>"
        "</text:note></text:p>",
        f'<text:section text:name="{name("section name")}" text:display="none"><text:p>'
        f"{name('hidden section')}</text:p></text:section>",
        f'<text:p><text:hidden-paragraph text:is-hidden="true"/>{name("hidden paragraph")}'
        "</text:p>",
        f'<text:p>x<text:hidden-text text:condition="{name("condition")}" text:string-value="'
        f'{name("hidden text field")}" text:is-hidden="true"/></text:p>',
        f'<text:p>x<text:conditional-text text:string-value-if-true="{name("if true")}" '
        f'text:string-value-if-false="{name("if false")}">x</text:conditional-text></text:p>',
        f"<text:p>x<text:user-field-get>{name('shown field')}</text:user-field-get></text:p>",
        f'<text:p>x<text:variable-set text:name="v" office:string-value="{name("variable")}"/>'
        "</text:p>",
        f'<text:p>x<text:database-display text:database-name="{name("mail merge database")}" '
        f'text:table-name="{name("mail merge table")}" text:column-name="{name("mail merge field")}'
        '">y</text:database-display></text:p>',
        f'<text:p>x<text:bookmark text:name="{name("bookmark")}"/><text:reference-mark text:name="'
        f'{name("cross-reference")}"/></text:p>',
        f'<text:p><text:a xlink:href="https://x.example/{name("link target")}" office:title="'
        f'{name("link tooltip")}" office:name="{name("link name")}">{name("link text")}</text:a>'
        "</text:p>",
        f"<text:p>x<text:ruby><text:ruby-base>y</text:ruby-base><text:ruby-text>{name('ruby')}"
        "</text:ruby-text></text:ruby></text:p>",
        f'<text:p>x<text:alphabetical-index-mark text:string-value="{name("index entry")}"/>'
        f"<text:script>{name('script')}</text:script></text:p>",
        f"<text:p>{frame}<draw:frame><draw:text-box><text:p>{name('text box')}</text:p>"
        "</draw:text-box></draw:frame></text:p>",
        f'<office:forms><form:form><form:text form:name="{name("form field")}" form:value="'
        f'{name("form value")}" form:title="{name("form title")}"/></form:form></office:forms>',
        f"<table:table><table:table-row><table:table-cell><text:p>{name('table cell')}</text:p>"
        "</table:table-cell></table:table-row></table:table>",
        f"<!-- {name('XML comment')} -->",
    ]


def _sheets(name: Name) -> str:
    cell = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>".format
    row = "<table:table-row{}>{}</table:table-row>".format
    return (
        f'<table:content-validations><table:content-validation table:name="val1" table:condition='
        f'"cell-content-is-in-list(&quot;{name("choice list")}&quot;)"><table:help-message '
        f'table:title="{name("hint title")}"><text:p>{name("hint")}</text:p></table:help-message>'
        "</table:content-validation></table:content-validations>"
        f'<table:table table:name="{name("sheet name")}"><table:table-column/>'
        '<table:table-column table:visibility="collapse"/>'
        + row("", cell("", name("cell")) + cell("", name("hidden column")))
        + row(' table:visibility="collapse"', cell("", name("hidden row")))
        + row("", cell(' table:style-name="ce2"', name("white cell")))
        + row("", cell(f' table:formula="of:=&quot;{name("formula")}&quot;"', name("cached value")))
        + row("", f"<table:table-cell>{_comment(name)}</table:table-cell>")
        + f'</table:table><table:table table:name="{name("hidden sheet name")}" '
        'table:style-name="ta2">'
        + row("", cell("", name("hidden sheet cell")))
        + "</table:table><table:named-expressions><table:named-range table:name="
        f'"{name("defined name")}"/></table:named-expressions><table:database-ranges>'
        f'<table:database-range table:name="{name("database range")}"/></table:database-ranges>'
    )


def _slides(name: Name) -> str:
    box = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>".format
    beside = box(name("beside the slide")).replace(
        "<draw:frame>", '<draw:frame svg:x="99cm" svg:y="1cm" svg:width="5cm" svg:height="1cm">'
    )
    return (
        f'<draw:page draw:name="{name("slide name")}">{box(name("slide text"))}'
        f'<draw:custom-shape draw:name="{name("shape name")}"><text:p>{name("shape text")}</text:p>'
        f"<svg:desc>{name('alt text')}</svg:desc></draw:custom-shape>{beside}{_comment(name)}"
        f"<presentation:notes>{box(name('speaker notes'))}</presentation:notes></draw:page>"
        f'<draw:page draw:style-name="dp2">{box(name("hidden slide"))}</draw:page>'
        f'<presentation:settings><presentation:show presentation:name="{name("custom show")}"/>'
        "</presentation:settings>"
    )


TEXT_VISIBLE: Places = [
    ("body", "body, paragraph 1"),
    ("split over spans", "body, paragraph 2"),
    ("insertion", "body, paragraph 3"),
    ("footnote", "footnote 1"),
    ("shown field", "body, paragraph "),
    ("link text", "body, paragraph "),
    ("ruby", "text above the line in body"),
    ("text box", "text box in body"),
    ("table cell", "table 1, row 1, column 1"),
    ("header", "header of page style Standard"),
    ("footer", "footer of page style Standard"),
    ("chart title", "object Object 1"),
]
TEXT_HIDDEN: Places = [
    ("insertion author", "author of a tracked change"),
    ("deletion", "deleted text (tracked change by Zorv"),
    ("deletion author", "author of a tracked change"),
    ("unmarked deletion", "deleted text (tracked change by x)"),
    ("hidden text", "hidden text, body, paragraph"),
    ("white text", "hidden text, body, paragraph"),
    ("tiny text", "hidden text, body, paragraph"),
    ("paragraph of a hiding style", "hidden text, body, paragraph"),
    ("comment", "comment by Zorv"),
    ("comment author", "author of a tracked change or comment"),
    ("section name", "section name"),
    ("hidden section", "hidden section, body"),
    ("hidden paragraph", "hidden paragraph, body"),
    ("condition", "condition"),
    ("hidden text field", "hidden text"),
    ("if true", "conditional text"),
    ("if false", "conditional text"),
    ("user field name", "user field"),
    ("user field", "user field"),
    ("variable name", "variable"),
    ("variable", "variable"),
    ("mail merge database", "mail merge source"),
    ("mail merge table", "mail merge source"),
    ("mail merge field", "mail merge source"),
    ("bookmark", "bookmark name"),
    ("cross-reference", "cross-reference name"),
    ("link target", "link target"),
    ("link tooltip", "link tooltip"),
    ("link name", "name of a link"),
    ("index entry", "index entry"),
    ("script", "hidden text, body"),
    ("picture name", "picture name"),
    ("linked picture", "link target"),
    ("alt title", "picture title"),
    ("alt text", "picture description (alt text)"),
    ("form field", "name of a form field"),
    ("form value", "content of a form field"),
    ("form title", "form field"),
    ("XML comment", "comment in the file's XML"),
]
SHEET_VISIBLE: Places = [
    ("cell", "sheet Zorv"),
    ("cached value", "sheet Zorv"),
    ("header", "header of page style Standard"),
    ("footer", "footer of page style Standard"),
]
SHEET_HIDDEN: Places = [
    ("sheet name", "name of a table or sheet"),
    ("hidden sheet name", "name of a table or sheet"),
    ("hidden sheet cell", "hidden sheet Zorv"),
    ("hidden row", "hidden row, sheet Zorv"),
    ("hidden column", "hidden column, sheet Zorv"),
    ("white cell", "hidden text, sheet Zorv"),
    ("formula", "formula, sheet Zorv"),
    ("comment", "comment by Zorv"),
    ("comment author", "author of a tracked change or comment"),
    ("choice list", "choice list"),
    ("hint title", "hint"),
    ("hint", "hint"),
    ("defined name", "defined name"),
    ("database range", "defined name"),
]
SLIDE_VISIBLE: Places = [
    ("slide text", "slide 1"),
    ("shape text", "slide 1"),
    ("header", "header of page style Standard"),
    ("footer", "footer of page style Standard"),
]
SLIDE_HIDDEN: Places = [
    ("slide name", "name of a slide"),
    ("hidden slide", "hidden slide 2"),
    ("speaker notes", "speaker notes of slide 1"),
    ("beside the slide", "text off the slide, slide 1"),
    ("shape name", "picture name"),
    ("alt text", "picture description (alt text)"),
    ("comment", "comment by Zorv"),
    ("comment author", "author of a tracked change or comment"),
    ("custom show", "name of a custom show"),
]
_COMMON: Places = [
    ("script of the file", "macros"),
    ("style name", "style name"),
    ("title", "document properties: title"),
    ("subject", "document properties: subject"),
    ("comments property", "document properties: comments"),
    ("keywords", "document properties: keywords"),
    ("author", "document properties: author"),
    ("last modified by", "document properties: last modified by"),
    ("printed by", "document properties: printed by"),
    ("template title", "document properties: template"),
    ("template path", "document properties: template"),
    ("custom property name", "document properties: custom property"),
    ("custom property", "document properties: custom property"),
    ("printer", "settings"),
    ("name in the manifest", "file name in package"),
    ("signature", "signature"),
    ("macro name", "macros"),
    ("macro", "macros"),
    ("thumbnail", "data of the preview picture"),
    ("media file name", "picture file name"),
    ("EXIF", "data of the picture"),
    ("OLE", "Object 2: "),
    ("embedded document", "report.docx: body, paragraph 1"),
    ("stray file name", "file name in package"),
    ("stray file", "part Zorv"),
    ("zip comment", "zip comment"),
]
