"""The board's own look in every document: its colour, and its logo beside its name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docx.image.exceptions import UnrecognizedImageError
from docx.image.image import Image
from lxml import etree

from casework.model import Board
from generator.word.package import declare_picture_type, parse_part, part_bytes
from generator.word.xml import (
    DRAWING,
    PACKAGE_RELATIONSHIPS,
    PICTURE,
    RELATIONSHIPS,
    WORD_DRAWING,
    paragraphs,
    rels_part,
    style_id,
    w,
)
from redaction.errors import CaseError

HOUSE_ACCENT = "1F3A5F"
"""The colour of our templates for which a board's accent colour stands in."""
LETTERHEAD_STYLE = "LetterheadName"
"""The id of the style of the paragraph at whose right the logo is put."""
BESIDE_LOGO = (LETTERHEAD_STYLE, "LetterheadDetail")
"""The styles of the paragraphs that leave room for the logo."""
MOST_LOGO_BYTES = 2_000_000
LOGO_HEIGHT, MOST_LOGO_WIDTH = 504_000, 1_800_000
"""14 mm high, at most 50 mm wide; in Word's unit, 36 000 to the millimetre."""
_GAP, _EMU_PER_TWIP = 160_000, 635

_GUARDS = str.maketrans("{}", "\ue0fa\ue0fb")
_BRACES = str.maketrans({"\ue0fa": "&#123;", "\ue0fb": "&#125;"})
_TYPES = {"image/png": "png", "image/jpeg": "jpeg"}
_COLOURED = (
    "word/styles.xml",
    "word/numbering.xml",
    "word/document.xml",
    "word/header",
    "word/footer",
)


@dataclass(frozen=True)
class Logo:
    """A picture, its format ("png" or "jpeg"), its size in Word's unit and its description."""

    content: bytes
    format: str
    width: int
    height: int
    description: str


@dataclass(frozen=True)
class Letterhead:
    """What a board's profile gives to every document. The colour is six hexadecimal digits."""

    accent: str = HOUSE_ACCENT
    logo: Logo | None = None


def letterhead_of(board: Board, board_path: Path) -> Letterhead:
    """The letterhead of a board; ``CaseError`` where its logo can't be used."""
    accent = board.accent_colour.lstrip("#").upper()
    if not board.logo:
        return Letterhead(accent)
    return Letterhead(accent, _logo(board_path.parent / board.logo, board))


def put_letterhead(parts: dict[str, bytes], letterhead: Letterhead, name: str) -> None:
    """Give a template the board's colour, and its logo in every full letterhead.

    In the description of the logo, braces are guarded: it is no template. Once the parts are
    made into one, ``unguarded`` puts them back.
    """
    if letterhead.accent != HOUSE_ACCENT:
        old, new = f'"{HOUSE_ACCENT}"'.encode(), f'"{letterhead.accent}"'.encode()
        for part in parts:
            if part.startswith(_COLOURED):
                parts[part] = parts[part].replace(old, new)
    if letterhead.logo is None:
        return
    for part in sorted(parts):
        if part.startswith("word/header") and LETTERHEAD_STYLE.encode() in parts[part]:
            _put_logo(parts, part, letterhead.logo, name)


def unguarded(source: str) -> str:
    """The source of a template in which guarded braces are XML's own, which mean nothing more."""
    return source.translate(_BRACES)


def unguarded_part(content: bytes, part: str) -> bytes:
    """A part that is no template, with its braces put back."""
    if not part.startswith("word/header"):
        return content
    for guard, brace in _BRACES.items():
        content = content.replace(chr(guard).encode(), brace.encode())
    return content


