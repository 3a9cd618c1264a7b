"""Train the name model that ships with the project.

    python -m redaction.model.train --data ner
    python -m redaction.model.train --data ner --out build/model --seed 1 --rounds 2

DIR holds the corpora that redaction/model/README.md names. One core, about 25 minutes; the same
seed, data and versions give the same weights on the same kind of processor.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from spacy.training import Example as Lesson
from spacy.util import filter_spans, fix_random_seed, load_config, load_model_from_config
from thinc.api import Adam, require_cpu

from redaction.errors import RedactionError
from redaction.model.corpora import Corpora, read_corpora, swapped
from redaction.model.example import LABELS, Example
from redaction.model.invent import Sentences
from redaction.model.noise import noisy
from redaction.model.people import People
from redaction.model.weights import WEIGHTS

_NETWORK = Path(__file__).with_name("network.cfg")
_ROUNDS = 8
_INVENTED = 32_000
"""Invented passages in a round."""
_WORDS = 700
"""Words of a batch."""
_FIRST_RATE, _LAST_RATE, _WARM = 0.002, 0.0001, 200
"""Learning rates and the batches until the first is reached."""
_DROPOUT = 0.15


def train(corpora: Corpora, *, seed: int = 0, rounds: int = _ROUNDS) -> Any:
    """A spaCy pipeline that learnt from ``corpora`` and from invented passages."""
    fix_random_seed(seed)
    chance = Random(seed)  # noqa: S311 - to repeat, not to hide
    nlp = load_model_from_config(load_config(_NETWORK), auto_fill=True)
    for label in LABELS:
        nlp.get_pipe("ner").add_label(label)
    nlp.initialize(lambda: [_lesson(nlp, corpora.general[0])])
    optimizer = Adam(
        _FIRST_RATE, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True, use_averages=True
    )
    steps, losses, began = 0, {"ner": 0.0}, time.monotonic()
    for turn in range(rounds):
        lessons = _round(corpora, chance)
        for at, batch in _batches([_lesson(nlp, example) for example in lessons]):
            optimizer.learn_rate = _rate(steps, (turn + at) / rounds)
            nlp.update(batch, sgd=optimizer, drop=_DROPOUT, losses=losses)
            steps += 1
        print(
            f"round {turn + 1} of {rounds}: {time.monotonic() - began:.0f} s, "
            f"{steps} batches, loss {losses['ner']:.0f}",
            file=sys.stderr,
        )
        losses["ner"] = 0.0
    _average(nlp, optimizer)
    return nlp


def _round(corpora: Corpora, chance: Random) -> list[Example]:
    """What is learnt in one round: courts twice, general English, the same with other names."""
    people, sentences = People(chance), Sentences(chance)
    general = [
        swapped(example, people, sentences, chance) if chance.random() < 0.5 else example
        for example in corpora.general
    ]
    courts = [swapped(example, people, sentences, chance) for example in corpora.courts]
    invented = islice(sentences.passages(), _INVENTED)
    every = [*corpora.courts, *courts, *general, *invented]
    chance.shuffle(every)
    return [noisy(example, chance) for example in every]


def _lesson(nlp: Any, example: Example) -> Lesson:
    doc, learnt = nlp.make_doc(example.text), nlp.make_doc(example.text)
    spans = (
        learnt.char_span(span.start, span.end, span.label, alignment_mode="expand")
        for span in example.spans
    )
    learnt.ents = filter_spans([span for span in spans if span])
    return Lesson(doc, learnt)


def _batches(lessons: list[Lesson]) -> Iterator[tuple[float, list[Lesson]]]:
    """Batches of about as many words, each with the share of ``lessons`` before it."""
    batch: list[Lesson] = []
    words = 0
    for at, lesson in enumerate(lessons):
        batch.append(lesson)
        words += len(lesson.predicted)
        if words >= _WORDS:
            yield at / len(lessons), batch
            batch, words = [], 0
    if batch:
        yield 1.0, batch


def _rate(step: int, done: float) -> float:
    """The learning rate: up in the first batches, then down in a straight line."""
    if step < _WARM:
        return _FIRST_RATE * (step + 1) / _WARM
    return _FIRST_RATE + (_LAST_RATE - _FIRST_RATE) * done


def _average(nlp: Any, optimizer: Any) -> None:
    """Put the averages of all weights in their place: they do better than the last ones."""
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk():
            for name in node.param_names:
                average = optimizer.averages.get((node.id, name))
                if average is not None:
                    node.set_param(name, average)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(
        prog="python -m redaction.model.train",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the corpora")
    parser.add_argument("--out", type=Path, default=WEIGHTS, metavar="DIR", help="where to write")
    parser.add_argument("--seed", type=int, default=0, help="another number, another model")
    parser.add_argument("--rounds", type=int, default=_ROUNDS, help="fewer is faster and worse")
    arguments = parser.parse_args()
    require_cpu()
    try:
        nlp = train(read_corpora(arguments.data), seed=arguments.seed, rounds=arguments.rounds)
    except RedactionError as error:
        sys.exit(str(error))
    nlp.to_disk(arguments.out, exclude=["vocab"])  # the words it learnt from stay behind
    print(f"written to {arguments.out}")


if __name__ == "__main__":
    main()
