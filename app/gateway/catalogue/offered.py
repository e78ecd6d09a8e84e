"""The models that are offered now, with their prices and routes, kept in the process.

They are read again when something changed, in this process (`forget_offered`) or in another one (ChangeNews), and every
two seconds, because there may be no news of what another process or a command changed. A request keeps the OfferedModel
with which it began, and that never changes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from time import monotonic
from types import MappingProxyType
from typing import Any

from app.gateway.catalogue.ai_model import AiModel, AiPrice
from app.gateway.catalogue.credentials import credential_purpose, unseal_credential
from app.gateway.catalogue.price import Price
from app.gateway.catalogue.upstream import Route
from app.gateway.upstreams.adapter import Target
from app.kernel import clock, installation
from app.kernel.change_news import MODELS, ChangeNews
from app.kernel.db import query_models
from app.payments import operator_calendar
from app.payments.exchange_rate import DOLLAR, Rate, latest_rate

FRESH_FOR = 2.0  # seconds
NEWEST_PRICES = "SELECT * FROM ai_prices WHERE id IN (SELECT max(id) FROM ai_prices GROUP BY model_id)"


@dataclass(frozen=True, slots=True)
class OfferedRoute:
    """A way to a model: `model` is its name at the upstream, `upstream` the upstream's name, `kind` its adapter.

    `sealed` is the operator's credential, encrypted. `failures` and `open_until` are of the circuit, as they were when
    the catalogue was read. `max_output` is how many tokens the model writes at most. The other fields are those of
    Route and Upstream.
    """

    id: int
    model: str
    upstream_id: int
    upstream: str
    kind: str
    base_url: str
    region: str
    own_keys: bool
    priority: int
    weight: int
    first_byte: int
    idle: int
    failures: int
    open_until: datetime | None
    sealed: str = field(repr=False)
    max_output: int = 0

    def target(self, own_credential: str | None = None) -> Target:
        """Returns where a request goes, with a workspace's own credential or else the operator's.

        Raises: CredentialRefused if the operator's cannot be decrypted.
        """
        credential = own_credential
        if credential is None:
            credential = unseal_credential(self.sealed, credential_purpose(self.upstream_id))
        return Target(
            self.base_url,
            credential,
            self.model,
            first_byte=self.first_byte,
            idle=self.idle,
            max_output=self.max_output,
        )


@dataclass(frozen=True, slots=True)
class OfferedModel:
    """A model that is offered; its fields are those of AiModel, `routes` are ordered by priority."""

    id: str
    kind: str
    label: str
    maker: str
    policy_url: str
    abilities: tuple[str, ...]
    context: int
    max_output: int
    options: Mapping[str, Any]
    enabled_at: datetime | None
    deprecated_at: datetime | None
    sunset_at: datetime | None
    successor: str
    created_at: datetime
    price: Price
    routes: tuple[OfferedRoute, ...]


class CatalogueCache:
    """The offered models of an installation as they were read last, after so many `changes`."""

    def __init__(self) -> None:
        self.models: Mapping[str, OfferedModel] = MappingProxyType({})
        self.fresh_until = 0.0
        self.changes = -1
        self.reading = asyncio.Lock()

    @property
    def fresh(self) -> bool:
        """Whether the models need not be read again yet."""
        return self.changes == catalogue_changes() and monotonic() < self.fresh_until


async def offered_models() -> Mapping[str, OfferedModel]:
    """Returns the offered models by their ids, sorted; at most two seconds old."""
    kept = installation.current().resource(CatalogueCache)
    if not kept.fresh:
        async with kept.reading:  # one request reads for all that wait
            if not kept.fresh:
                await _read_into(kept)
    return kept.models


async def offered(id: str) -> OfferedModel | None:
    """Returns the offered model with this id; None if there is none, or it is not offered now."""
    return (await offered_models()).get(id)


def forget_offered() -> None:
    """Makes this process read the offered models again; call it after changing a model, a price or a route."""
    installation.current().resource(ChangeNews).add(MODELS)


def catalogue_changes() -> int:
    """Returns how many changes of models, prices, routes and upstreams this process knows of."""
    return installation.current().resource(ChangeNews).counts[MODELS]


def usable_rate() -> Rate | None:
    """Returns what a dollar costs, and since which day; None without a rate, or with one older than allowed."""
    known = latest_rate(DOLLAR)
    days = timedelta(days=installation.current().config.gateway_rate_days)
    return known if known and operator_calendar.today() - known.day <= days else None


async def _read_into(kept: CatalogueCache) -> None:
    """Reads the offered models; a change meanwhile makes the result outdated at once."""
    changes, since = catalogue_changes(), monotonic()
    kept.models = MappingProxyType(await _read())
    kept.changes, kept.fresh_until = changes, since + FRESH_FOR


async def _read() -> dict[str, OfferedModel]:
    """Reads from the database which models are offered now."""
    if not installation.current().config.gateway:
        return {}
    routes: dict[str, list[OfferedRoute]] = {}
    rows = Route.filter(enabled_at__isnull=False, upstream__enabled_at__isnull=False).order_by("priority", "id")
    for route in await rows.select_related("upstream"):
        routes.setdefault(route.model_id, []).append(_offered_route(route))
    prices = {row.model_id: row.prices for row in await query_models(AiPrice, NEWEST_PRICES, [])}
    models = await AiModel.filter(enabled_at__isnull=False).order_by("id")
    return {
        model.id: _offered_model(model, price, tuple(routes[model.id]))
        for model in models
        if model.id in routes
        and not (model.sunset_at and model.sunset_at <= clock.now())
        and (price := price_now(model, prices.get(model.id))) is not None
    }


def price_now(model: AiModel, prices: Mapping[str, int] | None) -> Price | None:
    """Returns the price of a model; None without prices, or without a usable rate where it is not free."""
    rate = usable_rate()
    if prices is None or (rate is None and any(prices.values())):
        return None
    return Price(MappingProxyType(dict(prices)), rate.rate if rate else 0, model.margin)


async def route_by_id(id: int) -> OfferedRoute | None:
    """Returns a route, switched off or not, for a video that was begun there; None if it was deleted."""
    route = await Route.get_or_none(id=id).select_related("upstream")
    return _offered_route(route) if route else None


def _offered_model(model: AiModel, price: Price, routes: tuple[OfferedRoute, ...]) -> OfferedModel:
    """Returns a row of AiModel with its price and routes as OfferedModel."""
    return OfferedModel(
        id=model.id,
        kind=model.kind,
        label=model.label,
        maker=model.maker,
        policy_url=model.policy_url,
        abilities=tuple(model.abilities),
        context=model.context,
        max_output=model.max_output,
        options=MappingProxyType(model.options),
        enabled_at=model.enabled_at,
        deprecated_at=model.deprecated_at,
        sunset_at=model.sunset_at,
        successor=model.successor,
        created_at=model.created_at,
        price=price,
        routes=tuple(replace(route, max_output=model.max_output) for route in routes),
    )


def _offered_route(route: Route) -> OfferedRoute:
    """Returns a row of Route with its upstream as OfferedRoute."""
    upstream = route.upstream
    return OfferedRoute(
        id=route.id,
        model=route.upstream_model,
        upstream_id=upstream.id,
        upstream=upstream.name,
        kind=upstream.kind,
        base_url=upstream.base_url,
        region=upstream.region,
        own_keys=upstream.own_keys,
        priority=route.priority,
        weight=route.weight,
        first_byte=route.first_byte,
        idle=route.idle,
        failures=route.failures,
        open_until=route.open_until,
        sealed=upstream.credential,
    )
