"""An owner sets what a key may do with AI models, and pauses it."""

from __future__ import annotations

import re
from typing import Any

from app.accounts.models import Account
from app.gateway.key_terms import model_rules
from app.gateway.metering import pauses
from app.gateway.metering.balance import MICRO
from app.gateway.metering.limits_of_keys import AiBudget, AiKeyTerms
from app.keys.key_terms import KeyTerms
from app.keys.models import ApiKey
from app.team.audit_entry import AuditEntry
from tests.client import Browser
from tests.gateway.offering import offer_model

PATH = "/dashboard/settings/api-keys/"
NEW = {"name": "toko", "once": "x", "kind": "all", "expires": "90"}


async def ai_key(account: Account, scopes: str = "* ai") -> ApiKey:
    """A key that may use models."""
    return (await ApiKey.issue(account, "toko", terms=KeyTerms(scopes)))[0]


async def page_of(browser: Browser, path: str) -> str:
    response = await browser.get(PATH + path)
    assert response.status_code == 200, path
    return await response.get_data(as_text=True)


async def test_the_form_of_a_key_offers_models_once_one_is_on(as_dewi: Browser, dewi: Account) -> None:
    assert "May use AI models" not in await page_of(as_dewi, "new")
    await offer_model()
    page = await page_of(as_dewi, "new")
    assert "May use AI models" in page and not re.search(r'name="scope-ai"[^>]* checked', page)


async def test_a_key_with_everything_may_use_models_only_where_that_was_chosen_apart(
    as_dewi: Browser, dewi: Account
) -> None:
    await offer_model()
    await as_dewi.post(PATH, form=NEW)
    await as_dewi.post(PATH, form=NEW | {"once": "y", "scope-ai": "1", "budget": "250.000"})
    await as_dewi.post(PATH, form=NEW | {"once": "z", "kind": "some", "scope-ai": "1"})
    keys = await ApiKey.all().order_by("created_at")
    assert [key.scopes for key in keys] == ["*", "* ai", "ai"]
    assert [key.may_use_models for key in keys] == [False, True, True]
    [budget] = await AiBudget.all()
    assert (budget.key_id, budget.most) == (str(keys[1].id), 250_000 * MICRO)


async def test_a_wrong_budget_makes_no_key_and_nothing_typed_is_lost(as_dewi: Browser, dewi: Account) -> None:
    await offer_model()
    response = await as_dewi.post(PATH, form=NEW | {"scope-ai": "1", "budget": "much"})
    page = await response.get_data(as_text=True)
    assert response.status_code == 422 and "Type a budget in whole rupiah" in page
    assert 'value="much"' in page and re.search(r'name="scope-ai"[^>]* checked', page)
    assert await ApiKey.all().count() == await AiBudget.all().count() == 0


async def test_the_page_of_a_key_says_what_it_may_do_with_models(as_dewi: Browser, dewi: Account) -> None:
    key = await ai_key(dewi)
    await model_rules.save_budget(dewi, key.id, 250_000 * MICRO)
    page = await page_of(as_dewi, str(key.id))
    assert "Rp0 of Rp250,000 used" in page and "not kept" in page and "the usual ones" in page
    plain = await ai_key(dewi, "*")
    assert "Budget a month" not in await page_of(as_dewi, str(plain.id))


async def test_the_rules_of_a_key_are_saved_and_shown_again(as_dewi: Browser, dewi: Account) -> None:
    await offer_model("small-1")
    await offer_model("large-1")
    key = await ai_key(dewi)
    form = {"which": "some", "model-small-1": "1", "budget": "90000", "requests": "60", "tokens": "10.000"}
    response = await as_dewi.post(f"{PATH}{key.id}/models/", form=form | {"content_days": "7"})
    assert response.status_code == 303
    rules = await model_rules.read_rules(key.id)
    assert (rules.models, rules.limits, rules.content_days) == (("small-1",), (60, 10_000, None), 7)
    page = await page_of(as_dewi, f"{key.id}/models/")
    assert re.search(r'name="model-small-1"[^>]* checked', page)
    assert 'value="90000"' in page and re.search(r'value="7"[^>]* selected', page)
    assert "60 requests a minute · 10,000 tokens a minute" in await page_of(as_dewi, str(key.id))
    assert [(entry.act, entry.thing) for entry in await AuditEntry.all()] == [("key_models.save_rules", "toko")]

    await as_dewi.post(f"{PATH}{key.id}/models/", form={"which": "all"})
    assert await model_rules.read_rules(key.id) == model_rules.ModelRules()
    assert await AiBudget.all().count() == 0


