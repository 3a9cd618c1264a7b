"""The tags of a report's PDF, read back: what a screen reader is told of its headings and so on."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from types import ModuleType
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from publication.metadata import Publication, PublicBoard
from publication.pages import ReportView
from publication.pdf import report_pdf
from publication.rendering import site_folder
from publication.report.convert import convert
from publication.report_state import PublicState, ReportState

ON, UNTIL = date(2008, 3, 5), date(2009, 3, 4)
DECORATION = {"description": "", "decorative": True}


@dataclass
class Tag:
    """An element of the structure: its kind without the slash, its attributes, what is in it."""

    kind: str
    entries: dict[str, Any]
    parent: Tag | None
    inside: list[Tag] = field(default_factory=list)
    marked: int = 0
    """Pieces of the page's content that belong to it itself."""

    def walk(self) -> Iterator[Tag]:
        """It and everything in it, in reading order."""
        yield self
        for each in self.inside:
            yield from each.walk()

    def all(self, *kinds: str) -> list[Tag]:
        """Everything in it of ``kinds``."""
        return [each for each in self.walk() if each.kind in kinds]


def read_structure(reader: PdfReader) -> Tag:
    """The structure tree of a PDF, as ISO 32000-1, 14.7 describes it."""
    root: Any = reader.trailer["/Root"]
    return _tag(root["/StructTreeRoot"], None)


def _tag(element: Any, parent: Tag | None) -> Tag:
    tag = Tag(str(element.get("/S", "/Root"))[1:], dict(element), parent)
    children = element.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        child = child.get_object() if isinstance(child, IndirectObject) else child
        if isinstance(child, DictionaryObject) and "/S" in child:
            tag.inside.append(_tag(child, tag))
        else:
            tag.marked += 1
    return tag


@pytest.fixture
def made(word: ModuleType) -> bytes:
    """The PDF of a Word report with everything that has a tag."""
    note = '<w:r><w:footnoteReference w:id="5"/></w:r>'
    link = f'<w:hyperlink r:id="out">{word.run("the guidance")}</w:hyperlink>'
    rows = [word.row(f"Month {number}", "Visit", "Nurse") for number in range(60)]
    body = "".join(
        [
            word.p("Introduction", "H1"),
            word.paragraph(word.run("See ") + link + note),
            word.listed("A", 5), word.listed("B", 5, 1), word.listed("C", 1),
            word.p("The months", "H2"),
            word.p("Table: visits", "Cap"),
            word.table(word.row("Month", "What", "Who", head=True), *rows),
            word.paragraph(word.picture(description="Four moves")),
            word.paragraph(word.picture("line", **DECORATION)),
            word.p("W" * 300),
        ]
    )  # fmt: skip
    content = word.word_file(
        body,
        footnotes=f'<w:footnote w:id="5">{word.p("In the book.")}</w:footnote>',
        pictures={"pic": word.png(size=(900, 400)), "line": word.png("#ffffff")},
        links={"out": "https://guidance.example/"},
    )
    return report_pdf(view_of(content), site_folder())


ANSWERS = ("We accept it.", "More is asked.", "We will look again.")


def view_of(content: bytes) -> ReportView:
    board = PublicBoard(
        name="Hollinmoor Safeguarding Children Board", short_name="HSCB", area="Hollinmoor",
        address=["Fold House"], email="reviews@hollinmoor-board.example",
        website="https://reviews.hollinmoor-board.example/",
    )  # fmt: skip
    state = ReportState(
        "2007-03", PublicState.PUBLISHED, ON, first_published=ON, published=ON, last_day=UNTIL
    )
    facts = Publication.model_validate(
        {
            "reference": "2007-03", "title": "The winter", "kind": "serious_case_review",
            "procedure_title": "Procedure", "file": "report.docx", "sha256": "0" * 64,
            "published": ON, "retention_months": 12, "retention_citation": "B&NES 2016 §8.1",
            "key_issues": ["Nobody asked."], "response": "We accept it.",
            "impact": "More is asked.", "further_action": "We will look again.",
            "recommendations": [{
                "number": "1", "text": "Ask.",
                "actions": [{"what": "Train", "who": "Head", "by_when": ON, "status": "done"}],
            }],
        }
    )  # fmt: skip
    return ReportView(state, board, facts, convert(content, ".docx"))


