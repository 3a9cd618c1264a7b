"""Whatever a person is called, a report can't write the name so that it is missed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from redaction.detect.detection import Certainty
from redaction.detect.people.index import NameIndex
from redaction.detect.people.search import find_names
from redaction.detect.plain import folded, plain
from redaction.detect.words import ABBREVIATIONS, ORDINARY_WORDS, REPORT_WORDS, TITLES
from redaction.values import ProtectedPerson, Role

_ACCENTED = "abcdefghijklmnoprstuvwyzáàâäåãçéèêëíïñóòöøšśúüýžłğ"
_INVISIBLE = ["\u200b", "\u00ad", "\u2060", "\u200d", "\ufeff"]


def _is_rare(word: str) -> bool:
    plainly = folded(word).text.lower()
    return plainly not in ORDINARY_WORDS | REPORT_WORDS | TITLES | {
        each.lower() for each in ABBREVIATIONS
    }


words = st.text(_ACCENTED, min_size=4, max_size=11).filter(_is_rare).map(str.capitalize)
surnames = st.one_of(words, st.tuples(words, words).map("-".join))
casings = st.sampled_from([str, str.upper, str.lower, str.title, str.swapcase])
gaps = st.sampled_from([" ", "  ", "\n", "\u00a0", "\u2009", "-", ".", "_", " \n"])
endings = st.sampled_from(["", "’s", "'s", "s’", ",", ".", ")", "!", " (", "”"])


@settings(deadline=None)
@given(words, surnames, casings, gaps, endings)
def test_any_casing_spacing_and_possessive_of_a_name_is_found(
    first: str, surname: str, casing: type[str], gap: str, ending: str
) -> None:
    """First name and surname in either order are surely the person, whatever is around them."""
    for written in (f"{first}{gap}{surname}", f"{surname}{gap}{first}"):
        text = f"It was {casing(written)}{ending} and then nothing"
        assert _covers(text, 7, 7 + len(casing(written)), f"{first} {surname}")


@settings(deadline=None)
@given(words, surnames, casings, endings)
def test_any_casing_of_one_name_alone_is_found(
    first: str, surname: str, casing: type[str], ending: str
) -> None:
    """The first name alone and the surname alone are names too."""
    for written in (first, surname):
        text = f"It was {casing(written)}{ending} and then nothing"
        assert _covers(text, 7, 7 + len(casing(written)), f"{first} {surname}")


@settings(deadline=None)
@given(words, st.data())
def test_invisible_characters_hide_no_name(name: str, data: st.DataObject) -> None:
    """Characters of no width anywhere in a name don’t hide it, and are marked with it."""
    at = data.draw(st.integers(1, len(name) - 1))
    hidden = name[:at] + data.draw(st.sampled_from(_INVISIBLE)) + name[at:]
    assert _covers(f"It was {hidden} and", 7, 7 + len(hidden), f"{name} Elsewhere")


@settings(deadline=None)
@given(st.text("bcdfgklmnprstvz", min_size=7, max_size=12).filter(_is_rare), st.data())
def test_any_one_mistake_in_a_long_name_is_found(name: str, data: st.DataObject) -> None:
    """A letter more, less, other or swapped leaves a capitalised name of seven letters a name."""
    at = data.draw(st.integers(1, len(name) - 2))
    letter = data.draw(st.sampled_from("qxj"))
    mistaken = data.draw(
        st.sampled_from(
            [
                name[:at] + letter + name[at:],
                name[:at] + name[at + 1 :],
                name[:at] + letter + name[at + 1 :],
                name[:at] + name[at + 1] + name[at] + name[at + 2 :],
            ]
        )
    )
    text = f"It was {mistaken.capitalize()} and"
    assert _covers(text, 7, 7 + len(mistaken), f"{name.capitalize()} Elsewhere")


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_looked_at_without_error(text: str) -> None:
    """No text breaks the search, and every match lies inside it."""
    view = folded(plain(text).text)
    for match in find_names(view.text, _index("Rhoswen Tamblyn-Okoye")):
        assert 0 <= match.start < match.end <= len(view.text)


def _covers(text: str, start: int, end: int, name: str) -> bool:
    """Whether the sure finds of ``name`` cover all letters of ``text`` from start to end."""
    view = folded(text)
    spans = [
        view.span(match.start, match.end)
        for match in find_names(view.text, _index(name))
        if match.certainty is Certainty.SURE
    ]
    return all(
        any(left <= at < right for left, right in spans)
        for at in range(start, end)
        if text[at].isalnum() or text[at] in _INVISIBLE
    )


def _index(name: str) -> NameIndex:
    return NameIndex([ProtectedPerson("p1", Role.CHILD, name)])
