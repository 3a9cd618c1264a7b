"""Builds a Word file with a different invented name in every place that can hold one."""

from __future__ import annotations

import base64
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from PIL import Image

from benchmarks.planted.names import Name

NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
GRID = "<w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*content: str, properties: str = "") -> str:
    """A paragraph of runs and whatever else."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def tracked(tag: str, author: str, content: str) -> str:
    """A tracked change around its content."""
    when = "2024-01-02T03:04:05Z"
    return f'<w:{tag} w:id="7" w:author="{author}" w:date="{when}">{content}</w:{tag}>'


def field(instruction: str, result: str) -> str:
    """A field with its instruction and its result."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        mark.format("begin")
        + f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
        + mark.format("separate") + run(result) + mark.format("end")
    )  # fmt: skip


def text_box(shape: str, old: str) -> str:
    """A text box, once as new programs and once as old ones read it."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
        '<wp:extent cx="914400" cy="914400"/><wp:docPr id="31" name="Text Box 1"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        f'wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>{paragraph(run(shape))}'
        "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>"
        f"{paragraph(run(old))}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def picture(name: Name) -> str:
    """A picture with all its names."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="9144" cy="9144"/><wp:docPr id="3" name="'
        f'{name("picture name")}" descr="{name("alt text")}" title="{name("alt title")}">'
        f'<a:hlinkClick r:id="rId21" tooltip="{name("picture tooltip")}"/></wp:docPr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="4" name="{name("picture file")}.jpg" '
        f'descr="C:\\Users\\{name("picture path")}\\a.jpg"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rId11"/><a:stretch/></pic:blipFill><pic:spPr/></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def control(name: Name) -> str:
    """A content control with a list of items."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{name("control alias")}"/>'
        f'<w:tag w:val="{name("control tag")}"/><w:dropDownList><w:listItem w:displayText="'
        f'{name("control item")}" w:value="{name("control value")}"/></w:dropDownList></w:sdtPr>'
        f"<w:sdtContent>{run(name('control text'))}</w:sdtContent></w:sdt>"
    )


def body(name: Name) -> Iterator[str]:
    """The paragraphs and tables of the planted file."""
    yield paragraph(run(name("body")))
    split = name("split over runs")
    yield paragraph(run(split[:3]), run(split[3:5], "<w:b/>"), run(split[5:]))
    soft = name("soft hyphen")
    yield paragraph(run(f"{soft[:3]}\u00ad{soft[3:]}"))
    wide = name("zero width")
    yield paragraph(run(f"{wide[:4]}\u200b{wide[4:]}"))
    yield paragraph(tracked("ins", name("insertion author"), run(name("insertion"))))
    deleted = run(name("deletion")).replace("w:t", "w:delText")
    yield paragraph(tracked("del", name("deletion author"), deleted))
    yield paragraph(tracked("moveFrom", name("move author"), run(name("move from"))))
    yield paragraph(tracked("moveTo", name("move author"), run(name("move to"))))
    yield paragraph(text_box(name("text box"), name("old text box")))
    yield paragraph(run("See"), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    yield paragraph(run("See"), '<w:r><w:endnoteReference w:id="2"/></w:r>')
    yield paragraph(control(name))
    yield f"<w:sdt><w:sdtContent>{paragraph(run(name('block control')))}</w:sdtContent></w:sdt>"
    yield paragraph(field(f' AUTHOR "{name("field instruction")}" ', name("field result")))
    yield paragraph(
        f'<w:fldSimple w:instr=" QUOTE {name("simple field instruction")} ">'
        f"{run(name('simple field result'))}</w:fldSimple>"
    )
    yield paragraph(f"<m:oMath><m:r><m:t>{name('maths')}</m:t></m:r></m:oMath>")
    yield paragraph(picture(name))
    yield paragraph(
        f'<w:hyperlink r:id="rId20" w:tooltip="{name("link tooltip")}">{run(name("link text"))}'
        f'</w:hyperlink><w:hyperlink w:anchor="{name("link anchor")}">{run("x")}</w:hyperlink>'
    )
    yield paragraph(
        f'<w:bookmarkStart w:id="5" w:name="{name("bookmark")}_note"/>{run("y")}'
        '<w:bookmarkEnd w:id="5"/>'
    )
    yield paragraph(
        '<w:commentRangeStart w:id="1"/>', run("z"), '<w:commentRangeEnd w:id="1"/>',
        '<w:r><w:commentReference w:id="1"/></w:r>',
    )  # fmt: skip
    yield paragraph(run(name("hidden text"), "<w:vanish/>"))
    yield paragraph(run(name("white text"), '<w:color w:val="FFFFFF"/>'))
    yield paragraph(run(name("tiny text"), '<w:sz w:val="2"/>'))
    yield paragraph(run(name("styled hidden text"), '<w:rStyle w:val="Quiet"/>'))
    yield paragraph(
        f'<w:permStart w:id="9" w:ed="{name("protected range")}"/>{run("p")}<w:permEnd w:id="9"/>'
    )
    yield paragraph(
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name("form field")}"/>'
        f'<w:helpText w:val="{name("form help")}"/><w:textInput><w:default w:val="'
        f'{name("form default")}"/></w:textInput></w:ffData></w:fldChar></w:r>'
        "<w:r><w:instrText> FORMTEXT </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    yield paragraph(
        f"<w:r><w:ruby><w:rt>{run(name('ruby'))}</w:rt><w:rubyBase>{run('base')}</w:rubyBase>"
        "</w:ruby></w:r>"
    )
    yield paragraph(f'<w:smartTag w:element="{name("smart tag")}">{run("s")}</w:smartTag>')
    yield paragraph(
        f'<w:r><w:pict><v:shape alt="{name("drawn alt text")}" o:gfxdata="{_gfx(name)}">'
        f'<v:imagedata r:id="rId11" o:title="{name("drawn picture file")}"/></v:shape></w:pict>'
        "</w:r>"
    )
    yield paragraph(
        '<w:r><w:object><o:OLEObject r:id="rId13"/></w:object></w:r>',
        '<w:r><w:object><o:OLEObject r:id="rId14"/></w:object></w:r>',
    )
    yield paragraph(
        '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="6" name="Chart 1"/>'
        "<a:graphic><a:graphicData uri="
        '"http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="rId12"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    yield paragraph(
        '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="8" name="Diagram 1"/>'
        "<a:graphic><a:graphicData uri="
        '"http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds r:dm="rId15" '
        'r:lo="rId15" r:qs="rId15" r:cs="rId15"/></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )
    yield '<w:altChunk r:id="rId16"/>'
    yield (
        f"<w:tbl>{GRID}<w:tr><w:tc>{paragraph(run(name('table cell')))}<w:tbl>{GRID}<w:tr><w:tc>"
        f"{paragraph(run(name('nested table')))}</w:tc></w:tr></w:tbl>{paragraph()}</w:tc></w:tr>"
        f"<w:tr><w:trPr>{tracked('del', 'A', '')}</w:trPr><w:tc>"
        f"{paragraph(run(name('deleted row')))}</w:tc></w:tr></w:tbl>"
    )
    yield paragraph(
        f'<w:r><w:pict><v:shape><v:textpath string="{name("watermark")}"/></v:shape></w:pict></w:r>'
    )
    yield (
        f'<w:tbl><w:tblPr><w:tblCaption w:val="{name("table title")}"/><w:tblDescription w:val="'
        f'{name("table description")}"/></w:tblPr><w:tblGrid/><w:tr><w:tc>{paragraph()}</w:tc>'
        "</w:tr></w:tbl>"
    )
    yield paragraph(
        f'<w:sdt><w:sdtPr><w:dataBinding w:xpath="/root/{name("data binding")}"/><w:placeholder>'
        f'<w:docPart w:val="{name("placeholder")}"/></w:placeholder></w:sdtPr><w:sdtContent>'
        f"{run('c')}</w:sdtContent></w:sdt>",
        f'<w:customXml w:element="{name("custom XML element")}">{run("d")}</w:customXml>',
        f'<w:r><w:object><o:OLEObject Type="Link" ProgID="{name("kind of object")}.1" '
        'r:id="rId23"/></w:object></w:r>',
    )
    yield f"<!-- {name('XML comment')} -->"
    yield paragraph(run("end"))
    yield (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId6"/>'
        '<w:footerReference w:type="first" r:id="rId7"/></w:sectPr>'
    )


def _gfx(name: Name) -> str:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("drs/downrev.xml", f"<a><b>{name('drawing data')}</b></a>")
    return base64.b64encode(packed.getvalue()).decode("ascii")


def jpeg(text: str) -> bytes:
    """A picture with ``text`` in its EXIF data."""
    exif = Image.Exif()
    exif[0x9C9D] = text.encode("utf-16-le")
    packed = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(packed, "JPEG", exif=exif)
    return packed.getvalue()


def png(text: str) -> bytes:
    """A picture with ``text`` in a compressed chunk."""
    chunk = b"zTXtComment\0\0" + zlib.compress(text.encode())
    block = struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk))
    packed = io.BytesIO()
    Image.new("RGB", (4, 4), "blue").save(packed, "PNG")
    plain = packed.getvalue()
    return plain[:33] + block + plain[33:]


def workbook(name: Name) -> bytes:
    """A small workbook with a name in a cell and as a sheet."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        sheets = f'<sheets><sheet name="{name("sheet name")}"/></sheets>'
        archive.writestr("xl/workbook.xml", f'<workbook xmlns="{main}">{sheets}</workbook>')
        cell = name("workbook cell")
        runs = f"<si><r><t>{cell[:4]}</t></r><r><t>{cell[4:]}</t></r></si>"
        archive.writestr("xl/sharedStrings.xml", f'<sst xmlns="{main}">{runs}</sst>')
    return packed.getvalue()


