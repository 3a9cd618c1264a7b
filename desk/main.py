"""The command line: ``casereview``."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from desk.commands import case, check, copies, documents, publication, register, site, templates
from desk.commands import demo as demo_command
from redaction.errors import CasereviewError

CANNOT_BE_DONE = 2

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
documents.add_to(app)
copies.add_to(app)
check.add_to(app)
publication.add_to(app)
site.add_to(app)
register.add_to(app)
templates.add_to(app)
demo_command.add_to(app)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run ``casereview``; exits with 0, 1 or 2, and never shows a traceback for a known error."""
    try:
        app(args=arguments)
    except CasereviewError as error:
        for problem in error.problems:
            print(f"casereview: {problem}", file=sys.stderr)
        sys.exit(CANNOT_BE_DONE)
    except OSError as error:
        place = error.filename or "the file system"
        print(f"casereview: {place}: {error.strerror}", file=sys.stderr)
        sys.exit(CANNOT_BE_DONE)
    except KeyboardInterrupt:
        print("casereview: stopped; what was being written was left as it was", file=sys.stderr)
        sys.exit(CANNOT_BE_DONE)
