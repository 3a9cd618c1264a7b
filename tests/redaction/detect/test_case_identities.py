"""Every form in which a report may betray one of the case's own names, and what isn't one."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from redaction.check import Checker
from redaction.values import Category, Finding, Passage, Severity

Look = Callable[[str], list[Finding]]

CASE = "CaseIdentityRecognizer"

_BRACED = re.compile(r"\{(.+?)\}", re.DOTALL)

SURELY_NAMES = [
    ("Ifeoma Grace Tamblyn-Okoye", "the whole name"),
    ("Ifeoma Tamblyn-Okoye", "without the middle name"),
    ("Ifeoma G Tamblyn-Okoye", "middle initial"),
    ("Ifeoma G. Tamblyn-Okoye", "middle initial with its dot"),
    ("ifeoma tamblyn-okoye", "small letters"),
    ("IFEOMA TAMBLYN-OKOYE", "capitals, as in a heading"),
    ("iFEOMA", "caps lock"),
    ("Tamblyn-Okoye, Ifeoma", "surname first, as in an index"),
    ("TAMBLYN-OKOYE Ifeoma Grace", "surname first, as on a form"),
    ("I. Tamblyn-Okoye", "initial and surname"),
    ("I G Tamblyn-Okoye", "initials and surname"),
    ("{Tamblyn-Okoye I.G}.", "surname and initials"),
    ("Ifeoma", "first name alone"),
    ("Tamblyn-Okoye", "surname alone"),
    ("Tamblyn", "first half of a double surname"),
    ("Okoye", "second half of a double surname"),
    ("Tamblyn Okoye", "hyphen left out"),
    ("Tamblyn–Okoye", "dash for the hyphen"),
    ("Tamblyn\u2011Okoye", "hyphen that does not break"),
    ("{Ifeoma}’s", "possessive with a curly apostrophe"),
    ("{Ifeoma}'s", "possessive with a straight apostrophe"),
    ("the {Okoyes}", "plural of the surname"),
    ("the {Okoyes}’", "possessive plural"),
    ("Ms Tamblyn", "title and surname"),
    ("Mr. Okoye", "title with its dot and surname"),
    ("mr okoye", "title and surname in small letters"),
    ("Iffy", "nickname"),
    ("baby T", "a noun and an initial that are a name together"),
    ("Iffy Tamblyn", "nickname with half the surname"),
    ("Dubem Okoye", "nickname with the surname"),
    ("DUBEM", "nickname in capitals"),
    ("Sean O'Dalaigh", "accents left out"),
    ("SEÁN Ó DÁLAIGH", "more accents than in the case, and spaced"),
    ("Seán O’Dálaigh", "as written in the case"),
    ("Seán ODálaigh", "apostrophe left out"),
    ("Rhoswen Tamblin", "misspelt surname beside its first name"),
    ("Roswen", "a letter less"),
    ("Rhosswen", "a letter more"),
    ("Rhoswan", "another letter"),
    ("Rhowsen", "letters swapped"),
    ("R h o s w e n", "spaced letters"),
    ("O-K-O-Y-E", "letter by letter with hyphens"),
    ("Rho\u200bswen", "zero-width space inside"),
    ("Rho\u00adswen", "soft hyphen inside"),
    ("Rho\u2060swen", "word joiner inside"),
    ("Rhos-\nwen", "broken at the end of a line"),
    ("Ｒｈｏｓｗｅｎ", "full-width letters"),
    ("Rh\u043eswen", "a Cyrillic letter that looks the same"),
    ("Rhoswen\u00a0Tamblyn", "no-break space between"),
    ("Rhoswen\nTamblyn", "broken over two lines"),
    ("rhoswen.tamblyn", "as in a mailbox or file name"),
    ("rhoswen_tamblyn", "with an underscore"),
    ("RhoswenTamblyn", "run together with capitals"),
    ("rhoswentamblyn", "run together"),
    ("rtamblyn", "as an account name"),
    ("0koye", "a digit for a letter"),
    ("({Rhoswen})", "in brackets"),
    ("“{Rhoswen}”", "in quotation marks"),
    ("{Rhoswen}/{Chidubem}", "two names with a slash"),
    ("mother={Rhoswen};", "in a list of attributes"),
    ("Hope Hill", "two ordinary words that are a name together"),
    ("Nurse Hope Hill", "ordinary words after a title"),
    ("Mrs Hill", "an ordinary word after a title"),
    ("Parveen Zaidan", "a professional"),
    ("Sea\u0301n", "accent as a character of its own"),
    (
        "\U0001d411\U0001d421\U0001d428\U0001d42c\U0001d430\U0001d41e\U0001d427",
        "mathematical bold letters",
    ),
    ("dalaigh", "surname without its O’, in small letters"),
    ("{rhoswen}%20{tamblyn}", "as in a web address"),
    ("#JusticeFor{Ifeoma}", "in a tag with capitals"),
    ("{Rhoswen (Tamblyn}", "surname in brackets"),
    ("{Tamblyn}: {Rhoswen}", "as in a form"),
    ("iffy", "a nickname in small letters, though it is a word too"),
]


@pytest.mark.parametrize(("written", "reason"), SURELY_NAMES)
def test_every_form_of_a_name_is_blocked(look: Look, written: str, reason: str) -> None:
    """A name in any form can't be published; all of it is marked, and nothing besides."""
    names = _BRACED.findall(written) or [written]
    plainly = _BRACED.sub(r"\1", written)
    found = look(f"On that day {plainly} was visited again.")
    assert names == [each.text for each in found], reason
    assert {(Category.PERSON, Severity.BLOCK)} == {(one.category, one.severity) for one in found}


