"""What each kind of thing that a recogniser finds means to a reader of a report.

Sources: the checks listed for reports of reviews (names, dates, addresses, identifiers, siblings'
order, court references) and the ICO's *How to disclose information safely* (2018).
"""

from __future__ import annotations

from dataclasses import dataclass

from redaction.detect.detection import Certainty
from redaction.values import Category, Severity

_BLOCK, _REVIEW, _NOTE = Severity.BLOCK, Severity.REVIEW, Severity.NOTE


@dataclass(frozen=True)
class Entity:
    """A kind of finding: its category, how serious it is in public, why, and what may stand in."""

    category: Category
    weight: Severity
    reason: str
    suggestion: str
    certainty: Certainty = Certainty.SURE
    """Doubtful where it may as well be an ordinary word: never blocked, not even where hidden."""


ENTITIES: dict[str, Entity] = {
    "UK_NHS": Entity(Category.CODE, _BLOCK, "an NHS number", "[NHS number]"),
    "UK_CHI": Entity(Category.CODE, _BLOCK, "a Scottish patient's number (CHI)", "[CHI number]"),
    "UK_HEALTH_AND_CARE": Entity(
        Category.CODE, _BLOCK, "a Health and Care number", "[Health and Care number]"
    ),
    "UK_NINO": Entity(
        Category.CODE, _BLOCK, "a National Insurance number", "[National Insurance number]"
    ),
    "UK_PASSPORT": Entity(Category.CODE, _BLOCK, "a passport number", "[passport number]"),
    "UK_DRIVING_LICENCE": Entity(
        Category.CODE, _BLOCK, "a driving licence number", "[driving licence number]"
    ),
    "UK_VEHICLE_REGISTRATION": Entity(
        Category.CODE, _BLOCK, "a vehicle's registration number", "[vehicle registration]"
    ),
    "UK_UPN": Entity(Category.CODE, _BLOCK, "a pupil's number (UPN)", "[pupil number]"),
    "UK_ULN": Entity(Category.CODE, _BLOCK, "a learner's number (ULN)", "[learner number]"),
    "UK_POLICE_NUMBER": Entity(
        Category.CODE, _BLOCK, "a number of someone known to the police", "[police number]"
    ),
    "UK_BANK_ACCOUNT": Entity(
        Category.CODE, _BLOCK, "a sort code or account number", "[bank account]"
    ),
    "UK_PROFESSIONAL_REGISTRATION": Entity(
        Category.CODE, _BLOCK, "a professional's registration number", "[registration number]"
    ),
    "UK_RECORD_NUMBER": Entity(
        Category.CODE, _REVIEW, "a number of a record or case file", "[record number]"
    ),
    "UK_COURT_REFERENCE": Entity(
        Category.CODE, _REVIEW, "a court reference leads to the judgment", "[court reference]"
    ),
    "EMAIL_ADDRESS": Entity(Category.CODE, _REVIEW, "an e-mail address", "[e-mail address]"),
    "PHONE_NUMBER": Entity(Category.CODE, _REVIEW, "a telephone number", "[telephone number]"),
    "IP_ADDRESS": Entity(Category.CODE, _REVIEW, "an address of a computer", "[IP address]"),
    "DEVICE_NUMBER": Entity(
        Category.CODE, _REVIEW, "a number of a telephone or computer", "[device number]"
    ),
    "URL": Entity(
        Category.CODE, _REVIEW, "a web address: see that it leads to no one", "[web address]"
    ),
    "SOCIAL_HANDLE": Entity(
        Category.CODE, _REVIEW, "an account name on a social network", "[account name]"
    ),
    "UK_DATE": Entity(
        Category.DATE, _REVIEW, "an exact day: month and year are often enough", "[date]"
    ),
    "UK_PROCESS_DATE": Entity(
        Category.DATE, _NOTE, "a day of the board's, the report's or a law's own life", ""
    ),
    "UK_LIFE_DATE": Entity(Category.DATE, _BLOCK, "an exact date of birth or death", "[date]"),
    "EXACT_AGE": Entity(
        Category.QUASI, _REVIEW, "an age in days, weeks or months gives the date of birth", "[age]"
    ),
    "FIXED_MOMENT": Entity(
        Category.QUASI, _REVIEW, "a time that gives the exact day without its date", "[time]"
    ),
    "BIRTH_ORDER": Entity(
        Category.QUASI,
        _REVIEW,
        "the order or pattern of brothers and sisters makes a family recognisable",
        "[place in the family]",
    ),
    "RARE_CONDITION": Entity(
        Category.QUASI,
        _REVIEW,
        "a condition so rare that with a place or an age it points to one family",
        "[a medical condition]",
    ),
    "RARE_OCCUPATION": Entity(
        Category.QUASI,
        _REVIEW,
        "an occupation or position that few people of a place have",
        "[an occupation]",
    ),
    "UK_POSTCODE": Entity(Category.PLACE, _REVIEW, "a postcode", "[postcode]"),
    "UK_STREET_ADDRESS": Entity(Category.PLACE, _REVIEW, "a street address", "[address]"),
    "LOCAL_SERVICE": Entity(
        Category.ORG,
        _REVIEW,
        "a school, nursery, surgery or hospital by its name shows where the family lived",
        "[organisation]",
    ),
    "LOCAL_BODY": Entity(
        Category.ORG,
        _REVIEW,
        "a council, court, prison, force or trust by its name shows where the family lived",
        "[organisation]",
    ),
    "TITLED_NAME": Entity(
        Category.PERSON, _REVIEW, "someone named with a title, who is not in the case", "[name]"
    ),
    "LISTED_NAME": Entity(
        Category.PERSON, _REVIEW, "a name that people bear, of no one in the case", "[name]"
    ),
    "NAME_BY_USE": Entity(
        Category.PERSON,
        _REVIEW,
        "an ordinary word that is used here like a name",
        "[name]",
        Certainty.DOUBTFUL,
    ),
    "UNLISTED_WORD": Entity(
        Category.PERSON,
        _REVIEW,
        "not an ordinary word: perhaps somebody's name",
        "[name]",
        Certainty.DOUBTFUL,
    ),
    "UNLISTED_PLACE": Entity(
        Category.PLACE,
        _REVIEW,
        "perhaps the name of a place where someone can be found",
        "[place]",
        Certainty.DOUBTFUL,
    ),
    "UNLISTED_ORGANISATION": Entity(
        Category.ORG,
        _REVIEW,
        "perhaps the name of a local body",
        "[organisation]",
        Certainty.DOUBTFUL,
    ),
    "MODEL_PERSON": Entity(
        Category.PERSON,
        _REVIEW,
        "the name model takes this for a person's name",
        "[name]",
        Certainty.DOUBTFUL,
    ),
    "MODEL_PLACE": Entity(
        Category.PLACE,
        _REVIEW,
        "the name model takes this for a place",
        "[place]",
        Certainty.DOUBTFUL,
    ),
    "MODEL_ORG": Entity(
        Category.ORG,
        _REVIEW,
        "the name model takes this for a local body",
        "[organisation]",
        Certainty.DOUBTFUL,
    ),
    # Of texts for strangers only: see the folder everything.
    "APPLICATION_NUMBER": Entity(
        Category.CODE, _NOTE, "the number of an application or case", "[case number]"
    ),
    "FILE_NUMBER": Entity(
        Category.CODE, _NOTE, "the number of a file, plot or decision", "[number]"
    ),
    "INITIALLED_NAME": Entity(Category.PERSON, _NOTE, "somebody's name or initials", "[name]"),
    "MONTH_AND_YEAR": Entity(Category.DATE, _NOTE, "a month or season of a year", "[date]"),
    "YEAR": Entity(Category.DATE, _NOTE, "a year", "[year]"),
    "DATE_SPAN": Entity(Category.DATE, _NOTE, "days or a span between days", "[dates]"),
    "CLOCK_TIME": Entity(Category.DATE, _NOTE, "a time of day", "[time]"),
    "PERIOD": Entity(Category.DATE, _NOTE, "how long something lasted", "[period]"),
    "MONEY": Entity(Category.QUASI, _NOTE, "a sum of money", "[sum]"),
    "MEASURE": Entity(Category.QUASI, _NOTE, "a measure of something", "[measure]"),
    "COUNT": Entity(Category.QUASI, _NOTE, "how many there were", "[number]"),
    "COUNTRY": Entity(Category.PLACE, _NOTE, "a country other than home", "[country]"),
    "NATIONALITY": Entity(Category.QUASI, _NOTE, "a nationality", "[nationality]"),
    "NATIONALITY_OF_PERSON": Entity(
        Category.QUASI, _NOTE, "someone's nationality", "[nationality]"
    ),
    "PEOPLE": Entity(Category.QUASI, _NOTE, "an ethnic group, language or religion", "[group]"),
    "REGION": Entity(Category.PLACE, _NOTE, "a region or large city", "[place]"),
    "PLACE_BY_USE": Entity(Category.PLACE, _NOTE, "a place where someone stays or was", "[place]"),
    "PLACE_OF_WORK": Entity(Category.PLACE, _NOTE, "a place where someone practises", "[place]"),
    "NAMED_BODY": Entity(Category.ORG, _NOTE, "an institution by its name", "[institution]"),
    "STATE_BODY": Entity(
        Category.ORG, _NOTE, "an institution of which a country has one", "[institution]"
    ),
    "SHORT_NAME": Entity(Category.ORG, _NOTE, "a name in capitals or quotation marks", "[name]"),
    "OCCUPATION": Entity(Category.QUASI, _NOTE, "what someone is or does for a living", "[post]"),
    "STATED_AGE": Entity(Category.QUASI, _NOTE, "somebody's age", "[age]"),
    "STATUS": Entity(Category.QUASI, _NOTE, "what sets somebody apart", "[status]"),
    "HEALTH": Entity(Category.QUASI, _NOTE, "a condition of somebody's health", "[condition]"),
}
"""By Presidio entity type; an entity of the case itself carries its own reason instead."""


OTHERS = Entity(
    Category.QUASI, _REVIEW, "found by a recogniser that was added to ours", "[removed]"
)
"""For entity types of recognisers that are not ours."""
