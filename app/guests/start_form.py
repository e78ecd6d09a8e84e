"""Creates and changes the page and the short links of a guest, who has no account, from the form of `/start`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.accounts import guest as guests
from app.accounts.change_gate import refuse_change
from app.accounts.models import Account
from app.blocks.link_blocks import LINK, URL, display_host
from app.kernel.db import transaction
from app.kernel.refusal import N_, Faults, Refusal
from app.kernel.throttle import Throttle
from app.links.models import Link
from app.media import upload_sandbox
from app.media.models import Media
from app.media.picture_shapes import Shape
from app.media.reencode import EncodedPicture, render_sizes
from app.names import slug as slugs
from app.names.models import Name
from app.pages.block import Block
from app.pages.content import Content
from app.pages.first_content import suggest_free_slug
from app.pages.models import Page
from app.pages.picture_ownership import check_picture_ownership
from app.pages.starters import STARTERS
from app.pages.theme.presets import PRESETS
from app.pages.theme.theme import Theme
from app.web.forms import Form

MOST_LINKS, FIRST_LINKS, PICTURE = 10, 3, "picture"
TITLE_KINDS = {"link", "whatsapp", "product"}  # a starter's blocks of these kinds give the proposed titles of links
shortenings = Throttle("short links without an account by address", 30, 60)
pictures = Throttle("pictures without an account by address", 20, 60)


class PageNameMissing(Refusal):
    """The form has no name for the page."""

    code, field, says = "NAME_MISSING", "name", N_("Write your name, or that of your shop.")


class PictureLost(Refusal):
    """The form is shown again, and an uploaded file cannot be put back into it."""

    code, field = "INVALID_PICTURE", PICTURE
    says = N_("Choose the picture again: your browser does not keep it.")


def page_form(page: Page) -> Form:
    """The form of `/start/edit`, filled with the draft of a page."""
    content = page.content
    values = {
        "name": content.name,
        "bio": content.bio,
        "theme": content.theme.preset,
        "slug": page.slug,
        "avatar": content.avatar,
        "version": str(page.version),
    }
    for at, block in enumerate(content.blocks):
        values |= {f"block-{at}": block.id, f"title-{at}": block.values["title"], f"url-{at}": block.values["url"]}
    return Form(values)


def apply_starter(form: Form, key: str, language: str) -> None:
    """Fills the empty bio and link titles of a form from the starter `key`, and selects its theme.

    Proposals of the previously chosen starter are replaced unless they were edited. An unknown key changes nothing.
    """
    if key not in STARTERS:
        return
    previous, previous_titles = form["starter"], _proposed_titles(form["starter"], language)
    free = []
    for at in range(MOST_LINKS):
        if not form[f"url-{at}"].strip() and form[f"title-{at}"].strip() in {"", *previous_titles}:
            form.values[f"title-{at}"] = ""
            free.append(at)
    for at, title in zip(free, _proposed_titles(key, language), strict=False):
        form.values[f"title-{at}"] = title
    previous_bio = STARTERS[previous].content(language).bio if previous in STARTERS else ""
    if form["bio"].strip() in {"", previous_bio}:
        form.values["bio"] = STARTERS[key].content(language).bio
    form.values |= {"starter": key, "theme": STARTERS[key].preset}


def _proposed_titles(key: str, language: str) -> list[str]:
    """The link titles that a starter proposes; empty for an unknown starter."""
    if key not in STARTERS:
        return []
    return [block.values["title"] for block in STARTERS[key].content(language).blocks if block.kind in TITLE_KINDS]


def content_from_form(form: Form, before: Content, faults: Faults) -> Content:
    """The content `before` changed by the form, as far as its values are valid.

    A link of `before` whose id the form still has keeps its block id, and so its click count.
    Adds to `faults`: PageNameMissing, TooLong, those of a LINK block with fields such as `url-2`.
    """
    content = before
    with faults.catching():
        content = content.with_texts(name=form["name"])
        if not content.name:
            raise PageNameMissing
    with faults.catching():
        content = content.with_texts(bio=form["bio"])
    theme = Theme(preset=form["theme"]) if form["theme"] in PRESETS else before.theme
    return replace(content, theme=theme, blocks=tuple(_link_blocks(form, before, faults)))


def _link_blocks(form: Form, before: Content, faults: Faults) -> Iterator[Block]:
    """A link block for each line of the form that is filled in and valid."""
    known = {block.id: block for block in before.blocks}
    proposed = _proposed_titles(form["starter"], before.language)
    for at in range(MOST_LINKS):
        title, url = form[f"title-{at}"].strip(), form[f"url-{at}"].strip()
        if not url and title in {"", *proposed}:
            continue  # an empty line, or a proposed title that nobody has used
        block = known.pop(form[f"block-{at}"], None) or Block.new(LINK.key)
        values = _read_line({"title": title or "…", "url": url, "note": block.values.get("note", "")}, at, faults)
        if values:
            yield replace(block, values=values | {"title": values["title"] if title else display_host(values["url"])})


def _read_line(line: dict[str, str], at: int, faults: Faults) -> dict[str, str]:
    """The validated values of a line, or an empty dict; each fault gets the field `<name>-<at>`."""
    values = {}
    for field in LINK.fields:
        with faults.catching():
            try:
                values[field.name] = field.read(line)
            except Refusal as refusal:
                refusal.field = f"{field.name}-{at}"
                raise
    return values if len(values) == len(LINK.fields) else {}


async def create_page(
    guest: Account | None, form: Form, language: str, address: str, *, raw: bytes = b""
) -> tuple[Page, str]:
    """Creates and publishes a page, and a guest to own it unless there is one.

    `address` is the visitor's IP address, used by the rate limits only; `raw` is an uploaded picture, or empty.
    Returns the page and the token of a new guest, empty for an existing one. When it raises, nothing was created.
    Raises: Faults with everything that is wrong in the form, those of Page.make and open_guest.
    """
    faults, slug = Faults.gather(), form["slug"].strip()
    content = content_from_form(form, Content(language=language), faults)
    with faults.catching():
        await _check_slug(slug)
    picture = await _reencode_avatar(raw, address, faults) if raw else None
    faults.raise_if_any()
    first_choice = slug or await suggest_free_slug(content.name)
    try:
        return await _create_published(guest, content, picture, first_choice, language, address)
    except slugs.SlugTaken:
        if slug:
            raise
        return await _create_published(guest, content, picture, slugs.random_slug(), language, address)


async def _check_slug(slug: str) -> None:
    """Checks a slug before the page is created; Page.make decides in its transaction.

    Raises: ReservedSlug, InvalidSlug, SlugTaken.
    """
    if slug and await Name.on_domain().filter(folded=slugs.fold_name(slugs.check_slug(slug))).exists():
        raise slugs.SlugTaken(slug)


async def _reencode_avatar(raw: bytes, address: str, faults: Faults) -> EncodedPicture | None:
    """The uploaded picture re-encoded as an avatar, or None when it is refused; the reason goes into `faults`.

    When the form has other faults the picture is checked but not re-encoded, because it must be chosen again anyway.
    """
    with faults.catching():
        upload_sandbox.check_upload(raw)
        if faults.refusals:
            raise PictureLost
        await pictures.attempt(address)
        return await render_sizes(raw, Shape.of("avatar"))
    return None


async def _create_published(
    guest: Account | None, content: Content, picture: EncodedPicture | None, slug: str, language: str, address: str
) -> tuple[Page, str]:
    """Creates the guest unless there is one, its picture and its published page, in one transaction."""
    async with transaction():
        owner, token = (guest, "") if guest else await guests.open_guest(language, address)
        if picture:
            content = content.with_texts(avatar=str((await Media.store(owner, picture)).id))
        page = await Page.make(owner, slug, content)
        await page.publish(owner)
    return page, token


async def update_page(guest: Account, page: Page, form: Form, address: str, *, raw: bytes = b"") -> None:
    """Changes a page by the form of `/start/edit` and publishes it.

    `raw` is an uploaded picture, or empty; a valid one is stored and put into the form even when the rest is refused.
    Raises: Faults with everything that is wrong in the form, EditedElsewhere, AccountSuspended.
    """
    refuse_change(guest)
    faults = Faults.gather()
    if raw:
        with faults.catching():
            await pictures.attempt(address)
            form.values["avatar"] = str((await Media.store(guest, await render_sizes(raw, Shape.of("avatar")))).id)
    elif form.has("without_picture"):
        form.values["avatar"] = ""
    content = content_from_form(form, page.content, faults).with_texts(avatar=form["avatar"])
    faults.raise_if_any()
    await check_picture_ownership(guest, content, page.content)
    if content != page.content:  # the same form may be sent twice, the second time with an outdated version
        await page.change(content, "start", seen=form.version)
        await page.publish(guest)


async def shorten_url(guest: Account | None, url: str, language: str, address: str) -> tuple[Link, str]:
    """Creates a short link, and a guest to own it unless there is one; returns the link and the token of a new guest.

    Raises: MissingValue, InvalidUrl, LinkLimitReached, TooManyAttempts.
    """
    await shortenings.attempt(address)
    url = URL.read({"url": url})
    async with transaction():
        owner, token = (guest, "") if guest else await guests.open_guest(language, address)
        return await Link.shorten(owner, url=url), token


async def guest_links(guest: Account) -> list[Link]:
    """The short links of a guest, newest first."""
    return await Link.owned_by(guest).order_by("-created_at", "-id")
