"""Writing files so that nothing is ever half written, and no one's change is lost."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import IO

from redaction.errors import CaseError

fcntl: ModuleType | None
try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

_LONGEST_STEM = 100
"""Characters of the file's name that its temporary file repeats; file systems stop at 255 bytes."""
_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{8}\.part", re.DOTALL)


@dataclass(frozen=True)
class FileStamp:
    """What a file was when it was read: time of change (nanoseconds), size (bytes) and sha256."""

    mtime_ns: int
    size: int
    sha256: str


def read_stamped(path: Path) -> tuple[bytes, FileStamp]:
    """The bytes of ``path`` and the stamp to hand to ``overwrite_unchanged`` later.

    Raises ``CaseError`` if the file can't be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read()
            status = os.fstat(file.fileno())
    except OSError as error:
        raise _file_error(path, "can't be read", error) from error
    digest = hashlib.sha256(content).hexdigest()
    return content, FileStamp(status.st_mtime_ns, status.st_size, digest)


def write_atomically(path: Path, content: bytes | str) -> None:
    """Put ``content`` (text as UTF-8) at ``path``: whoever looks finds the old file or the new one.

    The folder must exist. An existing file keeps its permissions; a link keeps pointing to the
    file, which is replaced. Raises ``CaseError`` if the file can't be written; the old one is
    then as it was.
    """
    target = path.resolve()
    written = content.encode() if isinstance(content, str) else content
    try:
        _replace(target, written)
        _sync_folder(target.parent)
    except OSError as error:
        raise _file_error(path, "can't be written", error) from error


def overwrite_unchanged(path: Path, content: bytes | str, stamp: FileStamp) -> None:
    """Replace ``path`` atomically, but only if it is still the file that ``stamp`` was taken of.

    Raises ``CaseError`` if the file was changed or removed since, or can't be written.
    """
    unchanged = path.exists() and read_stamped(path)[1] == stamp
    if not unchanged:
        raise CaseError.because(
            path,
            "changed while it was being worked on, so it was not overwritten",
            "Look at the file as it is now, then run the command again",
        )
    write_atomically(path, content)


def remove_leftovers(folder: Path) -> None:
    """Remove the temporary files that a killed program left in ``folder``.

    One that a living program is writing stays, and so does every other file.
    """
    for path in folder.glob(".*.part"):
        if _TEMPORARY.fullmatch(path.name) and path.is_file():
            with contextlib.suppress(OSError):
                _remove_unless_held(path)


def _replace(target: Path, content: bytes) -> None:
    temporary, file = _temporary_for(target)
    try:
        with file:
            _write_through(file, content)
            _copy_permissions(target, temporary)
            if fcntl:  # held until it is in its place
                temporary.replace(target)
        if not fcntl:  # there, an open file can't be moved
            temporary.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def _temporary_for(target: Path) -> tuple[Path, IO[bytes]]:
    """A new file beside ``target``, held as long as it is open so that no one takes it away."""
    while True:
        stem = target.name[:_LONGEST_STEM]
        temporary = target.with_name(f".{stem}.{secrets.token_hex(4)}.part")
        file = temporary.open("xb")
        if not fcntl:
            return temporary, file
        with contextlib.suppress(OSError):  # some network drives know no locks
            fcntl.flock(file.fileno(), fcntl.LOCK_EX)
        if os.fstat(file.fileno()).st_nlink:
            return temporary, file
        file.close()  # taken away before it was held


def _remove_unless_held(path: Path) -> None:
    with path.open("rb") as file:
        if fcntl:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
            path.unlink(missing_ok=True)
    if not fcntl:  # there, a file that is open can't be removed
        path.unlink(missing_ok=True)


def _write_through(file: IO[bytes], content: bytes) -> None:
    file.write(content)
    file.flush()
    os.fsync(file.fileno())


def _copy_permissions(source: Path, target: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        target.chmod(source.stat().st_mode & 0o777)


def _sync_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):  # Windows neither offers nor needs it
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _file_error(path: Path, what: str, error: OSError) -> CaseError:
    reason = (error.strerror or type(error).__name__).lower()
    return CaseError.because(
        path, f"{what}: {reason}", "Check that the folder exists and that you may change it"
    )