def _logo(path: Path, board: Board) -> Logo:
    try:
        content = path.read_bytes() if path.stat().st_size <= MOST_LOGO_BYTES else b""
    except OSError as error:
        raise _unusable(board, f"the file can't be read ({error.strerror})") from error
    if not content:
        raise _unusable(board, f"the file is empty or larger than {MOST_LOGO_BYTES // 10**6} MB")
    try:
        image = Image.from_blob(content)
        kind, wide, high = _TYPES[image.content_type], image.px_width, image.px_height
    except (UnrecognizedImageError, KeyError, ValueError, IndexError) as error:
        raise _unusable(board, "the file is not a PNG or JPEG picture") from error
    except Exception as error:  # the picture parser fails in many ways on broken files
        raise _unusable(board, "the picture is damaged") from error
    if not wide or not high:
        raise _unusable(board, "the picture is damaged")
    scale = min(LOGO_HEIGHT / high, MOST_LOGO_WIDTH / wide)
    described = board.logo_description or f"Logo of {board.name}"
    return Logo(content, kind, round(wide * scale), round(high * scale), described)


def _unusable(board: Board, what: str) -> CaseError:
    return CaseError.because(
        "board profile, logo",
        f"{board.logo}: {what}",
        "Put a PNG or JPEG picture beside the profile, or remove the line",
    )


def _put_logo(parts: dict[str, bytes], part: str, logo: Logo, name: str) -> None:
    root = parse_part(parts[part], part, name)
    paragraph = next((p for p in paragraphs(root) if style_id(p) == LETTERHEAD_STYLE), None)
    if paragraph is None:
        return
    media = f"word/media/board-logo.{logo.format}"
    parts[media] = logo.content
    relation = _relate(parts, part, media, name)
    declare_picture_type(parts, logo.format, name)
    run = etree.fromstring(_drawing(logo, relation))
    properties = paragraph.find(w("pPr"))
    paragraph.insert(0 if properties is None else 1, run)
    for beside in paragraphs(root):
        if style_id(beside) in BESIDE_LOGO:
            _leave_room(beside, logo)
    parts[part] = part_bytes(root)


def _leave_room(paragraph: etree._Element, logo: Logo) -> None:
    """Indent a paragraph at the right: not every program lets text flow round in a header."""
    properties = paragraph.find(w("pPr"))
    if properties is None:
        return
    indent = etree.Element(w("ind"))
    indent.set(w("right"), str((logo.width + _GAP) // _EMU_PER_TWIP))
    style = properties.find(w("pStyle"))
    properties.insert(0 if style is None else 1, indent)


def _relate(parts: dict[str, bytes], part: str, media: str, name: str) -> str:
    """The id of a new relationship of ``part`` to the picture."""
    rels = rels_part(part)
    empty = f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}"/>'.encode()
    root = parse_part(parts.get(rels, empty), rels, name)
    relation = etree.SubElement(root, f"{{{PACKAGE_RELATIONSHIPS}}}Relationship")
    relation.set("Id", "rIdBoardLogo")
    relation.set("Type", f"{RELATIONSHIPS}/image")
    relation.set("Target", media.removeprefix("word/"))
    parts[rels] = part_bytes(root)
    return "rIdBoardLogo"


def _drawing(logo: Logo, relation: str) -> bytes:
    """A run that holds the logo at the right margin, with the text beside it."""
    description = etree.Element("x")
    description.set("descr", logo.description.translate(_GUARDS))
    descr = etree.tostring(description).decode()[len("<x ") : -len("/>")]
    extent = f'cx="{logo.width}" cy="{logo.height}"'
    return f"""<w:r xmlns:w="{w("")[1:-1]}" xmlns:wp="{WORD_DRAWING}" xmlns:a="{DRAWING}"
 xmlns:pic="{PICTURE}" xmlns:r="{RELATIONSHIPS}"><w:drawing><wp:anchor distT="0" distB="0"
 distL="114300" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0"
 layoutInCell="1" allowOverlap="0"><wp:simplePos x="0" y="0"/><wp:positionH
 relativeFrom="margin"><wp:align>right</wp:align></wp:positionH><wp:positionV
 relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent {extent}/>
<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="1"
 name="Board logo" {descr}/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{PICTURE}">
<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Board logo" {descr}/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>
</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>
""".encode()
