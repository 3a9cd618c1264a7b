"""From texts to detections: plain view, Presidio, and what one passage says about the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from presidio_analyzer import EntityRecognizer, RecognizerResult

from redaction.detect.batches import Batch, batches
from redaction.detect.case import DETECTION_KEY
from redaction.detect.detection import Detection
from redaction.detect.engine import analyser
from redaction.detect.entities import ENTITIES, OTHERS
from redaction.detect.everything.document import of_the_document
from redaction.detect.net.document import read
from redaction.detect.plain import plain
from redaction.detect.spread import spread
from redaction.values import ProtectedTerms


class Detector:
    """Finds whatever could identify someone in the texts of one document.

    ``everything`` adds the details that only a text for strangers must lose; ``model`` and
    ``extra`` as for ``analyser``.
    """

    def __init__(
        self,
        terms: ProtectedTerms,
        *,
        everything: bool = False,
        model: str = "",
        extra: Sequence[EntityRecognizer] = (),
    ) -> None:
        self._engine = analyser(terms, everything=everything, model=model, extra=extra)
        self._everything = everything

    def detect(self, texts: Sequence[str]) -> list[list[Detection]]:
        """The detections in each of ``texts``, in offsets of that text, sorted by place."""
        views = [plain(text) for text in texts]
        joined = list(batches(view.text for view in views))
        seen = [read(batch.text) for batch in joined]
        found = [list(self._look_at(batch.text)) for batch in joined]
        spread(seen, found)
        if self._everything:
            of_the_document([batch.text for batch in joined], found)
        placed: list[set[Detection]] = [set() for _ in texts]
        for batch, detections in zip(joined, found, strict=True):
            for index, each in _placed(batch, detections):
                placed[index].add(_moved(each, *views[index].span(each.start, each.end)))
        return [sorted(each, key=_order) for each in placed]

    def forget(self) -> None:
        """Drop what is remembered of the texts that were read before."""
        self._engine.nlp_engine.forget()

    def _look_at(self, text: str) -> Iterator[Detection]:
        return map(_detection, self._engine.analyze(text, language="en"))


def _placed(batch: Batch, detections: Iterable[Detection]) -> Iterator[tuple[int, Detection]]:
    """``detections`` with the number of their text, in offsets of its plain view."""
    for each in detections:
        if place := batch.place(each.start, each.end):
            index, shift = place
            yield index, _moved(each, each.start + shift, each.end + shift)


def _detection(result: RecognizerResult) -> Detection:
    metadata = result.recognition_metadata
    known = metadata.get(DETECTION_KEY)
    if isinstance(known, Detection):
        return known
    entity = ENTITIES.get(result.entity_type, OTHERS)
    return Detection(
        entity=result.entity_type,
        category=entity.category,
        weight=entity.weight,
        start=result.start,
        end=result.end,
        recogniser=metadata[RecognizerResult.RECOGNIZER_NAME_KEY],
        reason=entity.reason,
        suggestion=entity.suggestion,
        certainty=entity.certainty,
    )


def _moved(detection: Detection, start: int, end: int) -> Detection:
    if (start, end) == (detection.start, detection.end):
        return detection
    return detection._replace(start=start, end=end)


def _order(detection: Detection) -> tuple[int, int, str, str]:
    return detection.start, -detection.end, detection.recogniser, detection.reason
