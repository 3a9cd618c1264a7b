"""Words with a capital before "School", "Court" or "Street" that make no name of it."""

# ruff: noqa: SIM905 - lists of words are easier to read and to change as words

from __future__ import annotations

from redaction.detect.net.lists import words as listed

LEADS = frozenset(
    """
    a about across acting after again all although an and another any april around as at attended
    attending august because before behind below beside between both but by concerns contact dad
    december despite did does dr during each either even every father february few first for
    former friday from had has have he her here his how however i if in inside instead into is it
    its january july june last later leaving like many march may meanwhile miss monday most mother
    mr mrs ms mum my near no nor not november now october of off on once one only onto opposite or
    other our out outside over past per prior rang rear referred review same saturday seen
    september several she since so some such sunday telephoned than that the their them then there
    these they this those though three through thursday to today told too towards tuesday two
    under unless until upon via visited was we wednesday were what when where whereas whether
    which while who whose why with within without yes yet you your
    """.split()
)
"""What a sentence opens with, or stands between names: never the first word of a name."""

KINDS = frozenset(
    """
    exploitation online assault bureau what works sexual prosecution chiefs chiefs'
    memory diabetes asthma epilepsy eating disorder disorders heart renal liver pain sleep
    continence enuresis hearing vision orthopaedic cardiac genetics allergy weaning feeding
    well-baby stop-smoking smoking substance misuse improving systems liaison
    abuse accident accountable advisory commissioners death delegated hm overview panel partner
    partners prison safety universal visiting workforce messy drug drugs alcohol youth offending
    joint abuse accident accountable act acute additional admission adult agency all-age allocated
    alternative ambulance and antenatal appropriate approved area armed arts assessment attendance
    attending aunt's author authority baby bailey bar based best big birth board boarding borough
    boys breakfast british british-transport business c c.of.e cafcass call cancer care catholic
    ce central chair chief child child's childcare children children's childrens' church citizens
    city civil class clinical co cofe combined commissioning community complex comprehensive
    constituency consultant contact coroner's coroners' council councils county court courts crime
    criminal crown current daily data day defence delivery dental department dependency
    dermatology designated detention developmental director district doctor's doctors doctors'
    domestic drop-in e early education educational effective elementary emergency england english
    episodes european evidence-based extended eye faith family father's father-inclusive federal
    fertility field files fire first-tier forces forest form foundation free freezing frontline
    full-time further general general-practice girls good government gp gp's grammar grandmother's
    green group guidance gynaecology head health healthy her high higher his home hospital
    hospitals hostel housing human hygiene immigration improving in-patient inclusive independent
    infant infants inner inpatient intensive inter-agency international intervention investigation
    isolation job joint judicial junior justice juvenile key king's labour lead learning legal
    leisure little-known local locked logs looked lower magistrates magistrates' main mainstream
    maintained majesty majesty's manager managers maternity medical meetings mental metropolitan
    middle midwife midwifery military ministry minor minutes mixed mobile mother's mothers
    multi-agency multi-disciplinary named national nearby nearest neonatal neurology new next nhs
    northern notes nuclear nursery nursing of officer officers ofsted old oncology optical order
    orders ordinary our out-of-hours outpatient outreach overall paediatric parent parent's
    parents parents' parish parliamentary partnership party pastoral patient pharmaceutical
    physiotherapy planning play point points police policy poor post-16 post-natal postnatal
    practitioner pre-school preparatory previous primary prison private privy probation
    professional professions protection psychiatric public pupil quality queen's rc reception
    record records reflective regional registered rehabilitation relevant religious report
    research residential resource respite restorative review reviews royal rural safe safeguarding
    same saturday scbu school schools scottish secondary section sector secure senior sentencing
    separate service services sexual sheriff sibling's sister sixth small social social-work
    special specialist staff state stroke student sunday supplementary supported supreme surgery
    surgical teaching team temporary the their think tier training transition transport
    trauma-informed travel tribunal trust trusts unit unitary university unnamed upper urban
    urgent usual various victim virtual visiting visitor visitors voluntary walk-in walk-through
    ward weekly welfare well welsh western wider women's womens work worker workers working youth
    youth's
    """.split()
)
"""What says of which kind a school, court or ward is, and so names none."""

NATIONAL = frozenset("national lullaby autism prince's carers princess wellcome nuffield".split())
"""In the names of trusts that are everywhere."""


def plain_word(word: str) -> str:
    """``word`` as it stands in the lists: small, with straight apostrophes, without a full stop."""
    return word.lower().replace("’", "'").strip('.,;:()"')


def is_kind(word: str) -> bool:
    """Whether ``word`` only says of which kind something is, or stands before names."""
    plain = plain_word(word)
    bare = plain.removesuffix("'s")
    short = word[:1].isupper() and word[1:2].isupper() and bare in listed("abbreviations")
    return plain in KINDS or plain in LEADS or bare in KINDS or short
