"""The list of models: what each can do, where it runs, what it costs, and which of them end."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from app.gateway.catalogue.ai_model import AiModel, AiPrice
from app.gateway.catalogue.offered import forget_offered
from app.gateway.catalogue.price import Price
from app.gateway.catalogue.upstream import Route
from app.gateway.screens.prices import show_price
from app.kernel import clock
from app.kernel.i18n import language_context
from app.payments.exchange_rate import ExchangeRate, read_rates
from tests.client import Browser
from tests.gateway.offering import add_route, offer_model, offer_upstream

PATH = "/dashboard/ai/models"
PAIR = "per million tokens in / out"


async def words(browser: Browser, query: str = "") -> str:
    response = await browser.get(PATH + query)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", await response.get_data(as_text=True))


async def listed(browser: Browser, query: str = "") -> list[str]:
    """The ids of the models in the list, in its order."""
    return re.findall(r'class="item__name"><span dir="auto">([^<]+)', await words(browser, query))


async def test_a_model_says_what_it_can_do_where_it_runs_and_whose_terms_apply(as_budi: Browser) -> None:
    upstream = await offer_upstream("azure", region="Singapore")
    await offer_model(
        "chat-1",
        upstream,
        maker="OpenAI",
        policy_url="https://example.com/privacy",
        abilities=["tools", "vision"],
        context=400_000,
        margin=2_000,
    )
    page = await words(as_budi)
    assert "Rp2,925 / Rp11,700" in page, "150 and 600 nano-dollars at 16,250 rupiah, and 20 % on top"
    assert "per million tokens in / out" in page
    for part in ("OpenAI", 'href="https://example.com/privacy"', "sees pictures", "400K context", "azure (Singapore)"):
        assert part in page, part


@pytest.mark.parametrize(
    "kind, prices, text, unit, note",
    [
        ("image", {"images": 40_000_000}, "Rp650", "per picture", ""),
        (
            "image",
            {"input": 5_000, "output": 10_000, "output_image": 40_000},
            "Rp81,250 / Rp650,000",
            "per million tokens in / out",
            "",
        ),
        ("video", {"milliseconds": 150_000_000}, "Rp2,438", "per second of video", ""),
        ("embedding", {"input": 20}, "Rp325", "per million tokens", ""),
        (
            "chat",
            {"input": 20, "input>200000": 40},
            "Rp325 / Rp0",
            "per million tokens in / out",
            "more from 200,000 tokens in",
        ),
        ("chat", {}, "Free", "", ""),
    ],
)
def test_a_price_is_one_number_by_the_kind_of_the_model(
    kind: str, prices: dict[str, int], text: str, unit: str, note: str
) -> None:
    with language_context("en"):
        price = show_price(kind, Price(prices, 16_250, 0))
    assert (price.text, price.unit, price.note) == (text, unit, note)


async def test_models_are_found_by_words_and_kinds_and_put_in_order(as_budi: Browser) -> None:
    upstream = await offer_upstream("jakarta", region="Indonesia")
    await offer_model("dear", prices={"input": 900}, maker="Garuda")
    await offer_model("cheap", upstream, prices={"input": 100})
    await offer_model("pictures", kind="image", prices={"images": 1})
    await AiModel.filter(id="cheap").update(created_at=clock.now() - timedelta(days=3))
    forget_offered()
    assert await listed(as_budi) == ["cheap", "dear", "pictures"]
    assert await listed(as_budi, "?order=name") == ["cheap", "dear", "pictures"]
    assert await listed(as_budi, "?order=new") == ["pictures", "dear", "cheap"]
    assert await listed(as_budi, "?kind=image") == ["pictures"]
    assert await listed(as_budi, "?q=GARUDA+maker") == []
    assert await listed(as_budi, "?q=garuda") == ["dear"]
    assert await listed(as_budi, "?q=indonesia") == ["cheap"]
    assert "Show all models" in await words(as_budi, "?q=nothing+such")


async def test_a_model_that_ends_is_marked_with_its_day_and_its_successor(as_budi: Browser) -> None:
    await offer_model("new-1")
    await offer_model("old-1", deprecated_at=clock.now(), sunset_at=clock.now() + timedelta(days=95), successor="new-1")
    page = await words(as_budi)
    assert "Ends on" in page
    assert "take new-1 instead" in page


async def test_a_model_that_ended_is_listed_without_a_price_for_ninety_days(as_budi: Browser) -> None:
    await offer_model("new-1")
    await offer_model("old-1", sunset_at=clock.now() - timedelta(days=89), successor="new-1")
    await offer_model("older-1", sunset_at=clock.now() - timedelta(days=91))
    assert await listed(as_budi) == ["new-1", "old-1"]
    page = await words(as_budi)
    assert "Has ended" in page
    assert page.count("per million tokens") == 1


async def test_a_model_says_when_its_routes_do_not_answer(as_budi: Browser) -> None:
    model = await offer_model("chat-1")
    assert "right now" not in await words(as_budi)
    second = await add_route(model, await offer_upstream("second"))
    await Route.filter(id=second.id).update(open_until=clock.now() + timedelta(minutes=1))
    forget_offered()
    assert "Slower right now" in await words(as_budi)
    await Route.all().update(open_until=clock.now() + timedelta(minutes=1))
    forget_offered()
    assert "Not answering right now" in await words(as_budi)


async def test_without_a_rate_of_the_dollar_the_page_says_why_it_is_empty(as_budi: Browser) -> None:
    await offer_model("chat-1")
    await ExchangeRate.all().delete()
    await read_rates()
    forget_offered()
    page = await words(as_budi)
    assert "No model is offered right now" in page


async def test_a_newer_price_is_shown_at_once(as_budi: Browser) -> None:
    model = await offer_model("chat-1", prices={"input": 100})
    assert "Rp1,625 / Rp0" in await words(as_budi)
    await AiPrice.create(model=model, prices={"input": 200}, source="test", created_at=clock.now())
    forget_offered()
    assert "Rp3,250 / Rp0" in await words(as_budi)


async def test_a_model_without_a_maker_leaves_no_gap_before_its_abilities(as_budi: Browser) -> None:
    await offer_model("nameless-1", label="nameless-1", maker="")
    page = await (await as_budi.get("/dashboard/ai/models")).get_data(as_text=True)
    assert "nameless-1" in page and '<span dir="auto"></span>' not in page


async def test_the_day_of_the_rate_is_named_which_may_be_a_week_ago(as_budi: Browser) -> None:
    await offer_model()
    await ExchangeRate.all().update(day=date(2020, 2, 7))
    await read_rates()
    assert "at the rate of" not in await words(as_budi), "no model is offered at a rate that is too old"
    day = clock.now().date() - timedelta(days=5)
    await ExchangeRate.all().update(day=day)
    await read_rates()
    forget_offered()
    assert f"converted at the rate of {day.day} " in (await words(as_budi)).replace("\xa0", " ")
