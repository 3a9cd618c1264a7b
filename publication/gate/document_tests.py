"""Tests of the document itself: that it is cleared, of a public kind, and complete."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from casework.model.people import Person
from publication.gate.evidence import (
    Evidence,
    Found,
    Parameters,
    day_in_words,
    event_parameter,
    texts_parameter,
)

_SHORTEST_NAME = 2
"""Characters: a pseudonym's letter ("Child W") is never taken for a name."""
_SHORTEST_PLACE = 4
"""Characters: a house number alone is no place."""


def public_policy(evidence: Evidence, parameters: Parameters) -> Found:
    """The file was cleared as a kind of document that is published for a case."""
    if evidence.clearance is None:
        return Found(False, "The file is not cleared, so its kind of document is not known.")
    wanted = evidence.clearance.policy
    policies = {policy.id: policy for policy in evidence.procedure.policies}
    if wanted not in policies:
        return Found(False, f"It was cleared as “{wanted}”, which this procedure does not know.")
    if evidence.clearance.procedure not in ("", evidence.procedure.id):
        return Found(False, "It was cleared under another procedure.")
    title = policies[wanted].title
    documents = texts_parameter(parameters, "documents")
    if not policies[wanted].public or wanted not in documents:
        return Found(False, f"It was cleared as “{title}”, which may not be public.")
    return Found(True, f"It was cleared as “{title}”, which may be public.")


def cleared(evidence: Evidence, _: Parameters) -> Found:
    """A person cleared exactly these bytes, on or before the day of publication."""
    clearance = evidence.clearance
    if clearance is None:
        return Found(False, "Nobody has cleared exactly this file.")
    if clearance.on > evidence.on:
        return Found(False, f"It is only cleared from {day_in_words(clearance.on)}.")
    waived = len(clearance.waived)
    extent = f", with {waived} of its findings waived for a reason" if waived else ""
    return Found(True, f"Cleared on {day_in_words(clearance.on)}{extent}.")


def sections_present(evidence: Evidence, parameters: Parameters) -> Found:
    """Every part that the procedure asks for has a heading that speaks of it."""
    if evidence.sections is None:
        return Found(False, "The document could not be read, so its headings are not known.")
    wanted = parameters["sections"]
    parts = wanted if isinstance(wanted, Mapping) else {}
    missing = [part for part, words in parts.items() if not _headed(evidence.sections, words)]
    if missing:
        return Found(False, f"No heading was found for: {'; '.join(missing)}.")
    return Found(True, f"Every one of its {len(parts)} parts has a heading.")


def _headed(headings: Sequence[str], words: Sequence[str]) -> bool:
    pattern = "|".join(rf"\b{re.escape(word)}" for word in words)
    return any(re.search(pattern, heading, re.IGNORECASE) for heading in headings)


def recommendations_present(evidence: Evidence, _: Parameters) -> Found:
    """The case holds at least one recommendation of the report itself."""
    number = sum(each.agency is None for each in evidence.case.recommendations)
    if not number:
        return Found(False, "The case file holds no recommendation of the report.")
    return Found(True, f"Recommendations on record: {number}.")


def actions_planned(evidence: Evidence, parameters: Parameters) -> Found:
    """Every recommendation of the report has a dated action, and the event named agreed to it."""
    own = [each for each in evidence.case.recommendations if each.agency is None]
    bare = [each.number for each in own if not each.actions]
    if not own or bare:
        which = f"recommendation {', '.join(bare)}" if bare else "any recommendation"
        return Found(False, f"No action is planned for {which}.")
    if "event" not in parameters:
        return Found(True, "Every recommendation has an action with who and by when.")
    return evidence.event(event_parameter(parameters))


def reviewer_named(evidence: Evidence, _: Parameters) -> Found:
    """The case holds the reviewer, whom the naming policy then has named in public."""
    if evidence.case.reviewer is None:
        return Found(False, "The case file holds no reviewer.")
    return Found(True, "The reviewer is on record.")


def response_present(evidence: Evidence, _: Parameters) -> Found:
    """The board's response is written."""
    if not evidence.case.publication.response.strip():
        return Found(False, "The case file holds no response of the board.")
    return Found(True, "The board's response is there.")


def title_names_no_one(evidence: Evidence, _: Parameters) -> Found:
    """The public title is there and holds no name and no address of anyone in the case."""
    title = evidence.case.publication.title.casefold()
    if not title.strip():
        return Found(False, "The report has no public title.")
    words = set(re.findall(r"\w+", title))
    if words & {word.casefold() for name in _names(evidence) for word in _name_words(name)}:
        return Found(False, "A word of the title is part of a name of someone in the case.")
    places = (place.casefold() for place in _places(evidence) if len(place) >= _SHORTEST_PLACE)
    if any(re.search(rf"\b{re.escape(place)}\b", title) for place in places):
        return Found(False, "The title names a place of the case.")
    return Found(True, "The title holds no name and no place of the case.")


def _name_words(name: str) -> list[str]:
    return [word for word in re.findall(r"\w+", name) if len(word) >= _SHORTEST_NAME]


def _names(evidence: Evidence) -> Iterator[str]:
    case = evidence.case
    for person in (case.child, *case.family):
        yield person.full_name
        yield from (*person.other_names, *person.former_names, *person.known_as)
    for professional in case.professionals:
        yield from (professional.name, *professional.known_as)
    yield from (member.name for member in case.panel)
    yield from (each.name for each in (case.reviewer, case.link_person) if each)
    yield from (involved.samr_author for involved in case.agencies)
    yield case.referral.name


def _places(evidence: Evidence) -> Iterator[str]:
    child = evidence.case.child
    people: tuple[Person, ...] = (child, *evidence.case.family)
    for person in people:
        yield from (*person.address, person.school)
    for address in child.previous_addresses:
        yield from address
    yield from (child.gp, child.hospital, child.regulated_setting)
