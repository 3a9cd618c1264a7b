"""Where a text names one of the case's people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from redaction.detect.detection import Certainty
from redaction.detect.people.certainty import certainty
from redaction.detect.people.index import NameIndex
from redaction.detect.people.names import Form, FormKind
from redaction.detect.people.tokens import TokenText, tokenise
from redaction.detect.words import TITLES

MISSPELT = "misspelt"
"""How a name is written that has a letter more, less, other or swapped."""

SOUNDS_ALIKE = "by a name that sounds alike"
"""How a name is written that is another one to the eye, not to the ear."""

_GAP = re.compile(r"[\s._\-'/]{0,3}|,\s{0,3}|['\"]\s|\s['\"(]")
_INITIAL_AFTER = re.compile(r" ([A-Z])(?:\.|(?=[,;:)\]\n]|\Z))")
_SENTENCE_GAP = re.compile(r"\.\s+")
ALONE = {FormKind.GIVEN, FormKind.SURNAME, FormKind.KNOWN_AS, FormKind.VARIANT}
_SPACED = re.compile(r"(?<![^\W\d_])[^\W\d_](?:[ .·\-_*][^\W\d_]){2,}(?![^\W\d_])")
_DISGUISED = re.compile(r"(?<![^\W_$])[^\W_]*[0-9$][^\W_]*(?:\$[^\W_]*)*")
_ACCOUNT_BEFORE, _ACCOUNT_AFTER = re.compile("[#@_/]"), re.compile("[@_]")
"""Signs that touch the parts of the name of an account."""
_UNDISGUISE = str.maketrans("013457$", "oleasts")


@dataclass(frozen=True)
class NameMatch:
    """A name found at ``start`` to ``end``; ``forms`` has one form per person it may belong to."""

    start: int
    end: int
    forms: tuple[Form, ...]
    certainty: Certainty
    how: str = ""
    """How it is written, where it isn't plainly: "misspelt"."""


def find_names(text: str, index: NameIndex) -> tuple[NameMatch, ...]:
    """Every use of a name in ``text`` (folded to basic Latin, case kept), in order."""
    tokens = tokenise(text)
    matches = [*_plainly(tokens, index), *_spaced(text, index), *_disguised(text, index)]
    matches.sort(key=lambda match: (match.start, -match.end))
    return tuple(_side_by_side(text, matches))


def _side_by_side(text: str, matches: list[NameMatch]) -> Iterator[NameMatch]:
    """Two names of one person in a row speak for each other: "Amra Okafro" is surely both."""
    waiting: NameMatch | None = None
    for match in matches:
        joined = _joined(text, waiting, match) if waiting else None
        if waiting and not joined:
            yield waiting
        waiting = joined or match
    if waiting:
        yield waiting


def _joined(text: str, left: NameMatch, right: NameMatch) -> NameMatch | None:
    if text[left.end : right.start] not in (" ", "\n", "-"):
        return None
    people = {form.person.id for form in left.forms}
    shared = tuple(form for form in right.forms if form.person.id in people)
    kinds = {left.forms[0].kind, *(form.kind for form in shared)}
    if len(kinds) < 2 or not kinds <= ALONE:
        return None
    forms = tuple(replace(form, kind=FormKind.WHOLE) for form in shared)
    return NameMatch(left.start, right.end, forms, Certainty.SURE, left.how or right.how)


def _plainly(tokens: TokenText, index: NameIndex) -> Iterator[NameMatch]:
    done = 0
    for at in _worth_a_look(tokens, index):
        if at >= done:
            match, used = _match_at(tokens, at, index)
            if match is not None:
                yield match
            done = at + used


def _worth_a_look(tokens: TokenText, index: NameIndex) -> list[int]:
    """The tokens that may be a name, as few are: by a name's word, a capital or a sign."""
    text = tokens.text
    after = {hit.end() for hit in _ACCOUNT_BEFORE.finditer(text)}
    before = {hit.start() for hit in _ACCOUNT_AFTER.finditer(text)}
    return [
        at
        for at, (start, end, word) in enumerate(tokens.tokens)
        if text[start].isupper() or index.may_begin(word) or start in after or end in before
    ]


def _match_at(tokens: TokenText, at: int, index: NameIndex) -> tuple[NameMatch | None, int]:
    word = tokens.tokens[at].word
    for words in index.starting_with(word):
        if not _fits(tokens, at, words):
            continue
        forms = index.forms(words)
        sure = certainty(tokens, at, forms)
        if sure is not None:
            return _match(tokens, at, len(words), forms, sure), len(words)
    if len(word) < 4:
        return None, 1
    return _altered(tokens, at, index), 1


