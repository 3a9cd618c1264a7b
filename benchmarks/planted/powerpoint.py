"""A PowerPoint file with a different invented name in every place that can hold one."""

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

MAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
NS = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main" '
    'xmlns:p188="http://schemas.microsoft.com/office/powerpoint/2018/8/main" '
    f'xmlns:r="{RELATIONSHIPS}"'
)


def planted() -> Planted:
    """The planted presentation."""
    register, name = names()
    content = zipped(_parts(name), name("zip comment"))
    return Planted("briefing.pptm", content, register, VISIBLE, HIDDEN)


def _parts(name: Name) -> dict[str, str | bytes]:
    hidden_slide = _slide(_shape(name("hidden slide")), attributes='show="0"')
    return {
        "[Content_Types].xml": content_types(MAIN, "ppt/presentation.xml"),
        "_rels/.rels": links({
            "rId1": ("officeDocument", "ppt/presentation.xml"),
            "rId2": ("thumbnail", "docProps/thumbnail.jpeg"),
        }),
        "docProps/thumbnail.jpeg": word_body.jpeg(name("thumbnail")),
        "ppt/presentation.xml":
            f"<p:presentation {NS}><p:sldIdLst><p:sldId id=\"256\" r:id=\"rId1\"/>"
            '<p:sldId id="257" r:id="rId2"/></p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/>'
            f'<p:custShowLst><p:custShow name="{name("custom show")}" id="0"/></p:custShowLst>'
            f'<p:extLst><p:ext><p14:sectionLst><p14:section name="{name("section name")}"/>'
            "</p14:sectionLst></p:ext></p:extLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": links({
            "rId1": ("slide", "slides/slide1.xml"), "rId2": ("slide", "slides/slide2.xml"),
            "rId3": ("slideMaster", "slideMasters/slideMaster1.xml"),
            "rId4": ("commentAuthors", "commentAuthors.xml"), "rId5": ("authors", "authors.xml"),
        }),
        "ppt/slides/slide1.xml": _slide("".join(_shapes(name)), name("slide name")),
        "ppt/slides/_rels/slide1.xml.rels": links({
            "rId1": ("notesSlide", "../notesSlides/notesSlide1.xml"),
            "rId2": ("comments", "../comments/comment1.xml"),
            "rId3": ("comments", "../comments/modernComment1.xml"),
            "rId4": ("chart", "../charts/chart1.xml"), "rId5": ("image", "../media/image1.jpg"),
            "rId6": ("diagramData", "../diagrams/data1.xml"), "rId7": ("tags", "../tags/tag1.xml"),
            "rId9": ("oleObject", "../embeddings/oleObject1.bin"),
        }, {"rId8": ("hyperlink", f"https://x.example/{name('link target')}"),
            "rId10": ("video", f"file:///C:/{name('path of a linked film')}.mp4")}),
        "ppt/slides/slide2.xml": hidden_slide,
        "ppt/slides/slide9.xml": _slide(_shape(name("slide outside the show"))),
        "ppt/notesSlides/notesSlide1.xml":
            f"<p:notes {NS}><p:cSld><p:spTree>{_shape(name('speaker notes'))}</p:spTree></p:cSld>"
            "</p:notes>",
        "ppt/comments/comment1.xml":
            f'<p:cmLst {NS}><p:cm authorId="1"><p:text>{name("comment")}</p:text></p:cm></p:cmLst>',
        "ppt/comments/modernComment1.xml":
            f'<p188:cmLst {NS}><p188:cm id="x" authorId="a2"><p188:replyLst><p188:reply authorId='
            f'"a2">{_text_body("p188", name("reply"))}</p188:reply></p188:replyLst>'
            f"{_text_body('p188', name('modern comment'))}</p188:cm></p188:cmLst>",
        "ppt/commentAuthors.xml":
            f'<p:cmAuthorLst {NS}><p:cmAuthor id="1" name="{name("comment author")}" initials="'
            f'{name("initials")}"/></p:cmAuthorLst>',
        "ppt/authors.xml":
            f'<p188:authorLst {NS}><p188:author id="a2" name="{name("modern comment author")}" '
            f'userId="S::{name("account")}@x.example"/></p188:authorLst>',
        "ppt/slideMasters/slideMaster1.xml":
            f'<p:sldMaster {NS}><p:cSld><p:spTree>{_shape(name("master text"))}'
            f"{_shape(name('prompt of a master'), placeholder=True)}"
            "</p:spTree></p:cSld></p:sldMaster>",
        "ppt/slideLayouts/slideLayout1.xml":
            f'<p:sldLayout {NS}><p:cSld name="{name("layout name")}"><p:spTree>'
            f"{_shape(name('layout text'))}</p:spTree></p:cSld></p:sldLayout>",
        "ppt/handoutMasters/handoutMaster1.xml":
            f"<p:handoutMaster {NS}><p:cSld><p:spTree>{_shape(name('handout'))}</p:spTree>"
            "</p:cSld></p:handoutMaster>",
        "ppt/notesMasters/notesMaster1.xml":
            f"<p:notesMaster {NS}><p:cSld><p:spTree>{_shape(name('notes master'))}</p:spTree>"
            "</p:cSld></p:notesMaster>",
        "ppt/charts/chart1.xml":
            f"<c:chartSpace {NS}><c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>"
            f"{name('chart title')}</a:t></a:r></a:p></c:rich></c:tx></c:title><c:cat><c:strRef>"
            f"<c:strCache><c:pt><c:v>{name('chart cache')}</c:v></c:pt></c:strCache></c:strRef>"
            "</c:cat></c:chart></c:chartSpace>",
        "ppt/diagrams/data1.xml":
            f"<dgm:dataModel {NS}><dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>{name('SmartArt')}"
            "</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>",
        "ppt/tags/tag1.xml":
            f'<p:tagLst {NS}><p:tag name="{name("tag name")}" val="{name("tag value")}"/>'
            "</p:tagLst>",
        "ppt/media/image1.jpg": word_body.jpeg(name("EXIF")),
        f"ppt/media/{name('media file name')}.jpg": word_body.jpeg("x"),
        "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx": word_body.workbook(name),
        "ppt/embeddings/oleObject1.bin": word_body.ole(name("OLE")),
        "ppt/changesInfos/changesInfo1.xml":
            f'<pc:chgInfo xmlns:pc="http://schemas.microsoft.com/office/powerpoint/2013/main/'
            f'command"><pc:chgData name="{name("change author")}"/></pc:chgInfo>',
        "ppt/vbaProject.bin": b"\0\1Sub " + name("macro").encode() + b"()\0",
        **properties(name),
    }  # fmt: skip


