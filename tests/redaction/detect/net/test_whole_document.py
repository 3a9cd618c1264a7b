"""What one place of a document says about another, for people no case knows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[..., list[list[str]]]


@pytest.mark.parametrize(
    ("first", "second", "again"),
    [
        ("Mrs Kettle came.", "Then Kettle left again.", "Kettle"),
        ("Mrs Kettle came.", "KETTLE was arrested.", "KETTLE"),
        ("The officer arrested Kasia Wojnarowska.", "then wojnarowska rang", "wojnarowska"),
        ("Her sister is Hope Garner.", "Hope was the elder.", "Hope"),
        ("Her sister is Hope Garner.", "Garner's car was seen.", "Garner"),
        ("Mr Avery moved in.", "The Averys moved out.", "Averys"),
        ("Mr Fitch moved in.", "The house of the Fitches was cold.", "Fitches"),
        ("Seen with Anil Deshmukh-Ward.", "It was Deshmukh who rang.", "Deshmukh"),
        ("Seen with Anil Deshmukh.", "AD telephoned the school.", "AD"),
        ("Seen with Anil Deshmukh.", "A.D. was told.", "A.D."),
        ("Seen with Anil Deshmukh.", "It was said that deshmuk knew.", "deshmuk"),
        ("Seen with Anil Deshmukh.", "She gave it to D's sister.", "D"),
        ("Seen by Dr Deshmukh.", "Dr D. gave it to her.", "Dr D"),
        ("Taught by Miss Deshmukh.", "then miss d kept it", "miss d"),
        ("They moved to Harnmouth.", "Harnmouth was cheaper.", "Harnmouth"),
    ],
)
def test_a_name_once_is_one_everywhere(find: Find, first: str, second: str, again: str) -> None:
    """In capitals, in small letters, in parts, in the plural, as initials, nearly."""
    assert again in find(first, second)[1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Her sister is Hope Garner.", "Hope for change was gone."),
        ("Her sister is Hope Garner.", "There was no hope."),
        ("Mr Young came.", "Young people were asked."),
        ("Mrs Church came.", "The church was cold."),
        ("Mrs May came.", "In May she left."),
        ("Mrs Long came.", "It took long to come."),
        ("Seen with Hugo Vance.", "The HV saw the baby."),
    ],
)
def test_the_ordinary_word_stays_one(find: Find, first: str, second: str) -> None:
    """Someone's name elsewhere makes no name of the word in its ordinary use."""
    assert find(first, second)[1] == []


def test_a_word_that_the_document_writes_small_as_often_is_ordinary(find: Find) -> None:
    """The document's own term is no name for a capital in a heading."""
    assert find("Zorbing for all", "We like zorbing. They like zorbing too.") == [[], []]
    assert find("Zorbing for all") == [["Zorbing"]]


def test_a_first_name_is_one_however_often_it_is_written_small(find: Find) -> None:
    """Careless notes write names small; that makes them no words."""
    assert find("Danielle rang.", "danielle said danielle was ill") == [["Danielle"], ["danielle"]]


@pytest.mark.parametrize(
    "says",
    [
        "Jayden (a pseudonym) is six.",
        '"Jayden" (not his real name) is six.',
        "The boy is called Jayden in this report.",
    ],
)
def test_a_pseudonym_that_the_document_declares_is_no_name(find: Find, says: str) -> None:
    """The report says itself that nobody is called that."""
    assert find(says, "Later Jayden was moved.") == [[], []]


def test_a_cited_author_is_no_name_elsewhere(find: Find) -> None:
    """Nor are public figures after whom reviews are called."""
    assert find(
        "Others found the same (Zellinger, 2011).",
        "Zellinger speaks of drift.",
        "Lord Laming and Professor Munro say so too.",
    ) == [[], [], []]


def test_someone_with_a_title_is_a_name_although_such_an_author_is_cited(find: Find) -> None:
    """A family may be called like an author."""
    found = find(
        "Others found the same (Zellinger, 2011).", "Mr Zellinger came.", "Zellinger left."
    )
    assert found == [[], ["Mr Zellinger"], ["Zellinger"]]


def test_a_year_of_birth_is_no_citation(find: Find) -> None:
    """Names with a year in brackets are children as often as authors."""
    assert find("The children are Jayden (2003) and Mia (2005).") == [["Jayden", "Mia"]]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Then Mr and Mrs Thirkettle came.", "Mr and Mrs Thirkettle"),
        ("Then Detective Superintendent R. J. Pryce came.", "Detective Superintendent R. J. Pryce"),
        ("Then nana Josie came.", "nana Josie"),
        ("It was Danielle C. who rang.", "Danielle C."),
        ("It was Danielle Holt senior.", "Danielle Holt senior"),
        ("She saw PC 318 Mallinson.", "PC 318 Mallinson"),
        ("Then S/N Brigid Thirkettle came.", "S/N Brigid Thirkettle"),
    ],
)
def test_a_name_takes_its_title_and_initials_along(find: Find, text: str, whole: str) -> None:
    """What belongs to a name is found with it."""
    assert whole in find(text)[0]


def test_neighbouring_names_are_one_finding(find: Find) -> None:
    """First and family name, with what stands between them."""
    names = ["Kasia Wojnarowska", "Jan van der Berg", "Fionn McAllister", "Sean O'Rourke"]
    assert find(*(f"It was {name} who rang." for name in names)) == [[name] for name in names]


@pytest.mark.parametrize(
    "texts",
    [
        ("Child Alpha was four.", "Later Alpha was moved."),
        ("CHILD GREEN", "Child Green was four."),
        ("Colours are used in place of names.", "Mrs White and Mr. Grey moved."),
        ("Action; RAG", "Train all staff; Amber", "Red and Amber actions go to the Board."),
    ],
)
def test_labels_and_ratings_are_no_names(find: Find, texts: tuple[str, ...]) -> None:
    """Letters and colours stand for people, or for how far an action is."""
    assert find(*texts) == [[] for _ in texts]


@pytest.mark.parametrize(
    ("texts", "name"),
    [
        (
            ("Red, Amber and Green are used.", "Mrs Green told the nurse.", "Then Green left."),
            "Green",
        ),
        (("Child Green was four.", "Ivy Green rang.", "Then Green left."), "Green"),
        (("The Red Lion was shut. Later Mrs Green rang.",), "Green"),
        (("Family Brown moved.", "Mr Brown rang."), "Brown"),
    ],
)
def test_a_colour_that_someone_bears_stays_a_name(
    find: Find, texts: tuple[str, ...], name: str
) -> None:
    """Where it ends a longer name, no label and no rating hides it."""
    assert any(name in found for found in find(*texts)[-1])


@pytest.mark.parametrize(
    "says",
    [
        "The Joint Assessment Framework for Families Locally (JAFFLOX) was used.",
        "JAFFLOX: Joint Assessment Framework for Families Locally",
    ],
)
def test_an_abbreviation_that_is_spelt_out_is_no_name(find: Find, says: str) -> None:
    """In brackets after its words, or before them in a glossary."""
    assert find(says, "A JAFFLOX was not made.") == [[], []]


@pytest.mark.parametrize(
    "says", ["They spoke to WOLSTENCRAFT at noon.", "the mother (WOLSTENCRAFT) rang"]
)
def test_a_surname_in_capitals_alone_is_no_abbreviation(find: Find, says: str) -> None:
    """As the police write it; brackets alone explain nothing."""
    assert find(says) == [["WOLSTENCRAFT"]]
