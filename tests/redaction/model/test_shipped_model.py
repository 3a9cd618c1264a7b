"""The name model that ships with the project: there, small, offline, and finding plain names."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
import spacy

from redaction.detect.name_model import NameModel
from redaction.errors import RedactionError
from redaction.model.weights import WEIGHTS

MOST_BYTES = 15_000_000

CLEAR_NAMES = [
    ("Mrs Bagshaw rang the school about Danuta, who had been away.", ["Bagshaw", "Danuta"]),
    ("The social worker met Abdirahman Warsame at the refuge.", ["Abdirahman Warsame"]),
    ("Chidinma Okonkwo told the midwife that she was afraid.", ["Chidinma Okonkwo"]),
    (
        "DC Thistlethwaite interviewed Liam Gallagher-Shaw.",
        ["Thistlethwaite", "Liam Gallagher-Shaw"],
    ),
    ("Hope told her teacher that Will had hit her.", ["Hope", "Will"]),
    ("The flat belonged to Zofia Wiśniewska and her cousin Marek.", ["Zofia Wiśniewska", "Marek"]),
]


@pytest.fixture(scope="module")
def model() -> NameModel:
    return NameModel()


@pytest.mark.parametrize(("text", "names"), CLEAR_NAMES)
def test_plain_names_of_people_are_found(model: NameModel, text: str, names: list[str]) -> None:
    """Names of several descents, with a title or without, and names that are ordinary words."""
    found = " | ".join(name.text for name in model.names(text) if name.label_ == "PERSON")
    assert [name for name in names if name not in found] == []


@pytest.mark.parametrize(
    "text",
    [
        "Mother and Father were seen with Child A by Social Worker 2.",
        "Section 47 of the Children Act 1989 was considered by Children's Social Care.",
        "Will the Panel ask for assurance in May?",
        "The Serious Case Review Sub-Group met in March 2014.",
    ],
)
def test_pseudonyms_roles_and_statutes_are_no_people(model: NameModel, text: str) -> None:
    """What an anonymised report is made of is not taken for a person."""
    assert [name.text for name in model.names(text) if name.label_ == "PERSON"] == []


def test_offsets_are_those_of_the_text(model: NameModel) -> None:
    """Every name is the stretch of the text that its offsets give, over lines and sentences."""
    text = "No one knew.\n\nMrs Danuta Bagshaw came. She met Piotr Wolny.\nAli Khan left early."
    names = model.names(text)
    assert len(names) >= 3
    assert [text[name.start_char : name.end_char] for name in names] == [n.text for n in names]
    assert names == sorted(names, key=lambda name: name.start_char)


def test_the_same_text_gives_the_same_names() -> None:
    """Order of reading, what was read before and a second model change nothing."""
    texts = ["Danuta rang Mrs Bagshaw.", "Piotr Wolny left.", "Danuta rang Mrs Bagshaw."]
    one, other = NameModel(), NameModel()
    forwards = [one.names(text) for text in texts]
    backwards = [other.names(text) for text in reversed(texts)][::-1]
    assert forwards == backwards
    assert one.names("\n".join(texts))[0].text == forwards[0][0].text


def test_a_long_line_without_a_stop_is_read_to_its_end(model: NameModel) -> None:
    """Sentences that never end are read in parts, and nothing is read twice."""
    text = "and then they went to the shop " * 200 + "with Danuta Bagshaw"
    assert [name.text for name in model.names(text)][-1:] == ["Danuta Bagshaw"]
    assert model.names("A" * 50_000) == model.names("A" * 50_000)


def test_the_weights_are_small() -> None:
    """At most 15 MB with everything."""
    assert sum(path.stat().st_size for path in WEIGHTS.rglob("*") if path.is_file()) <= MOST_BYTES


def test_it_loads_without_the_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loading and reading open no connection."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert NameModel().names("Mrs Danuta Bagshaw rang.")


def test_a_model_that_is_not_installed_is_one_clear_error() -> None:
    """The error names the model and says what to do."""
    with pytest.raises(RedactionError) as caught:
        NameModel("en_core_web_enormous")
    assert "en_core_web_enormous" in str(caught.value)
    assert "install" in str(caught.value)


def test_a_model_without_names_is_an_error(tmp_path: Path) -> None:
    """A pipeline that recognises no names would pass everything in silence."""
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(RedactionError, match="recognises no names"):
        NameModel(str(tmp_path / "blank"))


def test_another_model_takes_the_place_of_ours(tmp_path: Path) -> None:
    """A spaCy pipeline in a folder is used, and its labels are understood."""
    other = spacy.blank("en")
    ruler = other.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Danuta"}])
    other.to_disk(tmp_path / "other")
    found = NameModel(str(tmp_path / "other")).names("Danuta rang Mrs Bagshaw.")
    assert [(name.text, name.label_) for name in found] == [("Danuta", "PLACE")]
