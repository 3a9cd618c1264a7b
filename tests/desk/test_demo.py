"""``demo``: the whole flow, played once."""

from __future__ import annotations

import gzip
import io
import re
from pathlib import Path
from typing import Any

import pypdf
import pytest

from redaction.read import read_file


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the demo leaves behind."""
    from desk.demo import play

    folder = tmp_path_factory.mktemp("demo") / "demo"
    play(folder)
    return folder


def sentences(report: Path) -> set[str]:
    texts = [passage.text for passage in read_file(report).passages if not passage.hidden]
    found = {
        " ".join(sentence.split())
        for text in texts
        for sentence in re.split(r"(?<=[.!?])\s+", text)
    }
    return {sentence for sentence in found if len(sentence.split()) > 5}


def text_of(path: Path) -> str:
    content = path.read_bytes()
    if content.startswith(b"%PDF"):
        pages = pypdf.PdfReader(io.BytesIO(content)).pages
        text = " ".join(page.extract_text() for page in pages)
    else:
        if content.startswith(b"\x1f\x8b"):
            content = gzip.decompress(content)
        text = re.sub(r"<[^>]+>", " ", content.decode("utf-8", "replace"))
    return " ".join(text.split())


def test_letters_summary_sites_and_register_are_there(played: Path) -> None:
    """Every step leaves the files that its line of the story names."""
    documents = played / "cases" / "2007-03" / "documents"
    assert len(list(documents.rglob("*.docx"))) == len(list(documents.rglob("*.pdf"))) == 27
    assert (played / "check-of-the-summary.html").is_file()
    assert (played / "cases" / "2007-03" / "register.db").is_file()
    assert (played / "site-published" / "reports" / "2007-03.pdf").is_file()


def test_after_twelve_months_not_one_sentence_of_the_report_is_left(played: Path) -> None:
    """Found all over the first site, nowhere in the second, whatever the kind of file."""
    told = sentences(played / "executive-summary-anonymised.docx")
    assert len(told) > 30
    first = " ".join(text_of(path) for path in (played / "site-published").rglob("*.html"))
    assert sum(sentence in first for sentence in told) > 0.9 * len(told)
    for path in (played / "site-afterwards").rglob("*"):
        if path.is_file():
            left = [sentence for sentence in told if sentence in text_of(path)]
            assert left == [], path.name


def test_no_name_of_the_case_is_on_the_site(played: Path) -> None:
    """The wall holds: neither site nor the folder it is made from knows the family."""
    names = (b"Temilola", b"Adekunmi", b"Pritchard", b"Netherlark", b"9994072617")
    for folder in ("site-published", "site-afterwards", "publications"):
        for path in (played / folder).rglob("*"):
            if path.is_file() and path.suffix not in {".pdf", ".docx"}:
                content = path.read_bytes()
                assert [name for name in names if name in content] == [], path


def test_the_demo_never_replaces_a_folder_that_is_not_its_own(run: Any, tmp_path: Path) -> None:
    """Somebody's files stay."""
    mine = tmp_path / "mine.txt"
    mine.write_text("keep", "utf-8")
    assert run("demo", tmp_path).code == 2
    assert mine.read_text("utf-8") == "keep"
