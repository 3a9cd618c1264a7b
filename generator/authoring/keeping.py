"""What stays together on a page, so that no page begins or ends with a lone line.

The styles of the house style say most of it ("Heading 1" keeps with the next paragraph); this is
what depends on the neighbours.
"""

from __future__ import annotations

import re

from generator.authoring.blocks import Block, Paragraph, Table, TableKind

CLOSING, NOTE, HEADINGS = "Closing", "Form Note", ("Heading 1", "Heading 2", "Heading 3")
KEEP, KEEP_NOT = "<w:keepNext/>", '<w:keepNext w:val="0"/>'
LAST_ROWS = 4
"""So many rows at the end of a form stay on one page: no lone "Date" on the last one."""
_LOOP = re.compile(r"\{%tr *for\b")


def keeping(block: Block | None, after: Block | None) -> str:
    """What a paragraph says of staying with the next one, beyond what its style says.

    The closing words of a letter never begin a page; a note at a section's end stays with what it
    is about and not with the next heading.
    """
    if not isinstance(block, Paragraph) or not isinstance(after, Paragraph):
        return ""
    if after.style == CLOSING and not block.text.startswith("{%p"):
        return KEEP
    return KEEP_NOT if block.style == NOTE and after.style in HEADINGS else ""


def kept_rows(table: Table) -> set[int]:
    """The rows at a form's end that keep with the next; none of a list that is filled in a loop."""
    if table.kind is not TableKind.FORM or any(_LOOP.match(row.tag) for row in table.rows):
        return set()
    printed = [number for number, row in enumerate(table.rows) if not row.tag]
    return set(printed[-LAST_ROWS:-1])
