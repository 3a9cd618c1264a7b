"""An Excel file with a different invented name in every place that can hold one."""

from __future__ import annotations

from benchmarks.planted import word_body
from benchmarks.planted.names import Name, Places, Planted, names
from benchmarks.planted.packages import (
    PROPERTY_PLACES,
    RELATIONSHIPS,
    content_types,
    links,
    properties,
    zipped,
)

MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
NS = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{RELATIONSHIPS}"'
_THREADS = 'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"'
_DRAWING = (
    'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    f'xmlns:r="{RELATIONSHIPS}"'
)


def planted() -> Planted:
    """The planted workbook."""
    register, name = names()
    content = zipped(_parts(name), name("zip comment"))
    return Planted("figures.xlsm", content, register, VISIBLE, HIDDEN)


def _parts(name: Name) -> dict[str, str | bytes]:
    return {
        "[Content_Types].xml": content_types(MAIN, "xl/workbook.xml", {
            "xl/sharedStrings.xml": MAIN.replace("sheet.main", "sharedStrings"),
            "xl/styles.xml": MAIN.replace("sheet.main", "styles"),
        }),
        "_rels/.rels": links({"rId1": ("officeDocument", "xl/workbook.xml")}),
        "xl/workbook.xml": _workbook(name),
        "xl/_rels/workbook.xml.rels": links({
            "rId1": ("worksheet", "worksheets/sheet1.xml"),
            "rId2": ("worksheet", "worksheets/sheet2.xml"),
            "rId3": ("worksheet", "worksheets/sheet3.xml"),
            "rId4": ("sharedStrings", "sharedStrings.xml"), "rId5": ("styles", "styles.xml"),
            "rId6": ("externalLink", "externalLinks/externalLink1.xml"),
            "rId7": ("person", "persons/person.xml"),
        }),
        "xl/worksheets/sheet1.xml": _sheet(name),
        "xl/worksheets/_rels/sheet1.xml.rels": links({
            "rId1": ("comments", "../comments1.xml"),
            "rId2": ("threadedComment", "../threadedComments/threadedComment1.xml"),
            "rId3": ("drawing", "../drawings/drawing1.xml"),
            "rId4": ("table", "../tables/table1.xml"),
        }, {"rId5": ("hyperlink", f"https://x.example/{name('link target')}?a=1")}),
        "xl/worksheets/sheet2.xml": _plain_sheet(name("hidden sheet cell")),
        "xl/worksheets/sheet3.xml": _plain_sheet(name("very hidden sheet cell")),
        "xl/worksheets/sheet9.xml": _plain_sheet(name("sheet without a tab")),
        "xl/sharedStrings.xml": _strings(name),
        "xl/styles.xml": _styles(name),
        "xl/comments1.xml":
            f"<comments {NS}><authors><author>{name('comment author')}</author></authors>"
            f'<commentList><comment ref="A1" authorId="0"><text><r><t>{name("comment")[:4]}</t></r>'
            f"<r><t>{name('comment')[4:]}</t></r></text></comment></commentList></comments>",
        "xl/threadedComments/threadedComment1.xml":
            f'<ThreadedComments {_THREADS}><threadedComment ref="B1" personId="p1">'
            f"<text>{name('threaded comment')}</text></threadedComment></ThreadedComments>",
        "xl/persons/person.xml":
            f'<personList {_THREADS}><person displayName="{name("threaded comment author")}" '
            f'id="p1" userId="{name("account")}@x.example"/></personList>',
        "xl/drawings/drawing1.xml": _drawing(name),
        "xl/drawings/_rels/drawing1.xml.rels": links({
            "rId1": ("chart", "../charts/chart1.xml"), "rId2": ("image", "../media/image1.jpg"),
        }),
        "xl/charts/chart1.xml":
            f"<c:chartSpace {_DRAWING}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>"
            f"{name('chart title')}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:cat><c:strRef>"
            f"<c:f>{name('chart source')}!A1</c:f><c:strCache><c:pt><c:v>{name('chart cache')}"
            "</c:v></c:pt></c:strCache></c:strRef></c:cat></c:chart></c:chartSpace>",
        "xl/media/image1.jpg": word_body.jpeg(name("EXIF")),
        "xl/tables/table1.xml":
            f'<table {NS} name="{name("table name")}" displayName="{name("table display name")}">'
            f'<tableColumns><tableColumn name="{name("table column")}"/></tableColumns></table>',
        "xl/pivotCache/pivotCacheDefinition1.xml":
            f'<pivotCacheDefinition {NS} refreshedBy="{name("pivot refreshed by")}"><cacheFields>'
            f'<cacheField name="{name("pivot field")}"><sharedItems><s v="{name("pivot item")}"/>'
            "</sharedItems></cacheField></cacheFields></pivotCacheDefinition>",
        "xl/pivotCache/pivotCacheRecords1.xml":
            f'<pivotCacheRecords {NS}><r><s v="{name("pivot record")}"/></r></pivotCacheRecords>',
        "xl/externalLinks/externalLink1.xml":
            f'<externalLink {NS}><externalBook r:id="rId1"><sheetNames><sheetName val="'
            f'{name("sheet of a linked file")}"/></sheetNames><sheetDataSet><sheetData><row><cell '
            f't="str"><v>{name("value of a linked file")}</v></cell></row></sheetData>'
            "</sheetDataSet></externalBook></externalLink>",
        "xl/externalLinks/_rels/externalLink1.xml.rels": links({}, {
            "rId1": ("externalLinkPath", f"file:///C:/{name('path of a linked file')}/a.xlsx"),
        }),
        "xl/connections.xml":
            f'<connections {NS}><connection name="{name("connection")}" description="'
            f'{name("connection description")}"><dbPr connection="Data Source='
            f'{name("connection source")}" command="SELECT {name("connection command")}"/>'
            "</connection></connections>",
        "xl/queryTables/queryTable1.xml":
            f'<queryTable {NS} name="{name("query table")}"/>',
        "xl/revisions/userNames.xml":
            f'<users {NS}><userInfo name="{name("shared workbook user")}"/></users>',
        "xl/embeddings/report.docx": _document(name),
        "xl/vbaProject.bin": b"\0\1Sub " + name("macro").encode() + b"()\0",
        "xl/printerSettings/printerSettings1.bin": name("printer").encode("utf-16-le"),
        "xl/orphan.xml": f"<x>{name('orphan part')}</x>",
        f"notes/{name('stray file name')}.txt": f"Note: {name('stray file')} was here",
        **properties(name),
    }  # fmt: skip


