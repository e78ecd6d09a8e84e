"""The name of what a request changes, for the audit log of the account (app/team/audit_log.py).

Views and the functions that load their objects name it here: a link by its short URL, a code by its title.
"""

from __future__ import annotations

from typing import Any

from quart import g, has_request_context

from app.kernel.refusal import Refusal
from app.web import envelope


def name_object(name: str) -> None:
    """Records what the current request acts on; the last name counts. It must be neither a secret nor an address of a
    subscriber. Outside of requests it does nothing.
    """
    if has_request_context():
        g.acted_on = name


def named_object() -> str:
    """Returns what the current request acted on, empty where no view named it."""
    return str(g.get("acted_on", ""))


def refusal_toast(refusal: Refusal, kind: str = "bad") -> dict[str, Any]:
    """Returns the toast of an answer that refuses what was requested without the status of an error.

    The request has changed nothing then, and gets no entry in the audit log.
    """
    g.changed_nothing = True
    return {"text": envelope.refusal_message(refusal), "kind": kind}


def changed_nothing() -> bool:
    """Whether the current request was refused, although the status of its answer does not say so."""
    return bool(g.get("changed_nothing", False))
