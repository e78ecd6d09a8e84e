"""What fetchers of previews read of a link: a title, a text and a picture of the owner's own.

Chat programs and social networks fetch a shared link to draw a card of it. For a link with a preview they get a page
with these words; people are redirected as ever.
"""

from __future__ import annotations

from typing import NamedTuple

from app.links.models import Link
from app.media.models import Media


class LinkPreview(NamedTuple):
    """The words and the picture of a card; without a title of its own it shows the short URL."""

    title: str
    description: str
    picture: Media | None


async def load_preview(link: Link) -> LinkPreview:
    """Returns the preview of a link. Its title in the owner's list and its destination are no part of it."""
    picture = await Media.get_or_none(id=link.preview_picture_id) if link.preview_picture_id else None
    return LinkPreview(link.preview_title or link.display_url, link.preview_description, picture)