@pytest.mark.parametrize(("written", "reason"), SURELY_NAMES)
def test_every_form_of_a_name_is_blocked_alone_in_its_passage(
    checker: Checker, written: str, reason: str
) -> None:
    """A table’s cell with a name is found, also between cells with names of the same person."""
    names = _BRACED.findall(written) or [written]
    texts = ("Rhoswen", _BRACED.sub(r"\1", written), "Tamblyn")
    found = checker.look([Passage(text, "cell", "") for text in texts])
    assert [each.text for each in found] == ["Rhoswen", *names, "Tamblyn"], reason


DOUBTFULLY_NAMES = [
    ("Seen by I.G.T. that week", "I.G.T", "initials with dots"),
    ("It was I.T.O. who came", "I.T.O", "initials with both halves of the surname"),
    ("A letter about IGTO was kept", "IGTO", "the same without dots"),
    ("A letter about IGT was kept", "IGT", "initials of all names"),
    ("The Okoya family", "Okoya", "a short surname with one mistake"),
    ("A note that leopold made", "leopold", "the bare first name of the reviewer"),
    ("Hope is not enough", "Hope", "an ordinary word that may be the name"),
    ("Grace was said at meals", "Grace", "a middle name that is a word and opens a sentence"),
    ("the Hills, a family", "Hills", "an ordinary word that may be a plural surname"),
    ("Signed i.g.t at the foot", "i.g.t", "initials with dots, in small letters"),
    ("#justiceforifeoma", "justiceforifeoma", "a name inside a tag"),
]

NOT_NAMES = [
    ("We hope that services improve", "an ordinary word in small letters"),
    ("The uphill task", "a name inside another word"),
    ("There was grace in her voice", "the middle name as a word"),
    ("Hope that", "an ordinary word that opens a sentence, with what follows such a word"),
    ("The tambourine was a toy", "shares four letters with the surname"),
    ("Rosemary helps at the group", "a different first name"),
    ("Roshan was not involved", "two mistakes away in a name of seven letters"),
    ("an okay outcome", "an ordinary word near a short surname"),
    ("It was I who wrote", "a single capital letter"),
    ("The IT system failed", "an abbreviation that is also initials"),
    ("Health and Housing", "shares the initials of a worker"),
    ("Items a b c and i g t", "single small letters"),
    ("Lists i-t-o and a) b) c)", "single small letters, joined"),
    ("The seat was empty", "a letter from a first name of four letters"),
    ("Mother and Father", "roles"),
    ("The baby was fed, and Baby slept", "a noun from a name the child is known by"),
    ("See Table T in the annex", "a letter from a name the child is known by"),
    ("Child W", "the child’s own pseudonym"),
    ("The Social Worker wrote to the Health Visitor", "posts"),
    ("Safeguarding Children Board", "the body’s name"),
    ("", "nothing"),
]


@pytest.mark.parametrize(("text", "name", "reason"), DOUBTFULLY_NAMES)
def test_a_doubtful_name_is_for_review(look: Look, text: str, name: str, reason: str) -> None:
    """What may be a name or another word is left to a person, not blocked and not missed."""
    people = [each for each in look(text) if each.category is Category.PERSON]
    assert [(name, Severity.REVIEW)] == [(each.text, each.severity) for each in people], reason


@pytest.mark.parametrize(("text", "reason"), NOT_NAMES)
def test_look_alikes_are_left_alone(look: Look, text: str, reason: str) -> None:
    """An ordinary word, or another person’s name, is no finding of the case’s identities."""
    assert [each for each in look(text) if CASE in each.recognisers] == [], reason


def test_a_misspelling_that_the_document_also_writes_small_is_a_word(look: Look) -> None:
    """A capital at a sentence’s start doesn’t make a name of the document’s own word."""
    assert CASE in look("Okoyo was seen.")[0].recognisers
    assert look("Okoyo is a plant. They grew okoyo for years; the okoyo did well.") == []


def test_a_sentence_may_not_end_between_first_name_and_surname(look: Look) -> None:
    """Two people in two sentences stay two findings."""
    found = look("They spoke to Chidubem. Tamblyn refused.")
    assert [each.text for each in found] == ["Chidubem", "Tamblyn"]
