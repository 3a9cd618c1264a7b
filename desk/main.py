"""The command line: ``casereview``."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import typer

from desk.commands import (
    case,
    check,
    copies,
    documents,
    publication,
    register,
    site,
    standing,
    status,
    templates,
)
from desk.commands import demo as demo_command
from desk.commands import rules as rules_command
from redaction.errors import CasereviewError

CANNOT_BE_DONE = 2
SELDOM = 20_000
"""Objects after which Python looks for unused ones: many commands make a great many that stay."""
INTERRUPTED = 130
"""How typer exits where someone pressed Ctrl-C; it says nothing then."""

app = typer.Typer(
    name="casereview",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help appears three times faster
    add_completion=False,
    help="Letters, anonymity checks and publication for a safeguarding board's case reviews.",
    epilog="Start with: casereview demo    Exit codes: 0 nothing to report, 1 something was found,"
    " 2 could not be done (nothing was changed).",
)
case.add_to(app)
status.add_to(app)
rules_command.add_to(app)
documents.add_to(app)
copies.add_to(app)
check.add_to(app)
publication.add_to(app)
standing.add_to(app)
site.add_to(app)
register.add_to(app)
templates.add_to(app)
demo_command.add_to(app)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run ``casereview``; exits with 0, 1 or 2, and never shows a traceback to a user."""
    gc.set_threshold(SELDOM)
    try:
        app(args=arguments)
    except SystemExit as leaving:
        if leaving.code != INTERRUPTED:
            raise
        _stop("stopped before the end. Nothing is half written; run it again")
    except CasereviewError as error:
        _stop(*map(str, error.problems))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader has seen enough
    except OSError as error:
        _stop(f"{error.filename or 'the file system'}: {error.strerror or error}")
    except Exception as error:
        if sys.flags.dev_mode:
            raise
        _stop(_unforeseen(error))


def _stop(*lines: str) -> NoReturn:
    for line in lines:
        print(f"casereview: {line}", file=sys.stderr)
    sys.exit(CANNOT_BE_DONE)


def _unforeseen(error: Exception) -> str:
    """A fault of ours, told without its message, which may repeat what is confidential."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}, line {place.lineno}"
    return (
        f"a fault in casereview itself ({type(error).__name__} in {where}). Nothing was left half"
        " written. Please report this line, and what you did; it names no one."
    )
