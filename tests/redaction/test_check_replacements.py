"""What a check finds it can also replace, so that the copy checks clear."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redaction.check import Checker
from redaction.values import NamingPolicy, Passage, ProtectedTerms, Replacement, Severity

PROTECTED = (
    "Ifeoma", "Iffy", "Tamblyn", "Okoye", "Rhoswen", "Chidubem", "Dálaigh", "Zaidan",
    "9 November 2006", "999 000 0018", "01632 960471", "rhos.t@post.example", "LL-2007/0318",
    "Quillfeather", "HM9 4ZZ", "Tolwick", "Fennimore", "Little Wrens",
)  # fmt: skip
WRITTEN = (
    *PROTECTED, "Ifeoma Grace Tamblyn-Okoye", "IFEOMA", "Rhoswen’s", "the Okoyes", "Mrs Tamblyn",
    "I.G.T.", "Seán O’Dálaigh", "Hope Hill", "Nurse Hill", "R h o s w e n", "Roswen", "09/11/06",
    "9 November", "+44 1632 960471", "27 Quillfeather Road", "The Tolwick Primary School",
    "St Ebba’s", "Harnmouth General", "rhoswen.tamblyn@post.example", "@iffy_okoye",
    "Rho\u200bswen", "Mrs Fennick", "Harebell Primary School", "07700 900123", "HM9",
    "aged 16 weeks",
)  # fmt: skip
BETWEEN = (
    "and",
    "was seen by",
    "at",
    ",",
    ".",
    "— then",
    "(",
    ")",
    "\n",
    "who told",
    "of",
    "👶",
    "'s",
)

texts = st.lists(st.sampled_from((*WRITTEN, *BETWEEN)), min_size=1, max_size=14).map(" ".join)


def _replaced(text: str, replacements: Sequence[Replacement]) -> str:
    for each in reversed(replacements):
        text = text[: each.start] + each.text + text[each.end :]
    return text


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(texts, min_size=1, max_size=3))
def test_no_protected_term_survives_replacement(checker: Checker, originals: list[str]) -> None:
    """Whatever stands beside whatever: no term is left, and the copy checks without a finding."""
    copies = [
        _replaced(text, found)
        for text, found in zip(originals, checker.replacements(originals), strict=True)
    ]
    for copy in copies:
        assert [term for term in PROTECTED if term.lower() in copy.lower()] == []
    again = checker.look([Passage(copy, "copy", "") for copy in copies])
    assert [each.text for each in again if each.severity is not Severity.NOTE] == []


@settings(max_examples=50, deadline=None)
@given(st.lists(texts, max_size=3))
def test_replacements_are_in_order_and_do_not_overlap(
    checker: Checker, originals: list[str]
) -> None:
    """One list per text, each inside its text."""
    everything = checker.replacements(originals)
    assert len(everything) == len(originals)
    for text, replacements in zip(originals, everything, strict=True):
        edges = [edge for each in replacements for edge in (each.start, each.end)]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(text) for edge in edges)


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("Ifeoma’s mother Rhoswen rang.", "Child W’s mother Mother rang."),
        ("Mrs Tamblyn was seen.", "[family name] was seen."),
        ("Born on 09/11/2006 in time.", "Born on [date of birth] in time."),
        ("At Tolwick Primary School, TOLWICK.", "At School 1, School 1."),
        ("Lives at 27 Quillfeather Rd, HM9 4ZZ.", "Lives at [address]."),
        ("Write to rhoswen.tamblyn@post.example now.", "Write to [e-mail address] now."),
        ("Nothing to replace in May 2007.", "Nothing to replace in May 2007."),
        ("He moved on 3 May 2007.", "He moved on [date]."),
        ("", ""),
    ],
)
def test_the_same_identity_always_gets_the_same_words(
    checker: Checker, text: str, copy: str
) -> None:
    """People get their labels, other things words in brackets; the rest stays as it is."""
    (found,) = checker.replacements([text])
    assert _replaced(text, found) == copy


def test_what_the_policy_permits_stays(terms: ProtectedTerms, reviewer_named: NamingPolicy) -> None:
    """The reviewer who must be named is not replaced."""
    text = "By Leopold Fanshawe, about Iffy."
    (found,) = Checker(terms, reviewer_named).replacements([text])
    assert _replaced(text, found) == "By Leopold Fanshawe, about Child W."


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        ("Mrs Tamblyn (Rhoswen) met us.", "Mother met us."),
        ("Ifeoma T. was there.", "Child W was there."),
        ("Seen: Ifeoma T", "Seen: Child W"),
        ("Ifeoma X. was there.", "Child W X. was there."),
    ],
    ids=["bracket", "initial", "initial at the end", "someone else's initial"],
)
def test_what_belongs_to_a_name_goes_with_it(checker: Checker, written: str, clean: str) -> None:
    """The bracket that closes it, and the initial of the surname after it."""
    assert _replaced(written, checker.replacements([written])[0]) == clean
