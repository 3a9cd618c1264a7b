"""What is drawn: the same bytes every time, readable by its contrast, told apart by its shapes."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.charts.colours import INK, LEAST_CONTRAST, PAPER, contrast, readable, tint
from generator.charts.drawing import Drawing, Label, Rounded, Shape, Stroke, rectangle
from generator.charts.flow_chart import FlowChart, Node, NodeKind, Way
from generator.charts.flow_drawing import flow_drawing
from generator.charts.font import DOTS_PER_POINT, balanced, text_width, wrapped
from generator.charts.layout import lay_out
from generator.charts.png import as_png

COLOURS = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
CHART = FlowChart(
    "any",
    "Any",
    "",
    (
        Node("a", NodeKind.START, "Begin", "", (), (Way("b"),)),
        Node(
            "b", NodeKind.DECISION, "Well, O’Neil & Sons?", "Chair", (),
            (Way("c", "Yes"), Way("d", "No")),
        ),
        Node("c", NodeKind.STEP, "Do it – now", "Zoë", ("one",), (Way("d"),)),
        Node("d", NodeKind.END, "End", "", (), ()),
    ),
    (),
)  # fmt: skip


@pytest.fixture
def drawing() -> Drawing:
    return flow_drawing(lay_out(CHART, 499, 664), "#1f3a5f")


def test_the_same_drawing_gives_the_same_bytes(drawing: Drawing) -> None:
    """No clock and no chance in a picture."""
    assert as_png(drawing) == as_png(drawing)


def test_a_picture_is_sharp_and_white_behind(drawing: Drawing) -> None:
    """288 dots to the inch, on the white of the page."""
    image = Image.open(io.BytesIO(as_png(drawing)))
    assert image.size == (
        round(drawing.width * DOTS_PER_POINT),
        round(drawing.height * DOTS_PER_POINT),
    )
    assert image.convert("RGB").getpixel((image.width - 2, image.height - 2)) == (255, 255, 255)
    assert image.info["dpi"][0] == pytest.approx(72 * DOTS_PER_POINT, abs=1)


def test_every_kind_of_mark_is_drawn() -> None:
    """None is forgotten."""
    marks = (
        rectangle(1, 1, 8, 8, fill=PAPER, edge=INK),
        Rounded(1, 1, 8, 8, 3, PAPER, INK),
        Stroke(((0, 0), (9, 9)), INK, dash=2),
        Label("a", 1, 9, 9, INK, PAPER, bold=True),
    )
    blank = as_png(Drawing(10, 10, ()))
    pictures = [as_png(Drawing(10, 10, (mark,))) for mark in marks]
    assert len({blank, *pictures}) == len(marks) + 1


@given(COLOURS)
def test_any_accent_colour_gives_readable_drawings(accent: str) -> None:
    """A board may choose yellow: lines and letters still stand out."""
    line = readable(accent)
    assert contrast(line, PAPER) >= LEAST_CONTRAST
    assert contrast(INK, tint(line)) >= LEAST_CONTRAST
    for mark in flow_drawing(lay_out(CHART, 499, 664), accent).marks:
        if isinstance(mark, Label):
            assert contrast(mark.colour, mark.on) >= LEAST_CONTRAST


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#ffffff", "#ffffff", 1)],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, expected: float) -> None:
    """The published examples, either way round."""
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_kinds_of_boxes_differ_in_shape_and_answers_in_words(drawing: Drawing) -> None:
    """Colour alone says nothing."""
    assert sum(isinstance(mark, Rounded) for mark in drawing.marks) == 2
    hexagons = [m for m in drawing.marks if isinstance(m, Shape) and len(m.points) == 6]
    assert len(hexagons) == 1
    words = [mark.text for mark in drawing.marks if isinstance(mark, Label)]
    assert {"Yes", "No"} <= set(words)


@given(st.lists(st.text("abcdefg ’–é", min_size=1, max_size=30), max_size=8), st.floats(20, 300))
def test_wrapped_text_is_whole_and_fits(words: list[str], width: float) -> None:
    """Nothing is lost, nothing sticks out; balanced text needs no more lines."""
    text = " ".join(words)
    lines = wrapped(text, width, 9)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(text_width(line, 9) <= width for line in lines)
    assert len(balanced(text, width, 9)) == len(lines)
