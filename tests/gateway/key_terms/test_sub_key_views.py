"""An owner makes sub-keys in the dashboard, changes, pauses and ends them."""

from __future__ import annotations

import re

from app.accounts.models import Account
from app.gateway.key_terms.sub_keys import NewSubKey, make_sub_key
from app.gateway.metering.balance import MICRO
from app.gateway.metering.limits_of_keys import AiBudget, AiKeyTerms
from app.keys.models import ApiKey
from app.team.audit_entry import AuditEntry
from tests.client import Browser
from tests.gateway.key_terms.test_views import PATH, ai_key, page_of


async def test_a_sub_key_is_made_and_shown_once(as_dewi: Browser, dewi: Account) -> None:
    parent = await ai_key(dewi)
    home = f"{parent.id}/sub-keys/"
    assert "No sub-keys yet" in await page_of(as_dewi, home)
    form = {"name": "ani", "customer": "Toko Ani", "budget": "50.000", "expires": "90"}
    page = await (await as_dewi.post(PATH + home, form=form)).get_data(as_text=True)
    [raw] = set(re.findall(r"kliqs_sk_live_[0-9A-Za-z]{38}", page))
    key = await ApiKey.authenticate(raw)
    assert (key.parent_id, key.name, key.lifetime_days) == (parent.id, "ani", 90)
    assert (await AiBudget.get()).most == 50_000 * MICRO
    listed = await page_of(as_dewi, home)
    assert raw not in listed and "Toko Ani" in listed and "Rp0 of Rp50,000 used" in listed
    assert "ani" not in (await page_of(as_dewi, "")).split("Your keys")[1].split("</section>")[0]
    assert [(entry.act, entry.thing) for entry in await AuditEntry.all()] == [("key_sub_keys.make", "ani")]


async def test_a_refused_sub_key_says_why_and_nothing_typed_is_lost(as_dewi: Browser, dewi: Account) -> None:
    parent = await ai_key(dewi)
    form = {"name": " ", "customer": "Toko Ani", "budget": "x", "expires": "5"}
    response = await as_dewi.post(f"{PATH}{parent.id}/sub-keys/", form=form)
    page = await response.get_data(as_text=True)
    assert response.status_code == 422
    for message in ("Give the key a name", "Type a budget in whole rupiah", "Choose 90 days"):
        assert message in page
    assert 'value="Toko Ani"' in page and await ApiKey.all().count() == 1


async def test_a_sub_key_has_rules_is_paused_and_ended(as_dewi: Browser, dewi: Account) -> None:
    parent = await ai_key(dewi)
    key, _ = await make_sub_key(parent, NewSubKey("ani"))
    home = f"{PATH}{parent.id}/sub-keys/"
    saved = await as_dewi.post(f"{PATH}{key.id}/models/", form={"which": "all", "requests": "9", "budget": "1000"})
    assert (saved.status_code, saved.headers["Location"]) == (303, home)
    assert (await AiKeyTerms.get(key_id=key.id)).parent_id == parent.id
    await as_dewi.post(f"{PATH}{key.id}/models/pause")
    assert "Paused" in await page_of(as_dewi, f"{parent.id}/sub-keys/")
    assert "End ani now?" in await page_of(as_dewi, f"{parent.id}/sub-keys/{key.id}/end")
    await as_dewi.post(f"{home}{key.id}/end")
    assert (await ApiKey.get(id=key.id)).revoked_at
    assert (await as_dewi.get(f"{PATH}{key.id}/models/")).status_code == 404


async def test_a_stranger_and_a_key_without_models_have_no_sub_keys(
    as_budi: Browser, as_dewi: Browser, dewi: Account
) -> None:
    parent, plain = await ai_key(dewi), await ai_key(dewi, "*")
    key, _ = await make_sub_key(parent, NewSubKey("ani"))
    for browser, id in ((as_budi, parent.id), (as_dewi, plain.id), (as_dewi, key.id)):
        assert (await browser.get(f"{PATH}{id}/sub-keys/")).status_code == 404
        assert (await browser.post(f"{PATH}{id}/sub-keys/", form={"name": "x"})).status_code == 404
        assert (await browser.get(f"{PATH}{id}/sub-keys/{key.id}/end")).status_code == 404
        assert (await browser.post(f"{PATH}{id}/sub-keys/{key.id}/end")).status_code == 404
    assert not (await ApiKey.get(id=key.id)).revoked_at
