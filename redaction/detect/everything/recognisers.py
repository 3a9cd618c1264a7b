"""Every recogniser of this folder."""

from __future__ import annotations

from presidio_analyzer import EntityRecognizer

from redaction.detect.everything.amounts import CountRecognizer, MeasureRecognizer, MoneyRecognizer
from redaction.detect.everything.belonging import (
    CountryRecognizer,
    NationalityRecognizer,
    PeopleRecognizer,
    PersonsNationalityRecognizer,
    RegionRecognizer,
)
from redaction.detect.everything.bodies import (
    InstitutionRecognizer,
    NamedInSmallLettersRecognizer,
    ShortNameRecognizer,
)
from redaction.detect.everything.people import InitialledNameRecognizer
from redaction.detect.everything.places import PlaceByUseRecognizer, PlaceOfWorkRecognizer
from redaction.detect.everything.references import ApplicationNumberRecognizer, FileNumberRecognizer
from redaction.detect.everything.situation import (
    HealthRecognizer,
    OccupationRecognizer,
    StatedAgeRecognizer,
    StatusRecognizer,
)
from redaction.detect.everything.times import (
    ClockTimeRecognizer,
    DateSpanRecognizer,
    MonthAndYearRecognizer,
    PeriodRecognizer,
    YearRecognizer,
)

EVERYTHING_RECOGNISERS: tuple[type[EntityRecognizer], ...] = (
    ApplicationNumberRecognizer,
    ClockTimeRecognizer,
    CountRecognizer,
    CountryRecognizer,
    DateSpanRecognizer,
    FileNumberRecognizer,
    HealthRecognizer,
    InitialledNameRecognizer,
    InstitutionRecognizer,
    MeasureRecognizer,
    MoneyRecognizer,
    MonthAndYearRecognizer,
    NamedInSmallLettersRecognizer,
    NationalityRecognizer,
    OccupationRecognizer,
    PeopleRecognizer,
    PeriodRecognizer,
    PersonsNationalityRecognizer,
    PlaceByUseRecognizer,
    PlaceOfWorkRecognizer,
    RegionRecognizer,
    ShortNameRecognizer,
    StatedAgeRecognizer,
    StatusRecognizer,
    YearRecognizer,
)
