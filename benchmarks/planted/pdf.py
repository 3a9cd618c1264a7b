"""Builds a PDF with a different invented name in every place that can hold one."""

from __future__ import annotations

import zlib

from benchmarks.planted import smallest, word_body
from benchmarks.planted.names import Name, Places, Planted, names

_CATALOG, _PAGES, _PAGE, _FONT = 1, 2, 3, 4


class Objects:
    """Numbered PDF objects; writes them with a cross-reference table."""

    def __init__(self) -> None:
        self.bodies: dict[int, bytes] = {}

    def add(self, body: str | bytes, number: int = 0) -> int:
        """Add an object; its number."""
        number = number or max([*self.bodies, 9]) + 1
        self.bodies[number] = body.encode("latin-1") if isinstance(body, str) else body
        return number

    def stream(self, entries: str, content: bytes, *, packed: bool = True, number: int = 0) -> int:
        """Add a stream with these dictionary entries; its number."""
        if packed:
            content, entries = zlib.compress(content), entries + " /Filter /FlateDecode"
        head = f"<< {entries} /Length {len(content)} >>\nstream\n".encode("latin-1")
        return self.add(head + content + b"\nendstream", number)

    def write(self, before: bytes, trailer: str) -> bytes:
        """``before`` with the objects, their table and a trailer after it."""
        out = bytearray(before)
        offsets: dict[int, int] = {}
        for number, body in sorted(self.bodies.items()):
            offsets[number] = len(out)
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        start = len(out)
        out += b"xref\n"
        for number, offset in offsets.items():
            out += b"%d 1\n%010d 00000 n \n" % (number, offset)
        size = max(self.bodies) + 1
        root = f"/Root {_CATALOG} 0 R"
        out += f"trailer\n<< /Size {size} {root} {trailer} >>\nstartxref\n{start}\n".encode()
        return bytes(out + b"%%EOF\n")


def planted() -> Planted:
    """A PDF with a name in every place, and which name is where."""
    register, name = names()
    attached = name("attachment in Word")
    word = smallest.word(f"<w:p><w:r><w:t>{attached}</w:t></w:r></w:p>")
    content = build(name, word_body.jpeg(name("EXIF")), word)
    return Planted("report.pdf", content, register, VISIBLE, HIDDEN)


def build(name: Name, jpeg: bytes, attachment: bytes) -> bytes:
    """The planted PDF: a first revision, an update, and bytes after the end."""
    first = Objects()
    _skeleton(first, _page_program(name, "earlier text"))
    info = first.add(f"<< /Title ({name('earlier Info')}) >>", 9)
    before = f"%{name('bytes before')} mark\n%PDF-1.7\n%{name('comment between objects')} note\n"
    content = first.write(before.encode(), f"/Info {info} 0 R")
    content += f"177 0 obj\n<< /Note ({name('unlisted object')}) >>\nendobj\n".encode()
    start = content.rfind(b"startxref") + 10
    previous = int(content[start : content.find(b"\n", start)])
    last = Objects()
    _skeleton(last, _page_program(name, "visible text"), _page_entries(last, name, jpeg))
    _catalog(last, name, attachment)
    info = last.add(
        "<< " + " ".join(
            f"/{key} ({name('Info ' + key)})"
            for key in ("Title", "Author", "Subject", "Keywords", "Creator", "Custom")
        ) + " >>", 9,
    )  # fmt: skip
    content = last.write(content, f"/Info {info} 0 R /Prev {previous}")
    return content + name("bytes after the end").encode()


def _skeleton(objects: Objects, program: bytes, entries: str = "") -> None:
    objects.add("<< /Type /Catalog /Pages 2 0 R >>", _CATALOG)
    objects.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>", _PAGES)
    program_number = objects.stream("", program)
    objects.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", _FONT)
    entries = entries or "/Resources << /Font << /F1 4 0 R >> >>"
    objects.add(
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {program_number} 0 R "
        f"{entries} >>", _PAGE,
    )  # fmt: skip


def _page_program(name: Name, main: str) -> bytes:
    split = name("split over TJ")
    lines = [
        f"BT /F1 12 Tf 50 750 Td ({name(main)}) Tj ET",
        f"BT /F1 12 Tf 50 730 Td [({split[:3]}) -20 ({split[3:]})] TJ ET",
    ]
    if main == "visible text":
        lines += [
            f"BT /F1 12 Tf 50 700 Td ({name('under a black box')}) Tj ET 0 g 40 690 200 30 re f",
            f"BT 3 Tr /F1 12 Tf 50 660 Td ({name('invisible text')}) Tj ET BT 0 Tr ET",
            f"1 1 1 rg BT /F1 12 Tf 50 630 Td ({name('white text')}) Tj ET 0 g",
            f"BT /F1 0.5 Tf 50 600 Td ({name('tiny text')}) Tj ET",
            f"BT /F1 12 Tf 50 2000 Td ({name('text off the page')}) Tj ET",
            f"/OC /MC0 BDC BT /F1 12 Tf 50 570 Td ({name('text in a hidden layer')}) Tj ET EMC",
            f"/Span << /ActualText ({name('ActualText of a span')}) >> BDC EMC",
            f"% {name('comment in a stream')} was here",
            f"BT /F1 12 Tf 50 540 Td ({name('text under an unapplied redaction')}) Tj ET",
            f"BI /W 1 /H 1 /BPC 8 /CS /G /Note ({name('inline picture')}) ID x EI",
            f"/Tag << /Owner ({name('marked content')}) >> DP",
            "/Im1 Do",
        ]
    return "\n".join(lines).encode()