def _workbook(name: Name) -> str:
    return (
        f'<workbook {NS}><fileSharing userName="{name("reserved by")}"/><sheets>'
        f'<sheet name="{name("sheet name")}" sheetId="1" r:id="rId1"/>'
        f'<sheet name="{name("hidden sheet name")}" sheetId="2" state="hidden" r:id="rId2"/>'
        f'<sheet name="{name("very hidden sheet name")}" sheetId="3" state="veryHidden" '
        f'r:id="rId3"/></sheets><definedNames><definedName name="{name("defined name")}" comment='
        f'"{name("defined name comment")}">"{name("defined name value")}"</definedName>'
        f"<definedName name=\"_xlnm.Print_Titles\">'{name('print titles')}'!$1:$1</definedName>"
        "</definedNames></workbook>"
    )


def _sheet(name: Name) -> str:
    formula = f"IF(A1=\"{name('formula string')}\",'{name('formula sheet')}'!A1,0)"
    return (
        f'<worksheet {NS}><sheetPr codeName="{name("code name")}"/><cols><col min="3" max="3" '
        'hidden="1"/></cols><sheetData>'
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'
        f'<c r="C1" t="inlineStr"><is><t>{name("hidden column")}</t></is></c></row>'
        f'<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><t>{name("hidden row")}</t></is></c>'
        f'</row><row r="3"><c r="A3" t="inlineStr"><is><r><t>{name("inline string")[:5]}</t></r>'
        f"<r><t>{name('inline string')[5:]}</t></r></is></c>"
        f'<c r="B3" t="str"><f>{formula.replace(chr(34), "&quot;")}</f>'
        f"<v>{name('cached value')}</v></c></row>"
        f'<row r="4"><c r="A4" s="1" t="inlineStr"><is><t>{name("white cell")}</t></is></c>'
        f'<c r="B4" s="2" t="inlineStr"><is><t>{name("cell of a hiding format")}</t></is></c></row>'
        f'</sheetData><protectedRanges><protectedRange name="{name("protected range")}" sqref='
        f'"A1"/></protectedRanges><scenarios><scenario name="{name("scenario")}" user="'
        f'{name("scenario user")}" comment="{name("scenario comment")}"><inputCells r="A1" val="'
        f'{name("scenario value")}"/></scenario></scenarios><autoFilter ref="A1:B4"><filterColumn '
        f'colId="0"><filters><filter val="{name("filter")}"/></filters></filterColumn></autoFilter>'
        f'<dataValidations><dataValidation sqref="A5" promptTitle="{name("hint title")}" prompt="'
        f'{name("hint")}" errorTitle="{name("error title")}" error="{name("error message")}">'
        f'<formula1>"{name("choice list")},other"</formula1></dataValidation></dataValidations>'
        f'<hyperlinks><hyperlink ref="A1" r:id="rId5" location="{name("link location")}" tooltip="'
        f'{name("link tooltip")}" display="{name("link display")}"/></hyperlinks><headerFooter>'
        f'<oddHeader>&amp;L&amp;"Arial,Bold"&amp;12{name("header")}&amp;RPage &amp;P</oddHeader>'
        f'<firstFooter>&amp;C{name("footer")}</firstFooter></headerFooter><drawing r:id="rId3"/>'
        f"<!-- {name('XML comment')} --></worksheet>"
    )


