"""A text as runs of letters, the unit in which names are looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

_RUNS = re.compile(r"[^\W\d_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LINE_HYPHEN = re.compile(r"-[ \t]*\n\s{0,20}")
_ENDS_SENTENCE = frozenset(".!?:;\n|•*")
_WRAPPING = " \t\"'([{"


class Token(NamedTuple):
    """A run of letters at ``start`` to ``end``; ``word`` is its lower-case form."""

    start: int
    end: int
    word: str


@dataclass(frozen=True)
class TokenText:
    """A folded text and its tokens in order."""

    text: str
    tokens: tuple[Token, ...]

    def written(self, index: int) -> str:
        """Token ``index`` as it is written."""
        token = self.tokens[index]
        return self.text[token.start : token.end]

    def gap(self, index: int) -> str:
        """What stands between token ``index`` and the next one; at most 24 characters of it."""
        end = self.tokens[index].end
        return self.text[end : min(self.tokens[index + 1].start, end + 24)]

    def word(self, index: int) -> str:
        """Token ``index`` in lower case; empty outside the text."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def capitalised(self, index: int) -> bool:
        """Whether there is a token ``index`` and it opens with a capital."""
        inside = 0 <= index < len(self.tokens)
        return inside and self.text[self.tokens[index].start].isupper()

    def opens_sentence(self, index: int) -> bool:
        """Whether token ``index`` may be the first word of a sentence, a line or a cell."""
        before = self.text[max(0, self.tokens[index].start - 24) : self.tokens[index].start]
        kept = before.rstrip(_WRAPPING)
        return not kept or kept[-1] in _ENDS_SENTENCE


def tokenise(text: str) -> TokenText:
    """The tokens of ``text``: a word broken at a line's end is one, "amaraOkafor" is two."""
    tokens: list[Token] = []
    for match in _RUNS.finditer(text):
        start, end = match.span()
        if tokens and text[tokens[-1].end] == "-" and _broken(text, tokens[-1].end, start):
            start = tokens.pop().start
            tokens.append(Token(start, end, _joined(text[start:end])))
            continue
        written = match[0]
        lower = written.lower()
        if written == lower or written[1:] == lower[1:]:
            tokens.append(Token(start, end, lower))
        else:
            tokens.extend(_humps(written, lower, start))
    return TokenText(text, tuple(tokens))


def _broken(text: str, end: int, start: int) -> bool:
    return _LINE_HYPHEN.fullmatch(text, end, start) is not None


def _joined(text: str) -> str:
    return "".join(_RUNS.findall(text)).lower()


def _humps(written: str, lower: str, start: int) -> list[Token]:
    edges = [0, *(match.start() for match in _CAMEL.finditer(written)), len(written)]
    # McDonald and DeShawn are one name: a short first hump stays with the next.
    if len(edges) > 2 and edges[1] <= 3:
        del edges[1]
    return [
        Token(start + left, start + right, lower[left:right]) for left, right in pairwise(edges)
    ]
