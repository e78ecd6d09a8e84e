"""The lists of AI models and of their providers as operators see them: searched, page by page, ordered by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urlencode

from tortoise.expressions import Q
from tortoise.functions import Count, Max
from tortoise.queryset import QuerySet

from app.console.gateway_errors import LastError, last_errors
from app.gateway.catalogue.ai_model import AiModel, AiPrice
from app.gateway.catalogue.price_list import format_prices
from app.gateway.catalogue.upstream import Route, Upstream
from app.kernel import clock, text
from app.kernel.refusal import N_
from app.operators.guard import PREFIX

MODELS, PROVIDERS = f"{PREFIX}/models", f"{PREFIX}/providers"
PAGE_SIZE, LONGEST_SEARCH = 50, 100
STATES: Mapping[str, str] = {"on": N_("On"), "off": N_("Off"), "ending": N_("Ending")}


@dataclass(frozen=True, slots=True)
class GatewaySearch:
    """A search of models, or of providers. `after` is the name that the page before ended with; it may be any text."""

    home: str
    q: str = ""
    state: str = ""
    after: str = ""

    @classmethod
    def of(cls, home: str, args: Mapping[str, str]) -> Self:
        """Returns the search of these query parameters; invalid values become the defaults."""
        state = args.get("state", "")
        q, after = (
            text.clean_line(args.get(name, "")[:LONGEST_SEARCH], LONGEST_SEARCH, name) for name in ("q", "after")
        )
        return cls(home, q, state if state in STATES else "", after)

    @property
    def is_filtered(self) -> bool:
        """Whether the search hides anything."""
        return bool(self.q or self.state)

    def url(self, **changes: str) -> str:
        """Returns the URL of the list for this search with some fields changed."""
        search = replace(self, **({"after": ""} | changes))
        values = {name: getattr(search, name) for name in ("q", "state", "after") if getattr(search, name)}
        return self.home + ("?" + urlencode(values) if values else "")


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
    """A provider: how many routes lead to it, which of them are passed by, and what went wrong there last."""

    upstream: Upstream
    routes: int
    open_circuits: list[Route]
    last_error: LastError | None


async def models_context(search: GatewaySearch) -> dict[str, Any]:
    """Returns the context of one page of models."""
    rows, after = await _page(_models(search), "id", search.after)
    ids = [model.id for model in rows]
    prices, routes = await newest_prices(ids), await _count_routes(Q(model_id__in=ids), "model_id")
    shown = [ModelRow(model, format_prices(prices.get(model.id, {})), routes.get(model.id, 0)) for model in rows]
    return {"rows": shown, "next": after, "search": search, "states": STATES}


async def providers_context(search: GatewaySearch) -> dict[str, Any]:
    """Returns the context of one page of providers."""
    rows, after = await _page(_providers(search), "name", search.after)
    return {"rows": await provider_rows(rows), "next": after, "search": search, "states": STATES}


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


def _models(search: GatewaySearch) -> QuerySet[AiModel]:
    words = Q(id__icontains=search.q) | Q(label__icontains=search.q) | Q(maker__icontains=search.q)
    chosen = AiModel.filter(words) if search.q else AiModel.all()
    if search.state == "ending":
        return chosen.filter(sunset_at__isnull=False)
    return chosen.filter(enabled_at__isnull=search.state == "off") if search.state else chosen


def _providers(search: GatewaySearch) -> QuerySet[Upstream]:
    words = Q(name__icontains=search.q) | Q(base_url__icontains=search.q) | Q(region__icontains=search.q)
    chosen = Upstream.filter(words) if search.q else Upstream.all()
    return chosen.filter(enabled_at__isnull=search.state == "off") if search.state in {"on", "off"} else chosen


async def _page(query: Any, by: str, after: str) -> tuple[list[Any], str]:
    """Returns the rows of a page that follow a name, and the name after which the next page begins ("" on the last)."""
    known = after[: query.model._meta.fields_map[by].max_length]  # Tortoise refuses what fits into no row
    rows = await query.filter(**({f"{by}__gt": known} if known else {})).order_by(by).limit(PAGE_SIZE + 1)
    return rows[:PAGE_SIZE], getattr(rows[PAGE_SIZE - 1], by) if len(rows) > PAGE_SIZE else ""


async def _count_routes(of: Q, by: str) -> dict[Any, int]:
    counted = Route.filter(of, enabled_at__isnull=False).annotate(number=Count("id")).group_by(by)
    return dict(await counted.values_list(by, "number"))
