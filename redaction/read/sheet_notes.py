"""Reads what people wrote beside the cells of a sheet: comments, old and threaded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from redaction.read.gathering import Gathering
from redaction.read.names import S
from redaction.read.safe_xml import local_name, number
from redaction.read.walks import PartWalk

if TYPE_CHECKING:
    from redaction.read.sheet import Sheet

_NOBODY = "an unknown author"
_FOR_OLD_PROGRAMS = re.compile(
    r"\[Threaded comment\]\s{1,9}Your version of Excel allows you to read this threaded comment; "
    r"however, any edits to it will get removed if the file is opened in a newer version of "
    r"Excel\. Learn more: https://go\.microsoft\.com/fwlink/\?linkid=870924\s{1,9}Comment:\s{0,9}"
)
_THREAD = re.compile(r"tc=\{[0-9A-F-]{36}\}", re.IGNORECASE)


def read_comments(
    root: etree._Element, part: str, sheet: Sheet, gathering: Gathering, walk: PartWalk
) -> None:
    """The notes of ``xl/comments1.xml``, each with its author and cell."""
    authors = [_THREAD.sub("", author.text or "") for author in root.iter(S.author)]
    walk.taken.update(root.iter(S.author))
    for author in dict.fromkeys(authors):
        gathering.add(author, f"author of a comment, {sheet.title}", part, hidden=True)
    for comment in root.iter(S.comment):
        position = number(comment.get("authorId"), -1)
        author = (authors[position] if 0 <= position < len(authors) else "") or _NOBODY
        walk.taken.update(comment.iter())
        text = "".join(run.text or "" for run in comment.iter(S.t))
        where = f"comment by {author}, {sheet.title}, cell {comment.get('ref', '')}"
        gathering.add(_FOR_OLD_PROGRAMS.sub("", text), where, part, hidden=True)


def read_threads(
    root: etree._Element, part: str, sheet: Sheet, people: Mapping[str, str],
    gathering: Gathering, walk: PartWalk,
) -> None:  # fmt: skip
    """The conversations of ``xl/threadedComments/``, each remark with its author and cell."""
    for comment in root:
        if local_name(comment.tag) != "threadedComment":
            continue
        author = people.get(str(comment.get("personId", "")), "") or _NOBODY
        texts = [each for each in comment.iter() if local_name(each.tag) == "text"]
        walk.taken.update(texts)
        text = "".join(each.text or "" for each in texts)
        where = f"comment by {author}, {sheet.title}, cell {comment.get('ref', '')}"
        gathering.add(text, where, part, hidden=True)
