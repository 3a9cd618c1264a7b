"""The search of a finished site for text that may not be there, also after the text is deleted."""

from __future__ import annotations

import gzip
import html
import io
import json
import re
import unicodedata
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b, sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict
from pypdf import PdfReader
from pypdf.errors import PyPdfError

from redaction.errors import Problem

SHINGLE_WORDS = 8
"""Eight words in a row are the report's own; fewer are anyone's."""

_DIGEST_BYTES = 8
_UNPACKED_BYTES = 200_000_000
"""More than this out of one packed file is not ours."""

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"['’ʼ\u00ad]")


class Fingerprints(BaseModel):
    """Keyed hashes of one report: by them its text is found, and can't be read.

    ``shingles`` are of every eight words in a row, ``titles`` of whole titles with their number
    of words, ``files`` are sha256 of the report's file and its pictures.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    reference: str
    shingles: tuple[str, ...]
    titles: tuple[tuple[int, str], ...]
    files: tuple[str, ...]


def fingerprints(
    reference: str, texts: Iterable[str], titles: Iterable[str], files: Iterable[bytes], key: bytes
) -> Fingerprints:
    """The fingerprints of a report with ``texts``, ``titles`` and the bytes of ``files``."""
    found = {shingle for text in texts for shingle in _hashes(words(text), SHINGLE_WORDS, key)}
    whole = {(len(title), _hash(title, key)) for title in map(words, titles) if title}
    return Fingerprints(
        reference=reference,
        shingles=tuple(sorted(found)),
        titles=tuple(sorted(whole)),
        files=tuple(sorted(sha256(content).hexdigest() for content in files)),
    )


def words(text: str) -> list[str]:
    """The words of ``text`` as they are compared: without case, accents' forms and apostrophes."""
    plain = _APOSTROPHE.sub("", unicodedata.normalize("NFKC", text).casefold())
    return _WORD.findall(plain)


def search(
    folder: Path,
    withheld: Sequence[Fingerprints],
    public_texts: Iterable[str],
    public_files: Iterable[bytes],
    key: bytes,
) -> tuple[Problem, ...]:
    """Where files under ``folder`` hold text or pictures of the ``withheld`` reports.

    ``public_texts`` and ``public_files`` may be public in their own right: words and pictures
    that a withheld report shares with them, such as the board's mark, are no leak. Packed files,
    PDF files and hidden folders are searched too. The problems name file and reference and never
    repeat the text.
    """
    if not withheld:
        return ()
    sought = _Sought(withheld, public_texts, public_files, key)
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple(
        Problem(
            path.relative_to(folder).as_posix(),
            f"holds text, a title or a picture of report {reference}, which is not public",
            "The site was not replaced. Tell the IT officer, and name this file",
        )
        for path in paths
        for reference in sorted(sought.found_in(path.read_bytes()))
    )


class _Sought:
    """What must not be found, ready for looking up."""

    def __init__(
        self,
        withheld: Sequence[Fingerprints],
        public_texts: Iterable[str],
        public_files: Iterable[bytes],
        key: bytes,
    ) -> None:
        self.key = key
        self.files = {digest: item.reference for item in withheld for digest in item.files}
        self.by_length: dict[int, dict[str, str]] = defaultdict(dict)
        for item in withheld:
            self.by_length[SHINGLE_WORDS].update(dict.fromkeys(item.shingles, item.reference))
            for length, digest in item.titles:
                self.by_length[length][digest] = item.reference
        for text in public_texts:
            self._allow(words(text))
        for content in public_files:
            self.files.pop(sha256(content).hexdigest(), None)

    def found_in(self, content: bytes) -> set[str]:
        """The references of the withheld reports that show in ``content``."""
        found = set()
        for part in _unpacked(content):
            reference = self.files.get(sha256(part).hexdigest())
            found |= {reference} if reference else set()
            for text in _texts(part):
                found |= self._found_in_text(words(text))
        return found

    def _found_in_text(self, text: Sequence[str]) -> set[str]:
        return {
            digests[digest]
            for length, digests in self.by_length.items()
            for digest in _hashes(text, length, self.key)
            if digest in digests
        }

    def _allow(self, text: Sequence[str]) -> None:
        for length, digests in self.by_length.items():
            for digest in _hashes(text, length, self.key):
                digests.pop(digest, None)


def plain_text(markup: str) -> str:
    """The text of HTML or Markdown without its tags."""
    return html.unescape(_TAG.sub(" ", markup))


def _hashes(text: Sequence[str], length: int, key: bytes) -> Iterator[str]:
    for start in range(len(text) - length + 1):
        yield _hash(text[start : start + length], key)


def _hash(shingle: Sequence[str], key: bytes) -> str:
    return blake2b(" ".join(shingle).encode(), key=key, digest_size=_DIGEST_BYTES).hexdigest()


def _unpacked(content: bytes) -> Iterator[bytes]:
    """``content`` itself and everything packed into it."""
    yield content
    if content.startswith(b"\x1f\x8b"):
        try:
            with gzip.open(io.BytesIO(content)) as packed:
                yield from _unpacked(packed.read(_UNPACKED_BYTES))
        except (OSError, EOFError, zlib.error):
            return
    elif content.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                for name in sorted(archive.namelist()):
                    with archive.open(name) as member:
                        yield from _unpacked(member.read(_UNPACKED_BYTES))
        except (OSError, zipfile.BadZipFile, RuntimeError, zlib.error):
            return


def _texts(content: bytes) -> Iterator[str]:
    """Every way to read ``content`` as text."""
    if content.startswith(b"%PDF"):
        yield from _pdf_texts(content)
        return
    text = content.decode("utf-8", errors="replace")
    if content[:1] in (b"{", b"["):
        yield from _json_texts(text)
    yield html.unescape(text)  # attributes and comments stand inside tags
    if "<" in text:
        yield plain_text(text)
        yield html.unescape(_TAG.sub("", text))  # a word may be part bold


def _json_texts(text: str) -> Iterator[str]:
    try:
        yield json.dumps(json.loads(text), ensure_ascii=False)
    except ValueError:
        return


def _pdf_texts(content: bytes) -> Iterator[str]:
    try:
        reader = PdfReader(io.BytesIO(content))
        yield " ".join(page.extract_text() for page in reader.pages)
        yield from (str(value) for value in (reader.metadata or {}).values())
        xmp = reader.xmp_metadata
        if xmp is not None:
            yield plain_text(xmp.stream.get_data().decode("utf-8", errors="replace"))
        yield from (str(item.get("/Title", "")) for item in _outline(reader.outline))
    except (PyPdfError, ValueError, KeyError, OSError):
        yield content.decode("latin-1")


def _outline(items: Iterable[object]) -> Iterator[dict[str, object]]:
    for item in items:
        if isinstance(item, list):
            yield from _outline(item)
        elif isinstance(item, dict):
            yield item
