"""What people write from right to left stands in an element of its own direction, on every page and in every mail."""

import re
from dataclasses import replace
from typing import cast
from urllib.parse import quote

import pytest
from quart import Quart

from app.accounts import emails
from app.accounts.models import Account, User
from app.audience.models import Subscriber
from app.batch.models import Batch
from app.batch.options import Options
from app.kernel import clock
from app.keys.models import ApiKey
from app.links.models import Link
from app.links.tag import Tag
from app.mail.models import OutgoingEmail
from app.pages.content import Content
from app.pages.models import Page
from app.qr.design import Design
from app.qr.look import Look
from app.qr.models import QrCode
from app.qr.saved_style import SavedStyle
from app.visits.visit import Kind
from tests import world
from tests.analytics.conftest import Visited, visited
from tests.client import Browser
from tests.databases import ON_ONE
from tests.documents import Document, Element
from tests.pages.gallery import rich

__all__ = ["visited"]
WORDS = "متجر!"  # Arabic for a shop; the sign at its end has no direction of its own
HOST, EMAIL = "متجر.example", "متجر@example.com"
URL = f"https://{HOST}/x"
QUOTED_WORDS = quote(WORDS)
ARABIC = re.compile("[\u0590-\u08ff]")
LATIN = re.compile("[A-Za-z]{2}")
EXACT = {"payload", "number", "zone", "amounts", "price", "mobile", "phone", "email"}  # no words
MUTE = {"script", "style", "title"}
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
TYPED = {"text", "search", "email", "url", ""}


class Directions:
    """`faults`: texts whose direction depends on what stands around them, and fields that type in one direction."""

    def __init__(self, page: str) -> None:
        document = Document(page)
        self.faults: list[str] = []
        self.seen = 0
        for element in document.elements:
            self._read(element)
        for text in document.texts:
            if ARABIC.search(text.words) and text.element and not any(text.element.nearest(tag) for tag in MUTE):
                self.seen += 1
                self._judge(text.words, text.element)

    def _read(self, element: Element) -> None:
        attributes = element.attributes
        typed = element.tag == "textarea" or (element.tag == "input" and attributes.get("type", "") in TYPED)
        if typed and not _of_its_own(element) and "readonly" not in attributes and attributes.get("tabindex") != "-1":
            self.faults.append(f"<{element.tag} name={attributes.get('name')}>")
        if "srcdoc" in attributes:
            self.faults += Directions(attributes["srcdoc"]).faults

    def _judge(self, words: str, element: Element) -> None:
        apart = element.nearest("textarea") or not LATIN.search(re.sub(r"\S*[@./]\S*", "", words))  # nothing of ours
        if not apart or not any(_of_its_own(outer) for outer in [element, *element.around][:4]):
            self.faults.append(words.strip()[:80])


def _of_its_own(element: Element) -> bool:
    """Whether an element has the direction of what is in it."""
    return element.tag == "bdi" or element.attributes.get("dir") == "auto"


def arabic(content: Content) -> Content:
    """The page with every word of its owner in Arabic."""
    blocks = []
    for block in content.blocks:
        words = {
            field.name: WORDS
            for field in block.block_kind.fields
            if field.input in {"text", "textarea"} and block.values.get(field.name) and field.name not in EXACT
        }
        items = tuple(
            {name: WORDS if name in {"question", "answer", "alt"} else value for name, value in line.items()}
            for line in block.items
        )
        blocks.append(replace(block, values=dict(block.values) | words, items=items))
    return replace(content, name=WORDS, bio=WORDS, share_title=WORDS, share_text=WORDS, blocks=tuple(blocks))


@pytest.fixture
async def arab(sari: Account, visited: Visited) -> Account:
    """Sari, all of whose words are Arabic: her name, links, tags, codes, styles, page, audience, keys and batch."""
    await Account.filter(id=sari.id).update(name=WORDS, plan_name="pro")
    await User.all().update(name=WORDS)
    sari = await Account.get(id=sari.id)
    link = await Link.shorten(sari, url=URL, slug="promo", title=WORDS)
    await link.edit(sari, description=WORDS, notes=WORDS, tags=[WORDS])
    code = await QrCode.create_for_link(sari, link, WORDS, Look(Design()))
    await QrCode.create_for_link(sari, link, WORDS + WORDS, Look(Design()))
    await SavedStyle.save_look(sari, WORDS, Look(Design()))
    await QrCode.create_static(sari, "text", {"text": WORDS}, WORDS, WORDS, Look(Design()))
    await ApiKey.issue(sari, WORDS)
    content = arabic(
        replace(
            rich(), avatar="", blocks=tuple(block for block in rich().blocks if not block.pictures - {block.thumbnail})
        )
    )
    page = await Page.make(sari, "matjar", content)
    await page.publish(sari)
    await Subscriber.create(
        account=sari,
        page=page,
        email=EMAIL,
        consent=WORDS,
        language="id",
        token_digest="x",
        created_at=clock.now(),
        confirmed_at=clock.now(),
    )
    await Batch.create_draft(sari, "link", f"url,slug,title\n{URL},,{WORDS}\nnot an address,,{WORDS}", Options())
    await visited(
        link,
        referrer=HOST,
        utm_source=WORDS,
        utm_campaign=WORDS,
        city=WORDS,
        browser="Firefox",
        placement=code.mark,
        kind=Kind.SCAN,
    )
    return sari


@pytest.fixture
async def browser(app: Quart, arab: Account) -> Browser:
    signed_in = cast(Browser, app.test_client())
    signed_in.sign_in(await world.begin_session(arab, "Firefox"))
    return signed_in


