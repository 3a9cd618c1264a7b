"""What the closed-world net would let pass."""

from __future__ import annotations

from redaction.detect.net.document import Text
from redaction.detect.net.lists import words as listed
from redaction.detect.net.net import held
from redaction.detect.net.runs import runs
from redaction.detect.net.vocabulary import Kind, kind

_NEVER_NAMES = ("calendar", "peoples", "medicines")
"""Lists whose words, as a phrase, are what they say although some people bear them."""


def is_safe(phrase: str) -> bool:
    """Whether every word of ``phrase`` is explained: ordinary, a body's, a statute's, a label's.

    An ordinary word that is also a name ("Hope") is not safe: its use decides, and a phrase alone
    does not show it. Single letters and numbers are safe.
    """
    seen = Text(f"they mentioned {phrase} then")
    words, safe = seen.words, seen.safe_words
    if any(True for _ in runs(words, held(words, safe), safe)):
        return False
    return not any(
        words.capital(at) and at not in safe and _may_be_a_name(words.word(at))
        for at in range(len(words))
    )


def _may_be_a_name(word: str) -> bool:
    return kind(word) is Kind.EITHER and not any(word in listed(name) for name in _NEVER_NAMES)
