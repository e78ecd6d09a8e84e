"""The operator's pages of AI models: the verbs of `kliqs gateway`, with every fault said and no credential shown."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.console import gateway_lists, gateway_notice_views
from app.gateway.catalogue.ai_model import AiModel, AiPrice
from app.gateway.catalogue.credentials import credential_purpose, unseal_credential
from app.gateway.catalogue.offered import offered
from app.gateway.catalogue.upstream import Route, Upstream
from app.gateway.metering.ai_request import AiRequest
from app.gateway.metering.balance import MICRO, AiBalance
from app.gateway.notices.notice import AiNotice
from app.kernel import clock
from app.operators.operator_log import OperatorAct
from tests.client import Browser
from tests.gateway.offering import CREDENTIAL, offer_model, offer_upstream
from tests.gateway.screens.usage_rows import request_of
from tests.operators_at_work import HOME
from tests.payments.checkout.buying import shown

MODELS, PROVIDERS, PRICES = f"{HOME}/models", f"{HOME}/providers", f"{HOME}/model-prices"
NOTICES = f"{HOME}/model-notices"
HX = {"HX-Request": "true", "HX-Request-Type": "partial"}
NOTICE = {"kind": "service", "title_id": "Kuota", "title_en": "Quota", "text_id": "Naik.", "text_en": "It rises."}


async def refused(operator: Browser, path: str, form: dict[str, str]) -> str:
    """The page with which a form is refused."""
    answer = await operator.post(f"{path}?lang=en", form=form)
    assert answer.status_code in {400, 409, 422}, answer.status_code
    return str(await answer.get_data(as_text=True))


async def test_models_are_searched_paged_and_empty_in_words(operator: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "No models yet" in await shown(operator, f"{MODELS}?lang=en")
    monkeypatch.setattr(gateway_lists, "PAGE_SIZE", 1)
    upstream = await offer_upstream("one")
    for id in ("a/first-1", "b-second"):
        await offer_model(id, upstream)
    page = await shown(operator, f"{MODELS}?lang=en")
    assert "a/first-1" in page and "b-second" not in page and "after=a%2Ffirst-1" in page
    rest = await (await operator.get(f"{MODELS}?after=a/first-1", headers=HX)).get_data(as_text=True)
    assert "b-second" in rest and "<html" not in rest and "after=" not in rest
    assert "b-second" in await shown(operator, f"{MODELS}?q=SECOND&state=on")
    assert "Nothing matches" in await shown(operator, f"{MODELS}?state=off&lang=en")
    for path in (MODELS, PROVIDERS):
        assert (await operator.get(f"{path}?after={'z' * 100}")).status_code == 200
    assert (await operator.get(f"{MODELS}/nothing")).status_code == 404


NEW = {
    "model": "gpt-4.1-mini", "upstream": "openai", "upstream_model": "", "kind": "chat", "margin": "12,5",
    "context": "", "max_output": "32768", "price": "", "ability_tools": "1", "label": "", "maker": "",
    "policy_url": "", "sizes": "", "seconds": "",
}  # fmt: skip


async def test_a_model_is_added_as_by_command_with_what_the_list_knows_of_it(operator: Browser) -> None:
    path = f"{HOME}/new-model"
    assert "A model needs a provider" in await shown(operator, f"{path}?lang=en")
    await offer_upstream("openai", base_url="https://api.openai.com/v1")
    assert 'value="openai"' in await shown(operator, f"{path}?provider=openai")
    answer = await operator.post(path, form=NEW)
    assert answer.status_code == 303 and answer.headers["Location"].endswith("/models/gpt-4.1-mini")
    model, price, route = await AiModel.get(), await AiPrice.get(), await Route.get()
    assert (model.margin, model.max_output, model.abilities, model.enabled_at) == (1_250, 32_768, ["tools"], None)
    assert model.context > 500_000 and model.maker == "OpenAI" and price.prices["input"] == 400
    assert route.upstream_model == "gpt-4.1-mini"
    assert "There is a model of this name" in await refused(operator, path, NEW)
    page = await shown(operator, f"{MODELS}/gpt-4.1-mini?lang=en")
    assert "tools" in page and "32,768 tokens" in page and "openai.com/policies" in page


async def test_a_refused_model_keeps_what_was_typed_with_every_fault_at_its_field(operator: Browser) -> None:
    await offer_upstream("openai")
    wrong = {
        "model": "two words", "upstream": "nobody", "upstream_model": "a b", "kind": "song", "margin": "much",
        "price": "input=free", "label": "x" * 81, "maker": "x" * 61, "policy_url": "javascript:1",
        "sizes": "large", "seconds": "0",
    }  # fmt: skip
    page = await refused(operator, f"{HOME}/new-model", wrong)
    assert page.count('class="field__error"') == len(wrong)
    assert all(f'value="{typed}"' in page for name, typed in wrong.items() if name not in {"upstream", "kind"})
    page = await refused(operator, f"{HOME}/new-model", NEW | {"context": "x", "max_output": ""})
    assert "how many tokens the model takes" in page and "writes at most" in page
    assert not await AiModel.exists()


async def test_where_a_provider_runs_and_whether_it_takes_own_credentials_is_changed(operator: Browser) -> None:
    await offer_upstream("openai", region="Singapura", own_keys=True)
    path = f"{PROVIDERS}/openai/actions/change"
    page = await refused(operator, path, {"region": "x" * 61})
    assert "field__error" in page and f'value="{"x" * 61}"' in page
    assert (await operator.post(path, form={"region": "Jakarta"})).status_code == 303
    upstream = await Upstream.get()
    assert (upstream.region, upstream.own_keys) == ("Jakarta", False)
    [act] = await OperatorAct.filter(act="ai_upstream_changed")
    assert act.detail == "region “Singapura” → “Jakarta”, own_keys “True” → “False”"
    await operator.post(path, form={"region": "Jakarta"})
    assert await OperatorAct.filter(act="ai_upstream_changed").count() == 1


async def test_a_model_is_switched_priced_and_given_a_margin_as_by_command(operator: Browser) -> None:
    await offer_model("a/small-1")
    path = f"{MODELS}/a/small-1"
    assert "input=0.15" in await shown(operator, path)
    for verb, form in (
        ("off", {}),
        ("margin", {"margin": "12,5"}),
        ("price", {"price": "input=1 output=2"}),
        ("on", {}),
    ):
        assert (await operator.post(f"{path}/actions/{verb}", form=form)).status_code == 303, verb
    model = await AiModel.get()
    assert model.enabled_at and model.margin == 1_250
    assert (await AiPrice.all().order_by("-id").first()).prices == {"input": 1_000, "output": 2_000}  # type: ignore[union-attr]
    acts = await OperatorAct.filter(thing="a/small-1").order_by("created_at").values_list("act", "detail")
    assert acts[0][0] == "ai_model_off" and ("ai_model_margin", "0 % → 12.5 %") in acts
    for form, said in (({"margin": "1000.1"}, "from 0 to 1000"), ({"margin": "much"}, "from 0 to 1000")):
        page = await refused(operator, f"{path}/actions/margin", form)
        assert said in page and f'value="{form["margin"]}"' in page
    assert "no price" in await refused(operator, f"{path}/actions/price", {"price": "input"})
    assert "at least one price" in await refused(operator, f"{path}/actions/price", {"price": " "})


async def test_a_model_without_a_route_is_not_switched_on_and_says_why(operator: Browser) -> None:
    model = await offer_model()
    await Route.all().delete()
    await AiModel.all().update(enabled_at=None)
    assert (await operator.post(f"{MODELS}/{model.id}/actions/on")).status_code == 303
    assert "no price or no route" in await shown(operator, f"{MODELS}/{model.id}?lang=en")
    assert (await AiModel.get()).enabled_at is None


async def test_a_route_is_changed_switched_and_added_and_wrong_numbers_are_all_said(operator: Browser) -> None:
    model = await offer_model()
    route, second = await Route.get(), await offer_upstream("second")
    path = f"{HOME}/routes/{route.id}/actions"
    terms = {"priority": "2", "weight": "7", "first_byte": "30", "idle": "9"}
    assert (await operator.post(f"{path}/change", form=terms)).status_code == 303
    await route.refresh_from_db()
    assert (route.priority, route.weight, route.first_byte, route.idle) == (2, 7, 30, 9)
    wrong = {"priority": "x", "weight": "101", "first_byte": "0", "idle": "9" * 30}
    page = await refused(operator, f"{path}/change", wrong)
    assert page.count("field__error") == 4 and 'value="101"' in page
    await operator.post(f"{path}/off")
    assert await offered(model.id) is None
    await operator.post(f"{MODELS}/{model.id}/actions/add-route", form={"upstream": "second", "upstream_model": "mini"})
    assert (await Route.get(upstream_id=second.id)).upstream_model == "mini" and await offered(model.id)
    page = await refused(
        operator, f"{MODELS}/{model.id}/actions/add-route", {"upstream": "none", "upstream_model": "a b", "weight": "x"}
    )
    assert "There is no provider" in page and page.count('class="field__error"') == 3 and 'value="a b"' in page
    terms = {"upstream": "second", "upstream_model": "third", "priority": "9", "weight": "2"}
    await operator.post(f"{MODELS}/{model.id}/actions/add-route", form=terms | {"first_byte": "30", "idle": "9"})
    added = await Route.get(upstream_model="third")
    assert (added.priority, added.weight, added.first_byte, added.idle) == (9, 2, 30, 9)
    for address in (f"{HOME}/routes/{10**30}/actions/off", f"{HOME}/routes/{10**6}/actions/on"):
        assert (await operator.post(address)).status_code == 404


async def test_the_end_of_a_model_is_announced_and_taken_back(operator: Browser) -> None:
    model = await offer_model()
    path = f"{MODELS}/{model.id}/actions"
    for form, said in (
        ({"day": "soon"}, "Choose a day"),
        ({"day": f"{clock.now():%Y-%m-%d}"}, "90 days after"),
        ({"day": "2099-01-01", "successor": "nobody"}, "There is no model"),
        ({"day": "2099-01-01", "successor": model.id}, "cannot follow itself"),
        ({"day": "soon", "successor": model.id}, "cannot follow itself"),
    ):
        assert said in await refused(operator, f"{path}/end", form)
    assert (await operator.post(f"{path}/end", form={"day": "2099-01-01"})).status_code == 303
    assert (await AiModel.get()).sunset_at and await AiNotice.filter(kind="deprecation").exists()
    assert "state=ending" in await shown(operator, f"{MODELS}?state=ending") and model.id in await shown(
        operator, MODELS
    )
    await operator.post(f"{path}/keep")
    assert (await AiModel.get()).sunset_at is None


async def test_a_credential_is_stored_and_never_shown(operator: Browser) -> None:
    assert "No providers yet" in await shown(operator, f"{PROVIDERS}?lang=en")
    wrong = {"name": "Not Small", "kind": "x", "url": "ftp://a", "region": "x" * 61, "provider_credential": "two words"}
    page = await refused(operator, PROVIDERS, wrong)
    assert page.count("field__error") == 5 and "two words" not in page and "Not Small" in page
    form = {"name": "openai", "kind": "openai", "url": "", "region": "Singapura", "provider_credential": "sk-secret-1"}
    assert (await operator.post(PROVIDERS, form=form)).status_code == 303
    assert (
        await operator.post(f"{PROVIDERS}/openai/actions/credential", form={"provider_credential": "sk-secret-2"})
    ).status_code == 303
    upstream = await Upstream.get()
    assert unseal_credential(upstream.credential, credential_purpose(upstream.id)) == "sk-secret-2"
    for path in (PROVIDERS, f"{PROVIDERS}/openai"):
        page = await shown(operator, f"{path}?lang=en")
        assert "sk-secret" not in page and upstream.credential not in page and "Singapura" in page
    assert not [act for act in await OperatorAct.all() if "sk-secret" in f"{act.thing} {act.detail}"]
    for credential in ("", "two words"):
        assert "one word" in await refused(
            operator, f"{PROVIDERS}/openai/actions/credential", {"provider_credential": credential}
        )
    assert "There is a provider of this name" in await refused(operator, PROVIDERS, form)
    await operator.post(f"{PROVIDERS}/openai/actions/off")
    assert (await Upstream.get()).enabled_at is None
    assert (await operator.get(f"{PROVIDERS}/nobody")).status_code == 404


async def test_a_provider_says_its_circuit_and_its_last_fault_in_words(operator: Browser, sari: Account) -> None:
    await offer_model("small-1", await offer_upstream("one"))
    await Route.all().update(failures=6, open_until=clock.now() + timedelta(minutes=5))
    request = await request_of(sari)
    tries = [{"upstream": "one", "status": 401, "ms": 5}, {"upstream": "two", "status": 200, "ms": 9}]
    await AiRequest.filter(id=request.id).update(tries=tries)
    for path in (PROVIDERS, f"{PROVIDERS}/one"):
        page = await shown(operator, f"{path}?lang=en")
        assert "1 route is skipped for now" in page and "refused the key" in page
        assert CREDENTIAL not in page
    assert "6 failures in a row" in await shown(operator, f"{MODELS}/small-1?lang=en")


async def test_a_listed_price_is_taken_only_as_it_was_shown(operator: Browser) -> None:
    upstream = await offer_upstream("openai", base_url="https://api.openai.com/v1")
    model = await offer_model("gpt-4.1-mini", upstream, {"input": 1})
    page = await shown(operator, f"{PRICES}?lang=en")
    assert "gpt-4.1-mini" in page and "genai-prices" in page
    seen = page.partition('name="seen" value="')[2].partition('"')[0].replace("&gt;", ">")
    path = f"{PRICES}/{model.id}/actions/accept"
    await operator.post(path, form={"seen": "something else"})
    assert await AiPrice.all().count() == 1
    await operator.post(path, form={"seen": seen})
    newest = await AiPrice.all().order_by("-id").first()
    assert newest and newest.prices["input"] == 400 and newest.source.startswith("genai-prices")
    assert "Nothing would change" in await shown(operator, f"{PRICES}?lang=en")
    assert (await operator.get(f"{PRICES}/accept")).status_code == 303
    assert (await operator.post(f"{PRICES}/nobody/actions/accept")).status_code == 404


async def test_all_listed_prices_are_taken_only_after_a_question_and_as_it_was_asked(operator: Browser) -> None:
    upstream = await offer_upstream("openai", base_url="https://api.openai.com/v1")
    for id in ("gpt-4.1", "gpt-4.1-mini"):
        await offer_model(id, upstream, {"input": 1})
    page = await shown(operator, f"{PRICES}/accept?lang=en")
    assert "2 models get the prices" in page
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    await operator.post(f"{PRICES}/actions/accept")
    assert await AiPrice.all().count() == 2
    await operator.post(f"{PRICES}/actions/accept", form={"seen": seen})
    assert await AiPrice.all().count() == 4 and "Nothing would change" in await shown(operator, f"{PRICES}?lang=en")


async def test_notices_are_written_paged_and_removed_after_a_question(
    operator: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = NOTICE | {"kind": "x", "title_en": " ", "text_id": "", "model": "nobody"}
    page = await refused(operator, NOTICES, wrong)
    assert page.count("field__error") == 4 and "It rises." in page
    for _ in range(2):
        assert (await operator.post(NOTICES, form=NOTICE)).status_code == 303
    monkeypatch.setattr(gateway_notice_views, "PAGE_SIZE", 1)
    assert f"after={await newest_notice()}" in await shown(operator, NOTICES)
    id = await newest_notice()
    assert "Remove the notice?" in await shown(operator, f"{NOTICES}/{id}/remove?lang=en")
    assert (await operator.post(f"{NOTICES}/{id}/actions/remove")).status_code == 303
    assert await AiNotice.all().count() == 1 and await OperatorAct.filter(act="ai_notice_removed").exists()
    for address in (f"{NOTICES}/{id}/remove", f"{NOTICES}/{10**30}/remove"):
        assert (await operator.get(address)).status_code == 404


async def newest_notice() -> int:
    row = await AiNotice.all().order_by("-id").first()
    assert row
    return int(row.id)


async def test_credits_are_given_and_taken_back_with_a_note(operator: Browser, sari: Account) -> None:
    path = f"{HOME}/accounts/{sari.id}/credits"
    assert (await operator.post(path, form={"rupiah": "50.000", "note": "Gangguan", "way": "give"})).status_code == 303
    assert (await AiBalance.get(account_id=sari.id)).left == 50_000 * MICRO
    page = await refused(operator, path, {"rupiah": "much", "note": "x" * 201, "way": "give"})
    assert page.count("field__error") == 2 and "much" in page
    assert "field__error" in await refused(operator, path, {"rupiah": "60000", "note": "", "way": "take"})
    await operator.post(path, form={"rupiah": "20000", "note": "", "way": "take"})
    assert (await AiBalance.get(account_id=sari.id)).left == 30_000 * MICRO
    assert "30.000" in await shown(operator, f"{path}?lang=id")
