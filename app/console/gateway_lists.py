"""The lists of AI models and of their providers as operators see them: searched, page by page, ordered by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tortoise.expressions import Q
from tortoise.functions import Count, Max
from tortoise.queryset import QuerySet

from app.console.gateway_errors import LastError, last_errors
from app.gateway.catalogue.ai_model import AiModel, AiPrice
from app.gateway.catalogue.price_list import format_prices
from app.gateway.catalogue.upstream import Route, Upstream
from app.kernel import clock
from app.kernel.refusal import N_
from app.operators.guard import PREFIX
from app.web.list_search import ListSearch, has_words
from app.web.pagination import page_after

MODELS, PROVIDERS = f"{PREFIX}/models", f"{PREFIX}/providers"
PAGE_SIZE = 50
SWITCHED: Mapping[str, str] = {"": N_("In any state"), "on": N_("On"), "off": N_("Off")}
STATES: Mapping[str, str] = {**SWITCHED, "ending": N_("Ending")}


@dataclass(frozen=True, slots=True)
class ModelRow:
    """A model with the prices of its newest row in dollars ("" without one), and how many of its routes are on."""

    model: AiModel
    prices: str
    routes: int

    @property
    def ending(self) -> bool:
        """Whether the end of the model is announced or has come."""
        return self.model.sunset_at is not None


@dataclass(frozen=True, slots=True)
class ProviderRow:
    """A provider: how many routes lead to it, which of them are skipped for now, and what went wrong there last."""

    upstream: Upstream
    routes: int
    open_circuits: list[Route]
    last_error: LastError | None


async def models_context(search: ListSearch) -> dict[str, Any]:
    """Returns the context of one page of models."""
    page = await page_after(_models(search), by="id", after=search.after, size=PAGE_SIZE)
    ids = [model.id for model in page.rows]
    prices, routes = await newest_prices(ids), await _count_routes(Q(model_id__in=ids), "model_id")
    shown = [ModelRow(model, format_prices(prices.get(model.id, {})), routes.get(model.id, 0)) for model in page.rows]
    return {"rows": shown, "next": page.next, "search": search}


async def providers_context(search: ListSearch) -> dict[str, Any]:
    """Returns the context of one page of providers."""
    page = await page_after(_providers(search), by="name", after=search.after, size=PAGE_SIZE)
    return {"rows": await provider_rows(page.rows), "next": page.next, "search": search}


async def provider_rows(upstreams: list[Upstream]) -> list[ProviderRow]:
    """Returns these providers as the list and their pages show them."""
    ids = [upstream.id for upstream in upstreams]
    routes, errors = await _count_routes(Q(upstream_id__in=ids), "upstream_id"), await last_errors()
    broken: dict[int, list[Route]] = {}
    for route in await Route.filter(upstream_id__in=ids, enabled_at__isnull=False, open_until__gt=clock.now()):
        broken.setdefault(route.upstream_id, []).append(route)
    return [
        ProviderRow(each, routes.get(each.id, 0), broken.get(each.id, []), errors.get(each.name)) for each in upstreams
    ]


async def newest_prices(ids: Iterable[str]) -> dict[str, dict[str, int]]:
    """Returns the prices that count of these models, in nano-dollars by class; without those that have none."""
    newest = AiPrice.filter(model_id__in=list(ids)).annotate(newest=Max("id")).group_by("model_id")
    rows = await AiPrice.filter(id__in=await newest.values_list("newest", flat=True))
    return {row.model_id: row.prices for row in rows}


def _models(search: ListSearch) -> QuerySet[AiModel]:
    chosen = AiModel.filter(has_words(search.q, ("id", "label", "maker"))) if search.q else AiModel.all()
    if search.state == "ending":
        return chosen.filter(sunset_at__isnull=False)
    return chosen.filter(enabled_at__isnull=search.state == "off") if search.state else chosen


def _providers(search: ListSearch) -> QuerySet[Upstream]:
    chosen = Upstream.filter(has_words(search.q, ("name", "base_url", "region"))) if search.q else Upstream.all()
    return chosen.filter(enabled_at__isnull=search.state == "off") if search.state else chosen


async def _count_routes(of: Q, by: str) -> dict[Any, int]:
    counted = Route.filter(of, enabled_at__isnull=False).annotate(number=Count("id")).group_by(by)
    return dict(await counted.values_list(by, "number"))
