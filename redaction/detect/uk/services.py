"""Recognisers of local services and bodies by their own names, not by their kind alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from redaction.detect.uk.kinds import NATIONAL, plain_word
from redaction.detect.uk.named import NamedRecognizer
from redaction.detect.word_led import WordLed

_NAME = r"[A-Z][a-zà-ÿ'’]{2,30}(?:[\s-](?:upon|on|under|the|of)?[\s-]?[A-Z][a-zà-ÿ'’]{2,30}){0,2}"
_END = r"(?!-\w)"
_SERVICE = (
    "School|Academy|College|Nursery|Nurseries|Preschool|Pre-School|Playgroup|Kindergarten"
    "|Surgery|Clinic"
    "|Hospital|Infirmary|Hospice|Pharmacy|Refuge|Hostel|Mosque|Church|Library|Ward|Centre|Sure "
    "Start|Youth Club"
    "|Family Hub|Pre-school|Health Hub|Care Home|Children['’]s Home|Nursing Home|Residential "
    "Home|Group Home"
    "|Medical Practice|Group Practice|GP Practice|Dental Practice|Rest Home|Community Home|A&E"
    "|MASH|CAMHS|PRU|YOT|Youth Offending (?:Team|Service)|Pupil Referral Unit|Women['’]s Aid"
    "|Maternity Unit|Birth Unit|Town Hall|Registry Office|Scouts|Brownies|Cubs|Football Club"
    "|Rugby Club|FC|Tavern|Arms|Chapel|Gurdwara|Synagogue|Fellowship|Tabernacle"
)
_SHORT = "Primary|Infants?|Juniors?|Secondary|General|Royal|Practice|Junior School"
_NOT_MORE = r"(?![ -](?:[A-Z]|\d{1,2}\b(?![/.]\d)))"
"""Heads only where no other word with a capital follows: "Harebell Primary rang"."""
_OFFICES = frozenset(
    {"attorney", "secretary", "director", "auditor", "solicitor", "surgeon", "princess"}
)
_COLLEGES = re.compile(r"\sof\s[A-Z]")


def _either_case(heads: str) -> str:
    return f"{heads}|{heads.upper()}"


class LocalServiceRecognizer(NamedRecognizer):
    """A school, nursery, surgery, hospital, ward or club by its own name."""

    ENTITY = "LOCAL_SERVICE"
    HEADS = WordLed(rf"(?:{_either_case(_SERVICE)}|(?:{_SHORT}){_NOT_MORE})\b{_END}")
    SMALL_HEADS = WordLed(
        r"(?:(?:primary |infant |junior |secondary |high |nursery )?school|nursery|academy"
        r"|surgery|hospital"
        r"|infirmary|hospice|clinic|children['’]s (?:centre|home)|health centre|medical centre"
        r"|playgroup|mosque|refuge|rest home|care home|hostel|newsagents?|kovil|mandir|gurdwara"
        r"|chapel|car ?wash|takeaway|chip shop|nail bar|salon|barbers?|bakery|butchers?"
        rf"|launderette)\b{_END}"
    )
    WHOLE = WordLed(
        rf"(?:(?:University )?Hospitals? of (?:the )?(?:St\.? )?{_NAME}"
        rf"|Our Lady(?:['’]s\b| of {_NAME})"
        rf"|Church of (?:St\.?|Our) {_NAME}|Ysgol {_NAME}|(?:Home-?Start|YMCA|Relate|Citizens "
        rf"Advice(?! Bureau)) {_NAME}|[Ww]ard (?:\d{{1,2}}[A-Z]?|[A-Z]\d{{1,2}})(?!\w)"
        r"|St\.? [A-Z][a-z]{2,14}(?:['’]s|s)(?!['’\w]|[ -](?:Day|Eve)\b))"
    )

    def counts(self, text: str, start: int, head: re.Match[str]) -> bool:
        """Not the Royal College of anyone, the Church of England, or an Attorney General."""
        if head[0].endswith(("College", "Church")):
            return not _COLLEGES.match(text, head.end())
        return plain_word(text[start : head.start()].split()[-1]) not in _OFFICES


_COURTS = (
    "(?:Magistrates['’]?|Crown|County|Family|Youth|Sheriff|Coroner['’]?s['’]?|Combined"
    "|Juvenile) Court(?: Centre)?"
)
_LOCAL = (
    f"Council|{_COURTS}|Prison|Police Station|Constabulary|Police|Trust|Clinical Commissioning "
    f"Group|CCG|PCT|LSCB"
    "|Integrated Care Board|ICB|Health Board|Health Authority|Housing Association|Secure "
    "Training Centre|Secure Unit"
    "|Young Offenders?['’]? Institution|Fire and Rescue Service|Social Services|Children['’]s "
    "(?:Services|Social Care)|Safer Neighbourhood Team|CID"
    "|(?:Local )?Safeguarding (?:Children|Adults?|Child) (?:Board|Partnership)|Safeguarding "
    "Partners(?:hip)?"
    "|Area Child Protection Committee|Homes|Ltd|Limited|LLP|Solicitors|Gazette|Courier|Argus"
    "|Advertiser|Herald|Echo|MBC|CBC|MDC|Salvation Army"
)


_PARTNER_BEFORE = re.compile(r"(?<!\w)(?:[A-Z][a-z]{2,15}['’]s )?[A-Z][a-z]{2,15}\Z")
_SONS = re.compile(r" & (?:Sons?|Daughters?|Co|Bros|Brothers|Partners)\b(?: [A-Z][a-z]+){0,2}")
_PARTNER = re.compile(r" & [A-Z][a-z]{2,15}")
_LONGEST_PARTNER = 40


def _firms(text: str) -> Iterator[tuple[int, int]]:
    """Shops and firms with a "&" in the name: "Pargeter & Sons", "Mowbray's Fish & Chips"."""
    for sign in re.finditer(" & ", text):
        at = sign.start()
        before = _PARTNER_BEFORE.search(text, max(0, at - _LONGEST_PARTNER), at)
        whose = before is not None and " " in before[0]
        after = _SONS.match(text, at) or (_PARTNER.match(text, at) if whose else None)
        if before is not None and after is not None:
            yield before.start(), after.end()


class LocalBodyRecognizer(NamedRecognizer):
    """A council, court, prison, police force or station, or health body of one place."""

    ENTITY = "LOCAL_BODY"
    HEADS = WordLed(rf"(?:{_either_case(_LOCAL)})\b{_END}")
    SMALL_HEADS = WordLed(
        r"(?:police station|prison|magistrates['’]? court|crown court|family court|county court"
        rf"|(?:(?:district|borough|county|city) )?council)\b{_END}"
    )
    WHOLE = WordLed(
        r"(?:(?:Citizens['’]? Advice|Women['’]s Aid|Victim Support|Salvation Army) "
        rf"(?:in|at) {_NAME}"
        rf"|(?:London|Royal|Metropolitan) Borough of {_NAME}|City of {_NAME}(?: Council)?"
        rf"|(?:Crown|Family|County|Magistrates['’]?) Court (?:at|in|sitting at) {_NAME}"
        rf"|(?:HMP(?:/YOI)?|HMYOI|HM Prison|HMPYOI|HM YOI|YOI) (?:and YOI )?{_NAME})"
    )

    def found(self, text: str) -> Iterator[tuple[int, int]]:
        """Firms too, whose name has no head."""
        yield from super().found(text)
        yield from _firms(text)

    def counts(self, text: str, start: int, head: re.Match[str]) -> bool:
        """Not a trust or charity of the whole country."""
        words = {plain_word(word) for word in text[start : head.start()].split()}
        return not (head[0] == "Trust" and NATIONAL & words)
