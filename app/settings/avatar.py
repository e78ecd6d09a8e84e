"""The picture of a user: an upload of an account of theirs, and the small file of it that the dashboard shows."""

from __future__ import annotations

from app.accounts.models import Account
from app.accounts.user import User
from app.media.models import Media
from app.media.picture_files import webp_at_least
from app.media.references import register_usage

AVATAR_WIDTH = 160  # pixels: twice the width of the largest avatar on a page

register_usage("SELECT 1 FROM users WHERE avatar_id = media.id")


async def set_avatar(user: User, account: Account, id: str) -> None:
    """Sets the account's picture with this id as the user's avatar; any other id, or an empty one, removes it."""
    media = (await Media.protect_many(account.id, [id])).get(id)
    user.avatar_id = media.id if media else None
    user.avatar_file = (webp_at_least(media.variants, AVATAR_WIDTH) or media.file) if media else ""
    await user.save(update_fields=["avatar_id", "avatar_file"])


async def get_avatar(user: User) -> Media | None:
    """The picture that is the user's avatar, or None."""
    return await Media.get_or_none(id=user.avatar_id) if user.avatar_id else None
