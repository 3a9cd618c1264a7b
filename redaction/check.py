"""Checks a file, or texts, against the protected terms of a case and a naming policy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from redaction.allowed import AllowedWords
from redaction.decide import findings, numbered
from redaction.masking import sure_enough
from redaction.pseudonyms import with_labels
from redaction.unnamed import unnamed_findings
from redaction.unread import unread_findings
from redaction.values import (
    CheckResult,
    Finding,
    NamingPolicy,
    Passage,
    ProtectedTerms,
    Replacement,
    Severity,
)

if TYPE_CHECKING:
    from redaction.detect.detector import Detector


class Checker:
    """Looks for whatever could identify the people of ``terms``, or anyone, under ``policy``.

    ``allowed_words`` (phrase: reason) are the board's own: they silence doubts, never a protected
    term. ``model`` is the name of an installed spaCy model that is used in place of our own.
    Making a Checker is cheap; the first check builds the engine (a second or two).
    """

    def __init__(
        self,
        terms: ProtectedTerms,
        policy: NamingPolicy,
        allowed_words: Mapping[str, str] | None = None,
        model: str = "",
    ) -> None:
        self._terms = with_labels(terms)
        self._policy = policy
        self._allowed = AllowedWords(allowed_words or {})
        self._model = model

    def check(self, path: Path) -> CheckResult:
        """What is in the file at ``path``; RedactionError where it can't be read."""
        from redaction.detect.jigsaw import jigsaws
        from redaction.read import read_file

        reading = read_file(path)
        found = self.look(reading.passages)
        everything = [
            *found,
            *jigsaws(reading.passages, found),
            *unread_findings(reading),
            *unnamed_findings(reading, found, self._terms.people, self._policy),
        ]
        return CheckResult(
            file=reading.file,
            sha256=reading.sha256,
            policy=self._policy,
            words=reading.words,
            passages=reading.passages,
            findings=numbered(everything),
            knows_case=self._terms != ProtectedTerms(),
        )

    def look(self, passages: Sequence[Passage]) -> list[Finding]:
        """The findings in ``passages`` as one document, without ids, in order of place."""
        detections = self._detector.detect([passage.text for passage in passages])
        return findings(passages, detections, self._policy, self._allowed)

    def replacements(
        self, texts: Sequence[str], *, sure_only: bool = False
    ) -> list[list[Replacement]]:
        """What to put where in each of ``texts``, so that the whole checks clear again.

        One list per text, sorted by place, without overlaps. The same identity always gets the
        same words. What the policy permits stays; with ``sure_only``, so does what is debatable
        (see `redaction.masking`), for a person to decide on.
        """
        passages = [Passage(text, f"text {number}", "") for number, text in enumerate(texts, 1)]
        replaced: list[list[Replacement]] = [[] for _ in texts]
        for finding in self.look(passages):
            if finding.severity is not Severity.NOTE and (sure_enough(finding) or not sure_only):
                stand_in = finding.suggestion or "[removed]"
                replaced[finding.passage].append(Replacement(finding.start, finding.end, stand_in))
        return replaced

    def __getstate__(self) -> dict[str, object]:
        """Without the engine: another process builds its own faster than it could take ours."""
        return {name: value for name, value in vars(self).items() if name != "_detector"}

    @cached_property
    def _detector(self) -> Detector:
        from redaction.detect.detector import Detector

        return Detector(self._terms, everything=self._policy.every_detail, model=self._model)