def _fits(tokens: TokenText, at: int, words: tuple[str, ...]) -> bool:
    if at + len(words) > len(tokens.tokens):
        return False
    for offset, word in enumerate(words[1:], start=1):
        if tokens.tokens[at + offset].word != word:
            return False
        gap = tokens.gap(at + offset - 1)
        if _GAP.fullmatch(gap) is None:
            return False
        if len(words[offset - 1]) > 2 and _SENTENCE_GAP.fullmatch(gap):
            return False
    return True


def _altered(tokens: TokenText, at: int, index: NameIndex) -> NameMatch | None:
    """The token as a plural ("the Okafors"), inside an account name, or misspelt."""
    word = tokens.tokens[at].word
    if word.endswith("s") and (forms := index.forms((word[:-1],))):
        sure = None if forms[0].ordinary and not tokens.capitalised(at) else Certainty.SURE
        if forms[0].ordinary and sure:
            sure = Certainty.DOUBTFUL
        return None if sure is None else _match(tokens, at, 1, forms, sure)
    if _in_account_name(tokens, at) and (name := index.inside(word)):
        return _match(
            tokens, at, 1, index.forms((name,)), Certainty.DOUBTFUL, "inside another word"
        )
    if tokens.capitalised(at) and (name := index.similar(word)):
        sure = Certainty.SURE if len(name) >= 7 else Certainty.DOUBTFUL
        return _match(tokens, at, 1, index.forms((name,)), sure, MISSPELT)
    if tokens.capitalised(at) and (name := index.sounds_like(word)):
        return _match(tokens, at, 1, index.forms((name,)), Certainty.DOUBTFUL, SOUNDS_ALIKE)
    return None


def _in_account_name(tokens: TokenText, at: int) -> bool:
    token = tokens.tokens[at]
    before = token.start > 0 and _ACCOUNT_BEFORE.match(tokens.text, token.start - 1)
    return bool(before or _ACCOUNT_AFTER.match(tokens.text, token.end))


def _match(
    tokens: TokenText, at: int, length: int, forms: tuple[Form, ...], sure: Certainty, how: str = ""
) -> NameMatch:
    start = tokens.tokens[at].start
    if tokens.word(at - 1) in TITLES and tokens.gap(at - 1) in (" ", ". ", ".", "\n"):
        start = tokens.tokens[at - 1].start
    end = _with_initial(tokens.text, tokens.tokens[at + length - 1].end, forms)
    return NameMatch(start, _closed(tokens.text, start, end), forms, sure, how)


def _with_initial(text: str, end: int, forms: tuple[Form, ...]) -> int:
    """The end of a name with the initial of the surname that follows it: "Amara O."."""
    initial = _INITIAL_AFTER.match(text, end)
    surnames = {last[0].lower() for form in forms for last in form.person.full_name.split()[-1:]}
    return initial.end() if initial and initial[1].lower() in surnames else end


def _closed(text: str, start: int, end: int) -> int:
    """The end of a name with the bracket that closes one inside it: "Mrs Okafor (Amara)"."""
    opened = text.count("(", start, end) > text.count(")", start, end)
    return end + 1 if opened and text.startswith(")", end) else end


def _spaced(text: str, index: NameIndex) -> Iterator[NameMatch]:
    """Names written letter by letter: "A m a r a", "O-K-A-F-O-R"."""
    for run in _SPACED.finditer(text):
        letters = [at for at in range(run.start(), run.end()) if text[at].isalpha()]
        joined = "".join(text[at] for at in letters).lower()
        for first, forms in index.spelt_in(joined):
            last = first + len(forms[0].words[0]) - 1
            span = letters[first], letters[last] + 1
            yield NameMatch(*span, forms, Certainty.SURE, "letter by letter")


def _disguised(text: str, index: NameIndex) -> Iterator[NameMatch]:
    """Names with digits for letters: "0kafor", "Am4ra"."""
    for run in _DISGUISED.finditer(text):
        word = run[0].lower()
        if len(word) < 4 or sum(map(str.isalpha, word)) < len(word) / 2:
            continue
        forms = index.forms((word.translate(_UNDISGUISE),))
        if forms and not forms[0].ordinary:
            yield NameMatch(*run.span(), forms, Certainty.SURE, "with digits for letters")
