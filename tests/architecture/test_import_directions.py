"""Who may import whom: read from the sources, so that the wall between the parts holds."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("redaction", "casework", "generator", "publication", "desk")
ALLOWED = {
    "redaction": set[str](),
    "casework": {"redaction.values", "redaction.errors"},
    "generator": {"casework", "redaction.values", "redaction.errors"},
    "publication": {"casework", "redaction"},
    "desk": {"casework", "generator", "redaction", "publication"},
    "site": {"publication"},
}


def modules_imported(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text("utf8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{source}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def is_allowed(module: str, importer: str) -> bool:
    top = module.split(".")[0]
    if top not in PACKAGES or top == importer:
        return True
    return any(module == name or module.startswith(f"{name}.") for name in ALLOWED[importer])


@pytest.mark.parametrize("importer", sorted(ALLOWED))
def test_a_package_imports_only_what_lies_below_it(importer: str) -> None:
    """Confidential parts never reach up, and the site's hook sees publication alone."""
    sources = sorted((ROOT / importer).rglob("*.py"))
    assert sources, f"{importer} has no sources"
    wrong = [
        f"{source.relative_to(ROOT)} imports {module}"
        for source in sources
        for module in modules_imported(source)
        if not is_allowed(module, importer)
    ]
    assert wrong == []
