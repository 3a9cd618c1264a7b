"""Word files made of raw XML, with every corner that Word has and python-docx has not."""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Mapping
from types import ModuleType

import pytest
from PIL import Image

_SCHEMAS = "http://schemas.openxmlformats.org"
_RELATIONSHIPS = f"{_SCHEMAS}/officeDocument/2006/relationships"
_NAMES = {
    "w": f"{_SCHEMAS}/wordprocessingml/2006/main",
    "r": _RELATIONSHIPS,
    "m": f"{_SCHEMAS}/officeDocument/2006/math",
    "mc": f"{_SCHEMAS}/markup-compatibility/2006",
    "wp": f"{_SCHEMAS}/drawingml/2006/wordprocessingDrawing",
    "a": f"{_SCHEMAS}/drawingml/2006/main",
    "pic": f"{_SCHEMAS}/drawingml/2006/picture",
    "c": f"{_SCHEMAS}/drawingml/2006/chart",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w16se": "http://schemas.microsoft.com/office/word/2015/wordml/symex",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
_DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMES.items())

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="N1"><w:name w:val="Numbered heading"/>
  <w:basedOn w:val="H1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="Board heading"/>
  <w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Plain"><w:name w:val="Looks plain"/><w:basedOn w:val="H1"/>
  <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Cap"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Bul"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Say"><w:name w:val="Quote"/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Unseen"><w:name w:val="Unseen"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
"""

_LEVEL = (
    '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
)


def _list(number: int, *levels: tuple[int, str, str]) -> str:
    """An abstract list; each level its start, format and text."""
    inside = "".join(_LEVEL.format(depth, *level) for depth, level in enumerate(levels))
    return f'<w:abstractNum w:abstractNumId="{number}">{inside}</w:abstractNum>'


NUMBERING = (
    _list(1, (1, "bullet", "•"), (1, "bullet", "o"), (1, "bullet", "▪"))
    + _list(2, (1, "decimal", "%1."), (1, "lowerLetter", "(%2)"), (1, "lowerRoman", "%3."))
    + _list(3, (1, "decimal", "%1"), (1, "decimal", "%1.%2"))
    + _list(4, (1, "decimal", "Recommendation %1:"))
    + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(1, 5)
    )
    + '<w:num w:numId="5"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
)


@pytest.fixture
def word() -> ModuleType:
    """The functions of this module, which write Word's XML."""
    return sys.modules[__name__]


def png(colour: str = "#335577", size: tuple[int, int] = (60, 40)) -> bytes:
    """A small picture of one colour."""
    drawn = io.BytesIO()
    Image.new("RGB", size, colour).save(drawn, "PNG")
    return drawn.getvalue()


def word_file(
    body: str,
    *,
    footnotes: str = "",
    endnotes: str = "",
    pictures: Mapping[str, bytes] | None = None,
    links: Mapping[str, str] | None = None,
) -> bytes:
    """A Word file with the XML ``body``.

    ``pictures`` are files by their relationship's id, ``links`` addresses by theirs; the styles
    and lists are ``STYLES`` and ``NUMBERING``.
    """
    parts = {"styles": STYLES, "numbering": NUMBERING, "footnotes": footnotes, "endnotes": endnotes}
    related = [_related(kind, kind, f"{kind}.xml") for kind in parts]
    related += [_related(key, "image", f"media/{key}.png") for key in pictures or {}]
    related += [_related(key, "hyperlink", to, outside=True) for key, to in (links or {}).items()]
    main = _related("main", "officeDocument", "word/document.xml")
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _CONTENT_TYPES)
        package.writestr("_rels/.rels", _relationships([main]))
        package.writestr("word/_rels/document.xml.rels", _relationships(related))
        package.writestr("word/document.xml", _part("document", f"<w:body>{body}</w:body>"))
        for kind, inside in parts.items():
            package.writestr(f"word/{kind}.xml", _part(kind, inside))
        for key, content in (pictures or {}).items():
            package.writestr(f"word/media/{key}.png", content)
    return written.getvalue()


def p(text: str, style: str = "", properties: str = "") -> str:
    """A paragraph with one run."""
    return paragraph(run(text), style, properties)


def paragraph(inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph with the XML ``inside``."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def listed(text: str, number: int, level: int = 0) -> str:
    """A paragraph in a list of ``NUMBERING``."""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, properties=place)


def field(instruction: str, result: str) -> str:
    """The runs of a field with its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def row(*cells: str, head: bool = False) -> str:
    """A row of cells, each text or finished XML."""
    properties = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    made = (cell if cell.startswith("<w:tc>") else f"<w:tc>{p(cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{properties}{''.join(made)}</w:tr>"


def cell(text: str, properties: str) -> str:
    """A cell of a table with properties of its own."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def cell_of(inside: str) -> str:
    """A cell with the XML ``inside``."""
    return f"<w:tc>{inside}{p('')}</w:tc>"


def picture(
    key: str = "pic", description: str = "A timeline", *, crop: str = "", decorative: bool = False
) -> str:
    """A run with a picture that stands in the line."""
    marked = '<a:extLst><a:ext uri="x"><adec:decorative val="1"/></a:ext></a:extLst>'
    return drawing(
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="x"/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{key}"/>{crop}</pic:blipFill><pic:spPr/></pic:pic>',
        f'descr="{description}"',
        marked if decorative else "",
    )


def drawing(uri: str, inside: str, described: str = "", marked: str = "") -> str:
    """A run with something drawn."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" {described}>{marked}</wp:docPr>'
        f'<a:graphic><a:graphicData uri="{uri}">{inside}</a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def shape(inside: str = "", form: str = "rect") -> str:
    """A run with a drawn shape, in both versions that Word writes."""
    box = f"<w:txbxContent>{inside}</w:txbxContent>" if inside else ""
    new = drawing(
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        f'<wps:wsp><wps:spPr><a:prstGeom prst="{form}"/></wps:spPr>'
        f"{f'<wps:txbx>{box}</wps:txbx>' if box else ''}</wps:wsp>",
    )
    old = f"<w:pict><v:rect>{f'<v:textbox>{box}</v:textbox>' if box else ''}</v:rect></w:pict>"
    choice = new.removeprefix("<w:r>").removesuffix("</w:r>")
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{choice}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )


_CONTENT_TYPES = (
    f'<Types xmlns="{_SCHEMAS}/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def _part(kind: str, inside: str) -> str:
    return f"<w:{kind} {_DECLARED}>{inside}</w:{kind}>"


def _related(key: str, kind: str, target: str, *, outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="{key}" Type="{_RELATIONSHIPS}/{kind}" Target="{target}"{mode}/>'


def _relationships(each: list[str]) -> str:
    namespace = f"{_SCHEMAS}/package/2006/relationships"
    return f'<Relationships xmlns="{namespace}">{"".join(each)}</Relationships>'
