"""What fetchers of previews read of a link: a title, a text and a picture of the owner's own.

Chat programs and social networks fetch a shared link to draw a card of it. For a link with a preview they get a page
with these words; people are redirected as ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from app.accounts.models import Account
from app.media.models import Media, NotYourPicture
from app.media.references import register_usage

if TYPE_CHECKING:
    from app.links.models import Link
    from app.links.validation import Changes

register_usage("SELECT 1 FROM links WHERE preview_picture_id = media.id")


class LinkPreview(NamedTuple):
    """The words and the picture of a card; without a title of its own it shows the short URL."""

    title: str
    description: str
    picture: Media | None


async def load_preview(link: Link) -> LinkPreview:
    """Returns the preview of a link. Its title in the owner's list and its destination are no part of it."""
    picture = await Media.get_or_none(id=link.preview_picture_id) if link.preview_picture_id else None
    return LinkPreview(link.preview_title or link.display_url, link.preview_description, picture)


async def protect_picture(account: Account, changes: Changes) -> None:
    """Keeps the picture that a link is about to show from the sweep. Raises: NotYourPicture."""
    if (id := changes.get("preview_picture_id")) and not await find_picture(account, str(id)):
        raise NotYourPicture(field="preview_picture_id")


async def find_picture(account: Account, id: str) -> Media | None:
    """Returns the account's picture with this id, kept from the sweep for a day; None for any other text."""
    return (await Media.protect_many(account.id, [id])).get(_uuid_text(id)) if id else None


def _uuid_text(id: str) -> str:
    """The id as `Media.protect_many` names it; a text that is no id stays as it is."""
    try:
        return str(UUID(id))
    except ValueError:
        return id
