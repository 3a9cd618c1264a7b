"""Reports that are anonymised as they should be are clear: no noise, nothing to waive."""

from __future__ import annotations

import pytest

from redaction.check import Checker
from redaction.values import Passage, Severity

PARAGRAPHS = {
    "introduction": (
        "This summary is about Child W, who died in the spring of 2007, before the age of one. "
        "The Local Safeguarding Children Board decided to hold a Serious Case Review, under "
        "Chapter 8 of Working Together to Safeguard Children (2006). Its purpose is to learn "
        "lessons, not to find out who is to blame. The names of the family and of the staff who "
        "worked with them have been left out, so that brothers and sisters can grow up in peace."
    ),
    "family": (
        "Child W lived with Mother and, at times, with Father. Grandfather helped with the care of "
        "an older child. Mother had been in care herself as a teenager and told the Health Visitor "
        "that she did not trust Social Workers. She was 19 when Child W was born. The family had "
        "moved house several times. Neither parent was in work, and Father’s drinking was known to "
        "the Police and to Probation."
    ),
    "events": (
        "In January 2007 the Health Visitor found that Child W had not gained weight and told the "
        "GP. The GP examined the baby and asked the hospital for an appointment, which was not "
        "kept. In February, Health Visitor 1 and Social Worker 1 visited the home together. They "
        "agreed that a strategy discussion was needed; none was held. Two weeks later Mother "
        "called an ambulance. The paramedics arrived within nine minutes. The Emergency Department "
        "did its best, but Child W could not be saved."
    ),
    "analysis": (
        "Hope is not a plan. Staff were kind, and may have wished to see progress where there was "
        "none: the rule of optimism, as it is called in research. No one asked what a day in the "
        "life of this child was like. The Children Act 1989 asks us to put the child’s welfare "
        "first. Records of the Primary Care Trust did not show that Father had come back; the "
        "Housing Department knew, but was not asked. Information was shared late, in part because "
        "an old fax machine was out of order."
    ),
    "recommendations": (
        "1. The Board should ask each agency to show, by March 2008, that its staff know when and "
        "how to make a referral. 2. Children’s Services should audit 30 cases in which a baby is "
        "on a child protection plan. 3. The Primary Care Trust and the hospital should agree what "
        "happens when an appointment is not kept. 4. Managers should make sure that supervision "
        "takes place every four weeks, and that it is written down. See Appendix B, Table 2."
    ),
    "professionals": (
        "The Serious Case Review Panel met five times. It was chaired by someone independent "
        "of all the agencies. The overview report was written by an Independent Author. The Panel "
        "had members from Children’s Social Care, Education, the Police, Probation, Health and the "
        "voluntary sector. Individual Management Reviews were received from six agencies, and a "
        "Health Overview Report from the Designated Nurse and the Designated Doctor."
    ),
    "closing": (
        "Everyone who took part wants to thank the family, who read this summary before it was "
        "published. A copy can be had in large print, in Welsh, Urdu, Polish and Bengali. English "
        "law, the Human Rights Act 1998 and the Data Protection Act 1998 were considered. Nothing "
        "in this summary should be taken as a finding of fact by any court."
    ),
}


@pytest.mark.parametrize("part", PARAGRAPHS)
def test_a_well_anonymised_paragraph_is_clear(checker: Checker, part: str) -> None:
    """Roles, pseudonyms, months, statutes and bodies of a kind are no findings."""
    found = checker.look([Passage(PARAGRAPHS[part], part, "")])
    assert [each.text for each in found if each.severity is not Severity.NOTE] in (
        [],
        ["Hope"],  # "Hope is" may be the health visitor of this case; a person looks once
    )


def test_a_well_anonymised_report_is_clear_for_a_stranger_too(stranger: Checker) -> None:
    """The recognisers that know no case leave the whole report alone."""
    assert stranger.look([Passage(text, part, "") for part, text in PARAGRAPHS.items()]) == []


def test_headings_and_tables_of_a_report_are_clear(checker: Checker) -> None:
    """Lines in capitals and cells of one word are no names."""
    lines = (
        "EXECUTIVE SUMMARY", "SERIOUS CASE REVIEW", "CHILD W", "Chapter 8", "Terms of Reference",
        "Agency", "Recommendation", "By whom", "By when", "Mother", "Health Visitor 1", "School 1",
        "GP Surgery 1", "Hospital 1", "March 2008", "Done", "LESSONS LEARNED", "Annex A", "N/A",
        "Page 3 of 12", "Not protectively marked", "Contents", "IMR", "SCR", "LSCB", "PCT", "A&E",
        "[date of birth]", "[address]", "[telephone number]", "[name]", "Sibling 2", "Parent 1",
    )  # fmt: skip
    found = checker.look([Passage(line, f"cell {at}", "") for at, line in enumerate(lines, 1)])
    assert [each.text for each in found] == []
