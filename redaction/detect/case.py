"""The recogniser of the case's own identities, as an ordinary Presidio recogniser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from presidio_analyzer import EntityRecognizer, RecognizerResult
from presidio_analyzer.nlp_engine import NlpArtifacts

from redaction.detect.case_terms import case_terms
from redaction.detect.dates import WrittenDate, written_dates
from redaction.detect.detection import Certainty, Detection
from redaction.detect.life_ages import ages_at_death
from redaction.detect.people.index import NameIndex
from redaction.detect.people.names import FormKind
from redaction.detect.people.search import ALONE, MISSPELT, SOUNDS_ALIKE, NameMatch, find_names
from redaction.detect.plain import folded
from redaction.pseudonyms import with_labels
from redaction.values import Category, ProtectedPerson, ProtectedTerms, Role, Severity

DETECTION_KEY = "detection"
"""Under this key of a result's recognition metadata stands the Detection it was made from."""

_SCORES = {Certainty.SURE: 1.0, Certainty.DOUBTFUL: 0.5}
_FAMILY = frozenset({Role.CHILD, Role.SIBLING, Role.PARENT, Role.FAMILY})


@dataclass(frozen=True)
class _LifeDate:
    day: date
    what: str
    person: ProtectedPerson


class CaseIdentityRecognizer(EntityRecognizer):  # type: ignore[misc]
    """Finds every form of the names, dates, addresses, organisations and numbers of one case.

    Entities: CASE_PERSON, CASE_DATE, CASE_PLACE, CASE_ORGANISATION, CASE_CODE, CASE_AGE. A
    score of 1 means
    sure, 0.5 that a person must look.
    """

    ENTITIES = (
        "CASE_PERSON",
        "CASE_DATE",
        "CASE_PLACE",
        "CASE_ORGANISATION",
        "CASE_CODE",
        "CASE_AGE",
    )

    def __init__(self, terms: ProtectedTerms, supported_language: str = "en") -> None:
        self._terms = with_labels(terms)
        self._index = NameIndex(self._terms.people)
        self._patterns = case_terms(self._terms)
        self._life_dates = tuple(_life_dates(self._terms))
        super().__init__(
            supported_entities=list(self.ENTITIES), supported_language=supported_language
        )

    def load(self) -> None:
        """Nothing to load: the terms are given."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """Presidio's results for ``text``, each with its Detection in the metadata.

        What several people share (a birthday, a telephone) is one result with all their roles:
        Presidio keeps only one of two equal results, and a policy must see every role.
        """
        shared: dict[tuple[str, int, int], Detection] = {}
        for found in self.detect(text):
            if found.entity in entities:
                place = found.entity, found.start, found.end
                shared[place] = _both(shared[place], found) if place in shared else found
        return [self._result(found) for found in shared.values()]

    def detect(self, text: str) -> Iterator[Detection]:
        """Every use of a protected term in ``text``, in offsets of ``text``."""
        plain = folded(text)
        for match in find_names(plain.text, self._index):
            start, end = plain.span(match.start, match.end)
            yield self._of_person(match, start, end)
        for term in self._patterns:
            for hit in term.pattern.finditer(plain.text):
                start, end = plain.span(*hit.span())
                weight = _weight(term.certainty)
                yield Detection(
                    term.entity, term.category, weight, start, end, self.name,
                    term.reason, term.suggestion, term.roles, term.certainty, about=term.about,
                )  # fmt: skip
        yield from self._of_dates(text)
        yield from self._of_ages(text)

    def _of_person(self, match: NameMatch, start: int, end: int) -> Detection:
        people = list(dict.fromkeys(form.person for form in match.forms))
        roles = tuple(dict.fromkeys(person.role for person in people))
        about = one_of(person.label for person in people)
        how = f" ({match.how})" if match.how else ""
        doubt = "; it may be another word" if match.certainty is Certainty.DOUBTFUL else ""
        return Detection(
            entity="CASE_PERSON",
            category=Category.PERSON,
            weight=_weight(match.certainty),
            start=start,
            end=end,
            recogniser=self.name,
            reason=f"{match.forms[0].kind.value} of {about}{how}{doubt}",
            suggestion=_stand_in(match, roles),
            roles=roles,
            certainty=match.certainty,
            misspelt=match.how in (MISSPELT, SOUNDS_ALIKE) and match.forms[0].kind in ALONE,
            about=about,
        )

    def _of_dates(self, text: str) -> Iterator[Detection]:
        for written in written_dates(text):
            for life in self._life_dates:
                certainty = _certainty_of_date(written, life.day)
                if certainty is None:
                    continue
                doubt = "" if certainty is Certainty.SURE else ", as far as it is written"
                yield Detection(
                    "CASE_DATE", Category.DATE, _weight(certainty), written.start, written.end,
                    self.name, f"the {life.what} of {life.person.label}{doubt}",
                    f"[{life.what}]", (life.person.role,), certainty, about=life.person.label,
                )  # fmt: skip

    def _of_ages(self, text: str) -> Iterator[Detection]:
        for person in self._terms.people:
            for start, end in ages_at_death(text, person):
                yield Detection(
                    "CASE_AGE", Category.QUASI, Severity.REVIEW, start, end, self.name,
                    f"the age at which {person.label} died, which gives the date of birth",
                    "[age]", (person.role,), Certainty.DOUBTFUL, about=person.label,
                )  # fmt: skip

    def _result(self, found: Detection) -> RecognizerResult:
        return RecognizerResult(
            entity_type=found.entity,
            start=found.start,
            end=found.end,
            score=_SCORES[found.certainty],
            recognition_metadata={
                RecognizerResult.RECOGNIZER_NAME_KEY: self.name,
                RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
                DETECTION_KEY: found,
            },
        )


def _both(one: Detection, other: Detection) -> Detection:
    """One detection for two of the same place: the surer one, with the roles of both."""
    lead = other if one.certainty is Certainty.DOUBTFUL else one
    about = one_of([one.about, other.about])
    return lead._replace(roles=tuple(dict.fromkeys([*one.roles, *other.roles])), about=about)


def one_of(labels: Iterable[str]) -> str:
    """``labels`` as alternatives, each once: "Child W, Mother or Father"."""
    told = list(dict.fromkeys(label for label in labels if label))
    *first, last = told or [""]
    return f"{', '.join(first)} or {last}" if first else last


def _weight(certainty: Certainty) -> Severity:
    return Severity.BLOCK if certainty is Certainty.SURE else Severity.REVIEW


def _stand_in(match: NameMatch, roles: tuple[Role, ...]) -> str:
    labels = {form.person.label for form in match.forms}
    if len(labels) == 1:
        return labels.pop()
    surname = all(form.kind is FormKind.SURNAME for form in match.forms)
    return "[family name]" if surname and _FAMILY.issuperset(roles) else "[name]"


def _life_dates(terms: ProtectedTerms) -> Iterator[_LifeDate]:
    for person in terms.people:
        if person.date_of_birth:
            yield _LifeDate(person.date_of_birth, "date of birth", person)
        if person.date_of_death:
            yield _LifeDate(person.date_of_death, "date of death", person)


def _certainty_of_date(written: WrittenDate, day: date) -> Certainty | None:
    if written.means(day):
        return Certainty.DOUBTFUL if written.american else Certainty.SURE
    return Certainty.DOUBTFUL if written.is_anniversary(day) else None
