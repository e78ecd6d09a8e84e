"""A page, and short links, of somebody who has no account: what the form says, and making it in one go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.accounts import guest as guests
from app.accounts.models import Account
from app.blocks.destinations import LINK, URL, host
from app.kernel.db import transaction
from app.kernel.refusal import N_, Refusal
from app.kernel.throttle import Throttle
from app.links.models import Link
from app.names import slug as slugs
from app.pages.beginning import free_slug
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page
from app.pages.presets import PRESETS
from app.pages.theme import Theme
from app.web.forms import Form

MOST_LINKS, FIRST_LINKS = 10, 3
shortenings = Throttle("short links without an account by address", 30, 60)


class PageNameMissing(Refusal):
    code, field, says = "NAME_MISSING", "name", N_("Write your name, or that of your shop.")


def form_of(page: Page) -> Form:
    """The form, as the page is now."""
    content = page.content
    values = {"name": content.name, "bio": content.bio, "theme": content.theme.preset, "slug": page.slug,
              "version": str(page.version)}
    for at, block in enumerate(content.blocks):
        values |= {f"block-{at}": block.id, f"title-{at}": block.given["title"], f"url-{at}": block.given["url"]}
    return Form(values)


def content_of(form: Form, before: Content) -> Content:
    """What the form makes of a page; links that stay keep their clicks.

    Refusals: PageNameMissing, TooLong, those of a LINK, with fields such as `url-2`.
    """
    told = before.told(name=form["name"], bio=form["bio"])
    if not told.name:
        raise PageNameMissing
    theme = Theme(preset=form["theme"]) if form["theme"] in PRESETS else before.theme
    return replace(told, theme=theme, blocks=tuple(_blocks(form, before)))


def _blocks(form: Form, before: Content) -> Iterator[Block]:
    known = {block.id: block for block in before.blocks}
    for at in range(MOST_LINKS):
        title, url = form[f"title-{at}"].strip(), form[f"url-{at}"].strip()
        if not title and not url:
            continue
        block = known.pop(form[f"block-{at}"], None) or Block.new(LINK.key)
        try:
            read = LINK.read({"title": title or "…", "url": url, "note": block.given.get("note", "")})
        except Refusal as refusal:
            refusal.field = f"{refusal.field}-{at}"
            raise
        yield replace(block, given=read | {"title": title or host(read["url"])})


async def begin(guest: Account | None, form: Form, language: str, address: str) -> tuple[Page, str]:
    """Makes a page that is live at once, and for who is no guest yet the guest; returns the claim token of a new one.

    `address` is the visitor's, for the limit alone. Refusals: those of `content_of`, Page.open and open_guest; then
    nothing was made.
    """
    content, slug = content_of(form, Content(language=language)), form["slug"].strip()
    if slug:
        slugs.checked(slug)
    wished = slug or await free_slug(content.name)
    try:
        return await _made(guest, content, wished, language, address)
    except slugs.SlugTaken:
        if slug:
            raise
        return await _made(guest, content, slugs.draw(), language, address)


async def _made(guest: Account | None, content: Content, slug: str, language: str, address: str) -> tuple[Page, str]:
    async with transaction():
        owner, token = (guest, "") if guest else await guests.open_guest(language, address)
        page = await Page.open(owner, slug, content)
        await page.publish(owner)
    return page, token


async def change(guest: Account, page: Page, form: Form) -> None:
    """Changes a page and shows it at once. Refusals: those of `content_of`, EditedElsewhere."""
    content, seen = content_of(form, page.content), form["version"]
    if content.as_dict() != page.draft:
        await page.change(content, "start", seen=int(seen) if seen.isdecimal() and len(seen) < 10 else None)
        await page.publish(guest)


async def shorten(guest: Account | None, url: str, language: str, address: str) -> tuple[Link, str]:
    """A short link, as `begin` makes a page. Refusals: Missing, InvalidUrl, LinkLimitReached, TooManyAttempts."""
    await shortenings.attempt(address)
    url = URL.read({"url": url})
    async with transaction():
        owner, token = (guest, "") if guest else await guests.open_guest(language, address)
        return await Link.shorten(owner, url=url), token


async def links_of(guest: Account) -> list[Link]:
    """The short links of a guest, newest first."""
    return await Link.owned_by(guest).order_by("-created_at", "-id")
