"""Plans a post as a request of the API says."""

from __future__ import annotations

from datetime import datetime

from app.accounts.models import Account
from app.kernel.refusal import MissingField
from app.keys.api_authentication import key_maker
from app.publishing.planning import plan_by_time_choice
from app.publishing.posts.post import Post

TIME_CHOICES = {"at": plan_by_time_choice.AT, "now": plan_by_time_choice.NOW, "queue": plan_by_time_choice.SLOT}


async def plan_by_request(post: Post, account: Account, plan: str, *, at: datetime | None, zone: str) -> None:
    """Plans a saved post; `plan` is a key of WAYS. Raises: MissingField without a time, those of `plan_post`."""
    if plan == "at" and at is None:
        raise MissingField(field="planned_at", name="planned_at")
    await plan_by_time_choice.plan_post(post, account, key_maker(), when=TIME_CHOICES[plan], at=at, zone=zone)
