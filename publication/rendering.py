"""MkDocs, called as a library: quiet, on a given day, any warning an error."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from publication.pages.view import Site
from redaction.errors import Problem, PublicationError


def site_folder() -> Path:
    """The MkDocs project: beside the packages in a checkout, inside this one when installed."""
    installed = Path(__file__).parent / "site"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "site"


def render_pages(site: Site, pages: Path, out: Path) -> None:
    """Render the Markdown files in ``pages`` into the folder ``out``, which is emptied first.

    Raises ``PublicationError`` with every warning and error of MkDocs.
    """
    with _quiet() as messages, _on_day(site.as_of):
        try:
            config = load_config(
                str(site_folder() / "mkdocs.yml"),
                docs_dir=str(pages.resolve()),
                site_dir=str(out.resolve()),
                site_url=site.board.website,
                site_name=site.board.name,
            )
            config.extra["site"] = site  # as an option MkDocs would print all of it for a log
            build(config)
        except MkDocsException as error:
            raise PublicationError(
                Problem("site", message, "Tell the IT officer")
                for message in messages or [str(error)]
            ) from error


@contextmanager
def _quiet() -> Iterator[list[str]]:
    """Keep what MkDocs says off the screen; its warnings are in the list."""
    messages: list[str] = []
    handler = _Collected(messages)
    logger = logging.getLogger("mkdocs")
    propagated, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield messages
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagated


class _Collected(logging.Handler):
    def __init__(self, messages: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._messages = messages

    def emit(self, record: logging.LogRecord) -> None:
        self._messages.append(record.getMessage())


@contextmanager
def _on_day(as_of: date) -> Iterator[None]:
    """Let MkDocs believe that it is ``as_of``."""
    name = "SOURCE_DATE_EPOCH"
    before = os.environ.get(name)
    midnight = datetime(as_of.year, as_of.month, as_of.day, tzinfo=UTC)
    os.environ[name] = str(int(midnight.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before
