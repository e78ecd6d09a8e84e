"""A page of Sari's with two email forms: one that takes addresses at once, one that asks them first."""

from dataclasses import dataclass

import pytest

from app.accounts.models import Account
from app.mail.models import OutgoingEmail
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page

CONSENT = "Satu email sebulan tentang koleksi baru."
GIVEN = {"title": "Kabar baru", "button": "", "consent": CONSENT, "thanks": "Terima kasih banyak", "confirm": ""}


@dataclass
class Forms:
    """The page, and the addresses of its forms."""

    page: Page
    open: str
    asking: str
    hidden: str


def form_block(**values: str) -> Block:
    return Block.new("form", GIVEN | values)


async def page_with(account: Account, slug: str, *blocks: Block) -> Page:
    page = await Page.make(account, slug, Content(name="Rumah Kawung", blocks=blocks))
    await page.publish(account)
    return page


@pytest.fixture
async def forms(sari: Account) -> Forms:
    blocks = [form_block(), form_block(confirm="on"), form_block()]
    hidden = Block.of(blocks[2].as_dict() | {"shown": False})
    page = await page_with(sari, "kawung", blocks[0], blocks[1], hidden)
    return Forms(page, *(f"/kawung/subscribe-{block.id}" for block in blocks))


async def letters() -> list[tuple[str, str]]:
    """Who is written to, and what."""
    return [(letter.recipient, letter.text) for letter in await OutgoingEmail.all().order_by("created_at")]
