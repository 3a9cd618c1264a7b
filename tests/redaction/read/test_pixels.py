"""Writing in pictures is read where Tesseract is installed; nothing passes in silence."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw, ImageFile, ImageFont

from redaction.read import Reading, pixels, read_content
from redaction.read.pixels import PixelsError, can_read_pixels, open_picture
from redaction.unread import unread_findings
from redaction.values import Severity

NAME = "Rhoswen Tamblyn"
FONT = ImageFont.load_default(28)

needs_tesseract = pytest.mark.skipif(not can_read_pixels(), reason="Tesseract is not installed")


def drawn(words: str, mode: str = "RGB") -> Image.Image:
    """A picture with ``words`` in it."""
    picture = Image.new(mode, (520, 90), "white")
    ImageDraw.Draw(picture).text((20, 25), words, fill="black", font=FONT)
    return picture


def packed(picture: Image.Image, form: str) -> bytes:
    """``picture`` as a file."""
    out = io.BytesIO()
    picture.save(out, form)
    return out.getvalue()


def in_word(content: bytes) -> Reading:
    """The reading of a Word file that shows the picture ``content``."""
    import docx

    document, out = docx.Document(), io.BytesIO()
    document.add_paragraph("See the picture.")
    document.add_picture(io.BytesIO(content))
    document.save(out)
    return read_content("report.docx", out.getvalue())


def words_in_pictures(reading: Reading) -> dict[str, str]:
    """What was read in pictures, by place."""
    return {
        passage.where: passage.text
        for passage in reading.passages
        if passage.where.startswith("writing in the")
    }


@needs_tesseract
@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "TIFF", "BMP"])
def test_writing_in_a_picture_of_a_word_file_is_read(form: str) -> None:
    """The name in the pixels is text of the document, with its place."""
    ((where, text),) = words_in_pictures(in_word(packed(drawn(NAME), form))).items()
    assert NAME in text
    assert where.startswith("writing in the picture image1.")


@needs_tesseract
@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_writing_in_a_picture_of_a_pdf_is_read(form: str) -> None:
    """A scanned page is a picture; bare pixels and picture files alike are looked into."""
    scan = Image.open(io.BytesIO(packed(drawn(NAME), form)))
    reading = read_content("scan.pdf", packed(scan, "PDF"))
    ((where, text),) = words_in_pictures(reading).items()
    assert NAME in text
    assert where == "writing in the picture 1 on page 1"


@needs_tesseract
def test_a_flat_picture_is_a_note_a_photograph_is_for_review() -> None:
    """What a program read may stay; a photograph can show a face, so a person must look."""
    gradient = Image.radial_gradient("L").resize((400, 300))
    photograph = Image.merge(
        "RGB", (gradient, gradient.rotate(90), gradient.transpose(Image.Transpose.FLIP_LEFT_RIGHT))
    )
    noise = Image.effect_noise((400, 300), 90).convert("RGB")
    photograph = Image.blend(photograph, noise, 0.5)
    for picture, severity in ((drawn("Table 1"), Severity.NOTE), (photograph, Severity.REVIEW)):
        findings = unread_findings(in_word(packed(picture, "PNG")))
        shown = [each for each in findings if each.where.startswith("picture image1")]
        assert [each.severity for each in shown] == [severity]


def test_without_tesseract_a_picture_is_for_review(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody could look inside: that is said, never nothing."""
    monkeypatch.setattr("redaction.read.pictures.can_read_pixels", lambda: False)
    findings = unread_findings(in_word(packed(drawn(NAME), "PNG")))
    assert {each.severity for each in findings} == {Severity.REVIEW}
    assert all("no one could look inside this picture" in each.reasons[0] for each in findings)


def test_a_picture_made_to_exhaust_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file of a huge picture is not unpacked."""
    monkeypatch.setattr(pixels, "MAX_PIXELS", 1000)
    with pytest.raises(PixelsError, match="too large"):
        open_picture(packed(drawn(NAME), "PNG"))


@pytest.mark.parametrize(
    "content",
    [b"\x89PNG\r\n\x1a\n", b"GIF89a\0\0", packed(drawn(""), "PNG")[:90]],
    ids=["its first bytes only", "a broken head", "cut short"],
)
@pytest.mark.parametrize("lenient", [False, True])
def test_a_broken_picture_is_pointed_out(
    content: bytes, lenient: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What can't be decoded is an error of its own kind, whatever others told Pillow to allow."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", lenient)
    with pytest.raises(PixelsError):
        open_picture(content)
