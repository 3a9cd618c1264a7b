"""Tests of what must have happened, or ended, before the day of publication."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from casework.event_words import EVENT_WORDS
from casework.happenings import Happening, first, fulfilment, related_proceedings
from casework.limits import last_day, limit_words
from casework.model.event_kind import EventKind
from casework.model.review import ProceedingKind
from casework.procedure import TimeRule
from publication.gate.evidence import (
    Evidence,
    Found,
    Parameters,
    day_in_words,
    day_parameter,
    event_parameter,
    kinds_parameter,
    text_parameter,
    texts_parameter,
)

_PROCEEDING_WORDS = {
    ProceedingKind.CRIMINAL: "criminal proceedings",
    ProceedingKind.INQUEST: "the inquest",
    ProceedingKind.CARE: "care proceedings",
    ProceedingKind.CIVIL: "civil proceedings",
    ProceedingKind.DISCIPLINARY: "disciplinary proceedings",
}


def event_happened(evidence: Evidence, parameters: Parameters) -> Found:
    """An event of the kind is recorded on or before the day of publication."""
    return evidence.event(event_parameter(parameters))


def notice_given(evidence: Evidence, parameters: Parameters) -> Found:
    """The time rule named is kept, counted back from the day of publication.

    The rule says who must have had the report and how long before.
    """
    rule = evidence.procedure.rule(text_parameter(parameters, "rule"))
    done = fulfilment(rule, evidence.case, evidence.happened)
    latest = last_day(rule, evidence.on)
    limit = f"{limit_words(rule)} publication on {day_in_words(evidence.on)}"
    by = f"the latest day is {day_in_words(latest)} ({limit})" if latest else limit
    if not done.done:
        return Found(False, f"Not on record: {evidence.names(done.missing)}; {by}.")
    if done.last is None or latest is None:
        return Found(True, "On record.")
    last = day_in_words(done.last.on)
    if done.last.on <= latest:
        return Found(True, f"In time: the last was on {last}; {by}.")
    earliest = day_in_words(_first_publication(rule, done.last.on))
    return Found(False, f"Too late: the last was on {last}; {by}. Publish on {earliest} or later.")


def _first_publication(rule: TimeRule, sent: date) -> date:
    """The first day of publication for which ``sent`` is early enough under ``rule``."""
    day = sent
    while (latest := last_day(rule, day)) is not None and latest < sent:
        day += timedelta(days=1)
    return day


def followed_by(evidence: Evidence, parameters: Parameters) -> Found:
    """Where the one event happened, another went to every body named, on or after that day.

    ``before_too`` lets it count from before that day as well.
    """
    cause = first(evidence.happened, event_parameter(parameters))
    if cause is None:
        return Found(True, "This did not arise.")
    kinds = [EventKind(name) for name in texts_parameter(parameters, "then")]
    later = [each for each in evidence.happened if each.kind in kinds]
    if not parameters.get("before_too"):
        later = [each for each in later if each.on >= cause.on]
    if not later and not texts_parameter(parameters, "bodies"):
        return Found(False, f"Not on record: {_named(kinds)}.")
    return _told(evidence, later, parameters)


def bodies_told(evidence: Evidence, parameters: Parameters) -> Found:
    """An event of the kind went to every body named."""
    kind = event_parameter(parameters)
    return _told(evidence, [e for e in evidence.happened if e.kind is kind], parameters)


def _told(evidence: Evidence, events: Sequence[Happening], parameters: Parameters) -> Found:
    bodies = texts_parameter(parameters, "bodies")
    missing = [body for body in bodies if not any(body in each.to for each in events)]
    if missing:
        return Found(False, f"Not on record as told: {evidence.names(missing)}.")
    return Found(True, "All have been told." if bodies else "On record.")


def not_happened(evidence: Evidence, parameters: Parameters) -> Found:
    """The event did not happen, or one of those that undo it came on or after that day."""
    kind = event_parameter(parameters)
    against = [each for each in evidence.happened if each.kind is kind]
    if not against:
        return Found(True, "This did not arise.")
    undoing = [EventKind(name) for name in texts_parameter(parameters, "undone_by")]
    last = against[-1].on
    if any(each.kind in undoing and each.on >= last for each in evidence.happened):
        return Found(True, "It was decided, and changed since.")
    return Found(False, f"On record: {_named([kind])}, {day_in_words(last)}.")


def _named(kinds: Sequence[EventKind]) -> str:
    return ", or ".join(EVENT_WORDS[kind] for kind in kinds)


def decided_on_or_after(evidence: Evidence, parameters: Parameters) -> Found:
    """The decision to hold the review was made on or after the day given."""
    decision = first(evidence.happened, EventKind.DECISION)
    if decision is None:
        return Found(False, "The day on which the review was decided is not recorded.")
    met = decision.on >= day_parameter(parameters, "on")
    return Found(met, f"The review was decided on {day_in_words(decision.on)}.")


def proceedings_concluded(evidence: Evidence, parameters: Parameters) -> Found:
    """No proceedings of these kinds, and none said to restrict publication, are still open."""
    related = related_proceedings(evidence.case, kinds_parameter(parameters))
    still_open = evidence.still_open(related)
    if still_open:
        kinds = ", ".join(sorted({_words(each.kind) for each in still_open}))
        return Found(False, f"Still open on {day_in_words(evidence.on)}: {kinds}.")
    if not related:
        return Found(True, "No such proceedings are on record.")
    return Found(True, "All such proceedings have ended.")


def _words(kind: ProceedingKind) -> str:
    return _PROCEEDING_WORDS.get(kind, kind.value.replace("_", " "))


def event_while_proceedings(evidence: Evidence, parameters: Parameters) -> Found:
    """While proceedings of these kinds are open, the event must have happened."""
    if not _open_of_kinds(evidence, parameters):
        return Found(True, "No such proceedings are open.")
    return evidence.event(event_parameter(parameters))


def institution_agreed(evidence: Evidence, parameters: Parameters) -> Found:
    """Where a setting is named and proceedings of these kinds are open, the event happened."""
    if not evidence.case.child.regulated_setting:
        return Found(True, "The case names no institution.")
    return event_while_proceedings(evidence, parameters)


def _open_of_kinds(evidence: Evidence, parameters: Parameters) -> bool:
    kinds = kinds_parameter(parameters)
    return bool(evidence.still_open(p for p in evidence.case.proceedings if p.kind in kinds))


def no_court_order(evidence: Evidence, _: Parameters) -> Found:
    """No court order on publication is in force on the day of publication."""
    orders = [p for p in evidence.case.proceedings if p.kind is ProceedingKind.COURT_ORDER]
    if evidence.still_open(orders):
        return Found(False, "A court order that restricts publication is in force.")
    return Found(True, "No court order is in force.")


def partner_boards_agreed(evidence: Evidence, parameters: Parameters) -> Found:
    """Every partner board is named in the ``to`` of an event of each kind asked for."""
    boards = evidence.case.partner_boards
    if not boards:
        return Found(True, "No other board holds this review jointly.")
    missing = [
        f"{EVENT_WORDS[EventKind(name)]} ({board})"
        for name in texts_parameter(parameters, "events")
        for board in boards
        if not _names_board(evidence, EventKind(name), board)
    ]
    if missing:
        return Found(False, f"Not on record: {', '.join(missing)}.")
    return Found(True, "Every partner board has agreed.")


def _names_board(evidence: Evidence, kind: EventKind, board: str) -> bool:
    return any(each.kind is kind and board in each.to for each in evidence.happened)


def not_before_reached(evidence: Evidence, _: Parameters) -> Found:
    """The day before which the board decided not to publish has come."""
    earliest = evidence.case.publication.not_before
    if earliest is None:
        return Found(True, "The board set no such day.")
    reached = earliest <= evidence.on
    return Found(reached, f"Not before {day_in_words(earliest)}, as the board decided.")