def _slide(shapes: str, called: str = "", attributes: str = "") -> str:
    named = f' name="{called}"' if called else ""
    return f"<p:sld {NS} {attributes}><p:cSld{named}><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>"


def _text_body(prefix: str, *runs: str, properties: str = "") -> str:
    texts = "".join(f"<a:r>{properties}<a:t>{run}</a:t></a:r>" for run in runs)
    return f"<{prefix}:txBody><a:bodyPr/><a:p>{texts}</a:p></{prefix}:txBody>"


def _shape(
    *runs: str, place: str = "", named: str = 'id="2" name="TextBox 1"', placeholder: bool = False,
    properties: str = "",
) -> str:  # fmt: skip
    kind = '<p:nvPr><p:ph type="title"/></p:nvPr>' if placeholder else "<p:nvPr/>"
    where = f"<p:spPr><a:xfrm>{place}</a:xfrm></p:spPr>" if place else "<p:spPr/>"
    body = _text_body("p", *runs, properties=properties)
    return f"<p:sp><p:nvSpPr><p:cNvPr {named}/>{kind}</p:nvSpPr>{where}{body}</p:sp>"


def _shapes(name: Name) -> list[str]:
    split = name("split over runs")
    beside = '<a:off x="9999999" y="0"/><a:ext cx="914400" cy="914400"/>'
    table = (
        "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc><a:txBody><a:p><a:r><a:t>"
        f"{name('table cell')}</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData>"
        "</a:graphic></p:graphicFrame>"
    )
    picture = (
        f'<p:pic><p:nvPicPr><p:cNvPr id="7" name="{name("picture name")}" descr="'
        f'{name("alt text")}" title="{name("alt title")}"><a:hlinkClick r:id="rId8" tooltip="'
        f'{name("link tooltip")}"/></p:cNvPr></p:nvPicPr></p:pic>'
    )
    return [
        _shape(name("title placeholder"), placeholder=True),
        _shape(split[:3], split[3:5], split[5:]),
        f"<p:grpSp>{_shape(name('grouped shape'))}</p:grpSp>",
        table,
        picture,
        _shape(name("beside the slide"), place=beside),
        _shape(name("hidden shape"), named='id="9" name="TextBox 2" hidden="1"'),
        _shape(name("tiny text"), properties='<a:rPr sz="100"/>'),
        _shape("x", named=f'id="10" name="{name("shape name")}"'),
        f"<!-- {name('XML comment')} -->",
    ]


VISIBLE: Places = [
    ("title placeholder", "slide 1"),
    ("split over runs", "slide 1"),
    ("grouped shape", "slide 1"),
    ("table cell", "slide 1, table 1, row 1, column 1"),
    ("master text", "slide master"),
    ("layout text", "slide layout Zorv"),
    ("chart title", "chart on slide 1"),
    ("chart cache", "chart on slide 1"),
    ("SmartArt", "SmartArt diagram on slide 1"),
]
HIDDEN: Places = [
    ("hidden slide", "hidden slide 2"),
    ("slide outside the show", "slide that is not in the show"),
    ("slide name", "name of a slide"),
    ("speaker notes", "speaker notes of slide 1"),
    ("comment", "comment by Zorv"),
    ("modern comment", "comment by Zorv"),
    ("reply", "comment by Zorv"),
    ("comment author", "author of a comment"),
    ("modern comment author", "author of a comment"),
    ("account", "account of an editor"),
    ("initials", "initials of an author"),
    ("custom show", "name of a custom show"),
    ("section name", "name of a section"),
    ("prompt of a master", "prompt, slide master"),
    ("layout name", "name of a slide"),
    ("handout", "handout master"),
    ("notes master", "notes master"),
    ("beside the slide", "text off the slide, slide 1"),
    ("hidden shape", "hidden shape, slide 1"),
    ("tiny text", "letters that can't be seen, slide 1"),
    ("picture name", "picture file name"),
    ("alt text", "picture description (alt text)"),
    ("alt title", "picture title"),
    ("shape name", "picture file name"),
    ("link target", "link target"),
    ("link tooltip", "link tooltip"),
    ("path of a linked film", "address of a linked video"),
    ("tag name", "tag"),
    ("tag value", "tag"),
    ("thumbnail", "data of the preview picture"),
    ("EXIF", "data of the picture"),
    ("media file name", "picture file name"),
    ("workbook cell", "embedded file Microsoft_Excel_Sheet1.xlsx: "),
    ("sheet name", "embedded file Microsoft_Excel_Sheet1.xlsx: "),
    ("OLE", "embedded file oleObject1.bin"),
    ("change author", "chgData"),
    ("macro", "macros vbaProject.bin"),
    ("XML comment", "comment in the file's XML"),
    ("zip comment", "zip comment"),
    *PROPERTY_PLACES,
]
