"""What reading a file gives back: its passages, and what in it could not be looked into."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from redaction.values import Passage


class UnreadKind(StrEnum):
    """How far something can be vouched for whose text a program does not know."""

    SEALED = "sealed"
    """Nobody can look into it as it is."""
    PICTURE = "picture"
    """A person can look at it."""
    SKIMMED = "skimmed"
    """A program read the writing in it, and may have missed some."""


@dataclass(frozen=True)
class Unread:
    """Something in a file whose text nobody but a person can vouch for.

    ``where`` is in an author's words ("picture image1.png"), ``part`` the part of the file,
    ``why`` says what could not be done ("the pixels of a picture are not read").
    """

    where: str
    part: str
    why: str
    kind: UnreadKind = UnreadKind.SEALED


@dataclass(frozen=True)
class Reading:
    """The text of one file, every visible and hidden corner of it.

    ``file`` is the file's name without its folder, ``sha256`` the digest of its exact bytes.
    Offsets of findings count Unicode code points in a passage's ``text``, which is normalised
    as ``redaction.read.fold`` describes; only plain text files keep their text exactly.
    """

    file: str
    sha256: str
    passages: tuple[Passage, ...]
    unread: tuple[Unread, ...] = ()

    @property
    def words(self) -> int:
        """How many words the visible passages hold, split at white space."""
        return sum(len(passage.text.split()) for passage in self.passages if not passage.hidden)
