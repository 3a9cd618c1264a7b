"""No text, however strange, makes a check slow or blind."""

from __future__ import annotations

import time

import pytest

from redaction.check import Checker
from redaction.values import Passage, Severity

SECONDS = 8
"""Far above what each of them takes (below one), far below what a runaway pattern takes."""

HOSTILE = [
    ("a" * 200_000, "one long word"),
    ("A" * 200_000, "one long word in capitals"),
    ("1" * 200_000, "one long number"),
    ("a b c d " * 25_000, "single letters"),
    ("9 " * 100_000, "single digits"),
    ("Aa Bb Cc " * 20_000, "capitalised words"),
    ("." * 100_000 + "@" * 100_000, "points and at signs"),
    ("a@" * 100_000, "mailboxes that never end"),
    ("a." * 100_000, "domains that never end"),
    (" " * 200_000 + "x", "spaces"),
    ("\n" * 200_000, "lines"),
    ("Rhoswen-" * 25_000, "names joined on and on"),
    ("twenty one of three " * 10_000, "numbers in words"),
    ("\u200b" * 200_000, "invisible characters"),
    ("e\u0301" * 100_000, "accents"),
    ("(((" * 60_000, "brackets"),
    ("https://" * 25_000, "schemes"),
    ("12/" * 60_000, "slashes"),
]


@pytest.mark.parametrize(("text", "reason"), HOSTILE, ids=[row[1] for row in HOSTILE])
def test_a_strange_text_takes_no_long_time(checker: Checker, text: str, reason: str) -> None:
    """200,000 characters of anything are looked at in seconds, and a name in them is found."""
    began = time.perf_counter()
    found = checker.look([Passage(f"{text} | Rhoswen Tamblyn", "body", "")])
    assert time.perf_counter() - began < SECONDS, reason
    assert any(
        "Rhoswen Tamblyn" in each.text for each in found if each.severity is Severity.BLOCK
    ), reason


@pytest.mark.parametrize("before", [19_690, 19_700, 19_990, 19_995, 20_000, 39_395, 39_698])
def test_a_name_where_a_long_text_is_cut_is_found_once(checker: Checker, before: int) -> None:
    """A long passage is looked at in pieces; a name across their edges is one finding."""
    text = "x " * (before // 2) + "seen by Rhoswen Tamblyn at home " + "x " * 10_000
    (found,) = checker.look([Passage(text, "body", "")])
    assert text[found.start : found.end] == "Rhoswen Tamblyn"


def test_nothing_reaches_from_one_passage_into_the_next(checker: Checker) -> None:
    """The first name at one passage’s end and a surname at the next one’s start stay two."""
    passages = [Passage("Seen by Rhoswen", "cell 1", ""), Passage("Tamblyn agreed", "cell 2", "")]
    found = checker.look(passages)
    assert [(each.text, each.where, each.start) for each in found] == [
        ("Rhoswen", "cell 1", 8),
        ("Tamblyn", "cell 2", 0),
    ]
