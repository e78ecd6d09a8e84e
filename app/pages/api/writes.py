"""What the writes of the JSON API have in common: one transaction each that counts a request, exact about versions."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar
from uuid import UUID

from app.blocks.link_blocks import SOCIAL
from app.kernel.refusal import Busy, EditedElsewhere
from app.keys import api_authentication
from app.keys.api_authentication import account
from app.pages import listing
from app.pages.content import PICTURES, Content
from app.pages.json.block_input import lines_named, within
from app.pages.json.page_requests import PageChanges, apply_theme
from app.pages.models import Page, PageEditedElsewhere
from app.pages.picture_ownership import NotYourPicture, owning

T = TypeVar("T")
TRIES, ALONE = 3, ""  # a change of no name is undone by itself
WORDS, SETTINGS = ("name", "bio", "language"), ("share_title", "share_text", "share_picture", "indexed")


async def own(id: UUID) -> Page:
    """The page of whose key it is. Refusals: NotFound, for a stranger's and a deleted one too."""
    return await listing.own(account(), id)


async def written(id: UUID, version: int | None, work: Callable[[Page], Awaitable[T]]) -> T:
    """Lets `work` change a page. With a version it must be at that one; without, `work` begins anew when somebody else
    was faster. Refusals: NotFound, EditedElsewhere, Busy, those of `work`.
    """
    for _ in range(TRIES if version is None else 1):
        try:
            async with api_authentication.counted():
                return await work(await _at(id, version))
        except EditedElsewhere:
            if version is not None:
                raise
    raise Busy


async def _at(id: UUID, version: int | None) -> Page:
    """The page, held at its version until the transaction ends."""
    if version is not None:
        held = Page.owned_by(account()).filter(id=id, version=version)
        if not await held.update(version=version):
            await own(id)
            raise PageEditedElsewhere
    return await own(id)


async def drafted(page: Page, content: Content, *, block: str = "") -> None:
    """Gives the draft other content; `block` is what the request is about. Refusals: those of `owned` and of change."""
    await owned(content, page.content, block=block)
    await page.change(content, ALONE)


async def owned(content: Content, before: Content | None = None, *, block: str = "") -> None:
    """Refusals: NotYourPicture, by the field that the API has for it."""
    try:
        await owning(account(), content, before)
    except NotYourPicture as refusal:
        inside = [f"blocks.{at}." for at, one in enumerate(content.blocks) if one.id == block]
        refusal.field = refusal.field.removeprefix("".join(inside))
        if refusal.field in SETTINGS:
            refusal.field = f"settings.{refusal.field}"
        raise


def changed(content: Content, given: PageChanges) -> Content:
    """The content with what was sent of it. Refusals: those of Content, Theme and the social icons, by field."""
    sent = given.model_dump(include=given.model_fields_set - {"slug", "version", "blocks"})
    content = content.told(**{name: sent[name] for name in WORDS if name in sent})
    content = replace(content, **{name: sent[name] for name in PICTURES if name in sent})
    if "settings" in sent:
        content = _set(content, given.settings.model_dump(include=given.settings.model_fields_set))
    if "theme" in sent:
        sent_theme = given.theme.model_dump(include=given.theme.model_fields_set)
        content = replace(content, theme=apply_theme(sent_theme, content.theme))
    if "socials" in sent:
        with lines_named(SOCIAL, sent["socials"], "socials"):
            content = content.reached_at(sent["socials"])
    return content


def _set(content: Content, sent: Mapping[str, Any]) -> Content:
    with within("settings"):
        content = content.told(**{name: sent[name] for name in ("share_title", "share_text") if name in sent})
    return replace(content, **{name: sent[name] for name in ("indexed", "share_picture") if name in sent})
