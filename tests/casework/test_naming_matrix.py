"""The naming matrix of the sources against the procedures' policies, row by row, both ways.

The executive summary of 2010 may name chairs and author. Panel members share the chair's role here,
so that only its author may be named.
"""

from __future__ import annotations

import pytest

from casework.procedure_file import load_procedure, procedure_ids
from redaction.decide import judge
from redaction.detect.detection import Detection
from redaction.values import Category, Role, Severity, Treatment

WT2006, WT2010 = ("bedfordshire-2007",), ("leaflet-2010", "bolton-2010")
WT2015, WT2018 = ("bnes-2016", "bnes-2019-wt2015"), ("bnes-2019-wt2018",)
ALL = (*WT2006, *WT2010, *WT2015, *WT2018)

NAMED = "named named named named"
ROWS = (
    # document, procedures, how child and family / professionals / panel / reviewer stand, public
    ("referral-and-letters", ALL, NAMED, False),
    ("chronology", WT2006, "named initials named named", False),
    ("chronology", WT2010, "pseudonym role_only named named", False),
    ("chronology", (*WT2015, *WT2018), "named initials named named", False),
    ("samr", WT2006, "named initials named named", False),
    ("samr", WT2010, "pseudonym role_only named named", False),
    ("samr", (*WT2015, *WT2018), "named initials named named", False),
    ("overview-report", WT2006, "named role_only named named", False),
    ("overview-report", WT2010, "pseudonym role_only named named", True),
    ("scr-report", WT2015, "pseudonym role_only role_only named", True),
    ("lcspr-report", WT2018, "pseudonym role_only role_only required", True),
    ("executive-summary", WT2006, "pseudonym role_only role_only role_only", True),
    ("executive-summary", (*WT2010, *WT2015), "pseudonym role_only role_only named", True),
    ("executive-summary", WT2018, "pseudonym role_only role_only required", True),
    ("action-plan", (*WT2006, *WT2010, *WT2015), "pseudonym role_only role_only role_only", True),
    ("action-plan", WT2018, "pseudonym role_only role_only required", True),
    ("staff-id-list", ALL, NAMED, False),
    ("leaflets", ALL, "pseudonym role_only role_only role_only", True),
)
MATRIX = {
    (document, procedure): (treatments, public)
    for document, procedures, treatments, public in ROWS
    for procedure in procedures
}
FAMILY = (Role.CHILD, Role.SIBLING, Role.PARENT, Role.FAMILY)
PROFESSIONALS = (Role.PROFESSIONAL, Role.REFERRER)
CELLS = [(*row, at) for row in MATRIX for at in range(4)]
COLUMNS = (FAMILY, PROFESSIONALS, (Role.PANEL,), (Role.REVIEWER,))


def test_the_matrix_and_the_files_have_the_same_documents() -> None:
    """No policy without a row, no row without a policy; the stub of 2023 has none."""
    policies = {
        (policy.id, procedure)
        for procedure in procedure_ids()
        for policy in load_procedure(procedure).policies
    }
    assert policies == set(MATRIX)


@pytest.mark.parametrize(("document", "procedure"), MATRIX)
def test_a_document_is_public_as_the_matrix_says(document: str, procedure: str) -> None:
    """The last column."""
    assert load_procedure(procedure).policy(document).public is MATRIX[document, procedure][1]


@pytest.mark.parametrize(("document", "procedure", "column"), CELLS)
def test_who_may_be_named_where(document: str, procedure: str, column: int) -> None:
    """Each cell: the file's treatment, what becomes of a name, and the rule that is cited."""
    policy = load_procedure(procedure).policy(document)
    treatment = Treatment(MATRIX[document, procedure][0].split()[column])
    may_be_named = treatment in (Treatment.NAMED, Treatment.REQUIRED)
    for role in COLUMNS[column]:
        assert policy.treatment(role) is treatment, role
        judged = judge(_name_of(role), policy, hidden=False)
        assert judged.severity is (Severity.NOTE if may_be_named else Severity.BLOCK), role
        rule = f"{'may be named' if may_be_named else 'not allowed'} in “{policy.title}”"
        assert judged.reasons[1] == f"{rule} ({policy.citation})"


@pytest.mark.parametrize(("document", "procedure"), MATRIX)
def test_a_doubtful_name_is_for_review_where_it_may_not_stand(
    document: str, procedure: str
) -> None:
    """What may be an ordinary word is never blocked outright, nor let pass."""
    policy = load_procedure(procedure).policy(document)
    judged = judge(_name_of(Role.PROFESSIONAL, Severity.REVIEW), policy, hidden=False)
    wanted = Severity.NOTE if policy.permits(Role.PROFESSIONAL) else Severity.REVIEW
    assert judged.severity is wanted


def test_only_initials_of_professionals_stand_in_the_older_agency_papers() -> None:
    """Initials are permitted where the matrix says initials, and nowhere that says role only."""
    for (document, procedure), (treatments, _) in MATRIX.items():
        policy = load_procedure(procedure).policy(document)
        initials = _name_of(Role.PROFESSIONAL, reason="the initials of Social Worker 1")
        may_stand = judge(initials, policy, hidden=False).severity is Severity.NOTE
        assert may_stand is (treatments.split()[1] in ("named", "initials")), (document, procedure)


def _name_of(
    role: Role, weight: Severity = Severity.BLOCK, reason: str = "the whole name of someone"
) -> Detection:
    return Detection("CASE_PERSON", Category.PERSON, weight, 0, 4, "names", reason, "", (role,))
