"""The register: only ever added to, and every kind of tampering shows."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from casework.register import EntryKind, Register
from casework.register_table import PROTECTION
from redaction.errors import CaseError

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
COUNT = 6
TEXT_FIELDS = ("kind", "subject", "details", "by", "at", "previous", "hash")
RECORDER = """
import sys
from datetime import datetime
from casework.register import EntryKind, Register
for n in range(15):
    Register(sys.argv[1]).record(
        EntryKind.DOCUMENT_MADE, f"{sys.argv[2]}-{n}", {}, sys.argv[2], datetime(2026, 3, 2)
    )
"""


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with six entries; tests change copies of it."""
    path = tmp_path_factory.mktemp("recorded") / "register.db"
    register = Register(path)
    for number in range(COUNT):
        register.record(
            EntryKind.COPY_ISSUED if number % 2 else EntryKind.DOCUMENT_MADE,
            f"report-{number}.docx",
            {"copy": number, "holder": "Siân Öztürk"},
            "Bronwen Mistry",
            AT + timedelta(days=number),
        )
    return path


def change(path: Path, *statements: str, values: tuple[object, ...] = ()) -> None:
    with sqlite3.connect(path) as connection:
        for name in PROTECTION:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement, values)
        for trigger in PROTECTION.values():
            connection.execute(trigger)
    connection.close()


def test_entries_come_back_as_recorded(recorded: Path) -> None:
    """In their order, with their number, all or one kind."""
    register = Register(recorded)
    entries = register.entries()
    assert [entry.number for entry in entries] == [1, 2, 3, 4, 5, 6]
    assert entries[1].details == {"copy": 1, "holder": "Siân Öztürk"}
    assert entries[1].at == AT + timedelta(days=1)
    assert entries[1].previous == entries[0].hash
    issued = register.entries(EntryKind.COPY_ISSUED)
    assert [entry.number for entry in issued] == [2, 4, 6]
    assert register.head() == entries[-1].hash
    assert register.verify() == []


def test_a_register_not_begun_is_empty_and_not_created(tmp_path: Path) -> None:
    """Looking leaves no trace."""
    register = Register(tmp_path / "register.db")
    assert (register.entries(), register.head(), register.verify()) == ([], "", [])
    assert list(tmp_path.iterdir()) == []


def test_the_same_entries_give_the_same_head(tmp_path: Path) -> None:
    """No clock and no chance is in it; a URL and a path name the same register."""
    heads = set()
    for name in ("a.db", "b.db"):
        register = Register(f"sqlite:///{tmp_path / name}")
        register.record(EntryKind.CHECKED, "summary.docx", {"b": 1, "a": 2}, "Author", AT)
        heads.add(Register(tmp_path / name).head())
    assert len(heads) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET by = 'x' WHERE number = 2",
        "DELETE FROM entries WHERE number = 2",
        "INSERT OR REPLACE INTO entries SELECT 2, kind, subject, details, by, at, previous, hash "
        "FROM entries WHERE number = 3",
        "INSERT INTO entries SELECT 9, kind, subject, details, by, at, previous, hash "
        "FROM entries WHERE number = 3",
    ],
)
def test_the_file_itself_refuses_all_but_the_next_entry(
    recorded: Path, tmp_path: Path, statement: str
) -> None:
    """Triggers stand in the way of every other program too."""
    path = tmp_path / "register.db"
    shutil.copy(recorded, path)
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="only be added"):
        connection.execute(statement)
    connection.close()
    assert Register(path).verify() == []


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (["UPDATE entries SET by = 'x' WHERE number = 2"], "entry 2: was changed"),
        (["DELETE FROM entries WHERE number = 3"], "entry 3: missing from the register"),
        (["DELETE FROM entries WHERE number IN (3, 4)"], "entries 3 to 4: missing"),
        (["DELETE FROM entries WHERE number = 1"], "entry 1: missing from the register"),
        (["DELETE FROM entries WHERE number > 4"], "entries 5 to 6: missing from the register's e"),
        (["DELETE FROM entries"], "entries 1 to 6: missing from the register's end"),
        (["DELETE FROM sqlite_sequence"], "its count of entries was changed"),
        (
            [
                "DELETE FROM entries WHERE number = 3",
                "UPDATE entries SET number = number - 1 WHERE number > 3",
            ],
            "entry 3: does not follow the entry before it",
        ),
        (
            [
                "UPDATE entries SET number = 99 WHERE number = 2",
                "UPDATE entries SET number = 2 WHERE number = 3",
                "UPDATE entries SET number = 3 WHERE number = 99",
            ],
            "entry 2: does not follow the entry before it",
        ),
        (
            [
                "UPDATE entries SET number = number + 100 WHERE number > 2",
                "INSERT INTO entries SELECT 3, kind, subject, details, by, at, previous, hash "
                "FROM entries WHERE number = 2",
                "UPDATE entries SET number = number - 99 WHERE number > 100",
            ],
            "entry 3: does not follow the entry before it",
        ),
        (["DROP TABLE entries"], "holds no entries table"),
    ],
)
def test_tampering_is_named_by_the_entrys_number(
    recorded: Path, tmp_path: Path, statements: list[str], expected: str
) -> None:
    """Edited, taken out, put in, swapped, cut off: verify says which entry."""
    path = tmp_path / "register.db"
    shutil.copy(recorded, path)
    with sqlite3.connect(path) as connection:
        for name in PROTECTION:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
    connection.close()
    assert expected in "\n".join(str(problem) for problem in Register(path).verify())


def test_a_removed_protection_shows(recorded: Path, tmp_path: Path) -> None:
    """Even while all entries are as they were."""
    path = tmp_path / "register.db"
    shutil.copy(recorded, path)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TRIGGER no_update")
    connection.close()
    assert "protection against changes was removed" in str(Register(path).verify()[0])


