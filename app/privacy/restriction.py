"""Freezes an account: its links lead on and its pages are shown, but no visit is recorded, no post published and no
request sent to AI models (GDPR, Article 18).

The redirect path reads it with the link (app/links/resolution.py), and the fence of publishing in the statement that
passes it (app/publishing/delivery/claimed_variant.py), so that it holds from the commit on. Requests to models are
refused when they begin (app/gateway/metering/terms_of_key.py), and the content of those under way is not kept.
"""

from __future__ import annotations

from app.accounts.models import Account
from app.accounts.security_log import record_event
from app.accounts.user import User
from app.kernel import clock
from app.kernel.db import transaction


async def freeze(account: Account, user: User) -> None:
    """Freezes an account; does nothing if it is frozen. `user` is the owner who wishes it."""
    now = clock.now()
    async with transaction():
        if await Account.filter(id=account.id, frozen_at=None).update(frozen_at=now):
            await record_event(user.id, "workspace_frozen", account.name)
            account.frozen_at = now


async def unfreeze(account: Account, user: User) -> None:
    """Lets the visits of an account be recorded again."""
    async with transaction():
        if await Account.filter(id=account.id).exclude(frozen_at=None).update(frozen_at=None):
            await record_event(user.id, "workspace_unfrozen", account.name)
            account.frozen_at = None
