"""What Word shows above a control: the words that stand beside it on the form."""

from __future__ import annotations

import re

from generator.controls.syntax import Control, ControlKind, pieces

_MARKS = re.compile(r"\*\*|<br>|\t")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")


def label_of(control: Control, row: str, column: str, after: str) -> str:
    """The label of a control.

    ``row`` is the label of its row and ``column`` the heading of its column, where it stands in
    a table; ``after`` the text that follows it, which is what a box is about.
    """
    if control.kind is ControlKind.TICK and (beside := plain(after)):
        return beside
    return ", ".join(text for text in (row, column) if text) or _from_id(control.id)


def plain(text: str) -> str:
    """A text of the text form without controls and marks; its tags are kept."""
    words = "".join(part for part in pieces(text, "label") if isinstance(part, str))
    return " ".join(_MARKS.sub(" ", words).split())


def _from_id(control_id: str) -> str:
    words = re.sub(r"[._-]+", " ", _TAG.sub("", control_id)).strip()
    return words[:1].upper() + words[1:]