def ole(text: str, stream_content: bytes = b"") -> bytes:
    """A minimal compound file with one stream: ``text`` in UTF-16, or the bytes given."""
    end, free = 0xFFFFFFFE, 0xFFFFFFFF
    body = (stream_content or text.encode("utf-16-le")).ljust(4096, b"\0")
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, 1, 0, 4096, end, 0, end, 0, 0,
    )  # fmt: skip
    header += struct.pack("<108I", *[free] * 108)
    table = struct.pack("<128I", *[0xFFFFFFFD, end, 3, 4, 5, 6, 7, 8, 9, end, *[free] * 118])
    root = _directory("Root Entry", 5, end, 0)
    stream = _directory("\x01Ole10Native", 2, 2, len(body))
    return header[:512].ljust(512, b"\xff") + table + (root + stream).ljust(512, b"\0") + body


def macro_project(text: str) -> bytes:
    """A compound file with a macro module, packed as Office packs it."""
    source = f'Attribute VB_Name = "x"\r\n\' written by {text}\r\n'.encode()
    groups = (source[at : at + 8] for at in range(0, len(source), 8))
    chunk = b"".join(b"\0" + group for group in groups)
    packed = b"\x01" + struct.pack("<H", 0xB000 | (len(chunk) - 1)) + chunk
    return ole("", packed)


def _directory(name: str, kind: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF)
    head = raw.ljust(64, b"\0") + struct.pack("<HBB", len(raw), kind, 1) + links
    return head.ljust(116, b"\0") + struct.pack("<IQ", start, size)[:12]
