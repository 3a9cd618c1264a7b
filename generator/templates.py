"""Where the Word template of a document is: the board's own first, then ours."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from casework.model import Board
from redaction.errors import TemplateError

MOST_BYTES = 20_000_000
"""No template is larger than this, logo and all."""


@dataclass(frozen=True)
class TemplateFile:
    """A Word template as it stands on disk, with whose it is."""

    path: Path
    content: bytes
    own: bool
    """Whether it is the board's own rather than ours."""


def templates_folder() -> Path:
    """The folder of our templates: in the installed package, else beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def own_folder(board: Board, board_path: Path) -> Path:
    """The folder of the board's own templates, which its profile names; it need not be there yet.

    Raises ``TemplateError`` where something else has that name.
    """
    folder = board_path.parent / board.template_folder
    if folder.exists() and not folder.is_dir():
        raise TemplateError.because(
            folder, "is not a folder", f"Correct template_folder in {board_path.name}"
        )
    return folder


def find_template(document_id: str, board: Board, board_path: Path) -> TemplateFile:
    """The template of ``document_id`` for this board.

    Raises ``TemplateError`` where neither the board nor we have one, it can't be read, or the
    board's folder is no folder.
    """
    name = f"{document_id}.docx"
    if board.template_folder:
        own = own_folder(board, board_path) / name
        if own.is_file():
            return TemplateFile(own, _read(own), own=True)
    ours = templates_folder() / name
    if not ours.is_file():
        raise TemplateError.because(
            name,
            "there is no template for this document",
            "Put a Word file of this name into the board's template folder",
        )
    return TemplateFile(ours, _read(ours), own=False)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TemplateError.because(
                path.name,
                f"the file is larger than {MOST_BYTES // 1_000_000} MB",
                "Make its pictures smaller",
            )
        return path.read_bytes()
    except OSError as error:
        raise TemplateError.because(path.name, f"it can't be read ({error.strerror})") from error
