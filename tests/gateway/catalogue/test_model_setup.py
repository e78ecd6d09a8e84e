from dataclasses import replace
from datetime import timedelta

import pytest

from app.gateway.catalogue import model_setup
from app.gateway.catalogue.ai_model import AiModel, AiPrice
from app.gateway.catalogue.model_facts import ModelFacts
from app.gateway.catalogue.model_setup import add_model, cancel_deprecation, deprecate, find_model, set_prices
from app.gateway.catalogue.offered import offered
from app.gateway.catalogue.route_setup import add_route
from app.kernel import clock
from app.kernel.refusal import Refusal
from app.operators.operator_log import OperatorAct
from app.payments import operator_calendar
from tests.conftest import Clock
from tests.gateway.offering import RATE, offer_model, offer_upstream

FACTS = ModelFacts(
    id="small-2",
    kind="chat",
    label="Small 2",
    maker="Maker",
    policy_url="https://maker.example/privacy",
    abilities=("tools", "vision"),
    context=128_000,
    max_output=16_384,
)


async def test_a_model_is_added_switched_off_and_offered_once_the_operator_switches_it_on(database: str) -> None:
    await offer_model()  # which sets a rate
    model = await add_model(FACTS)
    await set_prices(model, {"input": 250, "output": 2_000})
    await add_route(model, await offer_upstream(), "vendor-small-2")
    assert await offered("small-2") is None

    await model_setup.switch_on(model, 1_500)

    snapshot = await offered("small-2")
    assert snapshot is not None
    assert (snapshot.price.margin, snapshot.price.rate) == (1_500, RATE)
    assert (snapshot.abilities, snapshot.policy_url) == (("tools", "vision"), "https://maker.example/privacy")
    await model_setup.switch_off(model)
    assert await offered("small-2") is None


async def test_a_model_without_price_or_route_cannot_be_switched_on(database: str) -> None:
    model = await add_model(FACTS)
    with pytest.raises(model_setup.ModelIncomplete):
        await model_setup.switch_on(model)
    await set_prices(model, {"input": 1})
    with pytest.raises(model_setup.ModelIncomplete):
        await model_setup.switch_on(model)
    await add_route(model, await offer_upstream())
    await model_setup.switch_on(model)


async def test_switching_on_again_changes_the_margin_and_keeps_since_when(database: str, moved: Clock) -> None:
    model = await offer_model(margin=500)
    since = (await AiModel.get()).enabled_at
    moved.on(timedelta(days=3))
    await model_setup.switch_on(model)
    assert ((await AiModel.get()).margin, (await AiModel.get()).enabled_at) == (500, since)
    await model_setup.switch_on(model, 0)
    assert ((await AiModel.get()).margin, (await AiModel.get()).enabled_at) == (0, since)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"id": "two words"}, "INVALID_AI_MODEL"),
        ({"id": "a" * 81}, "INVALID_AI_MODEL"),
        ({"id": ""}, "INVALID_AI_MODEL"),
        ({"abilities": ("flight",)}, "UNKNOWN_AI_ABILITY"),
        ({"context": 0}, "AI_TOKENS_MISSING"),
        ({"max_output": 0}, "AI_TOKENS_MISSING"),
        ({"max_output": 2**31}, "AI_TOKENS_MISSING"),
        ({"margin": -1}, "INVALID_AI_MARGIN"),
        ({"margin": 100_001}, "INVALID_AI_MARGIN"),
        ({"policy_url": "javascript:alert(1)"}, None),
        ({"label": "x" * 81}, None),
    ],
)
async def test_what_is_wrong_with_a_model_is_refused(database: str, changed: dict[str, object], code: str) -> None:
    with pytest.raises(Refusal) as refused:
        await add_model(replace(FACTS, **changed))  # type: ignore[arg-type]
    assert code is None or refused.value.code == code
    assert not await AiModel.exists()


async def test_a_picture_model_needs_no_tokens(database: str) -> None:
    model = await add_model(ModelFacts("draw-1", "image", "Draw 1", "Maker", options={"sizes": ["1024x1024"]}))
    assert (await AiModel.get()).options == {"sizes": ["1024x1024"]}
    assert model.context == 0


async def test_an_id_is_taken_once(database: str) -> None:
    await add_model(FACTS)
    with pytest.raises(model_setup.ModelExists):
        await add_model(FACTS)
    with pytest.raises(model_setup.UnknownModel):
        await find_model("another")


async def test_a_new_price_is_a_new_row_and_old_rows_keep_theirs(database: str) -> None:
    model = await add_model(FACTS)
    await set_prices(model, {"input": 250})
    await set_prices(model, {"input": 200}, "genai-prices 9")
    rows = await AiPrice.all().order_by("id")
    assert [(row.prices, row.source) for row in rows] == [
        ({"input": 250}, "by hand"),
        ({"input": 200}, "genai-prices 9"),
    ]


async def test_a_model_ends_ninety_days_after_that_was_announced(database: str, moved: Clock) -> None:
    model, today = await offer_model(), operator_calendar.today()
    with pytest.raises(model_setup.SunsetTooSoon):
        await deprecate(model, today + timedelta(days=89))
    await offer_model("small-3")
    await deprecate(model, today + timedelta(days=90), "small-3")
    snapshot = await offered("small-1")
    assert snapshot is not None
    assert snapshot.successor == "small-3"
    assert snapshot.sunset_at == operator_calendar.end_of_day(today + timedelta(days=90))


async def test_the_moment_of_the_first_announcement_is_kept_and_an_end_can_be_taken_back(
    database: str, moved: Clock
) -> None:
    model, day = await offer_model(), operator_calendar.today() + timedelta(days=100)
    await deprecate(model, day)
    first = clock.now()
    moved.on(timedelta(days=5))
    await deprecate(model, day + timedelta(days=30))
    changed = await AiModel.get()
    assert (changed.deprecated_at, changed.sunset_at) == (first, operator_calendar.end_of_day(day + timedelta(days=30)))
    await cancel_deprecation(model)
    kept = await AiModel.get()
    assert (kept.deprecated_at, kept.sunset_at, kept.successor) == (None, None, "")


async def test_where_the_provider_ends_it_sooner_the_operator_may_too_but_not_in_the_past(database: str) -> None:
    model, today = await offer_model(), operator_calendar.today()
    with pytest.raises(model_setup.SunsetTooSoon):
        await deprecate(model, today - timedelta(days=1), anyway=True)
    await deprecate(model, today + timedelta(days=10), anyway=True)
    assert (await AiModel.get()).sunset_at


async def test_a_successor_is_another_model_that_exists(database: str) -> None:
    model, day = await offer_model(), operator_calendar.today() + timedelta(days=90)
    with pytest.raises(model_setup.InvalidSuccessor):
        await deprecate(model, day, "small-1")
    with pytest.raises(model_setup.UnknownModel):
        await deprecate(model, day, "nothing")


async def test_acts_of_the_operator_are_recorded(database: str) -> None:
    model = await offer_model()
    await model_setup.switch_on(model, 1_250)
    await deprecate(model, operator_calendar.today() + timedelta(days=90))
    await cancel_deprecation(model)
    await model_setup.switch_off(model)
    acts = await OperatorAct.all().order_by("created_at")
    assert [act.act for act in acts] == ["ai_model_on", "ai_model_deprecated", "ai_model_kept", "ai_model_off"]
    assert "12.5 %" in acts[0].what
