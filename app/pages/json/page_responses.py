"""The pydantic models of responses about pages, blocks and pictures; their descriptions appear in the documentation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import Field

from app.kernel import clock
from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_
from app.media.models import Media
from app.pages.block import Block
from app.pages.json.block_input import block_response
from app.pages.json.block_schema import AnyBlock
from app.pages.json.page_requests import PageSettings, SocialLine, ThemeFields
from app.pages.models import Page

VERSION = N_("Increases with every change; send it with your next change, so that nobody's work is overwritten.")


class PageRow(ApiModel):
    """A page in a list, without its blocks and its look."""

    id: UUID = Field(description=N_("The id by which you read, change and delete the page."))
    slug: str = Field(description=N_("The page's name, behind the slash."))
    url: str = Field(description=N_("Its address."))
    name: str = Field(description=N_("The name at the top of the page."))
    bio: str = Field(description=N_("A sentence or two below the name."))
    language: str = Field(description=N_("The language of the page: id or en."))
    live: bool = Field(description=N_("Whether visitors can see it."))
    changed: bool = Field(description=N_("Whether the draft is newer than what visitors see."))
    published_at: datetime | None = Field(description=N_("When it last went live, or null."))
    views: int = Field(description=N_("How often people saw it."))
    last_viewed_at: datetime | None = Field(description=N_("When it was last seen, or null."))
    created_at: datetime = Field(description=N_("When it was made."))
    updated_at: datetime = Field(description=N_("When it was last changed."))
    version: int = Field(description=VERSION)

    @classmethod
    def of(cls, page: Page) -> dict[str, Any]:
        """The page as a dict for JSON; times are in UTC with a `Z`."""
        content = page.content
        return {
            "id": str(page.id),
            "slug": page.slug,
            "url": page.url,
            "name": content.name,
            "bio": content.bio,
            "language": content.language,
            "live": page.live,
            "changed": page.has_unpublished_changes,
            "published_at": _stamp(page.published_at),
            "views": page.views,
            "last_viewed_at": _stamp(page.last_viewed_at),
            "created_at": clock.format_rfc3339(page.created_at),
            "updated_at": clock.format_rfc3339(page.changed_at),
            "version": page.version,
        }


class PageData(PageRow):
    """A page with everything in its draft."""

    avatar: str = Field(description=N_("The id of a picture, or empty."))
    cover: str = Field(description=N_("The id of a picture, or empty."))
    theme: ThemeFields = Field(description=N_("How it looks."))
    settings: PageSettings = Field(description=N_("What search engines and shared links show of it."))
    socials: list[SocialLine] = Field(description=N_("Its social icons."))
    blocks: list[AnyBlock] = Field(description=N_("Its blocks, from the top."))

    @classmethod
    def with_content(cls, page: Page, clicks: Mapping[str, int]) -> dict[str, Any]:
        """The page as a dict for JSON; `clicks` are the clicks by block id (app.pages.statistics.clicks_by_block)."""
        content = page.content
        return cls.of(page) | {
            "avatar": content.avatar,
            "cover": content.cover,
            "theme": content.theme.as_dict(),
            "settings": {name: getattr(content, name) for name in PageSettings.model_fields},
            "socials": list(content.socials),
            "blocks": [block_response(block, clicks.get(block.id, 0)) for block in content.blocks],
        }


class PageList(ApiModel):
    """One part of the list of pages, with the cursor of the next."""

    pages: list[PageRow] = Field(
        description=N_("Newest first; each with the fields of a page, apart from its blocks and its look.")
    )
    next_cursor: str | None = Field(description=N_("Send it as “cursor” for the next page; null on the last."))


class BlockAnswer(ApiModel):
    """A block after a write, with the version of its page."""

    block: AnyBlock = Field(description=N_("The block as it is now."))
    version: int = Field(description=VERSION)

    @classmethod
    def of(cls, page: Page, block: Block, clicks: int) -> dict[str, Any]:
        """The block, its number of clicks and the version of its page as a dict for JSON."""
        return {"block": block_response(block, clicks), "version": page.version}


class DeletedPage(ApiModel):
    """The response to the deletion of a page."""

    id: UUID = Field(description=N_("The id of the page that was deleted."))
    deleted: bool = Field(description=N_("Always true."))
    version: int = Field(description=VERSION)


class DeletedBlock(ApiModel):
    """The response to the deletion of a block."""

    id: str = Field(description=N_("The id of the block that was deleted."))
    deleted: bool = Field(description=N_("Always true."))
    version: int = Field(description=VERSION)


class PictureData(ApiModel):
    """An uploaded picture."""

    id: UUID = Field(description=N_("The id to put into a page or a block."))
    media_type: str = Field(description=N_("The media type of the stored file."))
    width: int = Field(description=N_("Its width in pixels."))
    height: int = Field(description=N_("Its height in pixels."))
    size: int = Field(description=N_("Its size in bytes."))
    created_at: datetime = Field(description=N_("When it was made."))

    @classmethod
    def of(cls, media: Media) -> dict[str, Any]:
        """The picture as a dict for JSON; `created_at` is in UTC with a `Z`."""
        return {
            "id": str(media.id),
            "media_type": media.media_type,
            "width": media.width,
            "height": media.height,
            "size": media.size,
            "created_at": clock.format_rfc3339(media.created_at),
        }


def _stamp(when: datetime | None) -> str | None:
    return clock.format_rfc3339(when) if when else None
