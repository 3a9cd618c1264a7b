"""What of the old site is what it was made, and goes into the new one as the same file."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path


def taken_over(path: str, old: Path, fresh: Path, digest: str) -> bool:
    """Whether ``path`` on the site ``old`` is a file with the sha256 ``digest``.

    It is then the same file on the site ``fresh``.
    """
    source, target = os.path.join(old, path), os.path.join(fresh, path)  # noqa: PTH118 - fast
    try:
        with open(source, "rb") as file:  # noqa: PTH123 - the same
            same = sha256(file.read()).hexdigest() == digest
        if not same or os.path.islink(source):  # noqa: PTH114 - the same
            return False
        os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120 - the same
        os.link(source, target)
    except OSError:
        return False
    return True
