"""The naming policies that are used when no procedure says otherwise."""

from __future__ import annotations

from dataclasses import replace

from redaction.values import NamingPolicy, Role, Treatment

STRICT = NamingPolicy(
    id="public",
    title="public document, nobody named",
    citation="the strictest policy, used where no procedure is given",
    public=True,
    treatments=dict.fromkeys(Role, Treatment.PSEUDONYM),
)
"""Nobody may be named: for a public document when no procedure is known."""

EVERYTHING = replace(
    STRICT,
    id="everything",
    title="for disclosure to strangers, every detail masked",
    citation="no procedure; ICO, How to disclose information safely, 2018",
    every_detail=True,
)
"""Nothing that tells anything of anyone may stay, exact days and amounts included."""

GENERAL = {policy.id: policy for policy in (STRICT, EVERYTHING)}
"""The policies that need no procedure, by id."""
