"""Documents with drawings, as they are made for a case: on their page, and in words too."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
import pytest

from casework.load import OpenCase, load_case
from casework.procedure_file import load_procedure
from generator.charts.chart_file import chart_ids, chart_procedures, load_chart
from generator.charts.in_words import in_words
from generator.making.make import rendered
from generator.pdf import word_to_pdf
from generator.plan import plan

CASES = sorted((Path(__file__).parents[2] / "examples" / "cases").glob("*/case.yaml"))
CHARTS = [(chart, procedure) for chart in chart_ids() for procedure in chart_procedures(chart)]


def pages(opened: OpenCase, document_id: str, as_of: date) -> list[pypdf.PageObject]:
    planned = plan(opened, [document_id], [], as_of)[0]
    pdf = word_to_pdf(rendered(opened, planned, draft=True), name=document_id)
    return list(pypdf.PdfReader(io.BytesIO(pdf)).pages)


def has_picture(page: pypdf.PageObject) -> bool:
    """Whether a picture is painted on the page."""
    contents = page.get_contents()
    return contents is not None and b" Do" in contents.get_data()


def days(opened: OpenCase) -> list[date]:
    """The first day of the case, one in the middle and the last."""
    found = sorted(event.on for event in opened.case.events)
    return [found[0], found[len(found) // 2], found[-1]]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_the_plan_of_every_example_is_one_page(path: Path) -> None:
    """Early, midway and at the end: picture, table and what has no day yet."""
    opened = load_case(path.parent)
    for day in days(opened):
        (page,) = pages(opened, "review-timeline", day)
        assert has_picture(page)
        assert "How it stands" in page.extract_text()


@pytest.mark.parametrize(("chart_id", "procedure"), CHARTS)
def test_a_flow_chart_fills_one_page_and_is_told_on_the_next(chart_id: str, procedure: str) -> None:
    """The picture never spills over; every step stands in words after it."""
    opened = replace(load_case(CASES[0].parent), procedure=load_procedure(procedure))
    drawn, *told = pages(opened, chart_id, date(2020, 1, 6))
    assert has_picture(drawn)
    assert "in words" not in drawn.extract_text()
    assert not any(map(has_picture, told))
    text = " ".join(" ".join(page.extract_text().split()) for page in told)
    for step in in_words(load_chart(chart_id, procedure)):
        assert step.text in text
        assert step.onward in text