async def addresses(account: Account) -> list[str]:
    link, page = await Link.get(account=account, short_code="promo"), await Page.get(account=account)
    codes, key, batch = await QrCode.owned_by(account), await ApiKey.get(account=account), await Batch.get()
    analytics, tag = f"/dashboard/analytics/links/{link.id}", await Tag.get(account=account)
    here = f"/dashboard/pages/{page.id}"
    forms, tips = ([block.id for block in page.content.blocks if block.kind == kind] for kind in ("form", "tip"))
    return [
        "/dashboard/links/",
        f"/dashboard/links/?tag={QUOTED_WORDS}",
        f"/dashboard/links/?q={QUOTED_WORDS}%D8%A7",
        f"/dashboard/links/{link.id}/edit",
        "/dashboard/qr/",
        f"/dashboard/qr/?q={QUOTED_WORDS}%D8%A7",
        "/dashboard/qr/new",
        *(f"/dashboard/qr/{code.id}{tail}" for code in codes for tail in ("", "/edit")),
        "/dashboard/links/tags/",
        f"/dashboard/links/tags/?q={QUOTED_WORDS}",
        f"/dashboard/links/tags/{tag.id}/delete",
        "/dashboard/pages/",
        f"/dashboard/pages/?q={QUOTED_WORDS}%D8%A7",
        here,
        *(f"{here}?open={block.id}" for block in page.content.blocks),
        *(f"{here}/{part}" for part in ("settings", "appearance", "statistics", "preview")),
        "/dashboard/audience/",
        "/dashboard/analytics/",
        analytics,
        f"{analytics}?tab=utm_campaign&utm_source={QUOTED_WORDS}",
        "/dashboard/settings/",
        "/dashboard/settings/security",
        "/dashboard/settings/api-keys/",
        f"/dashboard/settings/api-keys/{key.id}/revoke",
        "/dashboard/batch/",
        f"/dashboard/batch/{batch.id}",
        f"/dashboard/batch/{batch.id}/edit",
        "/matjar",
        "/report?page=matjar",
        "/promo+",
        "/start",
        "/start/link",
        "/start/token",
        "/contact",
        *(f"/matjar/subscribe-{id}" for id in forms),
        *(f"/matjar/tip-{id}/25000" for id in tips),
    ]


@pytest.mark.slow
@ON_ONE
async def test_every_page_shows_the_words_of_people_in_their_own_direction(browser: Browser, arab: Account) -> None:
    faults, seen = [], 0
    for address in await addresses(arab):
        answer = await browser.get(address, follow_redirects=True)
        assert answer.status_code == 200, address
        read = Directions(await answer.get_data(as_text=True))
        faults += [f"{address}: {fault}" for fault in read.faults]
        seen += read.seen
    assert not faults, "\n".join(faults)
    assert seen > 150


def guessed(page: str) -> list[str]:
    """Fields that leave a phone guessing which keyboard to show and whether to fill in or to correct."""
    faults = []
    for element in Document(page).all("input", "textarea"):
        attributes = element.attributes
        kind = attributes.get("type", "text") if element.tag == "input" else element.tag
        if kind not in {*TYPED, "textarea", "password", "number", "tel"} or "readonly" in attributes:
            continue
        wanted = {"autocomplete"}
        if kind == "email" or attributes.get("inputmode") == "url":
            wanted |= {"inputmode", "autocapitalize", "spellcheck"}
        if kind == "number":
            wanted |= {"inputmode"}
        name = attributes.get("name", attributes.get("id", ""))
        if ("url" in name or name == "email") and "qr" not in name:
            wanted |= {"inputmode", "autocapitalize"}
        if name in {"slug", "aliases", "page"}:
            wanted |= {"autocapitalize", "spellcheck"}
        faults += [f"{element.tag} {name}: {missing}" for missing in sorted(wanted - attributes.keys())]
    return faults


@pytest.mark.slow
@ON_ONE
async def test_every_field_says_how_it_is_typed(browser: Browser, arab: Account, app: Quart) -> None:
    faults = []
    for address in [
        *await addresses(arab),
        "/",
        "/dashboard/qr/qris/",
        "/dashboard/pages/new",
        "/dashboard/pages/import",
        "/dashboard/outbox/",
        "/dashboard/qr/design?kind=wifi",
        "/dashboard/qr/design?kind=vcard",
    ]:
        answer = await browser.get(address, follow_redirects=True)
        assert answer.status_code == 200, address
        faults += [f"{address}: {fault}" for fault in guessed(await answer.get_data(as_text=True))]
    assert not faults, "\n".join(faults)


async def test_a_toast_a_flash_and_a_mail_keep_a_name_apart_too(browser: Browser, arab: Account) -> None:
    code, key = await QrCode.filter(account=arab, title=WORDS).first(), await ApiKey.get(account=arab)
    assert code
    gone = await browser.post(f"/dashboard/qr/{code.id}/delete", headers=HX)
    await browser.post(f"/dashboard/settings/api-keys/{key.id}/revoke")
    flashed = await browser.get("/dashboard/settings/api-keys/")
    await emails.send_welcome(await world.owner(arab))
    mail = (await OutgoingEmail.all().order_by("-created_at").first() or OutgoingEmail()).html
    for page in (await gone.get_data(as_text=True), await flashed.get_data(as_text=True), mail):
        read = Directions(page)
        assert f"<bdi>{WORDS}</bdi>" in page
        assert not read.faults
