"""The picture of an account: one of its uploads, and the small file of it that every page of the dashboard shows."""

from __future__ import annotations

from app.accounts.models import Account
from app.media.models import Media
from app.media.picture_files import nearest
from app.media.references import used_where

SHOWN = 160  # pixels: twice what the largest place on a page is wide

used_where("SELECT 1 FROM accounts WHERE avatar_id = media.id")


async def wear(account: Account, id: str) -> None:
    """Takes a picture of the account's as its avatar; whatever else, or none, takes the avatar away."""
    media = (await Media.hold(account.id, [id])).get(id)
    account.avatar_id = media.id if media else None
    account.avatar_file = (nearest(media.variants, SHOWN) or media.file) if media else ""
    await account.save(update_fields=["avatar_id", "avatar_file"])


async def worn(account: Account) -> Media | None:
    """The picture itself."""
    return await Media.owned_by(account).get_or_none(id=account.avatar_id) if account.avatar_id else None
