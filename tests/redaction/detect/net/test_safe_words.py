"""What is safe, and that the lists which say so are in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from redaction.detect.net import lists
from redaction.detect.net.safe import is_safe
from redaction.detect.net.vocabulary import Kind, kind

SAFE = """
Social Worker 2|Child A|Mother|Adult B|MGM|FIS|School 1|Health Visitor|Ofsted|NSPCC|CQC
Signs of Safety|Graded Care Profile|January|Tuesday|Christmas|Ramadan|Polish|Urdu|Jamaica|Muslim
Wales|Roma|North West|Ritalin|Paracetamol|Asperger's|Facebook|WhatsApp|Liquidlogic
Victoria Climbié|Munro Review|Working Together to Safeguard Children|CAMHS|MARAC|Care Act
paediatrician|neighbourhood|organised|safeguarding|non-accidental|Multi-Agency|pre-birth
Local Authority|Emergency Department|Serious Case Review|Terms of Reference|GPs|CiC|SENCo
""".replace("\n", "|").strip("|").split("|")  # fmt: skip

NOT_SAFE = """
Danielle|Wojnarowska|Harnmouth|Hope|Mark|Brown|Jordan|Kasia|Okonkwo|danielle
DANIELLE|Thornley Estate
Kestrel House|HMP Fosse Park|O'Rourke|McAllister|Anne-Marie|Jayden's|St Blaise's
""".replace("\n", "|").strip("|").split("|")  # fmt: skip


@pytest.mark.parametrize("phrase", SAFE)
def test_words_of_reports_are_safe(phrase: str) -> None:
    """Ordinary words, labels, bodies, statutes, medicines, peoples."""
    assert is_safe(phrase)


@pytest.mark.parametrize("phrase", NOT_SAFE)
def test_names_are_not_safe(phrase: str) -> None:
    """Names in any casing, words that are also names, and words that nothing explains."""
    assert not is_safe(phrase)


def test_british_spellings_and_inflected_forms_are_ordinary() -> None:
    """The list of English words has them, or a word has a common ending."""
    words = (
        "analysed behaviours centres counselled favourite foetal programmes recognising travelled"
    )
    assert {word: kind(word) for word in words.split()} == dict.fromkeys(words.split(), Kind.SAFE)


FILES = sorted((Path(lists.__file__).parent / "data").glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_a_list_has_its_source_and_each_entry_once(path: Path) -> None:
    """One entry a line, in order, after a header that says where they come from."""
    text = path.read_text("utf-8")
    lines = text.splitlines()
    entries = [line for line in lines if not line.startswith("#")]
    assert lines[0].startswith("# ")
    assert "this project" in text or "SCOWL" in text
    assert entries == sorted(set(entries))
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
