"""A page, and short links, of somebody who has no account: what the form says, and making it in one go."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.accounts import guest as guests
from app.accounts.models import Account
from app.blocks.link_blocks import LINK, URL, host
from app.kernel.db import transaction
from app.kernel.refusal import N_, Faults, Refusal
from app.kernel.throttle import Throttle
from app.links.models import Link
from app.media import upload
from app.media.models import Media
from app.media.picture_shapes import Shape
from app.media.reencode import Picture, drawn
from app.names import slug as slugs
from app.names.models import Name
from app.pages.block import Block
from app.pages.content import Content
from app.pages.first_content import free_slug
from app.pages.models import Page
from app.pages.picture_ownership import owning
from app.pages.starters import STARTERS
from app.pages.theme.presets import PRESETS
from app.pages.theme.theme import Theme
from app.web.forms import Form

MOST_LINKS, FIRST_LINKS, PICTURE = 10, 3, "picture"
LEADING = {"link", "whatsapp", "product"}  # the kinds of blocks of which a starter proposes the title of a link
shortenings = Throttle("short links without an account by address", 30, 60)
pictures = Throttle("pictures without an account by address", 20, 60)


class PageNameMissing(Refusal):
    code, field, says = "NAME_MISSING", "name", N_("Write your name, or that of your shop.")


class ChoosePictureAgain(Refusal):
    code, field = "INVALID_PICTURE", PICTURE
    says = N_("Choose the picture again: your browser does not keep it.")


def form_of(page: Page) -> Form:
    """The form, as the page is now."""
    content = page.content
    values = {"name": content.name, "bio": content.bio, "theme": content.theme.preset, "slug": page.slug,
              "avatar": content.avatar, "version": str(page.version)}
    for at, block in enumerate(content.blocks):
        values |= {f"block-{at}": block.id, f"title-{at}": block.given["title"], f"url-{at}": block.given["url"]}
    return Form(values)


def propose(form: Form, key: str, language: str) -> None:
    """Fills what is still empty in a form from a starter: the bio, and titles of links; and takes its look.

    What an earlier starter proposed and nobody has changed makes room.
    """
    if key not in STARTERS:
        return
    before, titles = form["starter"], _titles(form["starter"], language)
    free = []
    for at in range(MOST_LINKS):
        if not form[f"url-{at}"].strip() and form[f"title-{at}"].strip() in {"", *titles}:
            form.values[f"title-{at}"] = ""
            free.append(at)
    for at, title in zip(free, _titles(key, language), strict=False):
        form.values[f"title-{at}"] = title
    if form["bio"].strip() in {"", before and STARTERS[before].content(language).bio if before in STARTERS else ""}:
        form.values["bio"] = STARTERS[key].content(language).bio
    form.values |= {"starter": key, "theme": STARTERS[key].preset}


def _titles(key: str, language: str) -> list[str]:
    """The titles of links that a starter proposes."""
    if key not in STARTERS:
        return []
    return [block.given["title"] for block in STARTERS[key].content(language).blocks if block.kind in LEADING]


def content_of(form: Form, before: Content, faults: Faults) -> Content:
    """What the form makes of a page, as far as it can be read; links that stay keep their clicks.

    Faults gathered: PageNameMissing, TooLong, those of a LINK, with fields such as `url-2`.
    """
    told = before
    with faults.catching():
        told = told.told(name=form["name"])
        if not told.name:
            raise PageNameMissing
    with faults.catching():
        told = told.told(bio=form["bio"])
    theme = Theme(preset=form["theme"]) if form["theme"] in PRESETS else before.theme
    return replace(told, theme=theme, blocks=tuple(_blocks(form, before, faults)))


def _blocks(form: Form, before: Content, faults: Faults) -> Iterator[Block]:
    known = {block.id: block for block in before.blocks}
    proposed = _titles(form["starter"], before.language)
    for at in range(MOST_LINKS):
        title, url = form[f"title-{at}"].strip(), form[f"url-{at}"].strip()
        if not url and title in {"", *proposed}:
            continue  # nobody has touched it
        block = known.pop(form[f"block-{at}"], None) or Block.new(LINK.key)
        read = _read({"title": title or "…", "url": url, "note": block.given.get("note", "")}, at, faults)
        if read:
            yield replace(block, given=read | {"title": read["title"] if title else host(read["url"])})


def _read(line: dict[str, str], at: int, faults: Faults) -> dict[str, str]:
    """What a line says, or nothing; each fault of it names its field and the line."""
    read = {}
    for field in LINK.fields:
        with faults.catching():
            try:
                read[field.name] = field.read(line)
            except Refusal as refusal:
                refusal.field = f"{field.name}-{at}"
                raise
    return read if len(read) == len(LINK.fields) else {}


async def begin(guest: Account | None, form: Form, language: str, address: str, *,
                raw: bytes = b"") -> tuple[Page, str]:
    """Makes a page that is live at once, and for who is no guest yet the guest; returns the save code of a new one.

    `address` is the visitor's, for the limits alone; `raw` is a picture as it was uploaded, or empty. Refusals, with
    nothing made: Faults with all that is wrong in the form, those of Page.open and open_guest.
    """
    faults, slug = Faults.gather(), form["slug"].strip()
    content = content_of(form, Content(language=language), faults)
    with faults.catching():
        await _check_slug(slug)
    picture = await _draw(raw, address, faults) if raw else None
    faults.raise_if_any()
    wished = slug or await free_slug(content.name)
    try:
        return await _made(guest, content, picture, wished, language, address)
    except slugs.SlugTaken:
        if slug:
            raise
        return await _made(guest, content, picture, slugs.draw(), language, address)


async def _check_slug(slug: str) -> None:
    """Refusals: ReservedSlug, InvalidSlug, SlugTaken; the last word has Page.open."""
    if slug and await Name.filter(folded=slugs.fold(slugs.checked(slug))).exists():
        raise slugs.SlugTaken(slug)


async def _draw(raw: bytes, address: str, faults: Faults) -> Picture | None:
    """The picture drawn anew; where something else is wrong it is only looked at, and must be chosen again."""
    with faults.catching():
        upload.checked(raw)
        if faults.refusals:
            raise ChoosePictureAgain
        await pictures.attempt(address)
        return await drawn(raw, Shape.of("avatar"))
    return None


async def _made(guest: Account | None, content: Content, picture: Picture | None, slug: str, language: str,
                address: str) -> tuple[Page, str]:
    async with transaction():
        owner, token = (guest, "") if guest else await guests.open_guest(language, address)
        if picture:
            content = content.told(avatar=str((await Media.keep(owner, picture)).id))
        page = await Page.open(owner, slug, content)
        await page.publish(owner)
    return page, token


async def change(guest: Account, page: Page, form: Form, address: str, *, raw: bytes = b"") -> None:
    """Changes a page and shows it at once; a picture that can be read is kept even where the rest is refused.

    Refusals: Faults with all that is wrong in the form, EditedElsewhere.
    """
    faults = Faults.gather()
    if raw:
        with faults.catching():
            await pictures.attempt(address)
            form.values["avatar"] = str((await Media.keep(guest, await drawn(raw, Shape.of("avatar")))).id)
    elif form.given("without_picture"):
        form.values["avatar"] = ""
    content = content_of(form, page.content, faults).told(avatar=form["avatar"])
    faults.raise_if_any()
    await owning(guest, content, page.content)
    if content != page.content:  # the same form may be sent twice, the second time from a version that is past
        await page.change(content, "start", seen=form.version)
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