def _page_entries(objects: Objects, name: Name, jpeg: bytes) -> str:
    xmp = objects.stream("/Type /Metadata /Subtype /XML", _xmp(name("picture XMP")))
    image = objects.stream(
        f"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceRGB /Metadata "
        f"{xmp} 0 R /BitsPerComponent 8 /Filter /DCTDecode", jpeg, packed=False,
    )  # fmt: skip
    layer = objects.add(f"<< /Type /OCG /Name ({name('layer name')}) >>", 8)
    form = "/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /Font << /F1 4 0 R >> >>"
    show = "BT /F1 9 Tf 5 5 Td ({}) Tj ET"
    objects.stream(form, show.format(name("unused form")).encode())
    stamp = objects.stream(form, show.format(name("annotation appearance")).encode())
    page_xmp = objects.stream("/Type /Metadata /Subtype /XML", _xmp(name("page XMP")))
    pinned = objects.stream(
        "/Type /EmbeddedFile", name("file pinned to the page").encode() + b" was here"
    )
    thumbnail = objects.stream(
        "/Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter "
        "/DCTDecode", word_body.jpeg(name("page thumbnail")), packed=False,
    )  # fmt: skip
    notes = [
        f"/Subtype /FileAttachment /FS << /Type /Filespec /F (n.txt) /EF << /F {pinned} 0 R >> >>",
        f"/Subtype /Text /Contents ({name('annotation')}) /T ({name('annotation author')}) /Subj "
        f"({name('annotation subject')}) /RC (<p>{name('annotation rich text')}</p>)",
        f"/Subtype /Stamp /AP << /N {stamp} 0 R >>",
        f"/Subtype /Redact /QuadPoints [40 555 300 555 40 535 300 535] /OverlayText "
        f"({name('redaction overlay')})",
        f"/Subtype /Link /A << /S /URI /URI (https://x.example/{name('link')}) >>",
        f"/Subtype /Widget /FT /Tx /T ({name('field name')}) /V ({name('field value')}) /TU "
        f"({name('field tooltip')}) /DV ({name('field default')})",
    ]
    numbers = [
        objects.add(f"<< /Type /Annot /Rect [0 0 9 9] {note} >>", 60 + index)
        for index, note in enumerate(notes)
    ]
    annotations = " ".join(f"{number} 0 R" for number in numbers)
    return (
        f"/Resources << /Font << /F1 4 0 R >> /XObject << /Im1 {image} 0 R >> /Properties << /MC0 "
        f"{layer} 0 R >> >> /Annots [{annotations}] /Metadata {page_xmp} 0 R /PieceInfo << /Tool "
        f"<< /Private ({name('PieceInfo')}) >> >> /Thumb {thumbnail} 0 R"
    )


def _xmp(name: str) -> bytes:
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-'
        'syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>'
        f"{name}</dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()


