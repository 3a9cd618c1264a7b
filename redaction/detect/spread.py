"""What one place of a document says about another: a name once is a name everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from redaction.detect.detection import Detection
from redaction.detect.net.everywhere import drop_ordinary, drop_pseudonyms, find_again
from redaction.detect.net.settle import settle
from redaction.detect.net.tokens import Words
from redaction.detect.plain import folded


def spread(texts: Sequence[str], found: list[list[Detection]]) -> None:
    """Adds to ``found`` (and takes from it) what only the whole document tells.

    ``texts`` are in plain view. A name that stands somewhere is found wherever it stands, in every
    casing; a word that the document shows to be ordinary is dropped; what the net holds gives way
    to a recogniser that says more, and grows by the title before it.
    """
    views = [folded(text) for text in texts]
    words = [Words(view.text) for view in views]
    drop_ordinary(words, texts, found)
    drop_pseudonyms(words, texts, found)
    find_again(words, views, found)
    for number, text in enumerate(texts):
        found[number][:] = settle(text, found[number])
