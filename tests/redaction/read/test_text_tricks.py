"""No way of writing hides a name of the case, in any format."""

from __future__ import annotations

import pytest

from benchmarks.planted.one_text import WRITERS
from redaction.check import Checker
from redaction.read import read_content
from redaction.values import Category, Severity

TRICKS = {
    "as it is": ["Rhoswen Tamblyn"],
    "split over runs": ["Rho", "swen Tam", "b", "lyn"],
    "a run for each letter": list("Rhoswen Tamblyn"),
    "soft hyphens": ["Rhos\u00adwen Tam\u00adblyn"],
    "zero-width characters": ["Rho\u200bswen Tam\u200dblyn\u2060"],
    "look-alike letters": ["Rh\u043eswen T\u0430mblyn"],
    "ligature": ["I\ufb00y"],
    "full-width letters": ["\uff32\uff48oswen Tamblyn"],
    "an accent of its own": ["Rho\u0301swen Tamblyn"],
    "letter-spaced": ["R h o s w e n  T a m b l y n"],
    "cut at the end of a line": ["Rhoswen Tam-\nblyn"],
    "cut at the end of a line and over runs": ["Rhoswen Tam-", "\nbl", "yn"],
    "no-break space": ["Rhoswen\u00a0Tamblyn"],
    "capitals": ["RHOSWEN TAMBLYN"],
    "small letters": ["rhoswen tamblyn"],
    "curly apostrophe": ["Rhoswen Tamblyn\u2019s"],
}


@pytest.mark.parametrize("file", WRITERS)
@pytest.mark.parametrize("trick", TRICKS)
def test_no_way_of_writing_hides_a_name(trick: str, file: str, checker: Checker) -> None:
    """The check blocks the file for a person's name."""
    runs = ["She saw ", *TRICKS[trick], " at home."]
    reading = read_content(file, WRITERS[file](runs))
    found = [each for each in checker.look(reading.passages) if each.category is Category.PERSON]
    assert any(each.severity is Severity.BLOCK for each in found), [
        each.text for each in reading.passages
    ]
