"""A text as words with what stands between them, and where each word stands in its line."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from redaction.detect.net.grammar import NO_SENTENCE_END

_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_CONTRACTION = re.compile(r"(?:n't|'(?:s|m|d|ve|ll|re|t))\Z", re.IGNORECASE)
_OPENERS = frozenset(".!?:;|•*\n\x00\t")
_NUMBER_AFTER_COLON = re.compile(r"\A[:;] \d{1,4}[a-zA-Z]? \Z")
_LONG_LINE = 50
"""Characters of a line that was broken because it was full."""
_TITLE_LINE = 14
"""Words a line may have and still be a title."""
_CODE_EDGE = frozenset("0123456789_@#/\\")


class Token(NamedTuple):
    """A word at ``start`` to ``end``; ``word`` is its small-letter form without "'s"."""

    start: int
    end: int
    written: str
    word: str
    possessive: bool


class Line(NamedTuple):
    """How a line is written."""

    shouted: bool
    """All in capitals."""
    titled: bool
    """Every longer word with a capital, as titles of books have it."""


class Words:
    """The words of ``text``, which should be folded to basic Latin letters.

    ``capitals`` are the numbers of those that open with one.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = [_token(hit) for hit in _WORD.finditer(text)]
        self.capitals = [at for at, token in enumerate(self.tokens) if token.written[0].isupper()]
        self._large = frozenset(self.capitals)
        self._lines: dict[int, Line] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, index: int) -> str:
        """Word ``index`` in small letters; empty outside the text."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def written(self, index: int) -> str:
        """Word ``index`` as it is written, without "'s"; empty outside the text."""
        return self.tokens[index].written if 0 <= index < len(self.tokens) else ""

    def capital(self, index: int) -> bool:
        """Whether there is a word ``index`` and it opens with a capital."""
        return index in self._large

    def gap(self, index: int) -> str:
        """What stands between word ``index`` and the next; at most 40 characters."""
        if not 0 <= index < len(self.tokens) - 1:
            return "\n"
        end = self.tokens[index].end
        return self.text[end : min(self.tokens[index + 1].start, end + 40)]

    def inside(self, start: int, end: int) -> range:
        """The words that stand whole between two characters."""
        first = bisect_left(self.tokens, start, key=itemgetter(0))
        return range(first, bisect_right(self.tokens, end, first, key=itemgetter(1)))

    def beside(self, index: int) -> bool:
        """Whether only a space, or a line's end, stands between word ``index`` and the next."""
        return self.gap(index) in (" ", "  ", "\n", " \n", "'s ", "' ", "n't ")

    def opens(self, index: int) -> bool:
        """Whether word ``index`` may have its capital from opening a sentence, line or cell."""
        if index == 0:
            return True
        gap = self.text[max(self.tokens[index - 1].end, self.tokens[index].start - 40) :
                        self.tokens[index].start]  # fmt: skip
        if gap in (" ", "-", "\n"):
            return gap == "\n" and not self._runs_on(index)
        if gap[-1:] in ('"', "'") and not gap.startswith(" ("):
            return True
        if gap.startswith(".") and self._is_short(index - 1):
            gap = gap[1:]
        if _NUMBER_AFTER_COLON.search(gap):
            return False
        return not _OPENERS.isdisjoint(gap)

    def _runs_on(self, index: int) -> bool:
        """Whether word ``index`` opens a line that goes on with the sentence of the line before."""
        before = self._starts[bisect_right(self._starts, self.tokens[index - 1].start) - 1]
        length = self.tokens[index].start - before
        return length > _LONG_LINE and not self.line(index - 1).titled

    def is_code(self, index: int) -> bool:
        """Whether digits, a slash or the like touch it: part of a reference or an address."""
        token = self.tokens[index]
        before, after = (
            self.text[token.start - 1 : token.start],
            self.text[token.end : token.end + 1],
        )
        return before in _CODE_EDGE or (after in _CODE_EDGE and after != "/" and after != "")

    def line(self, index: int) -> Line:
        """How the line of word ``index`` is written."""
        number = bisect_right(self._starts, self.tokens[index].start) - 1
        if number not in self._lines:
            self._lines[number] = _line(self.line_text(index))
        return self._lines[number]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words of the text, in small letters."""
        return frozenset(token.word for token in self.tokens)

    def line_text(self, index: int) -> str:
        """The line of word ``index``."""
        number = bisect_right(self._starts, self.tokens[index].start)
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end]

    @cached_property
    def _starts(self) -> list[int]:
        """Offsets at which a line begins."""
        return [0, *(hit.end() for hit in re.finditer("\n", self.text))]

    def _is_short(self, index: int) -> bool:
        word = self.word(index)
        if len(word) == 1 and self.capital(index):
            return not (self.capital(index - 1) and self.gap(index - 1) == " ")
        return word in NO_SENTENCE_END


def _token(hit: re.Match[str]) -> Token:
    written = hit[0]
    start, end = hit.span()
    if "'" not in written:
        return Token(start, end, written, written.lower(), False)
    bare = _CONTRACTION.sub("", written)
    cut = len(written) - len(bare)
    return Token(start, end - cut, bare, bare.lower(), cut == 2 and written[-1] in "sS")


def _line(text: str) -> Line:
    words = _WORD.findall(text)
    letters = [word for word in words if len(word) > 1]
    shouted = bool(letters) and sum(map(str.isupper, letters)) >= 0.8 * len(letters)
    long = [word for word in words if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    titled = len(words) <= _TITLE_LINE and len(long) > 0 and capitals >= 0.75 * len(long)
    return Line(
        shouted and len(letters) > 1, titled and not text.rstrip().endswith((".", "?", "!"))
    )
