"""What the closed-world net would let pass."""

from __future__ import annotations

from redaction.detect.net.lists import words as listed
from redaction.detect.net.net import covered, held
from redaction.detect.net.runs import runs
from redaction.detect.net.tokens import Words
from redaction.detect.net.vocabulary import Kind, kind
from redaction.detect.plain import folded

_NEVER_NAMES = ("calendar", "peoples", "medicines")
"""Lists whose words, as a phrase, are what they say although some people bear them."""


def is_safe(phrase: str) -> bool:
    """Whether every word of ``phrase`` is explained: ordinary, a body's, a statute's, a label's.

    An ordinary word that is also a name ("Hope") is not safe: its use decides, and a phrase alone
    does not show it. Single letters and numbers are safe.
    """
    words = Words(f"they mentioned {folded(phrase).text} then")
    safe = covered(words)
    if any(True for _ in runs(words, held(words, safe), safe)):
        return False
    return not any(
        words.capital(at) and at not in safe and _may_be_a_name(words.word(at))
        for at in range(len(words))
    )


def _may_be_a_name(word: str) -> bool:
    return kind(word) is Kind.EITHER and not any(word in listed(name) for name in _NEVER_NAMES)
