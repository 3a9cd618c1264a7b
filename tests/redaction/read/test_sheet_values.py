"""The numbers of a workbook's cells are read as Excel shows them."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from redaction.check import Checker
from redaction.read import read_content
from redaction.values import Category

Value = date | float | str


def cell(value: Value, number_format: str = "General") -> str:
    """How the reading has a cell with this value."""
    book = openpyxl.Workbook()
    book.create_sheet("Data", 0).cell(1, 1, value).number_format = number_format
    content = io.BytesIO()
    book.save(content)
    passages = read_content("a.xlsx", content.getvalue()).passages
    return next(each.text for each in passages if each.where.endswith("cell A1"))


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (date(2006, 11, 9), "dd/mm/yyyy", "9 November 2006"),
        (date(2006, 11, 9), '[$-809]d mmmm yyyy;@', "9 November 2006"),
        (datetime(2006, 11, 9, 14, 30), "dd/mm/yyyy hh:mm", "9 November 2006 14:30"),
        (39030, "General", "39030"),
        (9990000018, "0", "9990000018"),
        (1.5, '0.0 "days"', "1.5"),
        (True, "General", "1"),
        ("Child W", "@", "Child W"),
    ],
)  # fmt: skip
def test_a_number_is_a_date_where_its_format_says_so(
    value: Value, number_format: str, text: str
) -> None:
    """A date is a number of days in the file; the reading has the day."""
    assert cell(value, number_format) == text


def test_a_birthday_in_a_cell_is_found(checker: Checker) -> None:
    """A date of birth is blocked, although the file holds only the number 39030."""
    book = openpyxl.Workbook()
    book.create_sheet("Data", 0).cell(1, 1, date(2006, 11, 9))
    content = io.BytesIO()
    book.save(content)
    found = checker.look(read_content("a.xlsx", content.getvalue()).passages)
    assert [each.severity for each in found if each.category is Category.DATE] == ["block"]


def test_both_calendars_of_excel_are_known() -> None:
    """Old workbooks of Macintosh count from 1904."""
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.create_sheet("Data", 0).cell(1, 1, date(2006, 11, 9))
    content = io.BytesIO()
    book.save(content)
    texts = [each.text for each in read_content("a.xlsx", content.getvalue()).passages]
    assert "9 November 2006" in texts
