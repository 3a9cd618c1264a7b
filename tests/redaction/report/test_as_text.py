"""The report on a terminal: verdict first, most serious first, nothing that steers the terminal."""

from __future__ import annotations

import io
from dataclasses import replace

from rich.console import Console

from redaction.report import print_report
from redaction.values import CheckResult, Severity


def _printed(*results: CheckResult, width: int = 100, colour: bool = False) -> str:
    console = Console(
        file=io.StringIO(), record=True, width=width, force_terminal=colour, color_system=None
    )
    print_report(results, console)
    return console.export_text()


def test_the_verdict_and_the_next_step_come_first(blocked: CheckResult) -> None:
    """What it means and what to do, before any detail."""
    lines = _printed(blocked).splitlines()
    assert lines[0].startswith("✗ BLOCKED")
    assert lines[1].startswith("3 blocked, 2 for review, 1 to note · 1,234 words · policy: ")
    assert lines[2].startswith("Found: ")
    assert lines[3].startswith("Make an anonymised copy")


def test_the_same_words_are_told_once_with_all_their_places(blocked: CheckResult) -> None:
    """“Rhoswen” and “rhoswen” are one entry; F1 and F3 its places."""
    printed = _printed(blocked, width=160)
    assert printed.count("Rhoswen  name") == 1
    assert "2 times" in printed
    assert "F1 body, paragraph 4; F3 body, paragraph 4" in printed


def test_the_most_serious_comes_first(blocked: CheckResult) -> None:
    """Blocked, then for review, then to note."""
    printed = _printed(blocked)
    places = [printed.index(words) for words in ("Rhoswen", "Harebell School", "3 May 2007")]
    assert places == sorted(places)
    assert "CONFIDENTIAL" in printed


def test_text_of_a_file_can_not_steer_the_terminal(blocked: CheckResult) -> None:
    """Control characters are gone, square brackets and braces are shown as they are."""
    marked = replace(blocked, file="[red]\x1b]0;title\x07.docx")
    printed = _printed(marked, width=200)
    assert "\x1b" not in printed
    assert "\x07" not in printed
    assert "[red]" in printed
    assert "{{ 7 * 7 }}" in printed


def test_a_clear_file_is_told_in_three_lines(clear: CheckResult) -> None:
    """No findings, no marking; a person is asked to read it once."""
    lines = _printed(clear).splitlines()
    assert lines[0] == "✓ CLEAR  clear.txt"
    assert "1 word ·" in lines[1]
    assert len(lines) == 3


def test_many_places_and_notes_are_counted_not_listed(blocked: CheckResult) -> None:
    """A hundred places of one name are four and a number."""
    many = [replace(blocked.findings[0], id=f"F{at}") for at in range(1, 101)]
    notes = [
        replace(blocked.findings[4], id=f"N{at}", text=f"{at} May 2007", severity=Severity.NOTE)
        for at in range(1, 9)
    ]
    printed = _printed(replace(blocked, findings=(*many, *notes)), width=200)
    assert "; and 96 more" in printed
    assert "8 exact days" in printed
    assert "… and 3 more" in printed


def test_several_files_are_told_one_after_the_other(
    blocked: CheckResult, clear: CheckResult
) -> None:
    """In the order given, with an empty line between."""
    assert "\n\n✓ CLEAR" in _printed(blocked, clear)


def test_a_narrow_terminal_loses_nothing(blocked: CheckResult) -> None:
    """Lines wrap; words stay."""
    printed = " ".join(_printed(blocked, width=40).split())
    for words in ("Rhoswen", "Harebell School", "a first name of a parent"):
        assert words in printed
