"""Takes out what the document itself explains: ordinary words, pseudonyms, cited authors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from redaction.detect.detection import Detection
from redaction.detect.net.abbreviations import spelt_out
from redaction.detect.net.document import Text
from redaction.detect.net.labels import Labels
from redaction.detect.net.lists import names
from redaction.detect.net.settle import NET
from redaction.detect.words import TITLES
from redaction.values import Category

_BY_LOOKS = NET - {"LISTED_NAME", "NAME_BY_USE"}
_NAME = r"[A-Z][a-z]{1,30}"
_DECLARED = re.compile(
    rf"[\"']?(?P<name>{_NAME})[\"']?,? ?\((?:this is )?(?:an? |the )?"
    r"(?:pseudonym|not (?:his|her|their|the [\w' ]{1,20}) real name)"
    rf"|[Pp]seudonyms?(?: of| is|,| are|:)? [\"']?(?P<after>{_NAME})"
    rf"|\b(?:called|known as|referred to as|named) [\"']?(?P<called>{_NAME})[\"']? "
    r"(?:in|for|throughout) (?:the purposes? of )?this (?:review|report)"
)
"""A name that the document says is a pseudonym."""
_MAY_DECLARE = re.compile(r"[Pp]seudonym|real name|this re(?:view|port)")
_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")


def drop_explained(texts: Sequence[Text], found: list[list[Detection]]) -> None:
    """Takes from ``found`` what ``texts``, taken together, show to be no one's name."""
    ordinary = _ordinary(texts, found)
    labels = Labels(texts, found)
    abbreviations = spelt_out(text.words.text for text in texts)
    declared = _declared(texts) | labels.letters | labels.colours
    cited = {
        name.lower()
        for each in texts
        for citation in each.cited
        for name in _WORD.findall(citation)
    }

    def is_explained(text: Text, each: Detection) -> bool:
        written = text.written(each).removesuffix("'s").lower()
        looks = each.entity in _BY_LOOKS and text.written(each)[0].isupper()
        if (each.misspelt or looks) and ordinary(each, written):
            return True
        if each.known:
            return False
        spelt = each.entity in NET and written.removeprefix("a ") in abbreviations
        if spelt or labels.explain(text, each, written):
            return True
        telling = [word for word in written.split() if word.strip(".") not in TITLES]
        if (telling and declared.issuperset(telling)) or (each.entity in NET and written in cited):
            return True
        person = each.category is Category.PERSON
        return person and text.safe.issuperset(range(each.start, each.end))

    for text, detections in zip(texts, found, strict=True):
        detections[:] = [each for each in detections if not is_explained(text, each)]


def _ordinary(
    texts: Sequence[Text], found: Sequence[Sequence[Detection]]
) -> Callable[[Detection, str], bool]:
    """Whether a misspelling, or a word held for its looks, is an ordinary word of the document.

    A misspelling is one where it also stands in small letters; a word that is held for its looks,
    where it does so as often as with a capital, and is no first name.
    """
    suspects = {
        (number, each.start, text.written(each).removesuffix("'s").lower())
        for number, (text, detections) in enumerate(zip(texts, found, strict=True))
        for each in detections
        if each.misspelt or each.entity in _BY_LOOKS
    }
    large = Counter(word for *_, word in suspects)
    small = Counter(
        token.word
        for text in texts
        for token in text.words.tokens
        if token.word in large and token.written[0].islower()
    )

    def is_ordinary(each: Detection, written: str) -> bool:
        if each.misspelt:
            return small[written] > 0
        return small[written] >= large[written] and written not in names("given")

    return is_ordinary


def _declared(texts: Sequence[Text]) -> frozenset[str]:
    """The names that the document says are pseudonyms, in small letters."""
    return frozenset(
        hit[hit.lastgroup or 0].lower()
        for text in texts
        if _MAY_DECLARE.search(text.words.text)
        for hit in _DECLARED.finditer(text.words.text)
    )
