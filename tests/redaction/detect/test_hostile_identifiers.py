"""No text makes a recogniser of identifiers slow: not even one made of the pieces it looks for."""

from __future__ import annotations

import time

import pytest

from redaction.detect.uk import UK_RECOGNISERS

SECONDS = 6
"""Far above what all of them together take (below one), far below a runaway pattern's time."""
LENGTH = 60_000

REPEATED = [
    "two years and ", "aged 2, 5 and ", "children aged 2, 3, ", "3, 4, 5, 6, ", "3 May 2016 ",
    "on the 3rd ", "may ", "0 7 7 0 ", "01632-", "20-99-41 ", "ab:", "1.2.", "AB/12/",
    "NHS number number ", "case number: ", "St Wenna of the ", "School ", "Harebell Road, ",
    "Flat 4, ", "AND THE ROAD ", "number      ", "x at y dot ", "a boy of seven and ", "his twin ",
    "the day before his third ", "00:", "GB11 ", "www.a.", "Instagram as ", "[2016] EWFC ",
    "AB 12 34 ", "AB07 ", 'Facebook name "', "\n\x00\n", "Mon 3/5 ", "26+3 ", "No. 1 ", "3 to ",
    "12 harebell ", "Harebell and ", "Hospital of the ", "HMP ", "the only ", " weeks months days",
    "two and a half ", "syndrome disease of ", "9", "A", " ", "\u0130", "ß",
]  # fmt: skip


@pytest.mark.parametrize("stretch", REPEATED)
def test_a_piece_of_an_identifier_over_and_over_takes_no_long_time(stretch: str) -> None:
    """Sixty thousand characters of it, in one text, are looked at by all recognisers in seconds."""
    text = (stretch * (LENGTH // len(stretch) + 1))[:LENGTH]
    began = time.process_time()
    for kind in UK_RECOGNISERS:
        for found in kind().analyze(text, []):
            assert 0 <= found.start < found.end <= len(text)
    assert time.process_time() - began < SECONDS
