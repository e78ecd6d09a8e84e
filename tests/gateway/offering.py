"""Models on offer, as the operator sets them up, for tests of everything that uses them."""

from __future__ import annotations

from typing import Any

from app.gateway.catalogue.ai_model import CHAT, AiModel, AiPrice
from app.gateway.catalogue.credentials import credential_purpose, seal_credential
from app.gateway.catalogue.offered import forget_offered
from app.gateway.catalogue.upstream import Route, Upstream
from app.kernel import clock
from app.payments import operator_calendar
from app.payments.exchange_rate import DOLLAR, Rate, store_rate

CREDENTIAL = "sk-of-the-operator-1234"
PRICES = {"input": 150, "output": 600}  # nano-dollars a token
RATE = 16_250


async def offer_upstream(
    name: str = "stand-in", kind: str = "openai", base_url: str = "http://127.0.0.1:9/v1", **columns: Any
) -> Upstream:
    """An upstream that is switched on, with the operator's credential."""
    now = clock.now()
    upstream = await Upstream.create(name=name, kind=kind, base_url=base_url, created_at=now, enabled_at=now, **columns)
    upstream.credential = seal_credential(CREDENTIAL, credential_purpose(upstream.id))
    await upstream.save()
    forget_offered()
    return upstream


async def add_route(model: AiModel, upstream: Upstream, **columns: Any) -> Route:
    """A route of a model to an upstream, under the same name, switched on."""
    values: dict[str, Any] = {"upstream_model": model.id, "enabled_at": clock.now()} | columns
    route = await Route.create(model=model, upstream=upstream, **values)
    forget_offered()
    return route


async def offer_model(
    id: str = "small-1",
    upstream: Upstream | None = None,
    prices: dict[str, int] | None = None,
    rate: int = RATE,
    **columns: Any,
) -> AiModel:
    """A model that is offered by a route to the upstream (one of its own without any), at a rate of today."""
    now = clock.now()
    usual: dict[str, Any] = {
        "kind": CHAT,
        "label": id,
        "maker": "Maker",
        "context": 128_000,
        "max_output": 4_096,
        "enabled_at": now,
    }
    model = await AiModel.create(id=id, created_at=now, **(usual | columns))
    await AiPrice.create(model=model, prices=PRICES if prices is None else prices, source="test", created_at=now)
    await store_rate(DOLLAR, Rate(rate, operator_calendar.today()))
    await add_route(model, upstream or await offer_upstream(f"stand-in of {id}"[:40]))
    return model
