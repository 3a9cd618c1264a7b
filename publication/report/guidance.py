"""What a template tells the author to write: never part of what the public reads."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html

from publication.report.tree import elements, text_of
from redaction.errors import Problem

STYLE = "Guidance"
"""The paragraph style of such lines in the board's templates, grey and in italics."""
GUIDANCE_CLASS = "guidance"
_SHOWN_CHARACTERS = 60


def left_guidance(markup: str) -> Iterator[Problem]:
    """A fault for every line of guidance that nobody has written over."""
    tree = html.fragment_fromstring(markup, create_parent="div")
    for paragraph in elements(tree, "p"):
        if GUIDANCE_CLASS in paragraph.classes and (text := text_of(paragraph)):
            shown = text if len(text) <= _SHOWN_CHARACTERS else f"{text[:_SHOWN_CHARACTERS]}…"
            yield Problem(
                f'paragraph "{shown}"',
                f'has the style "{STYLE}", which tells the author what to write',
                "In Word: delete it, or if it is the report\u2019s own text, give it the style"
                " Body Text; then check and clear the file again",
            )
