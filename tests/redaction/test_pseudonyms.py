"""Labels that stand for people: kept, unique, the same every time, and telling nothing."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from redaction.pseudonyms import organisation_labels, with_labels
from redaction.values import ProtectedPerson, ProtectedTerms, Role

_LETTERS = "AEIOUBCDFGKLMNPRSTVWÉŁÖŚ"
_names = st.lists(
    st.tuples(st.sampled_from(_LETTERS), st.text("aeiounrstl", min_size=2, max_size=6)).map(
        "".join
    ),
    min_size=1,
    max_size=4,
).map(" ".join)
_people = st.lists(
    st.builds(
        ProtectedPerson,
        id=st.just("p"),
        role=st.sampled_from(Role),
        full_name=_names,
        known_as=st.lists(_names, max_size=2).map(tuple),
        label=st.sampled_from(["", "", "", "Child W", "Mother", "sibling 1", "Parent 2"]),
    ),
    max_size=12,
).map(lambda people: ProtectedTerms(tuple(people)))


@settings(deadline=None)
@given(_people)
def test_no_letter_of_a_label_begins_one_of_the_persons_names(terms: ProtectedTerms) -> None:
    """“Child W” is never a child with a name in W, accents or not."""
    for before, after in zip(terms.people, with_labels(terms).people, strict=True):
        letter = after.label.rpartition(" ")[2]
        if before.label or len(letter) > 1 or not letter.isalpha():
            continue
        names = " ".join((after.full_name, *after.known_as))
        assert letter not in {_plain(word[0]) for word in names.split()}


@settings(deadline=None)
@given(_people)
def test_everyone_gets_a_label_and_given_ones_are_kept(terms: ProtectedTerms) -> None:
    """Nothing else about a person changes."""
    for before, after in zip(terms.people, with_labels(terms).people, strict=True):
        assert after.label
        assert after == replace(before, label=before.label or after.label)


@settings(deadline=None)
@given(_people)
def test_no_new_label_is_used_twice(terms: ProtectedTerms) -> None:
    """A label that is made stands for one person only, also beside given ones in other case."""
    labelled = with_labels(terms).people
    all_labels = [person.label.casefold() for person in labelled]
    made = [
        after.label.casefold()
        for before, after in zip(terms.people, labelled, strict=True)
        if not before.label
    ]
    assert all(all_labels.count(label) == 1 for label in made)


@settings(deadline=None)
@given(_people)
def test_labels_are_the_same_every_time(terms: ProtectedTerms) -> None:
    """From the same terms the same labels; labelled terms stay as they are."""
    once = with_labels(terms)
    assert with_labels(terms) == once
    assert with_labels(once) == once


def test_labels_speak_of_roles() -> None:
    """A child has a letter, others a number of their role."""
    roles = (Role.CHILD, Role.SIBLING, Role.SIBLING, Role.PARENT, Role.PROFESSIONAL, Role.CHILD)
    people = tuple(ProtectedPerson(f"p{at}", role, "Wyn Zoe") for at, role in enumerate(roles))
    assert [each.label for each in with_labels(ProtectedTerms(people)).people] == [
        "Child X", "Sibling 1", "Sibling 2", "Parent 1", "Professional 1", "Child Y",
    ]  # fmt: skip


def test_more_children_than_letters_still_get_labels() -> None:
    """After the letters come numbers."""
    people = tuple(ProtectedPerson(f"p{at}", Role.CHILD, "Ana Bo") for at in range(30))
    labels = [each.label for each in with_labels(ProtectedTerms(people)).people]
    assert len(set(labels)) == 30
    assert labels[-1] == "Child 6"


def test_organisations_get_their_kind_and_a_number(terms: ProtectedTerms) -> None:
    """The same name in two places has one label."""
    labels = organisation_labels(
        replace(terms, gp=("Fennimore Surgery", "The Tolwick Primary School"))
    )
    assert labels == {
        "The Tolwick Primary School": "School 1",
        "St Ebba’s Infant School": "School 2",
        "Fennimore Surgery": "GP Surgery 1",
        "Harnmouth General Hospital": "Hospital 1",
        "Little Wrens Playgroup": "Organisation 1",
    }


def _plain(letter: str) -> str:
    return letter.translate(str.maketrans("ÉŁÖŚ", "ELOS"))
