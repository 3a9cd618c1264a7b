"""The whole way from a cleared file's bytes to its page."""

from __future__ import annotations

from lxml import html as lxml_html

from publication.report.guidance import left_guidance
from publication.report.images import embedded_images
from publication.report.page import Report
from publication.report.places import places
from publication.report.sanitise import sanitised
from publication.report.source import source_html
from publication.report.structure import arrange, tidy
from publication.report.tree import inner_html, visible_text
from redaction.errors import Problem, PublicationError


def convert(content: bytes, suffix: str) -> Report:
    """The page of a .docx, .md or .html file with the bytes ``content``, if nothing is wrong.

    Raises ``PublicationError`` with every fault that ``converted`` finds.
    """
    report, problems = converted(content, suffix)
    if problems:
        raise PublicationError(problems)
    return report


def converted(content: bytes, suffix: str) -> tuple[Report, list[Problem]]:
    """The page of a .docx, .md or .html file, and everything that keeps it from being one.

    Only what an allow-list names survives: no scripts, styles, comments, trackers or links that
    are not public. The faults are those that would shut readers out: tables without a header row,
    pictures without a description, skipped levels of headings; and every line of a template's
    guidance that nobody has written over, fields that nobody filled in, a protective marking.
    Raises ``PublicationError`` if the file can't be read at all.
    """
    source, lost = source_html(content, suffix.lower())
    tree = lxml_html.fragment_fromstring(sanitised(source), create_parent="div")
    tidy(tree)
    where = places(tree)
    images, image_problems = embedded_images(tree, where)
    contents, problems = arrange(tree, where)
    problems = [*left_guidance(source), *lost, *problems, *image_problems]
    words = len(visible_text(tree).split())
    return Report(inner_html(tree), contents, images, words), problems
