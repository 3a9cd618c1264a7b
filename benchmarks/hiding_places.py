"""Of the places where a file can hide a name: how many are found, and rightly named, by whom.

One invented name stands in each place of a file of each format. casereview reads the file as its
check does; the peers are the libraries that one would take first, on the same bytes.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.planted.every import planted_files
from benchmarks.planted.names import Planted
from redaction.read import read_content

Extract = Callable[[bytes], str]


def main() -> int:
    """Print a table for each format; fail when a place is missed or wrongly named."""
    missed_any = False
    for name, planted in planted_files().items():
        found, named = by_casereview(planted)
        missed_any |= len(named) < len(planted.names)
        print(f"{name}: {len(planted.names)} places")
        report("found by casereview", planted, found)
        report("and rightly named", planted, named)
        for peer, extract in PEERS.get(name, {}).items():
            text = extract(planted.content).lower()
            found = {place for place, word in planted.names.items() if word.lower() in text}
            report(peer, planted, found)
    return int(missed_any)


def report(who: str, planted: Planted, found: set[str]) -> None:
    """Print one line, and the places that were missed, most of the time a few of them."""
    missed = sorted(set(planted.names) - found)
    few = ", ".join(missed[:8]) + (f" and {len(missed) - 8} more" if len(missed) > 8 else "")
    print(f"  {who + ':':34}{len(found):4}" + (f"   missed: {few}" if missed else ""))


def by_casereview(planted: Planted) -> tuple[set[str], set[str]]:
    """The places that a reading has at all, and those it calls what they are."""
    passages = read_content(planted.file, planted.content).passages
    found: set[str] = set()
    named: set[str] = set()
    for hidden, places in ((False, planted.visible), (True, planted.hidden)):
        for place, where in places:
            word = planted.names[place].lower()
            hits = [each for each in passages if word in each.text.lower()]
            found.update([place] if hits else [])
            if any(where in each.where and each.hidden is hidden for each in hits):
                named.add(place)
    return found, named


def docx_paragraphs(content: bytes) -> str:
    """What most programs take of a Word file: its paragraphs."""
    import docx

    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)


def docx_everything(content: bytes) -> str:
    """What else python-docx's API gives: tables, headers, footers, comments, properties."""
    import docx

    document = docx.Document(io.BytesIO(content))
    texts = [docx_paragraphs(content)]
    texts += [cell.text for table in document.tables for cell in table._cells]
    for section in document.sections:
        for story in (section.header, section.footer, section.first_page_footer):
            texts += [paragraph.text for paragraph in story.paragraphs]
    for comment in document.comments:
        texts += [comment.author, comment.initials or "", comment.text]
    texts += [str(getattr(document.core_properties, each)) for each in _CORE]
    texts += [style.name for style in document.styles]
    return "\n".join(texts)


_CORE = ("title", "subject", "author", "keywords", "comments", "last_modified_by", "category",
         "content_status")  # fmt: skip


def word_as_html(content: bytes) -> str:
    """What mammoth makes of a Word file."""
    import mammoth

    return str(mammoth.convert_to_html(io.BytesIO(content)).value)


def pdf_text(content: bytes) -> str:
    """What pypdf extracts from the pages."""
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def cell_values(content: bytes) -> str:
    """What openpyxl gives of every cell."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content))
    return "\n".join(
        str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
    )


def mail_body(content: bytes) -> str:
    """What Python's e-mail package takes for the body, with the usual headers."""
    message = message_from_bytes(content, policy=policy.default)
    body = message.get_body(("plain", "html"))
    heads = [str(message[name] or "") for name in ("From", "To", "Cc", "Subject")]
    return "\n".join([*heads, body.get_content() if body else ""])


class _Text(HTMLParser):
    """Collects the text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep a stretch of text."""
        self.texts.append(data)


def html_text(content: bytes) -> str:
    """What Python's HTML parser takes for text."""
    parser = _Text()
    parser.feed(content.decode())
    return "".join(parser.texts)


def safely(extract: Extract) -> Extract:
    """The same, giving nothing where the library refuses the file."""

    def attempt(content: bytes) -> str:
        try:
            return extract(content)
        except Exception as error:
            print(f"  ({extract.__name__} gave up: {type(error).__name__})")
            return ""

    return attempt


def _peers() -> Iterator[tuple[str, str, Extract]]:
    yield "Word", "python-docx, paragraphs", docx_paragraphs
    yield "Word", "python-docx, all of its API", docx_everything
    yield "Word", "mammoth", word_as_html
    yield "PDF", "pypdf, extract_text", pdf_text
    yield "Excel", "openpyxl, cell values", cell_values
    yield "e-mail", "Python's email, body and heads", mail_body
    yield "HTML", "Python's HTML parser", html_text


PEERS: dict[str, dict[str, Extract]] = {}
for _format, _peer, _extract in _peers():
    PEERS.setdefault(_format, {})[_peer] = safely(_extract)


if __name__ == "__main__":
    sys.exit(main())
