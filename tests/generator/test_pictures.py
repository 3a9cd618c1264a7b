"""Pictures that are drawn when a document is made: in Word and PDF, with their description."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
from docx import Document
from PIL import Image

from casework.load import OpenCase, load_case
from generator.authoring.author import author
from generator.authoring.text import docx_text
from generator.charts.pictures import TIMELINE, CasePictures
from generator.filling.fill import fill
from generator.pdf import word_to_pdf
from generator.templates import templates_folder
from generator.word.pictures import PLACEHOLDER, DrawnPicture
from redaction.errors import TemplateError

HOUSE_STYLE = (templates_folder() / "house-style.docx").read_bytes()
DAY = date(2007, 6, 21)
EXAMPLES = Path(__file__).parents[2] / "examples" / "cases"
TEXT = (
    "---\ntitle: A plan\nlayout: chart\n---\n\nBefore\n\n[picture review-timeline]\n\n"
    "{{ document.title }}\n"
)
SAYS = "A line & a “curve” <drawn>"


NAMES = {
    "document": {"title": "Plan", "marking": "", "reference": "", "date": ""},
    "board": {"name": "Board", "short_name": "Board"},
}


def png(width: int, height: int) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "#1f3a5f").save(buffer, "PNG")
    return buffer.getvalue()


def filled(text: str = TEXT, **pictures: DrawnPicture) -> bytes:
    named = {name.replace("_", "-"): picture for name, picture in pictures.items()}
    template = author(text, HOUSE_STYLE)
    return fill(template, NAMES, name="t.docx", as_of=DAY, pictures=named)


@pytest.fixture
def drawn() -> DrawnPicture:
    return DrawnPicture(png(40, 20), 40, 20, SAYS)


def test_a_picture_reads_back_as_its_line(tmp_path: Path) -> None:
    """The text form of a template keeps the name of what will be drawn."""
    path = tmp_path / "t.docx"
    path.write_bytes(author(TEXT, HOUSE_STYLE))
    assert docx_text(path) == TEXT
    assert len(Document(str(path)).inline_shapes) == 1


def test_filling_puts_the_drawing_in_its_place(drawn: DrawnPicture) -> None:
    """As wide as the text, in its own proportion, with its description."""
    content = filled(review_timeline=drawn)
    document = Document(io.BytesIO(content))
    (shape,) = document.inline_shapes
    assert shape.width / shape.height == pytest.approx(2, rel=0.001)
    section = document.sections[0]
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    assert shape.width == pytest.approx(room, abs=1000)
    properties = shape._inline.docPr
    assert (properties.get("name"), properties.get("descr")) == (TIMELINE, SAYS)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.read("word/media/review-timeline.png") == drawn.png
        assert b'Extension="png"' in package.read("[Content_Types].xml")


def test_the_pdf_has_a_figure_with_its_description(drawn: DrawnPicture) -> None:
    """A screen reader says what the picture shows."""
    reader = pypdf.PdfReader(io.BytesIO(word_to_pdf(filled(review_timeline=drawn), name="t")))
    root: Any = reader.trailer["/Root"]
    figures: list[Any] = []

    def walk(node: Any) -> None:
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict) and "/S" in node:
            figures.extend([node] if node["/S"] == "/Figure" else [])
            walk(node.get("/K", []))

    walk(root["/StructTreeRoot"]["/K"])
    assert [figure["/Alt"] for figure in figures] == [SAYS]
    assert len(reader.pages[0].images) == 1


def test_two_pictures_of_one_name_share_one_part(drawn: DrawnPicture) -> None:
    """Nothing is stored twice."""
    content = filled(TEXT + "\n[picture review-timeline]\n", review_timeline=drawn)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        media = [name for name in package.namelist() if name.startswith("word/media/")]
    assert media == ["word/media/review-timeline.png"]
    assert len(Document(io.BytesIO(content)).inline_shapes) == 2


def test_a_name_that_nothing_is_drawn_for_is_named(drawn: DrawnPicture) -> None:
    """With the nearest one that is: no empty frame is ever printed."""
    with pytest.raises(TemplateError, match=r"no picture “review-timeline”.*review-time-line"):
        filled(review_time_line=drawn)


def test_other_pictures_of_a_template_stay_as_they_are(
    word: Callable[..., bytes], drawn: DrawnPicture
) -> None:
    """A board's own picture is not ours to replace."""
    document = Document(io.BytesIO(word("Text")))
    document.add_picture(io.BytesIO(png(3, 3)))
    buffer = io.BytesIO()
    document.save(buffer)
    content = fill(
        buffer.getvalue(), {}, name="t.docx", as_of=DAY, pictures={"review-timeline": drawn}
    )
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.read("word/media/image1.png") == png(3, 3)


def test_no_placeholder_is_left_in_a_document_of_a_case() -> None:
    """Every name of ours is drawn for the case, the same bytes every time."""
    opened = load_case(EXAMPLES / "2007-03")
    made = [
        fill(
            author(TEXT, HOUSE_STYLE),
            NAMES,
            name="t.docx",
            as_of=DAY,
            pictures=CasePictures(opened, DAY),
        )
        for _ in range(2)
    ]
    assert made[0] == made[1]
    with zipfile.ZipFile(io.BytesIO(made[0])) as package:
        assert PLACEHOLDER.encode() not in package.read("word/document.xml")


@pytest.mark.parametrize(
    ("case", "names"),
    [
        ("2007-03", {TIMELINE}),
        ("2016-05", {TIMELINE, "flow-consideration", "flow-scr", "flow-other"}),
    ],
)
def test_a_case_has_the_charts_of_its_procedure(case: str, names: set[str]) -> None:
    """Those that its procedure's document holds, and the timeline."""
    opened: OpenCase = load_case(EXAMPLES / case)
    pictures = CasePictures(opened, DAY)
    assert set(pictures) == names
    assert len(pictures) == len(names)
    for name in names:
        assert pictures[name].png.startswith(b"\x89PNG")
        assert pictures[name] is pictures[name]
        assert pictures[name].description
    with pytest.raises(KeyError):
        pictures["flow-nowhere"]