async def test_all_faults_of_the_rules_are_told_at_once_and_nothing_is_saved(as_dewi: Browser, dewi: Account) -> None:
    await offer_model()
    key = await ai_key(dewi)
    form = {"which": "some", "budget": "x", "requests": "301", "tokens": "0", "streams": "-1", "content_days": "31"}
    response = await as_dewi.post(f"{PATH}{key.id}/models/", form=form)
    page = await response.get_data(as_text=True)
    assert response.status_code == 422
    for message in (
        "Choose at least one model",
        "Type a budget in whole rupiah",
        "from 1 to 300,",
        "from 1 to 1000000",
        "from 1 to 50",
        "at most 30 days",
    ):
        assert message in page, message
    assert 'value="301"' in page
    assert await AiKeyTerms.all().count() == await AuditEntry.all().count() == 0


async def test_one_model_has_a_budget_and_limits_of_its_own(as_dewi: Browser, dewi: Account) -> None:
    await offer_model("small-1")
    key = await ai_key(dewi)
    form = {"model": "small-1", "budget": "50000", "streams": "2"}
    assert (await as_dewi.post(f"{PATH}{key.id}/models/limits", form=form)).status_code == 303
    assert (await model_rules.read_rules(key.id)).of_models == {"small-1": (None, None, 2)}
    [budget] = await AiBudget.all()
    assert (budget.key_id, budget.model, budget.most) == (str(key.id), "small-1", 50_000 * MICRO)
    page = await page_of(as_dewi, str(key.id))
    assert "2 requests open at once" in page and "Rp0 of Rp50,000 used" in page
    page = await page_of(as_dewi, f"{key.id}/models/?model=small-1")
    assert 'value="50000"' in page and re.search(r'id="of-streams"[^>]* value="2"', page)

    await as_dewi.post(f"{PATH}{key.id}/models/limits", form={"model": "small-1"})
    assert (await model_rules.read_rules(key.id)).of_models == {} and await AiBudget.all().count() == 0
    assert (await as_dewi.post(f"{PATH}{key.id}/models/limits", form={"model": "none"})).status_code == 404


async def test_saving_the_rules_keeps_the_limits_of_single_models(as_dewi: Browser, dewi: Account) -> None:
    await offer_model("small-1")
    key = await ai_key(dewi)
    await as_dewi.post(f"{PATH}{key.id}/models/limits", form={"model": "small-1", "requests": "9"})
    await as_dewi.post(f"{PATH}{key.id}/models/", form={"which": "all", "requests": "60"})
    assert (await model_rules.read_rules(key.id)).of_models == {"small-1": (9, None, None)}


async def test_an_owner_pauses_a_key_and_lets_one_go_on_that_an_anomaly_paused(as_dewi: Browser, dewi: Account) -> None:
    key = await ai_key(dewi)
    await as_dewi.post(f"{PATH}{key.id}/models/pause")
    assert (await AiKeyTerms.get()).paused_why == pauses.BY_OWNER
    assert "Let it go on" in await page_of(as_dewi, str(key.id))
    await as_dewi.post(f"{PATH}{key.id}/models/pause")
    await as_dewi.post(f"{PATH}{key.id}/models/resume")
    assert (await AiKeyTerms.get()).paused_at is None

    await pauses.pause_key(dewi.id, key.id, pauses.ANOMALY)
    assert "far more than usual" in await page_of(as_dewi, str(key.id))
    await as_dewi.post(f"{PATH}{key.id}/models/resume")
    assert (await AiKeyTerms.get()).paused_at is None
    acts = sorted(entry.act for entry in await AuditEntry.all())
    assert acts == ["key_models.pause", "key_models.resume", "key_models.resume"]


async def test_a_key_without_models_a_revoked_one_and_a_strangers_have_no_such_page(
    as_budi: Browser, as_dewi: Browser, dewi: Account
) -> None:
    plain, over, key = await ai_key(dewi, "*"), await ai_key(dewi), await ai_key(dewi)
    await over.revoke()
    posted: dict[str, Any] = {"which": "all", "model": "small-1"}
    for browser, id in ((as_dewi, plain.id), (as_dewi, over.id), (as_budi, key.id)):
        assert (await browser.get(f"{PATH}{id}/models/")).status_code == 404
        for act in ("", "limits", "pause", "resume"):
            assert (await browser.post(f"{PATH}{id}/models/{act}", form=posted)).status_code == 404, act
    assert await AiKeyTerms.all().count() == 0


async def test_the_page_of_a_key_with_everything_and_models_shows_no_stored_scopes(
    as_dewi: Browser, dewi: Account
) -> None:
    await offer_model()
    key, _ = await ApiKey.issue(dewi, "shop", terms=KeyTerms("* ai"))
    page = await (await as_dewi.get(f"/dashboard/settings/api-keys/{key.id}")).get_data(as_text=True)
    assert "Everything" in page and "AI models" in page and "* ai" not in page
