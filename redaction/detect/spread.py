"""What one place of a document says about another: a name once is a name everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from redaction.detect.detection import Detection
from redaction.detect.draft.called import learn_called
from redaction.detect.draft.find import find_in_draft, names_people
from redaction.detect.net.document import Text
from redaction.detect.net.everywhere import find_again
from redaction.detect.net.explained import drop_explained
from redaction.detect.net.known import known_names
from redaction.detect.net.settle import settle


def spread(texts: Sequence[Text], found: list[list[Detection]]) -> None:
    """Adds to ``found`` (and takes from it) what only the whole document tells.

    What the document shows to be no name is dropped; a name that
    stands somewhere is found wherever it stands, in every casing; what the net holds gives way to
    a recogniser that says more, and grows by the title before it.
    """
    drop_explained(texts, found)
    known = known_names(texts, found)
    draft = names_people(texts, found)
    if draft:
        learn_called(texts, known)
    find_again(texts, found, known)
    if draft:
        find_in_draft(texts, found, known)
    for text, detections in zip(texts, found, strict=True):
        detections[:] = settle(text.text, detections)
