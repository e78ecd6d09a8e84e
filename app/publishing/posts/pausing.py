"""Goes on with publishing after a pause."""

from __future__ import annotations

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import transaction
from app.publishing.posts.phases import CLAIMABLE
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.publication_jobs import enqueue_variants

MOST = 5_000  # variants that are enqueued at once; further ones are found by the sweep


async def resume_account(account: Account) -> None:
    """Ends the pause of an account, and has what became due meanwhile published now."""
    now = clock.now()
    async with transaction():
        if not await Account.filter(id=account.id, posts_paused_at__not_isnull=True).update(posts_paused_at=None):
            return
        due = PostVariant.owned_by(account).filter(phase__in=list(CLAIMABLE), due_at__lte=now).order_by("due_at")
        await enqueue_variants((variant.id, now) for variant in await due.limit(MOST).only("id"))
