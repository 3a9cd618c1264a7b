"""Where the readers of the formats put what they find, within bounds shared by a whole file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from redaction.errors import RedactionError
from redaction.read.fold import fold
from redaction.read.reading import Unread, UnreadKind
from redaction.values import Passage

MAX_FILE_BYTES = 200_000_000
MAX_UNPACKED_BYTES = 500_000_000
MAX_NESTING = 4
MAX_TEXT_CHARACTERS = 900_000
"""A hundred and fifty thousand words, some 400 pages: as many as a PDF may have."""
MAX_PICTURES = 200
"""So many pictures of one file are read for writing in them; more are left for a person."""


_HALF = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """``text`` with the replacement character for halves of characters, which can't be written.

    Python's parser of mail keeps a byte that is no text as such a half.
    """
    return _HALF.sub("\ufffd", text)


class ExhaustedError(RedactionError):
    """A file holds more than the bounds allow; reading stops, also inside embedded files."""


@dataclass
class Gathering:
    """Collects passages and unread things while one file (and what it embeds) is read.

    ``file`` is named in errors. ``prefix`` is put before every place while something embedded
    is read. All the bounds of one file count down here, also for what is nested in it.
    """

    file: str
    passages: list[Passage] = field(default_factory=list)
    unreads: list[Unread] = field(default_factory=list)
    unpacked_left: int = MAX_UNPACKED_BYTES
    characters_left: int = MAX_TEXT_CHARACTERS
    pictures_left: int = MAX_PICTURES
    nesting: int = 0
    prefix: str = ""
    _noted: set[Unread] = field(default_factory=set)

    def add(self, text: str, where: str, part: str, *, hidden: bool = False) -> None:
        """Keep one passage, folded; blank text is not worth one."""
        folded = fold(text)
        if folded.strip():
            self.add_exactly(folded, where, part, hidden=hidden)

    def add_exactly(self, text: str, where: str, part: str, *, hidden: bool = False) -> None:
        """Keep one passage as it is; what stands in an embedded file is always hidden."""
        self.characters_left -= len(text)
        if self.characters_left < 0:
            raise ExhaustedError.because(
                self.file,
                f"it holds more than {MAX_TEXT_CHARACTERS:,} characters of text",
                "Split it into smaller files and check each",
            )
        unseen = hidden or self.nesting > 0
        self.passages.append(Passage(whole(text), whole(self.prefix + where), whole(part), unseen))

    def add_hidden(self, texts: Iterable[str], where: str, part: str) -> None:
        """Keep the distinct ``texts`` as one hidden passage, a line each, in order."""
        distinct = dict.fromkeys(text.strip() for text in texts if text.strip())
        if distinct:
            self.add("\n".join(distinct), where, part, hidden=True)

    def unread(self, where: str, part: str, why: str, kind: UnreadKind = UnreadKind.SEALED) -> None:
        """Note something that could not be looked into, or not surely, once."""
        unread = Unread(whole(self.prefix + where), whole(part), why, kind)
        if unread not in self._noted:
            self._noted.add(unread)
            self.unreads.append(unread)

    @contextmanager
    def named(self, where: str) -> Iterator[None]:
        """Name ``where`` before every place found in the block, which is no file of its own."""
        outer = self.prefix
        self.prefix = f"{outer}{where}: "
        try:
            yield
        finally:
            self.prefix = outer

    @contextmanager
    def inside(self, where: str, part: str) -> Iterator[bool]:
        """Name ``where`` before every place found in the block; false when nested too deep."""
        if self.nesting >= MAX_NESTING:
            self.unread(where, part, "it is a file in a file in a file; take it out and check it")
            yield False
            return
        outer = self.prefix
        self.prefix = f"{outer}{where}: "
        self.nesting += 1
        try:
            yield True
        finally:
            self.prefix = outer
            self.nesting -= 1

    def unpack(self, size: int) -> None:
        """Count ``size`` bytes against what this file may unpack to."""
        self.unpacked_left -= size
        if self.unpacked_left < 0:
            raise ExhaustedError.because(
                self.file,
                f"it unpacks to more than {MAX_UNPACKED_BYTES // 1_000_000} MB",
                "Files like this are made to exhaust a computer; ask the sender for another copy",
            )