def _plain_sheet(text: str) -> str:
    cell = f'<c r="A1" t="inlineStr"><is><t>{text}</t></is></c>'
    return f'<worksheet {NS}><sheetData><row r="1">{cell}</row></sheetData></worksheet>'


def _strings(name: Name) -> str:
    split = name("cell split over runs")
    return (
        f"<sst {NS}><si><t>{name('cell')}</t></si><si><r><t>{split[:3]}</t></r><r><rPr><b/></rPr>"
        f'<t>{split[3:]}</t></r><rPh sb="0" eb="1"><t>{name("phonetic guide")}</t></rPh></si>'
        f"<si><t>{name('unused string')}</t></si></sst>"
    )


def _styles(name: Name) -> str:
    return (
        f'<styleSheet {NS}><numFmts><numFmt numFmtId="164" formatCode=";;;"/><numFmt numFmtId='
        f'"165" formatCode="0 &quot;{name("number format")}&quot;"/></numFmts><fonts><font/><font>'
        '<color rgb="FFFFFFFF"/></font></fonts><fills><fill><patternFill patternType="none"/>'
        "</fill></fills><borders><border/></borders>"
        '<cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0" fillId="0"/>'
        '<xf numFmtId="0" '
        'fontId="1" fillId="0"/><xf numFmtId="164" fontId="0" fillId="0"/></cellXfs><cellStyles>'
        f'<cellStyle name="{name("style name")}" xfId="0"/></cellStyles></styleSheet>'
    )


def _drawing(name: Name) -> str:
    box = name("text box")
    return (
        f'<xdr:wsDr {_DRAWING}><xdr:twoCellAnchor><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name='
        f'"{name("shape name")}" descr="{name("alt text")}" title="{name("alt title")}"/>'
        f"</xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>{box[:4]}</a:t></a:r><a:r><a:t>{box[4:]}</a:t>"
        "</a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>"
    )


