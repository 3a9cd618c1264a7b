"""Words with a capital before "School", "Court" or "Street" that make no name of it."""

# ruff: noqa: SIM905 - lists of words are easier to read and to change as words

from __future__ import annotations

LEADS = frozenset(
    """
    a about across after again all although an and another any around as at attended attending
    because before behind below beside between both but by concerns contact despite did does
    during each either even every few first for former from had has have he her here his how
    however i if in inside instead into is it its last later leaving like many meanwhile most my
    near no nor not now of off on once one only onto opposite or other our out outside over past
    per prior rang rear referred review same seen several she since so some such telephoned than
    that the their them then there these they this those though three through to today told too
    towards two under unless until upon via visited was we were what when where whereas whether
    which while who whose why with within without yet you your yes mum dad mother father mr mrs ms
    miss dr monday tuesday wednesday thursday friday saturday sunday january february march april
    may june july august september october november december
    """.split()
)
"""What a sentence opens with, or stands between names: never the first word of a name."""

KINDS = frozenset(
    """
    accident acute additional admission adult agency all-age allocated alternative ambulance
    antenatal appropriate approved area armed assessment attendance authority baby based best
    birth board boarding borough boys breakfast british business ce cancer care catholic central
    chief child childcare children childrens' children's church citizens city civil class clinical
    co combined commissioning community complex comprehensive constituency consultant contact
    coroner's coroners' county criminal crown current daily day delivery dental department
    dependency dermatology designated developmental director district doctor's doctors doctors'
    domestic drop-in early education educational effective elementary emergency england english
    european evidence-based extended eye faith family federal fertility field first-tier fire
    forest foundation free freezing frontline full-time further gp general girls good government
    grammar green group guidance gynaecology head health healthy high higher home hospital hostel
    housing human hygiene immigration improving in-patient inclusive independent infant infants
    inner inpatient intensive inter-agency international isolation joint judicial junior justice
    juvenile labour lead learning legal local locked looked lower magistrates magistrates' main
    mainstream maintained maternity medical mental metropolitan middle midwife midwifery military
    minor mixed mobile multi-agency multi-disciplinary national neonatal neurology new next nhs
    northern nursery nursing oncology out-of-hours outpatient outreach overall paediatric parent
    parent's parents parents' parish parliamentary partnership party pastoral patient
    physiotherapy planning play police poor post-natal post-16 postnatal pre-school preparatory
    previous primary prison private probation professional professions protection psychiatric
    public pupil quality rc reception reflective regional registered rehabilitation relevant
    religious research residential respite restorative rural safe safeguarding same saturday scbu
    school schools scottish secondary secure senior separate sexual sheriff sister sixth small
    social special specialist staff state stroke student supplementary supported supreme surgery
    surgical sunday teaching team temporary training transition trauma-informed travel tribunal
    university unitary unnamed upper urban urgent various victim virtual visiting voluntary
    walk-in walk-through ward weekly welfare well welsh western wider women's womens work working
    youth youth's royal king's queen's old bailey crime ordinary usual think majesty's majesty
    named nearest nearby big little-known her his their our mothers mother's father's child's
    sibling's aunt's grandmother's ofsted cafcass social-work gp's general-practice c.of.e cofe c
    of e and the form sector privy arts sentencing bar pharmaceutical optical british-transport
    transport forces ministry defence nuclear service services unit workers worker visitor
    visitors practitioner officer officers manager managers chair author report section act policy
    """.split()
)
"""What says of which kind a school, court or ward is, and so names none."""

NATIONAL = frozenset(
    """
    national british royal general nursing midwifery dental medical professions research privy
    arts sentencing justice european international supreme high metropolitan transport nuclear
    """.split()
)


def plain_word(word: str) -> str:
    """``word`` as it stands in the lists: small, with straight apostrophes, without a full stop."""
    return word.lower().replace("’", "'").strip('.,;:()"')


def is_kind(word: str) -> bool:
    """Whether ``word`` only says of which kind something is, or stands before names."""
    plain = plain_word(word)
    return plain in KINDS or plain in LEADS or plain.removesuffix("'s") in KINDS
