"""HTML as it comes out of Word, Markdown and HTML files, before anything is made safe."""

from __future__ import annotations

import re

import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor

from publication.report.indents import with_deep_lists
from publication.report.web import web_page
from publication.report.word import word_html
from redaction.errors import Problem, PublicationError
from redaction.read.markdown import MAX_BYTES, is_bearable

_EXTENSIONS = ["tables", "footnotes", "def_list", "sane_lists", "fenced_code"]
"""Those with which the check reads a file: what it looked at is what is published."""
_FRONT_MATTER = re.compile(
    r"\A(?:---|\+\+\+)[ \t]*\n.*?\n(?:---|\+\+\+|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL
)


def source_html(content: bytes, suffix: str) -> tuple[str, list[Problem]]:
    """The HTML of a file by its kind, and what in it can't become a page.

    The HTML still has everything active that a stranger put in. Raises ``PublicationError`` if
    the file can't be read as what its name says.
    """
    match suffix:
        case ".docx":
            return word_html(content)
        case ".md":
            return web_page(_markdown(content))
        case ".html":
            return web_page(_text(content))
    raise PublicationError.because(
        f"report{suffix}", "is of a kind that can't become a page", "Publish the Word file"
    )


def _markdown(content: bytes) -> str:
    text = _FRONT_MATTER.sub("", _text(content))
    if not is_bearable(text):
        raise PublicationError.because(
            "report.md",
            "has too many marks in one paragraph to follow them",
            "Put empty lines between its paragraphs, or publish the Word file",
        )
    return markdown.markdown(with_deep_lists(text), extensions=[*_EXTENSIONS, _Struck()])


class _Struck(Extension):
    """Two tildes on each side strike text out, as everywhere else."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 - the library's name
        """Add the sign to the others."""
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"(~~)(.+?)~~", "s"), "struck", 65)


def _text(content: bytes) -> str:
    if len(content) > MAX_BYTES and b"base64," not in content:
        raise PublicationError.because(
            "report",
            f"is larger than {MAX_BYTES // 1_000_000} MB, which no report's text is",
            "Publish the Word file",
        )
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise PublicationError.because(
            "report", "is not UTF-8 text", "Save it as UTF-8, then check and clear it again"
        ) from error
