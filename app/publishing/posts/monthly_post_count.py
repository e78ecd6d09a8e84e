"""Counts posts against the plan: each once, in the UTC month in which it is planned or published."""

from __future__ import annotations

from uuid import UUID

from app.accounts.models import Account
from app.kernel import clock
from app.plans import quota
from app.plans.post_quota import check_room_for_post
from app.publishing.posts.post import Post


async def posts_this_month(account: Account) -> int:
    """Returns how many posts of the account count in the present month, deleted ones included."""
    return await Post.filter(account_id=account.id, counted_month=clock.month_key()).count()


async def monthly_usage(account: Account) -> quota.QuotaUsage | None:
    """Returns how many posts of this month are used; None for a plan without a limit."""
    limit = quota.plan_of(account).posts
    return None if limit is None else quota.QuotaUsage(await posts_this_month(account), limit)


async def count_post(post: Post, account: Account) -> None:
    """Counts a post in the present month unless it was counted before; first in the transaction that plans it.

    Raises: PostLimitReached.
    """
    await quota.lock_for_more(account)  # also when the post was counted: whoever counted it meanwhile has committed
    current = await Post.get(id=post.id).only("id", "counted_month")
    if not current.counted_month:
        await check_room_for_post(account, lambda: posts_this_month(account))
        current.counted_month = clock.month_key()
        await Post.filter(id=post.id).update(counted_month=current.counted_month)
    post.counted_month = current.counted_month


async def uncount_post(id: UUID) -> None:
    """Gives the place of a post back in the month in which it was taken; for posts of which nothing was published."""
    await Post.filter(id=id, counted_month=clock.month_key()).update(counted_month="")
