"""The register's table, and the triggers that let nothing be done to it but add the next entry."""

from __future__ import annotations

from sqlalchemy import Column, Connection, Integer, MetaData, String, Table

ENTRIES = Table(
    "entries",
    MetaData(),
    Column("number", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("details", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", String, nullable=False),
    Column("previous", String, nullable=False),
    Column("hash", String, nullable=False),
    sqlite_autoincrement=True,
)
"""``details`` is JSON, ``at`` ISO 8601. SQLite keeps the highest number ever given aside."""


def _refusal(name: str, when: str, condition: str = "") -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {when} ON entries {condition}"
        "BEGIN SELECT RAISE(ABORT, 'entries can only be added'); END"
    )


# INSERT OR REPLACE deletes without a delete trigger, hence the third.
PROTECTION = {
    "no_update": _refusal("no_update", "UPDATE"),
    "no_delete": _refusal("no_delete", "DELETE"),
    "only_next": _refusal(
        "only_next",
        "INSERT",
        "WHEN NEW.number IS NOT (SELECT COALESCE(MAX(number), 0) + 1 FROM entries) ",
    ),
}
"""The triggers by name, word for word as SQLite keeps them."""


def add_only(connection: Connection) -> None:
    """Make the table with its triggers, inside the transaction that ``connection`` is in."""
    ENTRIES.create(connection)
    for statement in PROTECTION.values():
        connection.exec_driver_sql(statement)
