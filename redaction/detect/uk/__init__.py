"""Recognisers of British identifiers and of what identifies without a name.

Each is a Presidio recogniser that can be put into any registry by itself; ``UK_RECOGNISERS`` are
all of them.
"""

from __future__ import annotations

from presidio_analyzer import EntityRecognizer

from redaction.detect.uk.addresses import StreetAddressRecognizer
from redaction.detect.uk.ages import ExactAgeRecognizer
from redaction.detect.uk.contact import (
    OfflineEmailRecognizer,
    UkTelephoneRecognizer,
    WebAddressRecognizer,
)
from redaction.detect.uk.courts import CourtReferenceRecognizer
from redaction.detect.uk.days import LifeDateRecognizer, UkDateRecognizer
from redaction.detect.uk.devices import DeviceNumberRecognizer, IpAddressRecognizer
from redaction.detect.uk.family import BirthOrderRecognizer
from redaction.detect.uk.handles import HandleRecognizer
from redaction.detect.uk.health import (
    ChiNumberRecognizer,
    HealthAndCareNumberRecognizer,
    NhsNumberRecognizer,
)
from redaction.detect.uk.moments import FixedMomentRecognizer
from redaction.detect.uk.money import BankAccountRecognizer
from redaction.detect.uk.police import PoliceNumberRecognizer
from redaction.detect.uk.postcodes import PostcodeRecognizer
from redaction.detect.uk.professions import ProfessionalRegistrationRecognizer
from redaction.detect.uk.rarities import (
    RareConditionRecognizer,
    RareOccupationRecognizer,
    RarePositionRecognizer,
)
from redaction.detect.uk.records import RecordNumberRecognizer
from redaction.detect.uk.schooling import UlnRecognizer, UpnRecognizer
from redaction.detect.uk.services import LocalBodyRecognizer, LocalServiceRecognizer
from redaction.detect.uk.state import (
    DrivingLicenceRecognizer,
    NinoRecognizer,
    PassportRecognizer,
    VehicleRegistrationRecognizer,
)

UK_RECOGNISERS: tuple[type[EntityRecognizer], ...] = (
    BankAccountRecognizer,
    BirthOrderRecognizer,
    ChiNumberRecognizer,
    CourtReferenceRecognizer,
    DeviceNumberRecognizer,
    DrivingLicenceRecognizer,
    ExactAgeRecognizer,
    FixedMomentRecognizer,
    HandleRecognizer,
    HealthAndCareNumberRecognizer,
    IpAddressRecognizer,
    LifeDateRecognizer,
    LocalBodyRecognizer,
    LocalServiceRecognizer,
    NhsNumberRecognizer,
    NinoRecognizer,
    OfflineEmailRecognizer,
    PassportRecognizer,
    PoliceNumberRecognizer,
    PostcodeRecognizer,
    ProfessionalRegistrationRecognizer,
    RareConditionRecognizer,
    RareOccupationRecognizer,
    RarePositionRecognizer,
    RecordNumberRecognizer,
    StreetAddressRecognizer,
    UkDateRecognizer,
    UkTelephoneRecognizer,
    UlnRecognizer,
    UpnRecognizer,
    VehicleRegistrationRecognizer,
    WebAddressRecognizer,
)
