"""Shared by the JSON API's writes on pages: each is one transaction that counts the request and checks the version."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from app.blocks.link_blocks import SOCIAL
from app.kernel.refusal import Busy, EditedElsewhere
from app.keys import api_authentication
from app.keys.api_authentication import key_owner
from app.media.models import NotYourPicture
from app.pages import listing
from app.pages.content import PICTURES, Content
from app.pages.json.block_input import map_line_fields, prefix_field
from app.pages.json.page_requests import PageChanges, apply_theme
from app.pages.models import Page, PageEditedElsewhere
from app.pages.picture_ownership import check_picture_ownership

T = TypeVar("T")
TRIES, UNNAMED_CHANGE = 3, ""  # a change without a name is a step of undo of its own
TEXTS, SETTINGS = ("name", "bio", "language"), ("share_title", "share_text", "share_picture", "indexed")


async def get_owned_page(id: UUID) -> Page:
    """The page with this id of the key's account.

    Raises: NotFound, also for a deleted page and for that of another account.
    """
    return await listing.get_owned_page(key_owner(), id)


async def write_page(id: UUID, version: int | None, work: Callable[[Page], Awaitable[T]]) -> T:
    """Calls `work` with a page in a transaction that counts the request; returns its result.

    With a `version` the page must have exactly that one. Without, `work` is repeated up to TRIES times when the page
    was changed in the meantime. Raises: NotFound, EditedElsewhere, Busy, those of `work`.
    """
    for _ in range(TRIES if version is None else 1):
        try:
            async with api_authentication.counted_request():
                return await work(await _lock_at_version(id, version))
        except EditedElsewhere:
            if version is not None:
                raise
    raise Busy


async def _lock_at_version(id: UUID, version: int | None) -> Page:
    """The page; with a `version` its row is locked at that one until the transaction ends.

    Raises: NotFound, EditedElsewhere.
    """
    if version is not None:
        row = Page.owned_by(key_owner()).filter(id=id, version=version)
        if not await row.update(version=version):
            await get_owned_page(id)
            raise PageEditedElsewhere
    return await get_owned_page(id)


async def save_draft(page: Page, content: Content, *, block: str = "") -> None:
    """Replaces the draft's content; writes nothing when it is unchanged.

    `block` is the id of the block that the request changes, if it changes one. Raises: those of `check_pictures` and
    Page.change.
    """
    await check_pictures(content, page.content, block=block)
    await page.change(content, UNNAMED_CHANGE)


async def check_pictures(content: Content, before: Content | None = None, *, block: str = "") -> None:
    """Checks that the pictures of the content belong to the account, apart from those of `before`.

    `block` is the id of the block that the request changes, if it changes one.
    Raises: NotYourPicture, with the field that the picture has in the request body.
    """
    try:
        await check_picture_ownership(key_owner(), content, before)
    except NotYourPicture as refusal:
        prefix = [f"blocks.{at}." for at, candidate in enumerate(content.blocks) if candidate.id == block]
        refusal.field = refusal.field.removeprefix("".join(prefix))
        if refusal.field in SETTINGS:
            refusal.field = f"settings.{refusal.field}"
        raise


def apply_page_changes(content: Content, body: PageChanges) -> Content:
    """The content with the fields that a request body sets. Raises: those of Content, Theme and the social icons."""
    sent = body.model_dump(include=body.model_fields_set - {"slug", "version", "blocks"})
    content = content.with_texts(**{name: sent[name] for name in TEXTS if name in sent})
    content = replace(content, **{name: sent[name] for name in PICTURES if name in sent})
    if "settings" in sent:
        content = _apply_settings(content, body.settings.model_dump(include=body.settings.model_fields_set))
    if "theme" in sent:
        sent_theme = body.theme.model_dump(include=body.theme.model_fields_set)
        content = replace(content, theme=apply_theme(sent_theme, content.theme))
    if "socials" in sent:
        with map_line_fields(SOCIAL, sent["socials"], "socials"):
            content = content.with_socials(sent["socials"])
    return content


def _apply_settings(content: Content, sent: Mapping[str, Any]) -> Content:
    """The content with the fields of `settings` that a request body sets. Raises: TooLong."""
    with prefix_field("settings"):
        content = content.with_texts(**{name: sent[name] for name in ("share_title", "share_text") if name in sent})
    return replace(content, **{name: sent[name] for name in ("indexed", "share_picture") if name in sent})
