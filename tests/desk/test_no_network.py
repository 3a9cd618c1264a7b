"""No command ever asks the network: each is run with every way to it shut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from desk.main import app

SUMMARY = "{home}/cases/2007-03/received/executive-summary.docx"
CASE = ("--case", "{home}/cases/2007-03")
PUBLIC = ("--publications", "{home}/public")
RUNS: dict[str, tuple[str, ...]] = {
    "validate": ("{home}/cases/2007-03",),
    "deadlines": ("{home}/cases/2007-03", "--ics", "{home}/dates.ics"),
    "status": ("{home}/cases/2007-03",),
    "record": ("{home}/cases/2007-03", "submitted", "--on", "2008-02-04", "--to", "csci,dfes,sha"),
    "rules": ("bnes-2016",),
    "new-board": ("{home}/boards/new.yaml",),
    "new": ("{home}/new", "--board", "{home}/boards/larkshire.yaml"),
    "documents": ("{home}/cases/2007-03",),
    "make": ("bed-h", *CASE, "--to", "police", "--as-of", "2007-04-20", "--pdf"),
    "sent": ("bed-h", *CASE, "--as-of", "2007-04-20"),
    "copies issue": ("Chief Constable", *CASE),
    "copies return": ("1", *CASE),
    "copies list": CASE,
    "check": (SUMMARY, *CASE, "--as", "executive-summary"),
    "terms": ("{home}/cases/2007-03", "--out", "{home}/terms.json"),
    "anonymise": (SUMMARY, *CASE, "--out", "{home}/clean.docx"),
    "clear": (SUMMARY, *CASE, "--by", "E. Roe"),
    "publish": (SUMMARY, *CASE, *PUBLIC, "--dry-run"),
    "correct": (SUMMARY, *CASE, *PUBLIC, "--note", "A figure"),
    "hold-back": (*CASE, "--as", "delayed", "--reason", "A trial", *PUBLIC),
    "withdraw": (*CASE, *PUBLIC),
    "suspend": (*CASE, *PUBLIC, "--reason", "An order", "--court", "The Family Court"),
    "lift": (*CASE, *PUBLIC, "--reason", "Lifted", "--court", "The Family Court"),
    "place": (
        *("{home}/leaflet.md", "--board", "{home}/boards/larkshire.yaml", *PUBLIC),
        *("--title", "For staff", "--summary", "What a review means for you"),
    ),
    "remove": ("leaflets/for-staff", "--reason", "It is out of date", *PUBLIC),
    "publications": PUBLIC,
    "mend": (*CASE, *PUBLIC),
    "site build": (*PUBLIC, "--out", "{home}/site"),
    "site update": (*PUBLIC, "--out", "{home}/site"),
    "register verify": ("{home}/cases/2007-03",),
    "register show": ("{home}/cases/2007-03",),
    "templates list": (),
    "templates text": ("bed-h",),
    "templates lint": ("bed-k", "{home}/bed-k.docx"),
    "templates new": ("bed-k", "--board", "{home}/boards/brockwater.yaml"),
    "templates preview": ("bed-k", "--out", "{home}/bed-k.docx"),
    "templates author": ("{home}/bed-k.txt", "{home}/bed-k.docx"),
    "demo": ("{home}/demo",),
}
"""The arguments of one real run of each command."""
BEFORE = {
    "sent": "make",
    "copies return": "copies issue",
    "remove": "place",
    "publications": "hold-back",
    "mend": "hold-back",
    "site build": "hold-back",
    "site update": "hold-back",
    "templates lint": "templates author",
}
"""What has to be run first."""
REFUSED = {"clear", "correct", "withdraw", "suspend", "lift"}
"""Those that rightly end with 2 here: nothing was cleared or published yet.

What they do when they succeed, and the site of it, is run by ``demo``.
"""


def _names(typer_app: typer.Typer, prefix: str = "") -> Iterator[str]:
    for command in typer_app.registered_commands:
        yield prefix + (command.name or (command.callback.__name__ if command.callback else ""))
    for group in typer_app.registered_groups:
        if group.typer_instance and group.name:
            yield from _names(group.typer_instance, f"{prefix}{group.name} ")


def test_every_command_has_a_run() -> None:
    """A new command without one fails here."""
    assert set(_names(app)) == set(RUNS)


@pytest.mark.parametrize("command", RUNS)
def test_a_command_asks_no_network(
    command: str, run: Callable[..., Any], home: Path, no_network: list[str]
) -> None:
    """It does its work, and nothing is asked; the guard itself fails the test otherwise."""
    (home / "bed-k.txt").write_text(run("templates", "text", "bed-k").out, "utf-8")
    (home / "leaflet.md").write_text("# Case reviews\n\nYou may be asked to talk.\n", "utf-8")
    profile = home / "boards" / "brockwater.yaml"
    profile.write_text(f"{profile.read_text('utf-8')}\ntemplate_folder: own\n", "utf-8")
    for each in [BEFORE[command], command] if command in BEFORE else [command]:
        arguments = [argument.format(home=home) for argument in RUNS[each]]
        outcome = run(*each.split(), *arguments)
    assert outcome.code in ((2,) if command in REFUSED else (0, 1)), outcome.err
    assert no_network == []


def test_the_guard_guards(no_network: list[str]) -> None:
    """The test above would notice."""
    import socket
    import urllib.request

    with pytest.raises(AssertionError, match="the network was asked"):
        socket.create_connection(("board.example", 443))
    with pytest.raises(AssertionError):
        urllib.request.urlopen("http://192.0.2.1/")
    with pytest.raises(AssertionError):
        socket.gethostbyname("board.example")
    assert len(no_network) == 3
    no_network.clear()
