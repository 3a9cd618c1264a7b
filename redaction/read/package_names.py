"""The names that Office programs give to the parts of a package, and what authors call them."""

from __future__ import annotations

import re

_TITLES = (
    ("/charts/", "chart"), ("/diagrams/", "SmartArt diagram"), ("customXml", "custom XML"),
    ("word/settings", "settings"), ("/glossary/", "building blocks"), ("/embeddings/", "embedded"),
    ("word/theme", "theme"), ("word/people", "people"), ("word/comments", "comments"),
    ("xl/pivot", "pivot table"), ("xl/externalLinks", "linked workbook"),
    ("xl/connections", "data connection"), ("xl/queryTables", "data connection"),
    ("xl/tables", "table"), ("xl/persons", "comments"), ("xl/", "workbook"),
    ("ppt/presentation", ""), ("ppt/commentAuthors", "comments"), ("ppt/authors", "comments"),
    ("ppt/", "presentation"), (".rels", "links"),
)  # fmt: skip
_SHOWN = re.compile(r"word/(?:charts/chart|diagrams/data)\d*\.xml")
_USUAL_NAME = re.compile(
    r"(?:\[Content_Types\]|image|header|footer|footnotes|endnotes|comments|commentsExtended|"
    r"commentsIds|commentsExtensible|document|styles|stylesWithEffects|settings|"
    r"webSettings|fontTable|numbering|theme|people|core|app|custom|item|itemProps|"
    r"thumbnail|chart|data|colors|style|layout|quickStyle|drawing|workbook|sheet|"
    r"sharedStrings|calcChain|oleObject|package|Microsoft_Excel_(?:Work)?[Ss]heet|"
    r"Microsoft_Word_Document|afchunk|vbaProject|vbaData|printerSettings|font|activeX|"
    r"glossary|mimetype|content|meta|manifest|\.rels|slide|slideLayout|slideMaster|"
    r"presentation|table|vmlDrawing|notesSlide|notesMaster|handoutMaster|commentAuthors|"
    r"authors|presProps|viewProps|tableStyles|comment|threadedComment|modernComment|"
    r"person|sst|connections|pivotCacheDefinition|pivotCacheRecords|pivotTable|"
    r"externalLink|queryTable|metadata|tag|ctrlProp|slicer|slicerCache|Object |"
    r"layout-cache|signature|documentsignatures|script-lb|script-lc|dialog-lb|manifest|"
    r"revisionLog|revisionHeaders|commentsDrawing|userNames|changesInfo|Thumbnail|"
    r"[0-9A-F]{16,})?\d*(?:\.\w{1,5})*"
)
_USUAL_FOLDERS = frozenset(
    {
        "word", "_rels", "docProps", "customXml", "media", "theme", "charts", "embeddings",
        "diagrams", "glossary", "xl", "worksheets", "drawings", "ppt", "META-INF", "activeX",
        "fonts", "tables", "ink", "slides", "slideLayouts", "slideMasters", "notesSlides",
        "notesMasters", "handoutMasters", "comments", "threadedComments", "persons", "pivotCache",
        "pivotTables", "externalLinks", "queryTables", "printerSettings", "ctrlProps", "tags",
        "slicers", "slicerCaches", "revisions", "changesInfos", "", "Pictures", "Thumbnails",
        "Configurations2", "ObjectReplacements", "Basic", "Standard", "Scripts", "accelerator",
        "floater", "images", "Bitmaps", "menubar", "popupmenu", "progressbar", "statusbar",
        "toolbar", "toolpanel",
    }
)  # fmt: skip


def title_of(name: str) -> str:
    """What an author calls the part ``name``; empty when nothing special."""
    for fragment, title in _TITLES:
        if fragment in name:
            number = re.search(r"(\d+)\.xml$", name) if title == "chart" else None
            return f"{title} {number[1]}" if number else title
    return ""


def is_shown(name: str) -> bool:
    """Whether the texts of a part are on the page: a chart, a diagram."""
    return bool(_SHOWN.fullmatch(name))


def is_usual(step: str) -> bool:
    """Whether programs themselves give this name to a folder or a file of a package."""
    return bool(_USUAL_NAME.fullmatch(step)) or step in _USUAL_FOLDERS
