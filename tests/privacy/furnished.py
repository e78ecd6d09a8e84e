"""The rich world with what exports care about: pictures in a page, a style and a code, aliases, colours, visits."""

from __future__ import annotations

from dataclasses import replace

from PIL import Image

from app.accounts.models import Account
from app.links.models import Link
from app.links.tag import Tag
from app.media.models import Media
from app.media.reencode import EncodedPicture
from app.names.models import Name
from app.names.slug import random_slug
from app.pages.models import Page
from app.payloads.registry import KINDS
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import QrCode
from app.qr.saved_style import SavedStyle
from tests import rich_world
from tests.media.pictures import saved

WIFI = {"network": "Warung", "security": "WPA", "password": "rahasia sekali"}


async def picture(account: Account, colour: str) -> Media:
    return await Media.store(
        account, EncodedPicture(saved(Image.new("RGB", (64, 64), colour), "PNG"), "image/png", 64, 64)
    )


async def build() -> Account:
    """Makes all of it; returns Sari."""
    sari = await rich_world.build()
    page = await Page.get(slug="warung")
    avatar, logo = await picture(sari, "teal"), await picture(sari, "orange")
    blocks = tuple(replace(block, id=random_slug(8)) for block in page.content.blocks)
    await page.change(replace(page.content, blocks=blocks, avatar=str(avatar.id)), "")
    await page.publish(sari)
    link = await Link.get(short_code="promo")
    await link.edit(sari, aliases=["promo-lama", "promo-baru"])
    await Tag.filter(account_id=sari.id, folded="shop").update(colour=3, description="Semua promo")
    await SavedStyle.save_look(sari, "Logo", Look(Design(logo=True), logo))
    await QrCode.create_for_link(sari, link, "Window", Look(Design(logo=True), logo))
    await QrCode.create_for_name(sari, await Name.get(folded="warung"), "Door", Look(Design()))
    content = KINDS["wifi"].encode(WIFI)
    await QrCode.create_static(sari, "wifi", KINDS["wifi"].read(WIFI), content, "Guests", Look(Design()))
    return await Account.get(id=sari.id)