def _catalog(objects: Objects, name: Name, attachment: bytes) -> None:
    xmp = objects.stream("/Type /Metadata /Subtype /XML", _xmp(name("XMP")))
    text = objects.stream("/Type /EmbeddedFile", name("attachment text").encode() + b" was here")
    word = objects.stream("/Type /EmbeddedFile", attachment)
    script = objects.stream("", f"app.alert('{name('script stream')}')".encode())
    form = objects.stream("", f"<xdp><f>{name('XFA')}</f></xdp>".encode())
    outline = objects.add("<< /Type /Outlines /First 51 0 R /Last 51 0 R /Count 1 >>", 50)
    objects.add(f"<< /Title ({name('outline')}) /Parent 50 0 R /Dest [3 0 R /Fit] >>", 51)
    structure = objects.add(
        f"<< /Type /StructTreeRoot /K [<< /Type /StructElem /S /Figure /Alt ({name('alt text')}) "
        f"/ActualText ({name('structure ActualText')}) /E ({name('expansion')}) /T "
        f"({name('structure title')}) /A << /O /UserProperties /P [<< /N "
        f"({name('property name')}) /V ({name('property value')}) >>] >> >>] "
        f"/RoleMap << /{name('custom role')} /P >> >>"
    )
    wide = name("UTF-16 string").encode("utf-16-be").hex()
    objects.add(f"<< /Anything <FEFF{wide}> >>")
    objects.add(f"<< /Type /Sig /Name ({name('signature')}) /Reason ({name('reason')}) >>")
    objects.add(
        "<< /Type /Catalog /Pages 2 0 R /Metadata {x} 0 R /Outlines {o} 0 R /StructTreeRoot {s} 0 R"
        " /Names << /Dests << /Names [({d}) [3 0 R /Fit]] >> /JavaScript << /Names [(a) << /S "
        "/JavaScript /JS {j} 0 R >>] >> /EmbeddedFiles << /Names [(f) << /Type /Filespec /F ({n}) "
        "/Desc ({e}) /EF << /F {t} 0 R >> >> (g) << /Type /Filespec /F (g.docx) /EF << /F {w} 0 R "
        ">> >>] >> >> /OpenAction << /S /JavaScript /JS ({k}) >> /AcroForm << /XFA {f} 0 R /Fields "
        "[65 0 R] >> /PageLabels << /Nums [0 << /P ({l}) >>] >> /OCProperties << /OCGs [8 0 R] /D "
        "<< /OFF [8 0 R] >> >> /Threads [<< /I << /Title ({h}) >> >>] /Lang (en-GB) >>".format(
            h=name("article thread"),
            x=xmp, o=outline, s=structure, d=name("named destination"), j=script, n=name(
            "attachment name") + ".txt", e=name("attachment description"), t=text, w=word,
            k=name("script"), f=form, l=name("page label")), _CATALOG)  # fmt: skip


VISIBLE: Places = [("visible text", "page 1"), ("split over TJ", "page 1")]
HIDDEN: Places = [
    ("under a black box", "text under a box, page 1"),
    ("invisible text", "invisible text, page 1"),
    ("white text", "invisible text, page 1"),
    ("tiny text", "invisible text, page 1"),
    ("text off the page", "invisible text, page 1"),
    ("text in a hidden layer", "text in a layer that is switched off, page 1"),
    ("layer name", "layer name"),
    ("text under an unapplied redaction", "text under an unapplied redaction, page 1"),
    ("inline picture", "data of a picture in the page"),
    ("marked content", "replacement text (ActualText)"),
    ("page thumbnail", "data of the picture"),
    ("file pinned to the page", "attachment"),
    ("property name", "property"),
    ("property value", "property"),
    ("article thread", "title"),
    ("ActualText of a span", "replacement text (ActualText)"),
    ("comment in a stream", "comment in the PDF"),
    ("picture XMP", "metadata (XMP)"),
    ("EXIF", "data of the picture 1 on page 1"),
    ("unused form", "text of a form"),
    ("annotation", "annotation"),
    ("annotation author", "author of an annotation"),
    ("annotation subject", "subject of an annotation"),
    ("annotation rich text", "annotation"),
    ("annotation appearance", "text of a form, a stamp or an annotation"),
    ("redaction overlay", "text over a redaction"),
    ("link", "link target"),
    ("field name", "name of a form field"),
    ("field value", "content of a form field"),
    ("field tooltip", "tooltip of a form field"),
    ("field default", "content of a form field"),
    ("page XMP", "metadata (XMP)"),
    ("PieceInfo", "private data of a program"),
    ("XMP", "metadata (XMP)"),
    ("attachment text", "attachment"),
    ("attachment in Word", "attachment: body, paragraph 1"),
    ("attachment name", "attachment name"),
    ("attachment description", "attachment description"),
    ("script stream", "JavaScript"),
    ("script", "JavaScript"),
    ("XFA", "form data"),
    ("outline", "bookmark (outline)"),
    ("alt text", "picture description (alt text)"),
    ("structure ActualText", "replacement text (ActualText)"),
    ("expansion", "expansion of an abbreviation"),
    ("structure title", "title of a part of the structure"),
    ("custom role", "names inside the PDF"),
    ("UTF-16 string", "text of an object"),
    ("signature", "signature"),
    ("reason", "signature"),
    ("named destination", "named destination"),
    ("page label", "page label"),
    ("Info Title", "document properties: title"),
    ("Info Author", "document properties: author"),
    ("Info Subject", "document properties: subject"),
    ("Info Keywords", "document properties: keywords"),
    ("Info Creator", "document properties: creator"),
    ("Info Custom", "document properties: custom"),
    ("earlier text", "earlier revision 1, page 1"),
    ("earlier Info", "no longer used (earlier revision)"),
    ("unlisted object", "no longer used (earlier revision)"),
    ("comment between objects", "no longer used (earlier revision)"),
    ("bytes before", "bytes before the PDF"),
    ("bytes after the end", "bytes after the end of the PDF"),
]
