"""The page of one key: what it may do, how much it does, and changing that."""

import re
from datetime import timedelta

from app.accounts.models import Account
from app.keys.key_terms import KeyTerms
from app.keys.models import ApiKey
from app.team.audit_entry import AuditEntry
from tests.client import Browser
from tests.conftest import Clock
from tests.keys.callers import key_with, request

PATH = "/dashboard/settings/api-keys/"


async def page_of(browser: Browser, key: ApiKey, path: str = "") -> str:
    response = await browser.get(f"{PATH}{key.id}{path}")
    assert response.status_code == 200
    return await response.get_data(as_text=True)


async def test_a_key_shows_its_rights_its_networks_and_its_days(
    as_dewi: Browser, visitor: Browser, dewi: Account, moved: Clock
) -> None:
    raw = await key_with(dewi, "links:read links:write statistics:read", "203.0.113.0/24", 90)
    for count in (3, 1):
        for _ in range(count):
            await request(visitor, raw, "GET", "/links")
        moved.on(timedelta(days=1))
    page = await page_of(as_dewi, await ApiKey.get())
    assert "Links: read, write" in page and "Statistics: read" in page and "203.0.113.0/24" in page
    assert "4 requests that counted" in page and "Most on a day: 3" in page
    rows = re.findall(r'<th scope="row">[^<]*</th><td class="num">(\d+)</td>', page)
    assert rows[:4] == ["0", "1", "3", "0"] and len(rows) == 30


async def test_what_a_key_may_do_is_changed_at_once_and_in_the_audit_log(
    as_dewi: Browser, visitor: Browser, dewi: Account
) -> None:
    raw = await key_with(dewi)
    key = await ApiKey.get()
    assert (await request(visitor, raw, "GET", "/me"))[0] == 200
    form = {"kind": "some", "scope-links:read": "1", "networks": "203.0.113.7 198.51.100.0/24"}
    assert (await as_dewi.post(f"{PATH}{key.id}/rights", form=form)).status_code == 303
    assert (await request(visitor, raw, "GET", "/me"))[1]["scope"] == "account:read"
    key = await ApiKey.get()
    assert (key.scopes, key.networks) == ("links:read", "198.51.100.0/24 203.0.113.7/32")
    page = await page_of(as_dewi, key, "/rights")
    assert re.search(r'name="scope-links:read"[^>]* checked', page)
    assert 'value="198.51.100.0/24, 203.0.113.7/32"' in page
    assert [(entry.act, entry.thing) for entry in await AuditEntry.all()] == [("key_rights.save_rights", "bot-wa")]


async def test_a_refused_change_keeps_what_was_typed_and_the_key_as_it_was(as_dewi: Browser, dewi: Account) -> None:
    key, _ = await ApiKey.issue(dewi, "bot-wa")
    response = await as_dewi.post(f"{PATH}{key.id}/rights", form={"kind": "some", "networks": "nowhere"})
    page = await response.get_data(as_text=True)
    assert response.status_code == 422
    assert "Choose at least one thing" in page and "nowhere is neither" in page
    assert (await ApiKey.get()).has_every_scope
    assert await AuditEntry.all().count() == 0


async def test_a_key_that_is_over_cannot_be_changed(as_dewi: Browser, dewi: Account, moved: Clock) -> None:
    revoked, _ = await ApiKey.issue(dewi, "revoked", terms=KeyTerms("links:read"))
    await revoked.revoke()
    expired, _ = await ApiKey.issue(dewi, "expired", terms=KeyTerms("links:read", days=90))
    moved.on(timedelta(days=90))
    await request(as_dewi, "x", "GET", "/me")
    for key in (revoked, expired):
        await as_dewi.post(f"{PATH}{key.id}/rights", form={"kind": "all"})
    assert {key.scopes for key in await ApiKey.all()} == {"links:read"}
