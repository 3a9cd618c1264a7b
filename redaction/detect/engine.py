"""Presidio's engine with a registry chosen by hand; importing this takes a second or two."""

from __future__ import annotations

import logging

from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry
from presidio_analyzer.predefined_recognizers import (
    IpRecognizer,
    NhsRecognizer,
    UkDrivingLicenceRecognizer,
    UkNinoRecognizer,
    UkPassportRecognizer,
    UkVehicleRegistrationRecognizer,
)

from redaction.detect.case import CaseIdentityRecognizer
from redaction.detect.codes import (
    BankAccountRecognizer,
    CourtReferenceRecognizer,
    HandleRecognizer,
    NhsInWordsRecognizer,
    ProfessionalRegistrationRecognizer,
    RecordNumberRecognizer,
    UpnRecognizer,
)
from redaction.detect.contact import (
    OfflineEmailRecognizer,
    UkTelephoneRecognizer,
    WebAddressRecognizer,
)
from redaction.detect.details import (
    BirthOrderRecognizer,
    ExactAgeRecognizer,
    LifeDateRecognizer,
    TitledNameRecognizer,
    UkDateRecognizer,
)
from redaction.detect.everything.recognisers import EVERYTHING_RECOGNISERS
from redaction.detect.net.recogniser import ClosedWorldRecognizer
from redaction.detect.pattern import EXACT_CASE, THRESHOLD
from redaction.detect.pipeline import BlankEnglishEngine, NearbyWordsEnhancer
from redaction.detect.places import (
    LocalServiceRecognizer,
    PostcodeRecognizer,
    StreetAddressRecognizer,
)
from redaction.values import ProtectedTerms

_OURS: tuple[type[EntityRecognizer], ...] = (
    BankAccountRecognizer,
    BirthOrderRecognizer,
    ClosedWorldRecognizer,
    CourtReferenceRecognizer,
    ExactAgeRecognizer,
    HandleRecognizer,
    LifeDateRecognizer,
    LocalServiceRecognizer,
    NhsInWordsRecognizer,
    OfflineEmailRecognizer,
    PostcodeRecognizer,
    ProfessionalRegistrationRecognizer,
    RecordNumberRecognizer,
    StreetAddressRecognizer,
    TitledNameRecognizer,
    UkDateRecognizer,
    UkTelephoneRecognizer,
    UpnRecognizer,
    WebAddressRecognizer,
)


def recognisers() -> list[EntityRecognizer]:
    """Every recogniser that knows no case: Presidio's British ones that hold, and ours."""
    return [*(kind() for kind in _OURS), *_from_presidio()]


def analyser(terms: ProtectedTerms, *, everything: bool = False) -> AnalyzerEngine:
    """An engine that finds the identities of ``terms`` and whatever identifies anyone.

    ``everything`` adds what only a text for strangers must lose: years, money, callings, courts.
    """
    _quieten()
    more = [kind() for kind in EVERYTHING_RECOGNISERS] if everything else []
    return AnalyzerEngine(
        registry=RecognizerRegistry(recognizers=[CaseIdentityRecognizer(terms), *recognisers(), *more]),
        nlp_engine=BlankEnglishEngine(),
        context_aware_enhancer=NearbyWordsEnhancer(),
        default_score_threshold=THRESHOLD,
    )


def _from_presidio() -> list[EntityRecognizer]:
    licence, vehicle = UkDrivingLicenceRecognizer(), UkVehicleRegistrationRecognizer()
    passport = UkPassportRecognizer()
    for recogniser in (licence, vehicle, passport):
        # In small letters their patterns match ordinary words: "was 12 m".
        recogniser.global_regex_flags = EXACT_CASE
    return [IpRecognizer(), NhsRecognizer(), UkNinoRecognizer(), licence, passport, vehicle]


def _quieten() -> None:
    """Presidio logs what it looks at; nothing of a case may reach a log."""
    logging.getLogger("presidio-analyzer").setLevel(logging.ERROR)
