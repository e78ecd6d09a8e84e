"""The picture of an account: one of its uploads, and the small file of it that every page of the dashboard shows."""

from __future__ import annotations

from app.accounts.models import Account
from app.media.models import Media
from app.media.picture_files import webp_at_least
from app.media.references import register_usage

AVATAR_WIDTH = 160  # pixels: twice the width of the largest avatar on a page

register_usage("SELECT 1 FROM accounts WHERE avatar_id = media.id")


async def set_avatar(account: Account, id: str) -> None:
    """Sets the account's picture with this id as its avatar; any other id, or an empty one, removes the avatar."""
    media = (await Media.protect_many(account.id, [id])).get(id)
    account.avatar_id = media.id if media else None
    account.avatar_file = (webp_at_least(media.variants, AVATAR_WIDTH) or media.file) if media else ""
    await account.save(update_fields=["avatar_id", "avatar_file"])


async def get_avatar(account: Account) -> Media | None:
    """The picture that is the account's avatar, or None."""
    return await Media.owned_by(account).get_or_none(id=account.avatar_id) if account.avatar_id else None
