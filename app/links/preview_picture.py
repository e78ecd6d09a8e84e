"""The picture in the preview of a link: whose it may be, and that the sweep keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.accounts.models import Account
from app.kernel.uuid_parser import parse_uuid
from app.media.models import Media, NotYourPicture
from app.media.references import register_usage

register_usage("SELECT 1 FROM links WHERE preview_picture_id = media.id")


async def protect_picture(account: Account, changes: Mapping[str, Any]) -> None:
    """Keeps the picture that a link is about to show from the sweep. Raises: NotYourPicture."""
    if (id := changes.get("preview_picture_id")) and not await find_picture(account, str(id)):
        raise NotYourPicture(field="preview_picture_id")


async def find_picture(account: Account, id: str) -> Media | None:
    """Returns the account's picture with this id, kept from the sweep for a day; None for any other text."""
    uuid = parse_uuid(id)
    return (await Media.protect_many(account.id, [id])).get(str(uuid)) if uuid else None
