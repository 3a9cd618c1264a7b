"""Files that are not good YAML: each gives one clear error, soon, and never runs anything."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.yaml_tree import MAX_BYTES, read_yaml
from redaction.errors import CaseError


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "is empty"),
        (b"# only a note\n", "is empty"),
        (b"- one\n- two\n", "does not hold fields"),
        (b"just words\n", "does not hold fields"),
        (b"a: 1\nb: caf\xe9\n", "line 2: holds a letter that is not saved as UTF-8"),
        ("a: 1\n".encode("utf-16"), "is saved as Unicode (UTF-16)"),
        (b"PK\x03\x04\x00\x00\x08", "is not a text file"),
        (b"a: 1\nb: \x07\n", "line 2: holds a character that can't be part of a text file"),
        (b"a: 1\n\tb: 2\n", "line 2: the file can't be understood from here on"),
        (b"a: one: two\n", "line 1: the file can't be understood from here on"),
        (b"a: 1\nb: 'two\nc: 3\n", "line 2: the file can't be understood from here on. Add the c"),
        (b"a:\n    b: 1\n  c: 2\n", "line 3: the file can't be understood from here on. Check"),
        (b"a: 1\nb\nc: 3\n", 'Add the missing ":"'),
        (b'a: "C:\\Users"\n', "In double quotes write \\\\ for each backslash"),
        (b"a: @home\n", "line 1: the file can't be understood from here on. Put the value in doub"),
        (b'a: "\\U00110000"\n', "can't be read as YAML"),
        (b"a: " + b"x" * MAX_BYTES, "is larger than 2 MB"),
        (b"[" * 1_000_000, "holds more than any case could"),
        (b"{a: " * 300_000, "holds more than any case could"),
        (b"- " * 900_000, "holds more than any case could"),
        (b"a: [" + b"b," * 900_000, "holds more than any case could"),
    ],
)
def test_a_file_that_cannot_be_read_gives_one_clear_error(
    tmp_path: Path, content: bytes, expected: str
) -> None:
    """One problem with place and remedy, within seconds."""
    path = tmp_path / "case.yaml"
    path.write_bytes(content)
    began = time.monotonic()
    with pytest.raises(CaseError) as caught:
        read_yaml(path)
    assert time.monotonic() - began < 10
    (problem,) = caught.value.problems
    assert expected in str(problem)
    assert problem.remedy


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: &x [1]\nb: 2\n", 1, 'begins with "&"'),
        ("a: 1\nb: *x\n", 2, 'begins with "*"'),
        ("a: !!python/object/apply:os.system [ls]\n", 1, 'begins with "!"'),
        ("a: 1\nb: 2\na: 3\n", 3, "is given twice, on lines 1 and 3"),
        ("a:\nb: 2\na: 3\n", 3, "is given twice, on lines 1 and 3"),
        ("? [a, b]\n: 1\n", 1, "has a field whose name is not a word"),
        ("a: 1\n---\nb: 2\n", 2, 'a line "---" starts a second part'),
    ],
)
def test_what_yaml_allows_and_a_case_does_not_is_a_flaw(
    tmp_path: Path, text: str, line: int, what: str
) -> None:
    """Anchors, aliases, tags, repeats and second documents are named with their line."""
    path = tmp_path / "case.yaml"
    path.write_text(text, encoding="utf-8")
    (flaw,) = read_yaml(path).flaws
    assert flaw.line == line
    assert what in flaw.what


def test_an_alias_bomb_does_not_grow(tmp_path: Path) -> None:
    """Nested aliases are flaws, not gigabytes."""
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    path = tmp_path / "case.yaml"
    path.write_text("a0: &a0 [x]\n" + "\n".join(levels) + "\n", encoding="utf-8")
    assert len(read_yaml(path).flaws) > 99


def test_a_bom_and_windows_line_ends_are_fine(tmp_path: Path) -> None:
    """A file saved by Notepad reads like any other, with the same lines."""
    path = tmp_path / "case.yaml"
    path.write_bytes("a: é\r\nb:\r\n  c: 2\r\n".encode("utf-8-sig"))
    tree = read_yaml(path)
    assert tree.values == {"a": "é", "b": {"c": "2"}}
    assert tree.line(("b", "c")) == 3
    assert tree.line(("b", "missing")) == 2
    assert tree.line(("missing",)) is None


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="ab:-#\"'[]{},|>&*!?%@ \n\t\u00e9\u2028\x00", max_size=60))
def test_any_text_is_read_or_refused_with_a_case_error(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    """No text makes the reader fail in another way."""
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    path.write_text(text, encoding="utf-8", newline="")
    with contextlib.suppress(CaseError):
        read_yaml(path)
