"""What a draft itself says that someone is called: nicknames, initials, senders of messages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from redaction.detect.net.document import Text
from redaction.detect.net.grammar import DETERMINERS
from redaction.detect.net.known import Known, is_post
from redaction.detect.net.lists import words as listed
from redaction.detect.net.vocabulary import Kind, kind
from redaction.detect.word_led import WordLed

_WORD = r"[^\W\d_][\w'-]{1,20}"
_NAME = r"[A-Z][\w'-]{1,20}"
_SHORTENED = re.compile(rf"(?P<name>{_NAME}(?: {_NAME}){{1,4}}),? \((?P<short>[A-Z]{{2,4}})\)")
"""A name with its initials behind it: "Tunde Adeyinka (TA)"."""
_QUOTED = WordLed(
    r"(?:partner|boyfriend|girlfriend|husband|wife|father|mother|brother|sister|uncle|aunt|cousin"
    r"|friend|neighbour|man|woman|boy|girl|worker) (?:is|was|called)?,? ?[\"']([A-Z]{2,4})[\"']"
)
"""Someone who is letters: "her partner is 'DV'"."""
_LEGEND = re.compile(
    rf"[\"'](?P<called>{_WORD}(?: \w{{1,12}})?)[\"'] ?(?:=|:|means|is) "
    rf"(?:[a-z]{{2,12}} ){{0,2}}{_NAME}"
)
"""A line of a legend: "'chaz' = Chardonnay Mottram"."""
_CALLED = WordLed(
    r"(?:(?:we|I|they|you|who|everyone|everybody|children|kids|family|mates|friends) (?:all )?"
    r"calls?|calls? (?:him|her|himself|herself)|called (?:him|her)|known (?:\w+ ){0,3}as|aka"
    r"|a\.k\.a\.|nicknamed|goes by|went by|answers to|short for|for short,?)"
    rf" [\"']?(?:the )?(?P<pet>our |little |big |wee |old )?(?P<called>{_WORD})\b"
)
_SENDER = re.compile(r"(?m)^\[[^\]\n]{5,25}\] (?P<called>[^\W\d_][\w' -]{0,20}?): ")
"""Who sent a message: "[18/04/2021, 22:44] Tig: cum down"."""
_SPEAKER = re.compile(r"(?m)^([A-Z]{2,4}): ")
_OFTEN = 3
"""Lines of a transcript that open with someone's initials."""
_NOBODY = frozenset({"me", "you", "them", "police", "unknown", "system", "staff", "back"})
_MOST = 300
"""Nicknames beyond which a text is no review."""
_OF_A_POST = re.compile(
    r"'?s? (?:surger|practice|record|note|appointment|letter|referral|chronolog|service|visit"
    r"|report|register|consultation|team|file|system)"
)
"""After "GP" and the like these say that the post is meant."""


def learn_called(texts: Sequence[Text], known: Known) -> None:
    """Takes in ``known`` what ``texts`` say that people are called."""
    speakers = Counter(hit[1] for text in texts for hit in _SPEAKER.finditer(text.words.text))
    known.declared.update(
        short for short, many in speakers.items() if many >= _OFTEN and short in known.initials
    )
    for text in texts:
        known.nicknames.update(_nicknames(text.words.text))
        known.declared.update(_declared(text.words.text))


def called(text: Text, known: Known) -> Iterator[tuple[int, int]]:
    """Where ``text`` has declared initials and nicknames, in any casing."""
    words = text.words
    for at in words.capitals if known.declared else ():
        token = words.tokens[at]
        if token.written in known.declared and not _is_post(text, at):
            yield token.start, token.end
    if 0 < len(known.nicknames) <= _MOST:
        either = "|".join(map(re.escape, sorted(known.nicknames)))
        pattern = re.compile(rf"(?<![\w'])(?:{either})(?!\w)", re.IGNORECASE)
        yield from (hit.span() for hit in pattern.finditer(words.text))


def _nicknames(text: str) -> Iterator[str]:
    for hit in _LEGEND.finditer(text):
        yield from _of_someone(hit["called"], sure=True)
    for hit in _SENDER.finditer(text):
        yield from _of_someone(hit["called"], sure=False)
    for hit in _CALLED.finditer(text):
        yield from _of_someone(hit["called"], sure=bool(hit["pet"]))


def _of_someone(written: str, *, sure: bool) -> Iterator[str]:
    """``written`` in small letters, unless it says what someone is; not ``sure``: or is a word."""
    name = written.lower().removesuffix("'s")
    parts = name.split()
    if any(part in _NOBODY or part in listed("relations") for part in parts):
        return
    if sure or not any(is_post(part) or kind(part) is Kind.SAFE for part in parts):
        yield name


def _declared(text: str) -> Iterator[str]:
    yield from (hit[1] for hit in _QUOTED.finditer(text))
    for hit in _SHORTENED.finditer(text):
        words = [part.lower() for part in re.findall(r"[^\W\d_]+", hit["name"])]
        capitals = "".join(re.findall(r"[A-Z]", hit["name"]))
        named = any(kind(word) in (Kind.NAME, Kind.UNKNOWN, Kind.EITHER) for word in words[-2:])
        if named and not any(map(is_post, words[-2:])) and _are_initials(hit["short"], capitals):
            yield hit["short"]


def _are_initials(short: str, capitals: str) -> bool:
    """Whether ``short`` are the last of ``capitals``, none but some in the middle left out."""
    letters = iter(capitals)
    return capitals.endswith(short[-1]) and all(letter in letters for letter in short)


def _is_post(text: Text, at: int) -> bool:
    words = text.words
    if words.word(at - 1) in DETERMINERS and words.beside(at - 1):
        return True
    return _OF_A_POST.match(words.text, words.tokens[at].end) is not None
