"""How long it takes to fill the two-page letter, beside docxtpl's own open, render and save.

Both get the same bytes of the template and the same values, and return the bytes of a Word file.
docxtpl renders with autoescape and with a Jinja environment that has our filters. It can
keep nothing from one letter to the next. casereview keeps the compiled template; its time without
that is printed too. It does more: the board's logo and colour, properties, a check of the result.

``word/document.xml`` of the two results is compared byte for byte.
"""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import date
from pathlib import Path

from _comparing import medians, verdict
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined

from casework.load import load_case
from generator.context import context_for
from generator.context.printed import PRINT_FILTERS
from generator.filling.compiled import compile_template, prepared_template
from generator.filling.fill import fill
from generator.plan import plan
from generator.templates import find_template
from generator.word.letterhead import letterhead_of

CASE = Path(__file__).resolve().parents[1] / "examples" / "cases" / "2007-03"
LETTER, DAY = "bed-h", date(2008, 3, 7)
ROUNDS = 60
MOST = 1 / 7


def main() -> int:
    """Print the medians and their ratio; 1 where the target is missed."""
    opened = load_case(CASE)
    planned = plan(opened, [LETTER], [], DAY)[0]
    template = find_template(LETTER, opened.board, opened.board_path).content
    names = context_for(opened, planned).names()
    letterhead = letterhead_of(opened.board, opened.board_path)

    def ours() -> bytes:
        return fill(template, names, name=LETTER, as_of=DAY, letterhead=letterhead)

    def ours_anew() -> bytes:
        compile_template.cache_clear()
        prepared_template.cache_clear()
        return ours()

    def peer() -> bytes:
        document = DocxTemplate(io.BytesIO(template))
        environment = Environment(autoescape=True, undefined=StrictUndefined)
        environment.filters |= PRINT_FILTERS
        document.render(names, environment, autoescape=True)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    same = document_xml(ours()) == document_xml(peer())
    found = medians({"ours": ours, "docxtpl": peer}, ROUNDS)
    first = medians({"anew": ours_anew}, 10)["anew"]
    print(f"{LETTER}, medians of {ROUNDS}, taken in turn")
    print(f"casereview:               {found['ours'] * 1000:6.2f} ms")
    print(f"casereview, first letter: {first * 1000:6.2f} ms")
    print(f"docxtpl:                  {found['docxtpl'] * 1000:6.2f} ms")
    print(f"word/document.xml is {'the same' if same else 'NOT THE SAME'} to the byte")
    passed = verdict("casereview to docxtpl", found["ours"] / found["docxtpl"], MOST)
    return 0 if passed and same else 1


def document_xml(word: bytes) -> bytes:
    """The main part of a Word file."""
    return zipfile.ZipFile(io.BytesIO(word)).read("word/document.xml")


if __name__ == "__main__":
    sys.exit(main())
