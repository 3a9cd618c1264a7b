"""Recognisers of local services and bodies by their own names, not by their kind alone."""

from __future__ import annotations

import re

from redaction.detect.uk.kinds import NATIONAL, plain_word
from redaction.detect.uk.named import NamedRecognizer

_NAME = r"[A-Z][a-zà-ÿ'’]{2,30}(?:[\s-](?:upon|on|under|the|of)?[\s-]?[A-Z][a-zà-ÿ'’]{2,30}){0,2}"
_BOTH_CASES = (
    "School|Academy|College|Nursery|Nurseries|Preschool|Pre-School|Playgroup|Kindergarten|Surgery"
    "|Clinic|Hospital|Infirmary|Hospice|Pharmacy|Refuge|Hostel|Mosque|Church|Library|Ward"
)
_TWO_WORDS = (
    "(?:Health|Medical|Children['’]?s['’]?|Family|Youth|Community|Leisure|Walk-in|Walk-In"
    "|Resource|Day|Birth|Contact"
    "|Sports|Arts|Start) Cent(?:re|er)|(?:Medical|Group|GP|Dental|Doctors['’]?|Health|Family) "
    "Practice|Sure Start"
    "|Youth Club|Family Hub|Pre-school|(?:Care|Children['’]s|Nursing|Residential) Home|Health "
    "Hub|Group Home"
)
_HEADS = (
    rf"\b(?:{_BOTH_CASES}|{_TWO_WORDS}|(?:Primary|Infants|Juniors|Secondary)(?! [A-Z])"
    rf"|{_BOTH_CASES.upper()}"
    r"|(?:HEALTH|MEDICAL|CHILDREN['’]S|FAMILY|COMMUNITY) CENTRE|MEDICAL PRACTICE)\b(?![-'’]\w)"
)
_COLLEGES = re.compile(
    r"\sof\s(?:Nursing|Paediatrics|General|Midwives|Psychiatrists|Physicians|Surgeons|Policing"
    r"|[A-Z])"
)


class LocalServiceRecognizer(NamedRecognizer):
    """A school, nursery, surgery, hospital, ward or club by its own name."""

    ENTITY = "LOCAL_SERVICE"
    HEADS = re.compile(_HEADS)
    SMALL_HEADS = re.compile(
        r"\b(?:(?:primary |infant |junior |secondary |high |nursery )?school|nursery|academy"
        r"|surgery|hospital"
        r"|infirmary|hospice|clinic|children['’]s centre|health centre|medical centre|playgroup"
        r"|mosque|refuge)\b(?![-'’]\w)"
    )
    WHOLE = re.compile(
        rf"\b(?:(?:University )?Hospitals? of (?:the )?(?:St\.? )?{_NAME}|(?:the )?Practice,? "
        rf"{_NAME}"
        rf"|University of {_NAME}|Church of (?:St\.?|Our) {_NAME}|Ysgol {_NAME})"
    )

    def counts(self, text: str, start: int, head: re.Match[str]) -> bool:
        """Not the Royal College of anyone, nor the Church of England's own offices."""
        if head[0].endswith(("College", "Church")):
            return not _COLLEGES.match(text, head.end())
        return True


_COURTS = (
    "(?:Magistrates['’]?|Crown|County|Family|Youth|Sheriff|Coroner['’]?s['’]?|Combined"
    "|Juvenile) Court(?: Centre)?"
)


class LocalBodyRecognizer(NamedRecognizer):
    """A council, court, prison, police force or station, or health body of one place."""

    ENTITY = "LOCAL_BODY"
    HEADS = re.compile(
        rf"\b(?:Council|{_COURTS}|Prison|Police Station|Constabulary|Police|(?:NHS )?"
        rf"(?:Foundation |Partnership "
        r"|Hospitals? |Care |Ambulance |Probation |Academy |NHS )Trust|Clinical Commissioning "
        r"Group|CCG|PCT|Integrated Care Board|ICB"
        r"|Health Board|Health Authority|Housing Association|Secure Training Centre|Secure Unit"
        r"|Young Offenders?['’]? Institution"
        r"|Fire and Rescue Service|Children['’]s Trust|COUNCIL|CONSTABULARY|POLICE STATION|NHS "
        r"TRUST|CROWN COURT)\b(?![-'’]\w)"
    )
    SMALL_HEADS = re.compile(
        r"\b(?:police station|prison|magistrates['’]? court|crown court|family court|county "
        r"court|council)\b(?![-'’]\w)"
    )
    WHOLE = re.compile(
        rf"\b(?:(?:London|Royal|Metropolitan) Borough of {_NAME}|City of {_NAME}(?: Council)?"
        rf"|(?:Crown|Family|County|Magistrates['’]?) Court (?:at|in|sitting at) {_NAME}"
        rf"|(?:HMP(?:/YOI)?|HMYOI|HM Prison|HMPYOI|HM YOI|YOI) (?:and YOI )?{_NAME})"
    )

    def counts(self, text: str, start: int, head: re.Match[str]) -> bool:
        """Not a council, force or trust of the whole country."""
        words = [plain_word(word) for word in text[start : head.start()].split()]
        return not NATIONAL & set(words) or head[0].endswith(
            ("Court", "NHS Trust", "Foundation Trust")
        )
