"""Which findings a person may have masked without looking at each of them."""

from __future__ import annotations

from redaction.values import Finding

DEBATABLE = frozenset(
    {
        "CLOCK_TIME",
        "COUNT",
        "HEALTH",
        "NAME_BY_USE",
        "NATIONALITY_OF_PERSON",
        "OCCUPATION",
        "PERIOD",
        "PLACE_OF_WORK",
        "SHORT_NAME",
        "STATE_BODY",
        "STATED_AGE",
        "STATUS",
        "UNLISTED_WORD",
    }
)
"""Kinds that more often than not tell nothing of anyone: how long a time limit is, a court of which
a country has one, a lone word that no list knows. A person decides on each."""


def sure_enough(finding: Finding) -> bool:
    """Whether ``finding`` is of a kind that is best masked unseen.

    It is, if any of the kinds that were seen in its place is: a debatable one that holds a sure one
    ("the first ten days of May 2011") goes with it.
    """
    return not finding.kinds or not DEBATABLE.issuperset(finding.kinds)
