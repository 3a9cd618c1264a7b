"""The name model at work: which sentences it reads, and what it says is a name in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import spacy

from redaction.detect.net.lists import words
from redaction.detect.net.vocabulary import Kind, kind
from redaction.errors import RedactionError
from redaction.model.weights import WEIGHTS

_LABELS = {
    "PERSON": "PERSON", "PER": "PERSON",
    "PLACE": "PLACE", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE",
    "ORG": "ORG",
}  # fmt: skip
"""What the labels of this model and of the usual larger ones mean; others are left out."""
_NOT_NEEDED = ["tagger", "morphologizer", "parser", "senter", "lemmatizer", "attribute_ruler"]
_SENTENCE_END = re.compile(
    r"[.!?](?<!\bMr.)(?<!\bMrs.)(?<!\bMs.)(?<!\bDr.)(?<!\bSt.)(?<!\b[A-Z].)[\"')]? |[\n\x00]+|\Z"
)
_WRAPPED = re.compile(r"\n(?<=[^\n\x00]{50}\n)(?<![.!?:;|]\n)(?=[^\W\d_])")
"""The end of a line that goes on in the next, as e-mail and plain text have it."""
_AROUND = " .,;:!?'\"()[]*|-"
_NO_NAME = frozenset("=@_<>|;\\{}")
"""Signs of a file's attributes and addresses, which are in no name."""
_LONGEST = 600
"""Characters of a sentence; a longer one is read in parts."""
_WORD = re.compile(r"[^\W\d_]{2,}(?:'[^\W\d_]+)?")
_WORDS = 50_000
"""Words of which it is remembered whether they may be a name."""
_REMEMBERED = 5_000
"""Sentences whose names are kept: files of one case repeat each other, and so do their lines."""


@dataclass(frozen=True)
class Name:
    """A name in a text; the attributes are those of a span of spaCy's."""

    start_char: int
    end_char: int
    label_: str
    text: str


class NameModel:
    """Finds names with a spaCy model: the one that ships with the project, or ``model``.

    ``model`` is the name of an installed spaCy package or the path of a folder. Loading takes a
    moment. Raises RedactionError where there is no such model or it recognises no names.
    """

    def __init__(self, model: str = "") -> None:
        self._nlp = _loaded(model)
        self._known: dict[str, tuple[Name, ...]] = {}

    def names(self, text: str, *, doubtful: bool = False) -> list[Name]:
        """The names in ``text``, in order: PERSON, PLACE or ORG.

        Sentences in which no word may be a name are not read. With ``doubtful``, only those are in
        which a word may be a name or an ordinary one ("Hope"), or a name stands in small letters:
        words that are names and nothing else, or no words that are known, need no model, the
        closed-world net holds them.
        """
        unwrapped = _WRAPPED.sub(" ", text)
        sentences = [
            (at, sentence)
            for at, sentence in _sentences(unwrapped)
            if _may_name(sentence, doubtful=doubtful)
        ]
        self._read({sentence for _, sentence in sentences})
        return [
            replace(name, start_char=at + name.start_char, end_char=at + name.end_char)
            for at, sentence in sentences
            for name in self._known[sentence]
        ]

    def forget(self) -> None:
        """Drop what is remembered of the sentences that were read before."""
        self._known.clear()

    def _read(self, sentences: set[str]) -> None:
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        new = sorted(sentences - self._known.keys(), key=len)
        for sentence, doc in zip(new, self._nlp.pipe(new), strict=True):
            self._known[sentence] = tuple(
                _trimmed(Name(ent.start_char, ent.end_char, label, ent.text))
                for ent in doc.ents
                if (label := _LABELS.get(ent.label_)) and _NO_NAME.isdisjoint(ent.text)
            )


def _trimmed(name: Name) -> Name:
    """``name`` without the stops and quotation marks around it."""
    text = name.text.strip(_AROUND)
    start = name.start_char + name.text.find(text)
    return Name(start, start + len(text), name.label_, text) if text else name


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        while end.end() - start > _LONGEST:
            cut = text.rfind(" ", start + 1, start + _LONGEST) + 1 or start + _LONGEST
            yield start, text[start:cut]
            start = cut
        yield start, text[start : end.end()].rstrip()
        start = end.end()


def _may_name(sentence: str, *, doubtful: bool) -> bool:
    """Whether a word of it may be a name, or with ``doubtful`` one that may also be none."""
    asks = _is_doubtful if doubtful else _is_name
    return any(map(asks, _WORD.findall(sentence)))


@lru_cache(maxsize=_WORDS)
def _is_name(word: str) -> bool:
    known = kind(word.lower().removesuffix("'s"))
    return known is Kind.NAME or (word[0].isupper() and known is not Kind.SAFE)


@lru_cache(maxsize=_WORDS)
def _is_doubtful(word: str) -> bool:
    """Of "Hope", and of a name in small letters; the net tells months and peoples by itself."""
    plain = word.lower().removesuffix("'s")
    if not word[0].isupper():
        return kind(plain) is Kind.NAME
    told = plain in words("calendar") or plain in words("peoples")
    return kind(plain) is Kind.EITHER and not told


def _loaded(model: str) -> Any:
    try:
        nlp = spacy.load(model or WEIGHTS, exclude=_NOT_NEEDED)
    except (OSError, ValueError) as error:
        raise RedactionError.because(
            model or "the name model",
            "there is no spaCy model of this name here, or it is of another version",
            "install that model as a Python package, give the path of its folder, or leave the "
            "setting empty to use the model that comes with the program",
        ) from error
    if not any(label in _LABELS for pipe in nlp.pipe_labels.values() for label in pipe):
        raise RedactionError.because(
            model, "this spaCy model recognises no names", "choose one with an “ner” component"
        )
    return nlp
