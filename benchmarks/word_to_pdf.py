"""How long a letter takes from Word to PDF/UA, beside one LibreOffice call per letter.

Both get the same two-page letter with its reply slip and write a tagged PDF/UA-1. LibreOffice is
called as offices do it: ``soffice --headless --convert-to pdf``, once for each letter, with its
own profile kept warm. casereview runs in one process; then a batch with all processors.

Needs ``soffice`` on the path (Debian: apt install libreoffice-writer-nogui).
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from _comparing import medians, verdict

from casework.load import load_case
from casework.processors import processors
from generator.making.batch import WordFile, pdfs
from generator.making.make import rendered
from generator.pdf import word_to_pdf
from generator.plan import plan

CASE = Path(__file__).resolve().parents[1] / "examples" / "cases" / "2007-03"
LETTER, DAY = "bed-h", date(2008, 3, 7)
ROUNDS, BATCH = 11, 48
MOST = 1 / 5
AS_PDF_UA = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'


def main() -> int:
    """Print the medians and their ratio; 1 where the target is missed, 2 without LibreOffice."""
    soffice = shutil.which("soffice")
    if soffice is None:
        print("NOT RUN: soffice is not on the path, so there is nothing to compare with")
        return 2
    opened = load_case(CASE)
    word = rendered(opened, plan(opened, [LETTER], [], DAY)[0])
    with tempfile.TemporaryDirectory() as place:
        letter = Path(place) / "letter.docx"
        letter.write_bytes(word)
        command = [
            soffice, f"-env:UserInstallation={(Path(place) / 'profile').as_uri()}", "--headless",
            "--convert-to", AS_PDF_UA, "--outdir", place, str(letter),
        ]  # fmt: skip

        def peer() -> None:
            subprocess.run(command, check=True, capture_output=True)
            assert letter.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")

        found = medians({"ours": lambda: word_to_pdf(word, name=LETTER), "soffice": peer}, ROUNDS)
    each = seconds_of_a_batch(word) / BATCH
    print(f"{LETTER}, medians of {ROUNDS}, taken in turn")
    print(f"casereview:                        {found['ours']:.3f} s a letter")
    print(f"casereview, {BATCH} letters, {processors()} processors: {each:.3f} s a letter")
    print(f"LibreOffice, a call for each:      {found['soffice']:.3f} s a letter")
    print(f"a batch sets a letter {found['ours'] / each:.1f} times as fast as one process")
    return 0 if verdict("casereview to LibreOffice", found["ours"] / found["soffice"], MOST) else 1


def seconds_of_a_batch(word: bytes) -> float:
    """Wall seconds of a batch of the same letter, starting the processes included."""
    start = time.perf_counter()
    made = list(pdfs(WordFile(LETTER, word) for _ in range(BATCH)))
    seconds = time.perf_counter() - start
    assert len(set(made)) == 1
    return seconds


if __name__ == "__main__":
    sys.exit(main())
