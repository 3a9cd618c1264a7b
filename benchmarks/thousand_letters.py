"""Memory and time of 100 and of 1,000 letters, beside docxtpl making as many.

Every count runs in a process of its own. casereview makes each letter with all that belongs to
it: it is checked before the first is written, kept whole through a power cut, and recorded.
docxtpl opens, renders and saves. The letters go to invented recipients of the example case.
"""

from __future__ import annotations

import dataclasses
import io
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment

from casework.load import OpenCase, load_case
from casework.register import Register
from generator.context import context_for
from generator.context.printed import PRINT_FILTERS
from generator.making.make import make
from generator.plan import PlannedDocument, plan
from generator.templates import find_template

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
LETTER, DAY = "bed-h", date(2008, 3, 7)
FEW, MANY = 100, 1000
MOST_GROWTH = 10.0
"""Megabytes from few letters to many: what is kept of a letter is its place and its hash."""


def letters(opened: OpenCase, count: int) -> list[PlannedDocument]:
    """The letter for so many recipients, who differ by their ids."""
    planned = plan(opened, [LETTER], [], DAY)
    return [
        dataclasses.replace(one, recipient=dataclasses.replace(one.recipient, id=f"r-{number}"))
        for number in range(count)
        for one in [planned[number % len(planned)]]
    ]


def ours(folder: Path, count: int) -> None:
    """Make the letters with casereview."""
    opened = load_case(folder / "cases" / "2007-03")
    at = datetime(2008, 3, 7, tzinfo=UTC)
    register = Register(opened.register_path)
    made = make(opened, letters(opened, count), register=register, by="Office", at=at)
    assert len({one.path for one in made}) == count


def docxtpl(folder: Path, count: int) -> None:
    """Make the letters with docxtpl alone."""
    opened = load_case(folder / "cases" / "2007-03")
    template = find_template(LETTER, opened.board, opened.board_path).content
    for number, planned in enumerate(letters(opened, count)):
        document = DocxTemplate(io.BytesIO(template))
        environment = Environment(autoescape=True)
        environment.filters |= PRINT_FILTERS
        document.render(context_for(opened, planned).names(), environment, autoescape=True)
        document.save(str(folder / f"{number}.docx"))


def measured(what: str, count: int) -> tuple[float, float]:
    """Peak memory in megabytes and wall seconds of so many letters, in a process of its own."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "examples"
        shutil.copytree(EXAMPLES, folder)
        command = [sys.executable, __file__, what, str(folder), str(count)]
        output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    memory, seconds = map(float, output.split())
    return memory, seconds


def run_one(what: str, folder: Path, count: int) -> None:
    """In the process of its own: make the letters and print what it took."""
    import resource

    started = time.perf_counter()
    {"ours": ours, "docxtpl": docxtpl}[what](folder, count)
    seconds = time.perf_counter() - started
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, seconds)


def main() -> int:
    """Print memory and time; 1 where memory grows with the number of letters."""
    found = {(what, count): measured(what, count)
             for count in (FEW, MANY) for what in ("ours", "docxtpl")}  # fmt: skip
    for (what, count), (memory, seconds) in found.items():
        name = "casereview" if what == "ours" else what
        print(f"{name:<10} {count:>5} letters: {memory:6.1f} MB at most, {seconds:6.2f} s, "
              f"{seconds / count * 1000:.1f} ms a letter")  # fmt: skip
    ratio = found["ours", MANY][1] / found["docxtpl", MANY][1]
    print(f"casereview takes {ratio:.2f} of docxtpl's time")
    growth = found["ours", MANY][0] - found["ours", FEW][0]
    passed = growth <= MOST_GROWTH
    print(f"memory grows by {growth:.1f} MB from {FEW} letters to {MANY}; target at most "
          f"{MOST_GROWTH:.0f} MB: {'PASS' if passed else 'FAIL'}")  # fmt: skip
    return 0 if passed else 1


if __name__ == "__main__":
    if len(sys.argv) == 4:
        run_one(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
    else:
        sys.exit(main())
