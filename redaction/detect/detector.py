"""From texts to detections: plain view, Presidio, and what one passage says about the others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from presidio_analyzer import EntityRecognizer, RecognizerResult

from redaction.detect.case import DETECTION_KEY
from redaction.detect.detection import Detection
from redaction.detect.engine import analyser
from redaction.detect.entities import ENTITIES, OTHERS
from redaction.detect.everything.document import of_the_document
from redaction.detect.plain import plain
from redaction.detect.spread import spread
from redaction.values import ProtectedTerms

_PIECE = 20_000
"""Characters that are looked at together; bounds what one hostile stretch of text can cost."""
_OVERLAP = 300
_WALL = "\n\x00\n"
"""Stands between passages that are looked at together; nothing that is found reaches across.

Its character is one that no plain or folded view leaves out and no pattern takes for a gap.
"""


@dataclass(frozen=True)
class _Piece:
    """A stretch of text number ``index`` that begins at its character ``offset``."""

    index: int
    offset: int
    text: str


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
        plain_texts = [view.text for view in views]
        found: list[list[Detection]] = [[] for _ in texts]
        for batch in _batches(_pieces(plain_texts)):
            for index, detection in self._look_at(batch):
                found[index].append(detection)
        spread(plain_texts, found)
        if self._everything:
            of_the_document(plain_texts, found)
        for index, view in enumerate(views):
            found[index] = sorted(
                {
                    _moved(detection, *view.span(detection.start, detection.end))
                    for detection in found[index]
                },
                key=_order,
            )
        return found

    def forget(self) -> None:
        """Drop what is remembered of the texts that were read before."""
        self._engine.nlp_engine.forget()

    def _look_at(self, batch: list[_Piece]) -> Iterator[tuple[int, Detection]]:
        starts = []
        at = 0
        for piece in batch:
            starts.append(at)
            at += len(piece.text) + len(_WALL)
        text = _WALL.join(piece.text for piece in batch)
        for result in self._engine.analyze(text, language="en"):
            number = bisect_right(starts, result.start) - 1
            piece, start = batch[number], starts[number]
            if piece.offset and result.start == start:
                continue  # the cut goes through it; the piece before has it whole
            if result.end - start <= len(piece.text):
                yield piece.index, _detection(result, piece.offset - start)


def _pieces(texts: Iterable[str]) -> Iterator[_Piece]:
    """``texts`` cut to pieces that overlap: what one cut breaks, the next piece has whole."""
    for index, text in enumerate(texts):
        offset = 0
        while True:
            yield _Piece(index, offset, text[offset : offset + _PIECE])
            if offset + _PIECE >= len(text):
                break
            offset += _PIECE - _OVERLAP


def _batches(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    batch: list[_Piece] = []
    size = 0
    for piece in pieces:
        if batch and size + len(piece.text) > _PIECE:
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += len(piece.text)
    if batch:
        yield batch


def _detection(result: RecognizerResult, shift: int) -> Detection:
    metadata = result.recognition_metadata
    known = metadata.get(DETECTION_KEY)
    if isinstance(known, Detection):
        return _moved(known, known.start + shift, known.end + shift)
    entity = ENTITIES.get(result.entity_type, OTHERS)
    return Detection(
        entity=result.entity_type,
        category=entity.category,
        weight=entity.weight,
        start=result.start + shift,
        end=result.end + shift,
        recogniser=metadata[RecognizerResult.RECOGNIZER_NAME_KEY],
        reason=entity.reason,
        suggestion=entity.suggestion,
        certainty=entity.certainty,
    )


def _moved(detection: Detection, start: int, end: int) -> Detection:
    if (start, end) == (detection.start, detection.end):
        return detection
    return replace(detection, start=start, end=end)


def _order(detection: Detection) -> tuple[int, int, str, str]:
    return detection.start, -detection.end, detection.recogniser, detection.reason
