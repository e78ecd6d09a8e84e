"""Replaces a key by a new one; both are valid for 24 hours, or until the old one is revoked.

The new key takes the place of the old one among the keys that are counted, so that an account with all of its keys can
replace them. A key is replaced once, and not while the key before it is still valid: so no account has more than twice
as many valid keys as its limit.
"""

from __future__ import annotations

from uuid import UUID

from app.kernel import clock
from app.kernel.db import query_rows, transaction
from app.keys.key_terms import KeyTerms
from app.keys.model_terms import model_terms
from app.keys.models import OVERLAP, ApiKey
from app.keys.refusals import NotReplaceable, StillReplacing
from app.plans import quota

TAKE_OVER = """
    UPDATE api_keys SET replaced_at = $1
    WHERE id = $2 AND parent_id IS NULL AND revoked_at IS NULL AND replaced_at IS NULL
        AND (ends_at IS NULL OR ends_at > $1) AND (expires_at IS NULL OR expires_at > $1)
        AND NOT EXISTS (SELECT 1 FROM api_keys b
            WHERE b.replaced_by_id = $2 AND b.revoked_at IS NULL AND b.replaced_at > $3)
    RETURNING id"""


async def replace_key(old: ApiKey, made_by: UUID | None = None) -> tuple[ApiKey, str]:
    """Replaces a key by a new one with its name and terms; returns that and its raw text. `made_by` is a user's id.

    The new key has as many days as the old one had. Of several calls at once only one makes a key.
    Raises: NotReplaceable, StillReplacing.
    """
    now, account = clock.now(), await old.account
    async with transaction():
        await quota.lock_key_count(account.id)
        if not await query_rows(TAKE_OVER, [now, str(old.id), now - OVERLAP]):
            raise await _refusal(old)
        await old.refresh_from_db()  # its rights may have been narrowed since it was read
        terms = KeyTerms(old.scopes, old.networks, old.lifetime_days)
        new, raw = ApiKey.draft(account, old.name, once="", made_by=made_by, terms=terms)
        await new.save(force_create=True)
        await ApiKey.filter(id=old.id).update(replaced_by_id=new.id)
        await model_terms().take_over(old, new)
    await old.refresh_from_db()
    return new, raw


async def _refusal(old: ApiKey) -> NotReplaceable | StillReplacing:
    """Returns why a key cannot be replaced."""
    key = await ApiKey.get_or_none(id=old.id, revoked_at=None, replaced_at=None)
    return NotReplaceable() if key is None or key.ended or key.parent_id else StillReplacing()
