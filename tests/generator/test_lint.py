"""Lint: what is wrong with a template, in an administrator's words."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from generator.authoring.fields_used import all_fields
from generator.authoring.lint import fields_used, lint
from generator.catalogue import DocumentType, document_type
from generator.context import Context

Word = Callable[..., bytes]
pytestmark = pytest.mark.usefixtures("letter_h")


def test_a_sound_template_has_no_faults(word: Word) -> None:
    """Fields, loops over lists, members of mappings."""
    template = word(
        "{{ child.full_name }} {{ events.decision|weekday }} {{ words.review }} {{ due.T04 }}",
        "{%p for agency in agencies %}",
        "{{ loop.index }} {{ agency.name }}: {% for record in agency.records %}{{ record }}"
        "{% endfor %}",
        "{%p endfor %}",
        "{{ agencies[0].chief_officer.post }}",
        header="{{ board.name }}",
    )
    assert lint(template, "t.docx") == ()


@pytest.mark.parametrize(
    ("paragraphs", "place", "says"),
    [
        (["a", "{{ child.date_of_brith }}"], "paragraph 2", "did you mean “date_of_birth”?"),
        (["{{ chid.surname }}"], "paragraph 1", "did you mean “child”?"),
        (["{{ events.decsion }}"], "paragraph 1", "did you mean “decision”?"),
        (
            ["{%p for a in agencies %}", "{{ a.nam }}", "{%p endfor %}"],
            "paragraph 2",
            "no field “agencies.nam”; did you mean “name”?",
        ),
        (["{% for a in agencies %}{{ loop.count }}{% endfor %}"], "paragraph 1", "loop.count"),
        (["{% if child.nmae %}x{% endif %}"], "paragraph 1", "child.nmae"),
        (["{{ agencies.name.upper }}"], "paragraph 1", "agencies.name.upper"),
        (["{%p for a in agencies %}", "x"], "paragraph 1", "never ended"),
        (["{{ child._private }}"], "paragraph 1", "underscore"),
    ],
)
def test_faults_are_named_with_their_paragraph(
    word: Word, paragraphs: list[str], place: str, says: str
) -> None:
    """Found without any case: the fields are compared with the list of fields."""
    problems = lint(word(*paragraphs), "own.docx")
    assert problems
    assert problems[0].place.startswith(f"own.docx, {place} (“")
    assert says in problems[0].what


def test_faults_in_headers_say_so(word: Word) -> None:
    """Not every fault is in the body."""
    (problem,) = lint(word("x", header="{{ board.nmae }}"), "own.docx")
    assert problem.place.startswith("own.docx, page header, paragraph 1")


@pytest.fixture
def document() -> DocumentType:
    changes = {"fields": ["child.full_name", "agencies"], "optional_fields": []}
    return DocumentType.model_validate(document_type("bed-h").model_dump() | changes)


def test_words_and_rules_must_be_of_the_documents_procedure(
    word: Word, document: DocumentType
) -> None:
    """A letter can't name a rule that its procedure doesn't have."""
    template = word(
        "{{ child.full_name }} {{ words.reveiw }} {{ due.T999 }}",
        "{% for a in agencies %}{{ a.name }}{% endfor %}",
    )
    whats = [problem.what for problem in lint(template, "own.docx", document)]
    assert len(whats) == 2
    assert "no “reveiw”" in whats[0]
    assert "no “T999”" in whats[1]


def test_a_needed_field_that_is_never_printed_is_a_fault(
    word: Word, document: DocumentType
) -> None:
    """What the procedure requires of the document has to be in it."""
    (problem,) = lint(word("{{ child.full_name }}"), "own.docx", document)
    assert "“agencies”" in problem.what


@pytest.mark.parametrize(
    ("xml", "says"),
    [
        (b'<w:r><w:commentReference w:id="1"/></w:r>', "a comment"),
        (b'<w:ins w:id="1" w:author="x"><w:r><w:t>new</w:t></w:r></w:ins>', "tracked change"),
        (b'<w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del>', "tracked change"),
    ],
)
def test_what_word_hides_is_found(word: Word, repack: Any, xml: bytes, says: str) -> None:
    """A comment in a template would go out with every letter."""
    end = b"</w:p>"
    change = lambda old: old.replace(end, xml + end, 1)  # noqa: E731
    template = repack(word("Text"), {"word/document.xml": change})
    (problem,) = lint(template, "own.docx")
    assert says in problem.what
    assert "paragraph 1" in problem.place


def test_pictures_from_the_network_are_found(word: Word, repack: Any) -> None:
    """Every reader's computer would ask someone else's for it."""
    relation = (
        b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/image" Target="https://spy.example/x.png" TargetMode="External"/>'
    )
    end = b"</Relationships>"
    part = "word/_rels/document.xml.rels"
    template = repack(word("x"), {part: lambda old: old.replace(end, relation + end)})
    (problem,) = lint(template, "own.docx")
    assert "outside the file (image)" in problem.what


def test_a_file_that_is_no_word_file_has_that_one_fault() -> None:
    """Lint never raises."""
    (problem,) = lint(b"hello", "own.docx")
    assert "not a Word file" in problem.what


def test_fields_used_are_paths_without_loop_variables(word: Word) -> None:
    """The members of a list go by the list's name, so that a catalogue can declare them."""
    template = word(
        "{{ child.full_name }}{% if reviewer.name %}x{% endif %}",
        "{% for r in recommendations %}{% for a in r.actions %}{{ a.what }}{% endfor %}"
        "{% endfor %}",
        footer="{{ document.copy }}",
    )
    assert {
        "child.full_name",
        "reviewer.name",
        "recommendations",
        "recommendations.actions",
        "recommendations.actions.what",
        "document.copy",
    } == fields_used(template, "t.docx")


def printed(path: str) -> str:
    """A template's text that prints the field, through a loop for each list on its way."""
    owner: Any = Context
    expression, before, after = "", "", ""
    for step in path.replace(".*", ".decision").split("."):
        expression = f"{expression}.{step}" if expression else step
        owner = get_type_hints(owner).get(step) if dataclasses.is_dataclass(owner) else None
        if get_origin(owner) is tuple:
            owner = get_args(owner)[0]
            before += f"{{% for {step}_member in {expression} %}}"
            after += "{% endfor %}"
            expression = f"{step}_member"
    return f"{before}{{{{ {expression} }}}}{after}"


def test_every_field_of_the_context_is_known_to_lint(word: Word) -> None:
    """No field exists for filling that lint would refuse, lists through a loop."""
    paths = [path.replace("meetings.*", "meetings.board") for path in all_fields()]
    assert lint(word(*map(printed, paths)), "t.docx") == ()