def test_headings_go_down_one_level_at_a_time(made: bytes) -> None:
    """From a single title of level 1."""
    tags = read_structure(PdfReader(io.BytesIO(made)))
    levels = [int(tag.kind[1]) for tag in tags.walk() if re.fullmatch(r"H[1-6]", tag.kind)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert set(levels) == {1, 2, 3}


def test_every_header_cell_says_what_it_heads(made: bytes) -> None:
    """On every page that the table goes on to; each other cell names its headers."""
    tags = read_structure(PdfReader(io.BytesIO(made)))
    tables = tags.all("Table")
    assert len(tables) > 1, "the table is longer than a page"
    for table in tables:
        heads = table.all("TH")
        assert len(heads) == 3
        assert {str(cell.entries["/A"]["/Scope"]) for cell in heads} == {"/Column"}
        known = {str(cell.entries["/ID"]) for cell in heads}
        for cell in table.all("TD"):
            assert cell.parent is not None
            assert cell.parent.kind == "TR"
            named = {str(header) for header in cell.entries["/A"]["/Headers"]}
            assert named
            assert named <= known
    assert tables[0].inside[0].kind == "Caption"


def test_every_figure_says_what_it_shows(made: bytes) -> None:
    """And is drawn; a decoration is none."""
    reader = PdfReader(io.BytesIO(made))
    figures = read_structure(reader).all("Figure")
    assert [str(figure.entries["/Alt"]) for figure in figures] == ["Four moves"]
    drawn = {image.data: image.image for page in reader.pages for image in page.images}
    assert [image.size for image in drawn.values() if image] == [(900, 400)]
    left, top, right, bottom = map(float, figures[0].entries["/A"]["/BBox"])
    assert (right - left) / (bottom - top) == pytest.approx(900 / 400, rel=0.01)


def test_lists_are_lists(made: bytes) -> None:
    """Each item has a body, and a label where it shows one; the numbers are the author's."""
    reader = PdfReader(io.BytesIO(made))
    lists = read_structure(reader).all("L")
    assert lists
    for each in lists:
        assert {tag.kind for tag in each.inside} <= {"LI", "L"}
        items = [item for item in each.inside if item.kind == "LI"]
        assert all(item.inside[-1].kind == "LBody" for item in items)
        assert all({tag.kind for tag in item.inside} <= {"Lbl", "LBody"} for item in items)
    text = "\n".join(page.extract_text() for page in reader.pages)
    assert {"7.", "a."} <= set(text.split())


def test_every_link_says_where_it_leads(made: bytes) -> None:
    """In the tree and beside the annotation."""
    reader = PdfReader(io.BytesIO(made))
    links = [
        note.get_object()
        for page in reader.pages
        for note in page.get("/Annots", [])
        if note.get_object()["/Subtype"] == "/Link"
    ]
    assert links
    assert all(str(link["/Contents"]) and "/StructParent" in link for link in links)
    assert all(tag.marked for tag in read_structure(reader).all("Link"))
    targets = {str(link["/A"]["/URI"]) for link in links if "/URI" in link.get("/A", {})}
    assert "https://guidance.example/" in targets
    assert {target.partition(":")[0] for target in targets} == {"https", "mailto"}


def test_every_page_has_its_order_of_tabs_and_its_place(made: bytes) -> None:
    """The footer says which report this is and which page of how many; the cover how to cite it."""
    reader = PdfReader(io.BytesIO(made))
    assert {str(page["/Tabs"]) for page in reader.pages} == {"/S"}
    for number, page in enumerate(reader.pages[1:], start=2):
        text = page.extract_text()
        assert "2007-03 · The winter" in text
        assert f"{number} of {len(reader.pages)}" in text
    cover = " ".join(reader.pages[0].extract_text().split())
    assert "On the board’s site until 4 March 2009" in cover
    assert "To cite this report: Hollinmoor Safeguarding Children Board (2008)" in cover


def test_a_word_longer_than_a_line_is_broken(made: bytes) -> None:
    """Nothing runs off the page."""
    lines = [
        line for page in PdfReader(io.BytesIO(made)).pages for line in page.extract_text().split()
    ]
    pieces = [len(line) for line in lines if line.startswith("WW")]
    assert sum(pieces) == 300
    assert max(pieces) < 100


def test_what_the_page_says_is_in_the_pdf(made: bytes) -> None:
    """Findings, text, notes, recommendations with their actions, the board's answers."""
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    for words in ("Nobody asked.", "Introduction", "In the book.", "Train", *ANSWERS):
        assert words in text
