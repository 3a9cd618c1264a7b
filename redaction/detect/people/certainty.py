"""How sure it is that a word which could be a name is one here."""

from __future__ import annotations

from redaction.detect.detection import Certainty
from redaction.detect.people.names import Form, FormKind
from redaction.detect.people.tokens import TokenText
from redaction.detect.words import (
    ABBREVIATIONS,
    CALENDAR_LEADS,
    CALENDAR_NAMES,
    NOT_A_NAME_AFTER,
    ORDINARY_WORDS,
    REPORT_WORDS,
    TITLES,
)
from redaction.values import Role

_BY_OFFICE = (Role.PANEL, Role.REVIEWER, Role.REFERRER)
"""People in public office: their bare first names and initials say little."""


def certainty(tokens: TokenText, at: int, forms: tuple[Form, ...]) -> Certainty | None:
    """How surely the tokens from ``at`` on are one of ``forms``; None if they are not."""
    form = forms[0]
    if not _single_letters_are_initials(tokens, at, form):
        return None
    if form.kind is FormKind.INITIALS:
        return _of_initials(tokens, at, forms)
    if len(form.words) > 1:
        return _of_several_words(tokens, at, form)
    if form.kind is FormKind.VARIANT:
        return _of_variant(tokens, at, form)
    if form.kind in (FormKind.WHOLE, FormKind.WITH_INITIALS):
        return _of_account_name(form)
    if form.ordinary:
        return _of_ordinary_word(tokens, at)
    return _of_name_alone(tokens, at, forms)


def _single_letters_are_initials(tokens: TokenText, at: int, form: Form) -> bool:
    """A single letter counts as an initial in upper case, or where a dot or _ joins it on."""
    for offset, word in enumerate(form.words):
        if len(word) > 1 or tokens.capitalised(at + offset):
            continue
        before = tokens.gap(at + offset - 1) if offset else ""
        after = tokens.gap(at + offset) if offset + 1 < len(form.words) else ""
        if not {before, after} & {".", "_"}:
            return False
    return True


def _of_initials(tokens: TokenText, at: int, forms: tuple[Form, ...]) -> Certainty | None:
    if all(form.person.role in _BY_OFFICE for form in forms):
        return None
    words = forms[0].words
    if len(words) > 1:
        dotted = all(tokens.gap(at + offset) in (".", ". ") for offset in range(len(words) - 1))
        return Certainty.DOUBTFUL if dotted else None
    written = tokens.written(at)
    if not written.isupper() or written in ABBREVIATIONS:
        return None
    shouting = [tokens.word(near) and tokens.written(near).isupper() for near in (at - 1, at + 1)]
    return None if all(shouting) else Certainty.DOUBTFUL


def _of_several_words(tokens: TokenText, at: int, form: Form) -> Certainty | None:
    """Ordinary words in a row are a name where each has its capital."""
    if not form.ordinary:
        return Certainty.SURE
    capitals = all(tokens.capitalised(at + offset) for offset in range(len(form.words)))
    if form.kind is FormKind.WITH_INITIALS:
        return Certainty.SURE if capitals else None
    return Certainty.SURE if capitals else Certainty.DOUBTFUL


def _of_variant(tokens: TokenText, at: int, form: Form) -> Certainty | None:
    """Another spelling of a first name may also be somebody else's name, or a word."""
    if form.ordinary and _of_ordinary_word(tokens, at) is None:
        return None
    return Certainty.DOUBTFUL if tokens.capitalised(at) or len(form.words[0]) > 4 else None


def _of_account_name(form: Form) -> Certainty | None:
    """First name and surname run together; short ones may be another word."""
    if form.ordinary:
        return None
    long_enough = 8 if form.kind is FormKind.WHOLE else 6
    return Certainty.SURE if len(form.words[0]) >= long_enough else Certainty.DOUBTFUL


def _of_name_alone(tokens: TokenText, at: int, forms: tuple[Form, ...]) -> Certainty:
    if len(forms[0].words[0]) <= 3 and not tokens.capitalised(at):
        return Certainty.DOUBTFUL
    first_names = all(form.kind is FormKind.GIVEN for form in forms)
    if first_names and all(form.person.role in _BY_OFFICE for form in forms):
        return Certainty.DOUBTFUL
    return Certainty.SURE


def _of_ordinary_word(tokens: TokenText, at: int) -> Certainty | None:
    if not tokens.capitalised(at):
        return None
    before, after = tokens.word(at - 1), tokens.word(at + 1)
    if before in TITLES:
        return Certainty.SURE
    if tokens.word(at) in CALENDAR_NAMES:
        return None if _is_in_calendar(tokens, at) else Certainty.DOUBTFUL
    if tokens.opens_sentence(at):
        return None if after in NOT_A_NAME_AFTER else Certainty.DOUBTFUL
    if _among_capitals(tokens, at) or before in ("the", "a", "an", "st", "saint"):
        return Certainty.DOUBTFUL
    return Certainty.SURE


def _is_in_calendar(tokens: TokenText, at: int) -> bool:
    token = tokens.tokens[at]
    near = (
        tokens.text[max(0, token.start - 3) : token.start] + tokens.text[token.end : token.end + 3]
    )
    digits = any(character.isdigit() for character in near)
    return digits or tokens.word(at - 1) in CALENDAR_LEADS


def _among_capitals(tokens: TokenText, at: int) -> bool:
    """Whether it stands in a heading, or in the name of a place or a body."""
    if len(tokens.written(at)) > 1 and tokens.written(at).isupper():
        return True
    after = tokens.word(at + 1)
    place = tokens.capitalised(at + 1) and (after in ORDINARY_WORDS or after in REPORT_WORDS)
    return place or (tokens.capitalised(at - 1) and tokens.capitalised(at + 1))
