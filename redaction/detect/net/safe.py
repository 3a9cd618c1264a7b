"""What the closed-world net would let pass."""

from __future__ import annotations

from redaction.detect.net.net import covered, held
from redaction.detect.net.tokens import Words
from redaction.detect.net.vocabulary import Kind, kind
from redaction.detect.plain import folded


def is_safe(phrase: str) -> bool:
    """Whether every word of ``phrase`` is explained: ordinary, a body's, a statute's, a label's.

    An ordinary word that is also a name ("Hope") is not safe: its use decides, and a phrase alone
    does not show it. Single letters and numbers are safe.
    """
    words = Words(folded(phrase).text)
    seen = {each.at for each in held(words, covered(words))}
    return not seen and all(
        kind(words.word(at)) is not Kind.EITHER for at in range(len(words)) if words.capital(at)
    )
