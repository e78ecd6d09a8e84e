"""The name of what a request changes, for the audit log of the account (app/team/audit_log.py).

Views and the functions that load their objects name it here: a link by its short URL, a code by its title.
"""

from __future__ import annotations

from quart import g, has_request_context


def name_object(name: str) -> None:
    """Records what the current request acts on; the last name counts. It must be neither a secret nor an address of a
    subscriber. Outside of requests it does nothing.
    """
    if has_request_context():
        g.acted_on = name


def named_object() -> str:
    """Returns what the current request acted on, empty where no view named it."""
    return str(g.get("acted_on", ""))
