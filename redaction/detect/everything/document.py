"""What only the whole document says of a detail, and of which two say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redaction.detect.detection import Detection
from redaction.detect.everything.again import PLACES, find_aliases, find_places, settle_names
from redaction.detect.everything.bodies import says_only_its_kind
from redaction.detect.everything.court import is_of_the_court
from redaction.detect.everything.home import home_words, is_home
from redaction.detect.net.settle import NET
from redaction.masking import DEBATABLE
from redaction.values import Category, Severity

_OF_HOME = frozenset({"COUNTRY", "NATIONALITY", "REGION", "STATE_BODY", *PLACES, *NET})
_PERHAPS_BODIES = frozenset(
    {"MODEL_ORG", "MODEL_PLACE", "UK_STREET_ADDRESS", "UNLISTED_ORGANISATION", "UNLISTED_PLACE"}
)


def of_the_document(texts: Sequence[str], found: list[list[Detection]]) -> None:
    """Changes ``found`` by what only the whole document tells.

    The country that a judgment is against (the United Kingdom where there is none) tells nothing,
    nor does the deciding court's own language; a place that stands once is found again. A detail
    inside a longer one of its kind, the year of a day, is none by itself.
    """
    home = home_words(texts)
    for text, detections in zip(texts, found, strict=True):
        detections[:] = [each for each in detections if not _says_nothing(each, text, home)]
    settle_names(texts, found)
    find_aliases(texts, found)
    find_places(texts, found, home)
    for detections in found:
        detections[:] = _without_parts(detections)


def _says_nothing(each: Detection, text: str, home: frozenset[str]) -> bool:
    if each.known:
        return False
    written = text[each.start : each.end]
    if each.entity in _OF_HOME and is_home(written, home):
        return True
    if each.entity in _PERHAPS_BODIES and says_only_its_kind(written):
        return True
    return is_of_the_court(each, text)


def _without_parts(detections: Sequence[Detection]) -> Iterator[Detection]:
    """``detections`` without those that lie inside a longer, sure one of their category."""
    reached: dict[Category, tuple[int, int]] = {}
    for each in sorted(detections, key=lambda each: (each.start, -each.end)):
        start, end = reached.get(each.category, (-1, -1))
        inside = each.end <= end and (each.start, each.end) != (start, end)
        if not inside or each.known or each.weight is not Severity.NOTE:
            yield each
        if each.end > end and each.entity not in DEBATABLE:
            reached[each.category] = (each.start, each.end)
