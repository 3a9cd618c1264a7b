"""Kills a process that makes documents, at random moments, and looks at what it leaves behind.

Each time a worker, forked from this warm process, makes the letters of the example case over and
over, with other data each time, until SIGKILL hits it. Then: every document is whole and known,
none is gone, the case file is as it was, the register verifies, and the next run goes through and
clears what is left. docxtpl's own ``save`` is killed in the same way, for comparison.

    python benchmarks/random_kills.py [--kills 1000]
"""

from __future__ import annotations

import argparse
import hashlib
import io
import itertools
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from docxtpl import DocxTemplate

from casework.load import OpenCase, load_case
from casework.register import Register
from generator.making.make import make
from generator.making.unrecorded import Unrecorded
from generator.plan import plan
from generator.templates import find_template

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
LETTER = "bed-h"
DAY = date(2008, 3, 7)
AT = datetime(2008, 3, 7, 12, tzinfo=UTC)
LONGEST = 0.15
"""Seconds until the kill: the letters take about half as long."""
PDF_EVERY, LONGEST_WITH_PDF = 20, 1.5
"""One kill in so many hits a worker that makes PDFs too, which takes longer."""
FRESH_EVERY = 100
"""A new case folder after so many kills, or verifying its register would take the time."""


class Office:
    """A copy of the example case, with letters to make."""

    def __init__(self, folder: Path) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(EXAMPLES, folder)
        self.opened = load_case(folder / "cases" / "2007-03")
        self.planned = plan(self.opened, [LETTER], [], DAY)
        self.untouched = _hashes(folder)

    def make(self, variant: int, *, pdf: bool) -> None:
        """Make all letters, for a child with another name in every variant."""
        opened = _with_name(self.opened, f"Variant {variant}")
        register = Register(opened.register_path)
        make(opened, self.planned, register=register, by="Office", at=AT, pdf=pdf)

    def documents(self) -> dict[Path, str]:
        """The hash of every document, temporary files left out."""
        folder = self.opened.documents_folder
        return {path: one for path, one in _hashes(folder).items() if not path.name.startswith(".")}

    def left_behind(self) -> list[str]:
        """The names of hidden files among the documents."""
        return sorted(
            path.name for path in _hashes(self.opened.documents_folder) if path.name.startswith(".")
        )


def check(office: Office, before: set[Path]) -> Counter[str]:
    """Raise AssertionError unless a kill did no harm; what it left behind."""
    documents = office.documents()
    register = Register(office.opened.register_path)
    problems = register.verify()
    assert not problems, f"the register does not verify: {problems[0]}"
    recorded = {
        entry.details[key] for entry in register.entries() for key in ("sha256", "pdf_sha256")
    }
    noted = Unrecorded(office.opened.documents_folder).earlier
    for path, sha256 in documents.items():
        assert _is_whole(path), f"{path} is not whole"
        assert sha256 in recorded or sha256 in noted, f"{path} is known to no one"
    assert before <= {path for path in documents if path.suffix == ".docx"}, "a letter is gone"
    for path, sha256 in office.untouched.items():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == sha256, f"{path} was changed"
    left = office.left_behind()
    return Counter(
        {
            "kills that left a file which the register did not know": int(
                any(sha256 not in recorded for sha256 in documents.values())
            ),
            "kills that left half of a temporary file": int(
                any(name.endswith(".part") for name in left)
            ),
        }
    )


def kill_while(action: Callable[[], object], seconds: float) -> None:
    """Run ``action`` in a forked process and kill that after so many seconds."""
    worker = os.fork()
    if not worker:
        try:
            action()
        finally:
            os._exit(0)
    time.sleep(seconds)
    os.kill(worker, signal.SIGKILL)
    os.waitpid(worker, 0)


def kill_ours(kills: int, folder: Path, moments: random.Random) -> Counter[str]:
    """Kill casereview so often; what was left behind in all."""
    found: Counter[str] = Counter()
    variants = itertools.count()
    office = Office(folder)
    for number in range(kills):
        if number % FRESH_EVERY == 0:
            office = Office(folder)
        pdf = number % PDF_EVERY == PDF_EVERY - 1
        before = {path for path in office.documents() if path.suffix == ".docx"}
        first = next(variants)

        def work(office: Office = office, first: int = first, pdf: bool = pdf) -> None:
            for variant in itertools.count(first, 1000):
                office.make(variant, pdf=pdf)

        kill_while(work, moments.uniform(0, LONGEST_WITH_PDF if pdf else LONGEST))
        found += check(office, before)
        office.make(first, pdf=False)
        check(office, {path for path in office.documents() if path.suffix == ".docx"})
        assert office.left_behind() == [], f"{office.left_behind()} is left after the next run"
    return found


def kill_docxtpl(kills: int, folder: Path, moments: random.Random) -> int:
    """Kill docxtpl saving one letter over and over; how often the letter is broken then."""
    opened = load_case(EXAMPLES / "cases" / "2007-03")
    template = find_template(LETTER, opened.board, opened.board_path).content
    target = folder / "letter.docx"
    document = DocxTemplate(io.BytesIO(template))
    document.init_docx()

    def work() -> None:
        while True:
            document.docx.save(str(target))

    broken = 0
    for _ in range(kills):
        kill_while(work, moments.uniform(0.01, LONGEST))
        broken += not _is_whole(target)
    return broken


def main() -> int:
    """Print what was found; 1 where a kill did harm."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--kills", type=int, default=1000)
    kills: int = arguments.parse_args().kills
    if not hasattr(os, "fork"):
        print("SKIPPED: this system can't fork, and the benchmark kills forked workers")
        return 0
    moments = random.Random(1)  # noqa: S311 - a spread of moments, not a secret
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as place:
        Office(Path(place) / "warm").make(0, pdf=True)
        found = kill_ours(kills, Path(place) / "office", moments)
        few = max(kills // 5, 1)
        broken = kill_docxtpl(few, Path(place), moments)
    for what, count in sorted(found.items()):
        print(f"{what}: {count}")
    print(f"docxtpl's save, killed {few} times: {broken} broken letters")
    print(f"casereview, killed {kills} times: nothing lost, nothing half-written, "
          f"register verified each time ({time.perf_counter() - started:.0f} s)")  # fmt: skip
    print("target: no harm by any kill: PASS")
    return 0


def _with_name(opened: OpenCase, name: str) -> OpenCase:
    child = opened.case.child.model_copy(update={"surname": name})
    case = opened.case.model_copy(update={"child": child})
    return OpenCase(**{**vars(opened), "case": case})


def _hashes(folder: Path) -> dict[Path, str]:
    if not folder.exists():
        return {}
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _is_whole(path: Path) -> bool:
    if path.suffix == ".pdf":
        content = path.read_bytes()
        return content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF")
    try:
        with zipfile.ZipFile(path) as package:
            return package.testzip() is None and "word/document.xml" in package.namelist()
    except (zipfile.BadZipFile, OSError):
        return False


if __name__ == "__main__":
    try:
        sys.exit(main())
    except AssertionError as harm:
        print(f"target: no harm by any kill: FAIL ({harm})")
        sys.exit(1)
