"""What a site is made from besides the reports, so that a change of it shows."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from publication.folder import PublicationsFolder
from publication.rendering import site_folder


def sources_digest(folder: PublicationsFolder) -> str:
    """SHA-256 over the board's contacts, our pages and templates, and the code that fills them."""
    digest = sha256(folder.board_path.read_bytes())
    for root in (site_folder(), Path(__file__).parent):
        for path in _files(root):
            name, content = path.relative_to(root).as_posix(), path.read_bytes()
            digest.update(f"{name}\n{len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()


def _files(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path
