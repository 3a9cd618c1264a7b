"""Letters and colours that a document uses instead of names, or to rate its actions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redaction.detect.detection import Detection
from redaction.detect.net.document import Text
from redaction.detect.net.grammar import COLOURS
from redaction.detect.word_led import WordLed

_LETTERS = (
    "alpha|beta|gamma|delta|epsilon|kappa|lambda|omega|sigma|bravo|echo|foxtrot|golf|lima|papa"
    "|quebec|tango|zulu"
)
"""Of the Greek and the radio alphabet, those that are nobody's name."""
_LABELLED = WordLed(
    r"(?:Child|Baby|Adult|Young Person|Person|Sibling|Family|Case|Practitioner|Twin) "
    rf"(?P<letter>{_LETTERS})\b",
    re.IGNORECASE,
)
_IN_COLOURS = re.compile(
    r"[Cc]olours? (?:is|are|have been|has been|names|were|was)\b[^.]{0,60}\b(?:names?|pseudonyms?)"
)
_RATED = re.compile(r"\bRAG\b|\bRed\b[^\n]{0,80}\bAmber\b[^\n]{0,80}\bGreen\b|\bAmber/")
_RATINGS = frozenset({"red", "amber", "green", "blue"})
_CHILD_BEFORE = re.compile(r"\b(?:Child|CHILD) \Z")
_FARTHEST = 10


class Labels:
    """What ``texts`` use as labels, told apart from people of the same name in ``found``."""

    def __init__(self, texts: Sequence[Text], found: Sequence[Sequence[Detection]]) -> None:
        whole = [text.words.text for text in texts]
        self.letters = frozenset(
            hit["letter"].lower() for text in whole for hit in _LABELLED.finditer(text)
        )
        self.colours = COLOURS if any(map(_IN_COLOURS.search, whole)) else frozenset[str]()
        rated = any(map(_RATED.search, whole))
        self._bare = (COLOURS | (_RATINGS if rated else set())) - _borne(texts, found)
        self._rated = rated

    def explain(self, text: Text, each: Detection, written: str) -> bool:
        """Whether ``each``, one word ``written`` small, is a colour: "Child Green", "Amber"."""
        if written not in self._bare:
            return False
        if self._rated and written in _RATINGS:
            return True
        return (
            _CHILD_BEFORE.search(text.text[max(0, each.start - _FARTHEST) : each.start]) is not None
        )


def _borne(texts: Sequence[Text], found: Sequence[Sequence[Detection]]) -> set[str]:
    """The words that end a longer name somewhere: "Green" of "Mrs Green" and "Ivy Green"."""
    names = (
        text.written(each).lower().removesuffix("'s").split()
        for text, detections in zip(texts, found, strict=True)
        for each in detections
        if " " in text.text[each.start : each.end]
    )
    return {name[-1] for name in names if len(name) > 1}
