"""Files made to exhaust a computer: a finding or one clear error, soon and in little memory.

Each is checked in a process of its own that first checked a harmless file; the seconds are those
of the second check, the megabytes the peak of the whole process.

    python benchmarks/hostile_files.py
"""

from __future__ import annotations

import io
import multiprocessing
import resource
import tempfile
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
from _seeds import NAME, TEXT
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from benchmarks.planted import smallest
from benchmarks.planted.packages import zipped
from redaction.check import Checker
from redaction.errors import RedactionError
from redaction.policy import STRICT
from redaction.values import ProtectedPerson, ProtectedTerms, Role

MOST_SECONDS, MOST_MEGABYTES = 2.0, 300
TERMS = ProtectedTerms((ProtectedPerson("mother", Role.PARENT, NAME),))


def zip_bomb() -> bytes:
    """A part that unpacks to a gigabyte."""
    out = io.BytesIO(smallest.word("<w:p/>"))
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as packed,
        packed.open("word/footnotes.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(1000):
            part.write(b" " * 1_000_000)
    return out.getvalue()


def many_parts() -> bytes:
    """A package of sixty thousand parts."""
    return smallest.word("<w:p/>", {f"word/part{n}.xml": b"<x/>" for n in range(60_000)})


def entity_bomb() -> bytes:
    """Entities that multiply to a billion."""
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    with zipfile.ZipFile(io.BytesIO(smallest.word("<w:p>&e9;</w:p>"))) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    declared = f'<!DOCTYPE x [<!ENTITY e0 "boo">{lines}]>'.encode()
    return zipped(parts | {"word/document.xml": declared + parts["word/document.xml"]})


def russian_doll() -> bytes:
    """A file in a file, forty deep."""
    content = smallest.word(f"<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>")
    for _ in range(40):
        content = smallest.word("<w:p/>", {"word/embeddings/inner.docx": content})
    return content


def deep_xml() -> bytes:
    """Elements in elements, a hundred thousand deep."""
    return smallest.word("<w:p>" * 100_000 + "</w:p>" * 100_000)


def long_word() -> bytes:
    """A report of 500 pages."""
    document, out = docx.Document(), io.BytesIO()
    for _ in range(500 * 8):
        document.add_paragraph(TEXT * 3)
    document.save(out)
    return out.getvalue()


def long_pdf() -> bytes:
    """A PDF of 500 pages."""
    from weasyprint import HTML

    page = f"<p>{TEXT * 3}</p>" * 8
    one = PdfReader(io.BytesIO(HTML(string=page).write_pdf()))
    writer, out = PdfWriter(), io.BytesIO()
    for _ in range(500):
        writer.append(one)
    writer.write(out)
    return out.getvalue()


def packed_pdf() -> bytes:
    """A page whose program unpacks to a gigabyte."""
    writer, out = PdfWriter(), io.BytesIO()
    page = writer.add_blank_page(595, 842)
    pack = zlib.compressobj()
    content = b"".join(pack.compress(b" " * 1_000_000) for _ in range(1000)) + pack.flush()
    stream = _drawn("")
    stream._data = content
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    page[NameObject("/Contents")] = writer._add_object(stream)
    writer.write(out)
    return out.getvalue()


def sealed_pdf() -> bytes:
    """A PDF that needs a password."""
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(99, 99)
    writer.encrypt("secret", algorithm="AES-256")
    writer.write(out)
    return out.getvalue()


def huge_picture() -> bytes:
    """A picture of a billion pixels, in a Word file."""
    from PIL import Image

    drawn = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(drawn, "PNG")
    return smallest.word("<w:p/>", {"word/media/image1.png": drawn.getvalue()})


def nested_message() -> bytes:
    """A message in a message, three hundred deep."""
    content = f"From: a@board.example\nSubject: {NAME}\n\n{TEXT}\n"
    for _ in range(300):
        content = f"From: a@board.example\nContent-Type: message/rfc822\n\n{content}"
    return content.encode()


HOSTILE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "zip bomb": ("a.docx", zip_bomb),
    "many parts": ("a.docx", many_parts),
    "entity bomb": ("a.docx", entity_bomb),
    "file in a file, 40 deep": ("a.docx", russian_doll),
    "elements 100,000 deep": ("a.docx", deep_xml),
    "Word, 500 pages": ("a.docx", long_word),
    "PDF, 500 pages": ("a.pdf", long_pdf),
    "PDF bomb": ("a.pdf", packed_pdf),
    "PDF with a password": ("a.pdf", sealed_pdf),
    "picture of a billion pixels": ("a.docx", huge_picture),
    "message in a message": ("a.eml", nested_message),
    "HTML, 100,000 deep": ("a.html", lambda: b"<div>" * 100_000 + TEXT.encode()),
    "Markdown brackets": ("a.md", lambda: b"[" * 200_000 + TEXT.encode()),
    "Markdown quotes": ("a.md", lambda: b"> " * 100_000 + TEXT.encode()),
    "RTF groups": ("a.rtf", lambda: b"{\\rtf1 " + b"{" * 200_000 + TEXT.encode()),
    "a word of a million letters": ("a.txt", lambda: b"A" * 1_000_000),
    "a million initials": ("a.txt", lambda: b"A. " * 330_000),
    "a million digits": ("a.txt", lambda: b"0123456789 " * 90_000),
}


def try_out(name: str) -> tuple[str, float, float]:
    """What came of one hostile file, in how many seconds, at what peak of megabytes."""
    checker = Checker(TERMS, STRICT)
    with tempfile.TemporaryDirectory() as folder:
        harmless = Path(folder) / "harmless.txt"
        harmless.write_text(TEXT)
        checker.check(harmless)
        path = Path(folder) / HOSTILE[name][0]
        path.write_bytes(_built(name))
        start = time.perf_counter()
        try:
            result = checker.check(path)
            what = f"{result.verdict}, {len(result.findings)} findings"
        except RedactionError as error:
            what = error.problems[0].what
        except BaseException as error:  # whatever comes out is what is counted
            what = f"TRACEBACK {type(error).__name__}"
        seconds = time.perf_counter() - start
    return what, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _built(name: str) -> bytes:
    """The file, built elsewhere, lest building it counts."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(build, (name,))


def build(name: str) -> bytes:
    """The hostile file of that name."""
    return HOSTILE[name][1]()


def _drawn(program: str) -> DecodedStreamObject:
    stream = DecodedStreamObject()
    stream.set_data(program.encode())
    return stream


def main() -> bool:
    """Try all of them, each in a process of its own; True if all keep within the bounds."""
    import concurrent.futures

    passed = True
    for name in HOSTILE:
        context = multiprocessing.get_context("spawn")
        with concurrent.futures.ProcessPoolExecutor(1, context) as pool:
            what, seconds, megabytes = pool.submit(try_out, name).result(timeout=300)
        held = seconds <= MOST_SECONDS and megabytes <= MOST_MEGABYTES and "TRACEBACK" not in what
        passed &= held
        print(
            f"{'ok  ' if held else 'FAIL'} {name:28} {seconds:6.2f} s {megabytes:5.0f} MB  {what}"
        )
    print("PASS" if passed else "FAIL")
    return passed


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
