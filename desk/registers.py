"""The register of a case, found without the case: it must be readable when the case file is not."""

from __future__ import annotations

from pathlib import Path

from casework.load import REGISTER_FILE
from casework.register import Register
from redaction.errors import CaseError, Problem


def register_of(case: Path) -> Register:
    """The register of the case folder, or case file, ``case``. Raises CaseError for neither."""
    if not case.exists():
        raise CaseError.because(case, "is not there", "Check the folder of the case")
    return Register(_folder(case) / REGISTER_FILE)


def verified(register: Register, case: Path) -> list[Problem]:
    """What is wrong with the register; that it is lost, where documents tell that there was one."""
    documents = _folder(case) / "documents"
    lost = not (_folder(case) / REGISTER_FILE).exists()
    if lost and documents.is_dir() and any(documents.iterdir()):
        what = "there are documents, but the register that records them is gone"
        return [Problem(str(case), what, f"Put back {REGISTER_FILE} from the last backup")]
    return register.verify()


def _folder(case: Path) -> Path:
    return case if case.is_dir() else case.parent
