"""The dashboard and the API of subscribers: one's own only, found, deleted, brought back, carried away as a sheet."""

import csv
import io
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.audience.models import Subscriber
from app.audience.restore_deleted import sign_subscriber
from app.kernel import clock, secrets
from app.pages.models import Page
from tests import world
from tests.audience.conftest import CONSENT, Forms, form_block, page_with
from tests.client import Browser
from tests.conftest import Clock

HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
HOME = "/dashboard/audience/"


async def subscriber(page: Page, email: str, **more: Any) -> Subscriber:
    now = clock.now()
    values: dict[str, Any] = {"confirmed_at": now, "consent": CONSENT, "language": "id"} | more
    return await Subscriber.create(
        id=uuid4(),
        account_id=page.account_id,
        page_id=page.id,
        email=email,
        token_digest=secrets.sha256_hex(email + str(page.id)),
        created_at=now,
        **values,
    )


async def read(browser: Browser, path: str, **headers: str) -> str:
    response = await browser.get(path, headers=headers)
    assert response.status_code == 200
    return await response.get_data(as_text=True)


async def test_who_has_nobody_is_told_how_to_begin(as_sari: Browser) -> None:
    text = await read(as_sari, HOME)

    assert "/dashboard/pages/" in text and 'class="empty"' in text
    assert "audience-q" not in text


async def test_addresses_are_found_by_words_and_by_page(as_sari: Browser, forms: Forms, sari: Account) -> None:
    await Account.filter(id=sari.id).update(plan_name="pro")
    sari.plan_name = "pro"
    other = await page_with(sari, "toko-dua", form_block())
    await subscriber(forms.page, "rani@example.com")
    await subscriber(other, "wati@example.com", confirmed_at=None)

    everything = await read(as_sari, HOME)
    assert "rani@" in everything and "wati@" in everything and "Belum dikonfirmasi" in everything
    assert "wati@" not in await read(as_sari, f"{HOME}?q=RANI")
    only = await read(as_sari, f"{HOME}?page={other.id}", **HX)
    assert "rani@" not in only and "wati@" in only and "<html" not in only
    assert "rani@" in await read(as_sari, f"{HOME}?page=nonsense&cursor=nonsense")


@pytest.mark.parametrize("q", ["muller", "MÜLLER", "bücher", "xn--bcher-kva", "example müller"])
async def test_an_address_is_found_as_people_read_it(as_sari: Browser, forms: Forms, q: str) -> None:
    await subscriber(forms.page, "müller@xn--bcher-kva.example")
    await subscriber(forms.page, "wati@example.com")
    listed = await read(as_sari, f"{HOME}?{urlencode({'q': q})}")
    assert "müller@" in listed and "wati@" not in listed


async def test_the_list_has_pages(as_sari: Browser, forms: Forms, moved: Clock) -> None:
    for at in range(31):
        await subscriber(forms.page, f"r{at:02}@example.com")

    first = await read(as_sari, HOME)
    assert first.count('class="audience__row"') == 30
    more = first.partition('id="more"><a class="btn" href="')[2].partition('"')[0].replace("&amp;", "&")
    assert (await read(as_sari, more, **HX)).count('class="audience__row"') == 1


async def test_a_deleted_address_is_gone_at_once_and_can_be_brought_back(as_sari: Browser, forms: Forms) -> None:
    rani = await subscriber(forms.page, "rani@example.com")
    before = await Subscriber.filter(id=rani.id).values()

    response = await as_sari.post(f"{HOME}{rani.id}/delete", headers=HX)
    text = await response.get_data(as_text=True)
    assert await Subscriber.all().count() == 0
    seal = text.partition('name="seal" value="')[2].partition('"')[0]
    assert (await as_sari.post(f"{HOME}restore", form={"seal": seal}, headers=HX)).status_code == 200
    assert await Subscriber.filter(id=rani.id).values() == before


async def test_a_seal_is_of_one_account_and_cannot_be_made_up(
    as_sari: Browser, as_budi: Browser, forms: Forms, moved: Clock
) -> None:
    rani = await subscriber(forms.page, "rani@example.com")
    seal = sign_subscriber(rani)
    await rani.delete()

    assert (await as_budi.post(f"{HOME}restore", form={"seal": seal})).status_code == 404
    for wrong in ("", "x", "x.y", seal[:-1], "é" + seal):
        assert (await as_sari.post(f"{HOME}restore", form={"seal": wrong})).status_code == 404
    moved.on(timedelta(hours=1, seconds=1))
    assert (await as_sari.post(f"{HOME}restore", form={"seal": seal})).status_code == 404
    assert await Subscriber.all().count() == 0


