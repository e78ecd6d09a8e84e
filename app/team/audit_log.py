"""The audit log of an account: who did what to which thing, for a year, shown to its owners.

The entries are written here after each successful request that changes something of an account, by a member in the
dashboard or by an API key. Their sentences are in audit_sentences.py. Reads are not logged. An entry holds no secret
and no address of a subscriber: a thing is named by the view that changes it (app/web/audit_target.py).
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import structlog
from quart import Quart, Response, g, has_request_context, request
from tortoise.exceptions import BaseORMException

from app.accounts.models import Membership
from app.accounts.user import User
from app.kernel import clock
from app.kernel.transient_errors import is_unavailable
from app.keys.models import ApiKey
from app.operators.operator_log import acting_operator, name_of
from app.team.audit_entry import LONGEST_THING, AuditEntry
from app.team.audit_sentences import NOT_LOGGED, acts_with_sentences, find_sentence
from app.web.audit_target import audit_target, changed_nothing
from app.web.csrf import SAFE_METHODS

REPEATED_WITHIN = timedelta(minutes=10)  # an autosaved form is one entry, not one for each pause in typing
log = structlog.get_logger()


def install(app: Quart) -> None:
    """Records what requests change, after they have done so."""

    @app.after_request
    async def record(response: Response) -> Response:
        """Writes the entry of a successful request that changes something; a failure of this is only reported."""
        acts = request.method not in SAFE_METHODS and ("key" in g or "membership" in g)
        if acts and response.status_code < 400 and "audited" not in g and not changed_nothing():
            try:
                await _record_request()
            except (BaseORMException, OSError) as error:  # the change is made and must be answered
                log.warning("audit_entry_not_written", problem=str(error)[:200], unavailable=is_unavailable(error))
        return response


async def record_act(account_id: UUID, user: User, act: str, thing: str = "") -> None:
    """Records an act of a user; `thing` is what it was done to.

    Views call it for acts whose sentence depends on more than their endpoint, in the transaction of the change. The
    request gets no other entry then.
    """
    if has_request_context():
        g.audited = True
    await _write(account_id, act, thing, person=user.name or user.email, user_id=user.id)


async def record_act_of_operator(account_id: UUID, act: str, thing: str) -> None:
    """Records what the operator does to an account, in the transaction of that; its owners see it.

    In the console it has the name of who did it; by a command or a job, no name.
    """
    user = acting_operator()
    await _write(account_id, act, thing, person=name_of(user), user_id=user.id if user else None)


async def record_act_of_key(key: ApiKey, act: str, thing: str) -> None:
    """Records what a program does by an API of its own, which this log does not follow, in the same transaction."""
    await _write(key.account_id, act, thing, person=key.name, by_key=True)


async def _record_request() -> None:
    """Writes the entry of the current request, if it changed something of an account."""
    act, thing = _act_of_request(), audit_target()
    sentence = find_sentence(act)
    if act in NOT_LOGGED or (sentence.names_thing and not thing):
        return
    key: ApiKey | None = g.get("key")
    membership: Membership | None = g.get("membership")
    if key is not None:
        await _write(key.account_id, act, thing, person=key.name, by_key=True, merged=sentence.merged)
    elif membership is not None:
        user: User = g.session.user
        name = user.name or user.email
        await _write(membership.account_id, act, thing, person=name, user_id=user.id, merged=sentence.merged)


def _act_of_request() -> str:
    """The endpoint of the request, followed by the action where one endpoint does several."""
    endpoint, action = request.endpoint or "", (request.view_args or {}).get("action", "")
    return f"{endpoint}.{action}" if action else endpoint


async def _write(
    account_id: UUID,
    act: str,
    thing: str,
    *,
    person: str,
    user_id: UUID | None = None,
    by_key: bool = False,
    merged: bool = False,
) -> None:
    now, thing = clock.now(), thing[:LONGEST_THING]
    author: dict[str, Any] = {"account_id": account_id, "user_id": user_id, "by_key": by_key, "person": person[:80]}
    if (
        merged
        and await AuditEntry.filter(**author, act=act, thing=thing, created_at__gt=now - REPEATED_WITHIN).exists()
    ):
        return
    await AuditEntry.create(**author, act=act, thing=thing, created_at=now)


async def forget_user(user: User) -> None:
    """Takes the name and address of a user who is deleted out of every account's entries; what was done remains."""
    await AuditEntry.filter(user_id=user.id).update(person="", user_id=None)
    about_members = [act for act, sentence in acts_with_sentences() if sentence.kind == "team" and sentence.names_thing]
    await AuditEntry.filter(act__in=about_members, thing__in=[user.name, user.email]).update(thing="")
