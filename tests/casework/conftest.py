"""An invented board and case as files, small enough to see at a glance what a test changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

BOARD = """\
name: Fenmarket Safeguarding Children Board
short_name: Fenmarket LSCB
area: Fenmarket
procedure: bedfordshire-2007
address: [Old Granary, Fenmarket, ZZ1 1ZZ]
email: office@fenmarket-lscb.example
chair: {name: Dr Winifred Achebe, post: Independent Chair}
business_manager: {name: Tariq Lindqvist, post: Business Manager}
administrator: {name: Bronwen Mistry, post: Administrator}
agencies:
  - id: police
    name: Fenmarket Police
    kind: police
    chief_officer: {name: Oluwaseun Hart, post: Chief Constable}
  - id: health
    name: Fenmarket Health Trust
    kind: health
    chief_officer: {name: Agnieszka Rowe, post: Chief Executive}
national_bodies:
  - {id: inspectorate, name: The Inspectorate}
"""

CASE = """\
reference: 2007-09
board: ../boards/fenmarket.yaml
child:
  first_name: Ivy
  surname: Mbeki-Thorne
  date_of_birth: 2006-11-09
  date_of_death: 2007-03-07
family:
  - id: mother
    relation: mother
    role: parent
    first_name: Saoirse
    surname: Thorne
professionals:
  - {id: health-visitor, name: Ngozi Partridge, post: Health Visitor, agency: health}
pseudonyms:
  - {person: child, label: Child W}
events:
  - {kind: aware, on: 2007-03-08, agency: police}
terms_of_reference:
  period_from: 2006-11-09
  period_to: 2007-03-07
"""


@pytest.fixture
def write_case(tmp_path: Path) -> Callable[..., Path]:
    """Writes the board and the case below ``tmp_path``, each changed by (old, new) pairs."""

    def write(*changes: tuple[str, str], board: tuple[tuple[str, str], ...] = ()) -> Path:
        boards, folder = tmp_path / "boards", tmp_path / "2007-09"
        boards.mkdir(exist_ok=True)
        folder.mkdir(exist_ok=True)
        (boards / "fenmarket.yaml").write_text(_changed(BOARD, board), encoding="utf-8")
        (folder / "case.yaml").write_text(_changed(CASE, changes), encoding="utf-8")
        return folder

    return write


def _changed(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the text"
        text = text.replace(old, new)
    return text
