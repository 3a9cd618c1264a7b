"""The headers of ``_headers`` as rules for nginx and for Apache, so that there is one list."""

from __future__ import annotations

from collections.abc import Iterator


def nginx_headers(headers: str, root: str) -> list[str]:
    """The lines for the ``server`` block of a site whose address has the path ``root``.

    A ``location`` of the server's own that adds a header loses these: nginx inherits all or none.
    """
    lines = []
    for number, (below, name, value) in enumerate(_rules(headers)):
        if not below:
            lines.append(f'add_header {name} "{value}" always;')
            continue
        # A location would take the place of the server's own; an empty header is not sent.
        sent = f"$casereview_{number}"
        lines += [
            f'set {sent} "";',
            f'if ($uri ~ "^{root}{below}") {{ set {sent} "{value}"; }}',
            f"add_header {name} {sent} always;",
        ]
    return lines


def apache_headers(headers: str, root: str) -> list[str]:
    """The lines for the ``.htaccess`` of a site whose address has the path ``root``."""
    lines = ["# Needs the module headers (a2enmod headers).", "<IfModule mod_headers.c>"]
    for below, name, value in _rules(headers):
        rule = f'Header always set {name} "{value}"'
        inside = [f'<If "%{{REQUEST_URI}} =~ m#^{root}{below}#">', rule, "</If>"]
        lines += inside if below else [rule]
    return [*lines, "</IfModule>"]


def _rules(headers: str) -> Iterator[tuple[str, str, str]]:
    """Folder (empty: everywhere), name and value of each header."""
    below = ""
    for line in headers.splitlines():
        if not line.startswith(" "):
            below = line.removeprefix("/").removesuffix("*")
            continue
        name, value = line.strip().split(": ", 1)
        yield below, name, value
