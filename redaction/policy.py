"""The naming policy that is used when no procedure says otherwise."""

from __future__ import annotations

from redaction.values import NamingPolicy, Role, Treatment

STRICT = NamingPolicy(
    id="public",
    title="public document, nobody named",
    citation="the strictest policy, used where no procedure is given",
    public=True,
    treatments=dict.fromkeys(Role, Treatment.PSEUDONYM),
)
"""Nobody may be named: for a public document when no procedure is known."""
