"""What all tests share: repeatable property tests without a stopwatch, a guard of the network."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None)
settings.load_profile(os.environ.get("CASEREVIEW_PROPERTIES", "repeatable"))

_METHODS = ("connect", "connect_ex", "sendto", "sendmsg")
_FUNCTIONS = (
    "create_connection", "create_server", "getaddrinfo", "gethostbyaddr", "gethostbyname",
    "gethostbyname_ex", "getnameinfo",
)  # fmt: skip


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Any use of the network is an error, and fails the test even where someone caught it."""
    asked: list[str] = []

    def refuse(*arguments: object, **_: object) -> None:
        asked.append(repr(arguments))
        raise AssertionError("the network was asked")

    for name in _METHODS:
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in _FUNCTIONS:
        monkeypatch.setattr(socket, name, refuse)
    yield asked
    assert asked == []
