"""No list of the dashboard ends in silence: it has pages, or says how many there are and where the others are."""

from __future__ import annotations

import html
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import uuid4

import pytest

from app.accounts.consent import Consent
from app.accounts.models import Account, Session
from app.accounts.trusted_browser import TrustedBrowser
from app.kernel import clock
from app.privacy import centre_views, request_handling
from app.publishing.connections import views as connection_views
from app.publishing.connections.connection import Connection
from app.settings import security_views
from app.sign_in.second_factor import settings_views
from app.web import first_rows
from tests import world
from tests.client import Browser
from tests.databases import ON_ONE
from tests.payments.checkout.buying import shown
from tests.sign_in.second_factor.phone import turn_on

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
SETTINGS = "/dashboard/settings"


async def devices(sari: Account) -> None:
    for device in ("Opera · BeOS", "Lynx · Amiga"):
        await Session.begin(await world.owner(sari), device)


async def browsers(sari: Account) -> None:
    for device in ("Opera · BeOS", "Lynx · Amiga"):
        await TrustedBrowser.trust((await world.owner(sari)).id, device)


async def consents(sari: Account) -> None:
    for version in ("2020-01-01", "2021-01-01"):
        await Consent.record((await world.owner(sari)).id, "terms", version)


async def requests(sari: Account) -> None:
    for text in ("Earlier words", "Later words"):
        await request_handling.submit_request("access", text, "", "203.0.113.1", await world.owner(sari))


async def disconnected(sari: Account) -> None:
    for number, name in enumerate(("Earlier shop", "Later shop")):
        ended = clock.now() - timedelta(hours=2 - number)
        await Connection.create(
            id=uuid4(), account_id=sari.id, network="mastodon", external_id=name, display_name=name, created_at=ended,
            tokens="", disconnected_at=ended,
        )  # fmt: skip


@dataclass(frozen=True)
class Part:
    """A part of a page that shows the first rows of a list: the page, the list, and the texts of two of its rows."""

    make: Callable[[Account], Awaitable[None]]
    module: object
    page: str
    list: str
    rows: Sequence[str]
    searched: bool = False


PARTS = (
    Part(devices, security_views, f"{SETTINGS}/security", "/sessions", ("BeOS", "Amiga"), searched=True),
    Part(browsers, settings_views, f"{SETTINGS}/security", "/browsers", ("BeOS", "Amiga")),
    Part(consents, centre_views, f"{SETTINGS}/privacy", "/consents", ("2020-01-01", "2021-01-01")),
    Part(requests, centre_views, f"{SETTINGS}/privacy", "/requests", ("Earlier words", "Later words")),
    Part(
        *(disconnected, connection_views, "/dashboard/publishing/accounts", "/disconnected"),
        ("Earlier shop", "Later shop"),
        searched=True,
    ),
)


@ON_ONE
async def test_a_part_of_a_page_says_how_many_there_are_and_links_to_a_list_with_pages(
    as_sari: Browser, sari: Account, monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    monkeypatch.setattr(first_rows, "MOST_ROWS", 1)
    await turn_on(sari)
    for part in PARTS:
        await part.make(sari)
    for part in PARTS:
        with subtests.test(part.list):
            monkeypatch.setattr(part.module, "PAGE_SIZE", 1)
            page = await shown(as_sari, f"{part.page}?lang=en")
            [url] = {html.unescape(each) for each in re.findall(r'href="([^"]+)"', page) if each.endswith(part.list)}
            assert re.search(r"1 of [2-9] are shown\.", page)
            left, address = set(part.rows), f"{url}?lang=en"
            for _page in range(6):
                part_of_list = await (await as_sari.get(address, headers=HX)).get_data(as_text=True)
                whole = await shown(as_sari, address)
                assert "<html" not in part_of_list and "<html" in whole
                rows = {row for row in left if row in part_of_list}
                assert len(rows) < 2 and all(row in whole for row in rows)
                left -= rows
                if not (more := re.findall(r'id="more"><a class="btn" href="([^"]+)"', whole)):
                    break
                address = html.unescape(more[0])
            assert not left
            assert (await as_sari.get(f"{url}?after={'9' * 400}&q=%00")).status_code == 200
            if part.searched:
                found = await shown(as_sari, f"{url}?lang=en&q={part.rows[0].split()[0]}")
                assert part.rows[0] in found and part.rows[1] not in found
                assert "Nothing matches" in await shown(as_sari, f"{url}?lang=en&q=nothing-like-it")


@ON_ONE
async def test_an_act_in_a_list_of_all_goes_back_to_it(as_sari: Browser, sari: Account) -> None:
    await devices(sari)
    await browsers(sari)
    session = await Session.get(device="Opera · BeOS")
    browser = await TrustedBrowser.get(device="Opera · BeOS")
    security = f"{SETTINGS}/security"
    for path, of_all in (
        (f"{security}/sessions/{session.id}/end", f"{security}/sessions"),
        (f"{security}/authenticator/browsers/{browser.id}/end", f"{security}/authenticator/browsers"),
    ):
        answer = await as_sari.post(path, form={"listed": "1"})
        assert answer.headers["Location"] == of_all
