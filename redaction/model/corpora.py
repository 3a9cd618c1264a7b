"""The public corpora that the model is trained and measured on, read from a folder.

Court judgments: ``tab-train.json`` and ``tab-dev.json`` (Text Anonymization Benchmark).
Encyclopedia: ``wikigold.conll.txt``. Social media: ``wnut17-train.conll``, ``wnut17-dev.conll``,
``btc-*.conll``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from redaction.errors import RedactionError
from redaction.model.example import ORG, PERSON, PLACE, Example, Span, joined, pieces
from redaction.model.invent import Sentences
from redaction.model.people import People

_FROM_TAB = {"PERSON": PERSON, "LOC": PLACE, "ORG": ORG}
_FROM_CONLL = {
    "PER": PERSON, "LOC": PLACE, "ORG": ORG, "MISC": None,
    "person": PERSON, "location": PLACE, "corporation": ORG, "group": ORG,
}  # fmt: skip
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%’'”") | {"'s", "'re", "'ve", "'ll", "n't", "'m", "'d"}
_NO_SPACE_AFTER = frozenset("([{@#$£“‘")
_TITLE = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Judge|Lady|Lord)\.? ")
_HELD_OUT_OF_WIKIGOLD = 10
"""Every tenth sentence of it is never trained on: it comes without a part for measuring."""


@dataclass(frozen=True)
class Corpora:
    """What ``folder`` holds: the parts to train on and, by name, the parts to measure on."""

    courts: tuple[Example, ...]
    general: tuple[Example, ...]
    held_out: dict[str, tuple[Example, ...]]


def read_corpora(folder: Path) -> Corpora:
    """Read all of them.

    Raises RedactionError where a file is missing or isn't what its name says.
    """
    try:
        wiki = tuple(_conll(folder / "wikigold.conll.txt"))
        social = [
            example
            for path in (folder / "wnut17-train.conll", *sorted(folder.glob("btc-*.conll")))
            for example in _conll(path)
        ]
        return Corpora(
            courts=tuple(_tab(folder / "tab-train.json")),
            general=(*(one for at, one in enumerate(wiki) if not _measured(at)), *social),
            held_out={
                "court judgments (TAB, development part)": tuple(_tab(folder / "tab-dev.json")),
                "encyclopedia (wikigold, every tenth sentence)": tuple(
                    one for at, one in enumerate(wiki) if _measured(at)
                ),
                "social media (WNUT 2017, development part)": tuple(
                    _conll(folder / "wnut17-dev.conll")
                ),
            },
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RedactionError.because(
            str(folder),
            f"the training data can't be read ({error})",
            "put the corpora that redaction/model/README.md names into this folder",
        ) from error


def swapped(example: Example, people: People, places: Sentences, chance: Random) -> Example:
    """``example`` with other people's names and other places where its own stood."""
    parts = []
    for text, label in pieces(example):
        if label == PERSON:
            text = people.full() if " " in text else chance.choice((people.given, people.family))()
        elif label == PLACE and chance.random() < 0.5:
            text = places.place()
        parts.append((text, label))
    return joined(parts)


def _tab(path: Path) -> Iterator[Example]:
    """The paragraphs of each judgment, with the persons, places and organisations that it masks."""
    for document in json.loads(path.read_text(encoding="utf-8")):
        text = document["text"]
        (annotation,) = document["annotations"].values()
        spans = _apart(
            _untitled(text, Span(one["start_offset"], one["end_offset"], label))
            for one in annotation["entity_mentions"]
            if (label := _FROM_TAB.get(one["entity_type"]))
            and (label == PERSON or one["identifier_type"] != "NO_MASK")
        )
        for paragraph in re.finditer(r"[^\n]+", text):
            start, end = paragraph.span()
            yield Example(
                paragraph[0],
                tuple(
                    replace(span, start=span.start - start, end=span.end - start)
                    for span in spans
                    if start <= span.start and span.end <= end
                ),
            )


def _untitled(text: str, span: Span) -> Span:
    title = _TITLE.match(text, span.start, span.end)
    return replace(span, start=title.end()) if title else span


def _apart(spans: Iterator[Span]) -> list[Span]:
    """``spans`` in order; of those that overlap, the first and longest."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _conll(path: Path) -> Iterator[Example]:
    """Sentences of "word tag" lines; a word of a name that stands alone begins one."""
    rows: list[tuple[str, str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        cells = line.split()
        if len(cells) == 2:
            rows.append((cells[0], cells[1]))
        elif rows:
            yield _sentence(rows)
            rows = []


def _sentence(rows: list[tuple[str, str]]) -> Example:
    text, last = "", "O"
    spans: list[Span] = []
    for at, (word, tag) in enumerate(rows):
        spaced = (
            bool(text) and word not in _NO_SPACE_BEFORE and rows[at - 1][0] not in _NO_SPACE_AFTER
        )
        text += " " * spaced
        label = _FROM_CONLL.get(tag[2:]) if not _is_handle(rows, at) else None
        if label:
            continues = tag.startswith("I-") and last[2:] == tag[2:] and spans
            start = spans.pop().start if continues else len(text)
            spans.append(Span(start, len(text) + len(word), label))
        text += word
        last = tag if label else "O"
    return Example(text, tuple(spans))


def _is_handle(rows: list[tuple[str, str]], at: int) -> bool:
    """An account's name is found by its @, and is no name of a person to learn from."""
    return rows[at][0].startswith("@") or (at > 0 and rows[at - 1][0] == "@")


def _measured(at: int) -> bool:
    return at % _HELD_OUT_OF_WIKIGOLD == 0
