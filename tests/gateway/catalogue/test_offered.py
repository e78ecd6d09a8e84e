import asyncio
from dataclasses import FrozenInstanceError
from datetime import timedelta
from typing import Any

import pytest

from app.gateway.catalogue import offered as catalogue
from app.gateway.catalogue.ai_model import AiModel, AiPrice
from app.gateway.catalogue.offered import forget_offered, offered, offered_models
from app.gateway.catalogue.price import Price
from app.gateway.catalogue.upstream import Route, Upstream
from app.gateway.upstreams.errors import CredentialRefused
from app.kernel import clock, installation
from app.payments import operator_calendar
from app.payments.exchange_rate import DOLLAR, ExchangeRate, Rate, read_rates, store_rate
from tests.conftest import Clock
from tests.counting import statements
from tests.gateway.offering import CREDENTIAL, PRICES, RATE, add_route, offer_model, offer_upstream


async def ids() -> list[str]:
    """The ids of the offered models, read anew."""
    forget_offered()
    return list(await offered_models())


async def test_a_model_is_offered_with_its_price_and_its_routes(database: str) -> None:
    far = await offer_upstream("far", region="Frankfurt", base_url="https://far.example/v1")
    model = await offer_model("small-1", await offer_upstream("near", region="Jakarta"), margin=1_500)
    await add_route(model, far, upstream_model="vendor/small-1", priority=2, weight=3, first_byte=20, idle=9)

    snapshot = await offered("small-1")

    assert snapshot is not None
    assert (snapshot.id, snapshot.kind, snapshot.maker) == ("small-1", "chat", "Maker")
    assert snapshot.price == Price(PRICES, RATE, 1_500)
    assert [(route.upstream, route.region, route.model) for route in snapshot.routes] == [
        ("near", "Jakarta", "small-1"),
        ("far", "Frankfurt", "vendor/small-1"),
    ]
    assert snapshot.routes[1].weight == 3
    target = snapshot.routes[1].target()
    assert (target.base_url, target.credential, target.model) == (
        "https://far.example/v1",
        CREDENTIAL,
        "vendor/small-1",
    )
    assert (target.first_byte, target.idle, target.max_output) == (20, 9, snapshot.max_output)
    assert target.max_output
    with pytest.raises(FrozenInstanceError):
        snapshot.price.rate = 1  # type: ignore[misc]


async def test_a_workspaces_own_credential_takes_the_place_of_the_operators(database: str) -> None:
    await offer_model()
    snapshot = await offered("small-1")
    assert snapshot is not None
    assert snapshot.routes[0].target("sk-own").credential == "sk-own"


async def test_no_credential_is_shown_where_a_snapshot_is_printed(database: str) -> None:
    await offer_model()
    snapshot = await offered("small-1")
    assert snapshot is not None
    assert (await Upstream.get()).credential not in repr(snapshot)
    assert CREDENTIAL not in repr(snapshot.routes[0].target())


async def test_a_credential_of_a_secret_that_is_gone_lets_another_route_be_tried(database: str) -> None:
    await offer_model()
    installation.current().secret_keys = ["another-secret-of-the-tests-longer-than-32-characters"]
    snapshot = await offered("small-1")
    assert snapshot is not None
    with pytest.raises(CredentialRefused) as refused:
        snapshot.routes[0].target()
    assert refused.value.retryable


@pytest.mark.parametrize(
    "off",
    [
        lambda: AiModel.all().update(enabled_at=None),
        lambda: AiModel.all().update(sunset_at=clock.now()),
        lambda: AiPrice.all().delete(),
        lambda: Route.all().update(enabled_at=None),
        lambda: Upstream.all().update(enabled_at=None),
        lambda: Route.all().delete(),
    ],
    ids=["model off", "sunset", "no price", "route off", "upstream off", "no route"],
)
async def test_what_lacks_a_price_or_a_route_or_is_off_or_over_is_not_offered(database: str, off: Any) -> None:
    await offer_model()
    assert await ids() == ["small-1"]
    await off()
    assert await ids() == []


async def test_nothing_is_offered_when_the_operator_switched_the_gateway_off(database: str) -> None:
    await offer_model()
    current = installation.current()
    current.config = current.config.model_copy(update={"gateway": False})
    assert await ids() == []


async def test_a_model_that_costs_money_is_not_offered_when_the_rate_is_too_old(database: str, moved: Clock) -> None:
    await offer_model("costs")
    await offer_model("free", prices={})
    moved.on(timedelta(days=7))
    assert await ids() == ["costs", "free"]
    moved.on(timedelta(days=1))
    assert await ids() == ["free"]
    await store_rate(DOLLAR, Rate(17_000, operator_calendar.today()))
    assert await ids() == ["costs", "free"]


async def test_without_a_rate_only_what_is_free_is_offered(database: str) -> None:
    await offer_model("costs")
    await offer_model("free", prices={"input": 0})
    await ExchangeRate.all().delete()
    await read_rates()
    assert await ids() == ["free"]


async def test_the_newest_price_counts_and_what_began_before_keeps_its_own(database: str) -> None:
    model = await offer_model()
    before = await offered("small-1")
    await AiPrice.create(model=model, prices={"input": 99}, source="test", created_at=clock.now())
    forget_offered()
    now = await offered("small-1")
    assert before is not None
    assert now is not None
    assert before.price.prices == PRICES
    assert now.price.prices == {"input": 99}


async def test_offered_models_are_kept_for_two_seconds_and_then_read_again(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await offer_model()
    now = 1_000.0
    monkeypatch.setattr(catalogue, "monotonic", lambda: now)
    forget_offered()
    await offered_models()
    await AiModel.all().update(label="Renamed")  # as another process does
    with statements() as sent:
        kept = await offered("small-1")
    now += catalogue.FRESH_FOR
    fresh = await offered("small-1")
    assert sent == []
    assert kept is not None
    assert fresh is not None
    assert (kept.label, fresh.label) == ("small-1", "Renamed")


async def test_many_requests_at_once_read_the_catalogue_once(database: str) -> None:
    await offer_model()
    forget_offered()
    with statements() as sent:
        answers = await asyncio.gather(*(offered("small-1") for _ in range(50)))
    assert len(sent) == 3
    assert all(answers)


async def test_a_change_while_the_catalogue_is_read_makes_it_be_read_again(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    await offer_model()
    read = catalogue._read

    async def read_while_it_changes() -> Any:
        models = await read()
        await AiModel.all().update(label="Renamed")
        forget_offered()
        return models

    monkeypatch.setattr(catalogue, "_read", read_while_it_changes)
    await offered_models()
    monkeypatch.setattr(catalogue, "_read", read)
    model = await offered("small-1")
    assert model is not None
    assert model.label == "Renamed"
