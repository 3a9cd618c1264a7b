"""What a check need not ask about: the board's own words, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from redaction.errors import Problem, RedactionError

_QUOTES = "['’‘ʼ`]"


@dataclass(frozen=True)
class Pardon:
    """An allowed phrase where it stands in a text, code points ``start`` to ``end``."""

    start: int
    end: int
    reason: str


class AllowedWords:
    """Phrases with their reasons, found in any case and spacing, also after "the" and in the possessive.

    Raises RedactionError for every phrase without a reason; the reason is what a reader of the
    report has to go by.
    """

    def __init__(self, words: Mapping[str, str]) -> None:
        problems = [
            Problem("allowed words", f'"{phrase}" has no reason', "Say why it identifies no one")
            for phrase, reason in words.items()
            if phrase.strip() and not reason.strip()
        ]
        if problems:
            raise RedactionError(problems)
        self._reasons = {_folded(phrase): reason for phrase, reason in words.items()}
        self._reasons.pop("", None)
        longest_first = sorted(self._reasons, key=lambda phrase: (-len(phrase), phrase))
        either = "|".join(_pattern(phrase) for phrase in longest_first)
        self._pattern = re.compile(
            rf"(?<![^\W_])(?:the\s)?({either})(?:{_QUOTES}s?)?(?![^\W_])", re.IGNORECASE
        )

    def places(self, text: str) -> tuple[Pardon, ...]:
        """Where the phrases stand in ``text``, in order, the longest where several do."""
        if not self._reasons:
            return ()
        return tuple(
            Pardon(*hit.span(), self._reasons[phrase])
            for hit in self._pattern.finditer(text)
            if (phrase := _folded(hit[1])) in self._reasons
        )


def _pattern(phrase: str) -> str:
    words = [re.escape(word).replace("'", _QUOTES) for word in phrase.split(" ")]
    return r"\s{1,20}".join(words)


def _folded(phrase: str) -> str:
    return " ".join(re.sub(_QUOTES, "'", phrase).split()).casefold()
