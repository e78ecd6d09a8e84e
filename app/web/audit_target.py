"""The name of what a request changes, for the audit log of the account (app/team/audit_log.py).

Views and the functions that load their objects set it: a link's short URL, a code's title.
"""

from __future__ import annotations

from typing import Any

from quart import g, has_request_context

from app.kernel.refusal import Refusal
from app.web import envelope


def set_audit_target(name: str) -> None:
    """Records what the current request changes; the last name counts. Outside of requests it does nothing.

    The name must be neither a secret nor the address of a subscriber.
    """
    if has_request_context():
        g.audit_target = name


def audit_target() -> str:
    """Returns the name of what the current request changes; empty where no view named it."""
    return str(g.get("audit_target", ""))


def refusal_toast(refusal: Refusal, kind: str = "bad") -> dict[str, Any]:
    """Returns the toast of an answer that refuses what was requested without the status of an error.

    The request has changed nothing then, and gets no entry in the audit log.
    """
    g.changed_nothing = True
    return {"text": envelope.refusal_message(refusal), "kind": kind}


def mark_unchanged() -> None:
    """Records that the current request changes nothing although its method could: a step of a form, for example."""
    g.changed_nothing = True


def changed_nothing() -> bool:
    """Whether the current request was refused, although the status of its answer does not say so."""
    return bool(g.get("changed_nothing", False))