async def test_strangers_find_nothing(as_budi: Browser, budi: Account, forms: Forms, visitor: Browser) -> None:
    rani = await subscriber(forms.page, "rani@example.com")
    key = {"Authorization": f"Bearer {await world.key_of(budi)}"}

    for path in (HOME, f"{HOME}?page={forms.page.id}", f"{HOME}?q=rani", f"{HOME}export.csv?page={forms.page.id}"):
        assert "rani@" not in await read(as_budi, path)
    assert (await as_budi.post(f"{HOME}{rani.id}/delete")).status_code == 404
    assert (await visitor.get(f"/api/v1/pages/{forms.page.id}/subscribers", headers=key)).status_code == 404
    assert (await visitor.delete(f"/api/v1/subscribers/{rani.id}", headers=key)).status_code == 404
    assert await Subscriber.all().count() == 1


async def test_the_sheet_starts_no_formulas(as_sari: Browser, forms: Forms) -> None:
    for at, email in enumerate(("=cmd@example.com", "+62@example.com", "-x@example.com", "rani@example.com")):
        await subscriber(forms.page, email, consent='=HYPERLINK("x")' if at == 0 else CONSENT)

    response = await as_sari.get(f"{HOME}export.csv")
    text = (await response.get_data(as_text=True)).removeprefix("\ufeff")
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == 5
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert {row[0] for row in rows[1:]} == {
        "'=cmd@example.com",
        "'+62@example.com",
        "'-x@example.com",
        "rani@example.com",
    }
    assert response.headers["Content-Disposition"].startswith("attachment")


async def test_the_sheet_holds_what_the_search_finds(as_sari: Browser, forms: Forms) -> None:
    for at in range(3):
        await subscriber(forms.page, f"r{at}@example.com")

    assert "r1@" not in await read(as_sari, f"{HOME}export.csv?q=r2")


async def test_the_api_lists_by_page_and_deletes(visitor: Browser, dewi: Account, moved: Clock) -> None:
    page = await page_with(dewi, "kawung", form_block())
    key = {"Authorization": f"Bearer {await world.key_of(dewi)}"}
    for at in range(3):
        await subscriber(page, f"r{at}@example.com")

    path, listed, cursor = f"/api/v1/pages/{page.id}/subscribers", [], ""
    while cursor is not None:
        data = (await (await visitor.get(f"{path}?limit=2&cursor={cursor}", headers=key)).get_json())["data"]
        listed += data["subscribers"]
        cursor = data["next_cursor"]
    assert sorted(entry["email"] for entry in listed) == ["r0@example.com", "r1@example.com", "r2@example.com"]
    assert listed[0]["status"] == "active" and listed[0]["page_id"] == str(page.id)
    assert "token" not in str(listed)

    for status in (200, 404):
        response = await visitor.delete(f"/api/v1/subscribers/{listed[0]['id']}", headers=key)
        assert response.status_code == status
    assert await Subscriber.all().count() == 2


@pytest.mark.parametrize("query", ["limit=0", "limit=x", "limit=101", "cursor=x"])
async def test_the_api_refuses_odd_parameters(visitor: Browser, dewi: Account, query: str) -> None:
    page = await page_with(dewi, "kawung", form_block())
    key = {"Authorization": f"Bearer {await world.key_of(dewi)}"}

    response = await visitor.get(f"/api/v1/pages/{page.id}/subscribers?{query}", headers=key)
    assert response.status_code == 400
    assert (await response.get_json())["error"] == "INVALID_REQUEST"


async def test_nobody_gets_in_without_signing_in_or_a_key(visitor: Browser, forms: Forms) -> None:
    for method, path in (
        ("GET", HOME),
        ("GET", f"{HOME}export.csv"),
        ("POST", f"{HOME}restore"),
        ("POST", f"{HOME}{uuid4()}/delete"),
    ):
        assert (await visitor.open(path, method=method)).status_code == 303
    for method, path in (
        ("GET", f"/api/v1/pages/{forms.page.id}/subscribers"),
        ("DELETE", f"/api/v1/subscribers/{uuid4()}"),
    ):
        assert (await visitor.open(path, method=method)).status_code == 401