def test_an_anchor_shows_that_the_end_was_cut_off_and_the_count_set_back(
    recorded: Path, tmp_path: Path
) -> None:
    """What the file alone can't prove, a head noted elsewhere does."""
    path = tmp_path / "register.db"
    shutil.copy(recorded, path)
    head = Register(path).head()
    change(path, "DELETE FROM entries WHERE number = 6", "UPDATE sqlite_sequence SET seq = 5")
    assert Register(path).verify() == []
    assert head[:12] in str(Register(path).verify([head])[0])
    path.unlink()
    assert len(Register(path).verify([head])) == 1


@settings(max_examples=120, deadline=None)
@given(
    number=st.integers(1, COUNT),
    field=st.sampled_from(TEXT_FIELDS),
    place=st.integers(0, 400),
    byte=st.integers(0, 255),
)
def test_any_changed_byte_of_any_field_is_found(
    recorded: Path,
    tmp_path_factory: pytest.TempPathFactory,
    number: int,
    field: str,
    place: int,
    byte: int,
) -> None:
    """One byte of one field, put back under the triggers: verify names an entry."""
    path = tmp_path_factory.getbasetemp() / f"changed-{number}.db"
    shutil.copy(recorded, path)
    connection = sqlite3.connect(path)
    connection.text_factory = bytes
    (stored,) = connection.execute(
        f"SELECT {field} FROM entries WHERE number = ?",  # noqa: S608 - one of TEXT_FIELDS
        (number,),
    ).fetchone()
    connection.close()
    assume(stored)
    place %= len(stored)
    assume(stored[place] != byte)
    changed = stored[:place] + bytes([byte]) + stored[place + 1 :]
    change(
        path,
        f"UPDATE entries SET {field} = CAST(? AS TEXT) WHERE number = {number}",  # noqa: S608
        values=(changed,),
    )
    problems = Register(path).verify()
    assert f"entry {number}" in {problem.place for problem in problems}


def test_a_damaged_entry_is_an_error_that_says_so(recorded: Path, tmp_path: Path) -> None:
    """Reading never returns what was tampered with beyond reading."""
    path = tmp_path / "register.db"
    shutil.copy(recorded, path)
    change(path, "UPDATE entries SET details = '{' WHERE number = 4")
    with pytest.raises(CaseError, match="entry 4: was changed"):
        Register(path).entries()


def test_processes_that_record_at_once_make_one_chain(tmp_path: Path) -> None:
    """No entry is lost, none doubled, none out of order."""
    path = tmp_path / "register.db"
    writers = [
        subprocess.Popen([sys.executable, "-c", RECORDER, str(path), name]) for name in "abc"
    ]
    assert [writer.wait(timeout=50) for writer in writers] == [0, 0, 0]
    register = Register(path)
    assert len(register.entries()) == 45
    assert register.verify() == []


@pytest.mark.parametrize("content", [b"not a database at all " * 50, b"SQLite format 3\0" * 90])
def test_a_file_that_is_no_register_is_a_case_error(tmp_path: Path, content: bytes) -> None:
    """It is neither read nor touched."""
    path = tmp_path / "register.db"
    path.write_bytes(content)
    with pytest.raises(CaseError, match="is not a register"):
        Register(path).entries()
    with pytest.raises(CaseError):
        Register(path).record(EntryKind.CHECKED, "a", {}, "b", AT)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    """A register is not added to a database that is something else."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE history (url TEXT)")
    connection.close()
    with pytest.raises(CaseError, match="is not a register"):
        Register(path).record(EntryKind.CHECKED, "a", {}, "b", AT)


@pytest.mark.parametrize("address", ["postgresql://office/register", "sqlite://", "://"])
def test_only_a_sqlite_file_can_hold_a_register(address: str) -> None:
    """Another address is one clear error."""
    with pytest.raises(CaseError, match="register"):
        Register(address)


def test_odd_letters_of_file_names_can_be_recorded(tmp_path: Path) -> None:
    """A name that is not UTF-8 on disk does not stop the office's work."""
    register = Register(tmp_path / "register.db")
    entry = register.record(EntryKind.CHECKED, "caf\udce9.docx", {"file": "caf\udce9"}, "A", AT)
    assert register.entries() == [entry]
    assert register.verify() == []


def test_a_file_that_was_left_empty_is_a_register_without_entries(tmp_path: Path) -> None:
    """A program that is stopped before its first entry is written leaves an empty file."""
    path = tmp_path / "register.db"
    path.touch()
    register = Register(path)
    assert register.entries() == []
    assert register.verify() == []
    register.record(EntryKind.CHECKED, "report.docx", {}, "Mei", AT)
    assert len(register.entries()) == 1


def test_a_program_that_is_killed_over_its_first_entry_leaves_none(tmp_path: Path) -> None:
    """Half of the entry is in the file, and the journal takes it back when it is opened."""
    path, copied = tmp_path / "written.db", tmp_path / "register.db"
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("PRAGMA cache_size = 1")  # so that half of it goes to the file
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("CREATE TABLE entries (number INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT)")
    for _ in range(50):
        writer.execute("INSERT INTO entries (kind) VALUES (?)", ("x" * 3000,))
    for end in ("", "-journal"):
        shutil.copy(f"{path}{end}", f"{copied}{end}")
    writer.close()
    assert copied.stat().st_size > 0
    register = Register(copied)
    assert register.verify() == []
    assert register.verify(["0" * 64])[0].what.startswith("the entry noted elsewhere")
    assert register.record(EntryKind.CHECKED, "a", {}, "b", AT).number == 1
