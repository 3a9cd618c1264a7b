"""What the repository itself promises."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOP_LEVEL = {
    "pyproject.toml", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "Makefile",
    "requirements.txt", "requirements-test.txt", ".gitignore", ".ci",
    "casework", "generator", "templates", "redaction", "publication", "site", "desk",
    "examples", "benchmarks", "tests",
}  # fmt: skip
REGISTRY_ADDRESS = re.compile(
    r"--(extra-)?index-url|/simple/?[\"'\s]|files\.pythonhosted|pypi\.org"
)


def tracked_files() -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listing.stdout.splitlines() if (ROOT / name).is_file()]


def test_the_top_level_holds_what_the_design_names() -> None:
    """A newcomer finds the folders that the design names, and no others."""
    assert {path.relative_to(ROOT).parts[0] for path in tracked_files()} <= TOP_LEVEL


def test_no_file_records_a_registry_address() -> None:
    """The project installs from whatever registry a machine uses."""
    texts = {".txt", ".toml", ".cfg", ".md", ".yml", ".yaml", ".json", ".lock", ""}
    wrong = [
        str(path.relative_to(ROOT))
        for path in tracked_files()
        if path.suffix in texts and REGISTRY_ADDRESS.search(path.read_text("utf8", "replace"))
    ]
    assert wrong == []


def test_the_site_folder_is_no_python_package() -> None:
    """``site`` is a standard-library module: the folder must never shadow it."""
    assert not (ROOT / "site" / "__init__.py").exists()


def test_the_site_is_built_outside_its_sources() -> None:
    """A build empties its output folder, so that must never be ``site/`` itself."""
    assert "site_dir: ../build/site" in (ROOT / "site" / "mkdocs.yml").read_text("utf8")
    assert not (ROOT / "mkdocs.yml").exists()


def test_every_requirement_is_pinned() -> None:
    """Two machines install the same versions."""
    lines = (ROOT / "requirements.txt").read_text("utf8").splitlines()
    requirements = [line for line in lines if line and not line.startswith("#")]
    assert [line for line in requirements if not re.fullmatch(r"[\w.-]+==[\w.]+", line)] == []
