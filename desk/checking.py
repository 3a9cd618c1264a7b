"""What the check commands do between their arguments and ``redaction``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from zipfile import ZipFile

from casework.clearance import REVIEW, Clearance, record_clearance
from casework.load import OpenCase, load_case
from casework.people import protected_terms
from casework.procedure import Procedure
from casework.procedure_file import load_procedure, procedure_ids
from casework.register import EntryKind, Register
from generator.authoring.author import HOUSE_STYLE
from generator.authoring.text import style_names
from generator.catalogue import load_catalogue
from generator.templates import templates_folder
from redaction.check import Checker
from redaction.errors import RedactionError
from redaction.policy import GENERAL, STRICT
from redaction.pseudonyms import with_labels
from redaction.values import NamingPolicy, ProtectedTerms

_STYLES = "word/styles.xml"


def policy_of(procedure: Procedure | None, name: str) -> NamingPolicy:
    """The naming policy called ``name``, or of the document of that id; else the strict one.

    Where the procedure is not known, as in a bare terms file, ``name`` only says what kind of
    document it is, and no one may be named. Raises RedactionError for a name that is unknown.
    """
    if not name or name in GENERAL:
        return GENERAL.get(name, STRICT)
    known = [procedure] if procedure else [load_procedure(each) for each in procedure_ids()]
    policies = {policy.id: policy for each in known for policy in each.policies}
    if name not in policies and name in (catalogue := load_catalogue()):
        name = catalogue[name].policy
    if name not in policies:
        ids = ", ".join([*GENERAL, *sorted(policies)])
        what = f'there is no naming policy "{name}"'
        raise RedactionError.because("--as", what, f"Known: {ids}")
    found = policies[name]
    return found if procedure else replace(STRICT, id=found.id, title=found.title)


def allowed_words(own: Mapping[str, str], procedure: Procedure | None) -> dict[str, str]:
    """What a check need not ask about: the board's ``own`` words, and those of every board.

    The title of its procedure, and the names that the house style gives to styles in Word.
    """
    titles = {procedure.title: "the title of the board's procedure"} if procedure else {}
    return {**dict.fromkeys(_house_styles(), "a style of the house style"), **titles, **own}


@cache
def _house_styles() -> tuple[str, ...]:
    with ZipFile(templates_folder() / HOUSE_STYLE) as package:
        return tuple(style_names({_STYLES: package.read(_STYLES)}).values())


def checker_for(opened: OpenCase, policy: str) -> Checker:
    """A checker of the identities of an open case."""
    return Checker(
        with_labels(protected_terms(opened)),
        policy_of(opened.procedure, policy),
        allowed_words(opened.board.harmless_words, opened.procedure),
        opened.board.language_model,
    )


def case_checker(case: Path, policy: str) -> Checker:
    """A checker of the identities of a case."""
    return checker_for(load_case(case), policy)


def terms_checker(path: Path, policy: str) -> Checker:
    """A checker of the identities of a terms file, for an author without the case folder."""
    from redaction.terms import load_terms

    file = load_terms(path)
    procedure = load_procedure(file.procedure) if file.procedure else None
    return Checker(
        with_labels(file.terms),
        policy_of(procedure, policy),
        allowed_words(file.allowed_words, procedure),
        file.language_model,
    )


def bare_checker(policy: str) -> Checker:
    """A checker that knows no case: it looks for whatever identifies anyone."""
    return Checker(ProtectedTerms(), policy_of(None, policy), allowed_words({}, None))


def checker_of(case: Path | None, terms: Path | None, policy: str) -> Checker:
    """A checker of the identities of ``case`` or of ``terms``; of no one's where both are None."""
    if case is not None:
        return case_checker(case, policy)
    return terms_checker(terms, policy) if terms is not None else bare_checker(policy)


def clear_file(
    file: Path,
    case: Path,
    policy: str,
    by: str,
    waive: Sequence[str],
    reviewed: str,
    at: datetime,
) -> Clearance:
    """Check ``file`` and record its clearance in the case's register.

    Raises CaseError where a finding that needs a reason has none.
    """
    opened = load_case(case)
    result = checker_for(opened, policy).check(file)
    register = Register(opened.register_path)
    register.record(
        EntryKind.CHECKED,
        file.name,
        {"sha256": result.sha256, "policy": result.policy.id, "verdict": result.verdict},
        by,
        at,
    )
    reasons = reasons_from(waive, "--waive")
    if reviewed:
        reasons[REVIEW] = reviewed
    return record_clearance(register, result, by, reasons, at, opened.procedure.id)


def reasons_from(pairs: Sequence[str], option: str) -> dict[str, str]:
    """``["F3=why"]`` as ``{"F3": "why"}``; raises RedactionError for one without a reason."""
    reasons = {}
    for pair in pairs:
        name, _, reason = pair.partition("=")
        if not reason.strip():
            raise RedactionError.because(
                option, f'"{pair}" gives no reason', f'Write it as {option} {name or "ID"}="why"'
            )
        reasons[name.strip()] = reason.strip()
    return reasons