def _document(name: Name) -> bytes:
    from benchmarks.planted import smallest

    text = name("embedded document")
    return smallest.word(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")


VISIBLE: Places = [
    ("cell", "sheet Zorv"),
    ("cell split over runs", "sheet Zorv"),
    ("phonetic guide", "sheet Zorv"),
    ("inline string", "sheet Zorv"),
    ("cached value", "sheet Zorv"),
    ("text box", "text box on sheet Zorv"),
    ("header", "header of sheet Zorv"),
    ("footer", "footer (first page) of sheet Zorv"),
    ("chart title", "chart 1 on sheet Zorv"),
    ("chart cache", "chart 1 on sheet Zorv"),
]
HIDDEN: Places = [
    ("sheet name", "sheet name"),
    ("hidden sheet name", "sheet name"),
    ("very hidden sheet name", "sheet name"),
    ("hidden sheet cell", "hidden sheet Zorv"),
    ("very hidden sheet cell", "hidden sheet (only a macro shows it) Zorv"),
    ("sheet without a tab", "sheet without a tab"),
    ("hidden column", "cell C1 (hidden column)"),
    ("hidden row", "cell A2 (hidden row)"),
    ("white cell", "cell A4 (letters that can't be seen)"),
    ("cell of a hiding format", "cell B4 (letters that can't be seen)"),
    ("unused string", "text that no cell shows any more"),
    ("formula string", "formula, sheet Zorv"),
    ("formula sheet", "formula, sheet Zorv"),
    ("comment", "comment by Zorv"),
    ("comment author", "author of a comment, sheet Zorv"),
    ("threaded comment", "comment by Zorv"),
    ("threaded comment author", "author of a comment"),
    ("account", "account of an editor"),
    ("defined name", "defined name of a workbook"),
    ("defined name comment", "defined name"),
    ("defined name value", "defined name"),
    ("print titles", "defined name"),
    ("reserved by", "person who edited the file"),
    ("code name", "codeName"),
    ("protected range", "protected range"),
    ("scenario", "scenario"),
    ("scenario user", "scenario"),
    ("scenario comment", "scenario"),
    ("scenario value", "scenario"),
    ("filter", "filter"),
    ("hint title", "hint, sheet Zorv"),
    ("hint", "hint, sheet Zorv"),
    ("error title", "error message, sheet Zorv"),
    ("error message", "error message, sheet Zorv"),
    ("choice list", "choice list, sheet Zorv"),
    ("link target", "link target"),
    ("link location", "link target"),
    ("link tooltip", "link tooltip"),
    ("link display", "text of a link"),
    ("number format", "number format"),
    ("style name", "style name"),
    ("shape name", "picture file name"),
    ("alt text", "picture description (alt text)"),
    ("alt title", "picture title"),
    ("chart source", "chart 1 on sheet Zorv"),
    ("EXIF", "data of the picture"),
    ("table name", "table name"),
    ("table display name", "table name"),
    ("table column", "table column"),
    ("pivot refreshed by", "pivot table"),
    ("pivot field", "pivot table"),
    ("pivot item", "pivot table"),
    ("pivot record", "pivot table"),
    ("sheet of a linked file", "linked workbook"),
    ("value of a linked file", "linked workbook"),
    ("path of a linked file", "address of a linked external link path"),
    ("connection", "data connection"),
    ("connection description", "data connection"),
    ("connection source", "data connection"),
    ("connection command", "data connection"),
    ("query table", "data connection"),
    ("shared workbook user", "person who edited the file"),
    ("embedded document", "embedded file report.docx: body, paragraph 1"),
    ("macro", "macros vbaProject.bin"),
    ("printer", "printer"),
    ("XML comment", "comment in the file's XML"),
    ("orphan part", "text of x"),
    ("stray file name", "file name in package"),
    ("stray file", "part Zorv"),
    ("zip comment", "zip comment"),
    *PROPERTY_PLACES,
]
