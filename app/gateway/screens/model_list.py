"""The models that are offered as people read them: what each can do, where it runs, what it costs; with a search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Self
from urllib.parse import urlencode

from app.gateway.catalogue.ai_model import KINDS, AiModel
from app.gateway.catalogue.offered import OfferedModel, OfferedRoute, offered_models
from app.gateway.navigation import HOME
from app.gateway.screens.model_abilities import ability_words
from app.gateway.screens.prices import ShownPrice, show_price
from app.kernel import clock, text
from app.kernel.refusal import N_
from app.payments import operator_calendar

RETIRED_FOR = timedelta(days=90)  # for how long a model that has ended is still listed, with what to take instead
ORDERS: Mapping[str, str] = {"price": N_("Cheapest first"), "name": N_("By name"), "new": N_("Newest first")}
CALM, DISTURBED, DOWN, ENDED = "calm", "disturbed", "down", "ended"


@dataclass(frozen=True, slots=True)
class ListedModel:
    """A model in the list. `places` are the services that run it, each with its region; `price` is None once it ended.

    `state` is CALM, DISTURBED (only some of its routes answer), DOWN (none does) or ENDED. `last_day` is set for one
    that ends, or has ended.
    """

    id: str
    kind: str
    label: str
    maker: str
    policy_url: str
    abilities: list[str]
    places: list[str]
    price: ShownPrice | None
    state: str
    last_day: date | None
    successor: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class ModelSearch:
    """A search for models; every field is a query parameter. `kind` is one of KINDS, or "" for all."""

    q: str = ""
    kind: str = ""
    order: str = "price"

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """The search of these query parameters; invalid values become the defaults."""
        kind, order = args.get("kind", ""), args.get("order", "")
        return cls(
            text.cut_line(args.get("q", ""), 100), kind if kind in KINDS else "", order if order in ORDERS else "price"
        )

    def url(self, **changes: str) -> str:
        """The URL of the list for this search with some fields changed."""
        search, usual = replace(self, **changes), ModelSearch()
        values = {name: getattr(search, name) for name in ("q", "kind", "order")}
        changed = {name: value for name, value in values.items() if value != getattr(usual, name)}
        return f"{HOME}/models" + ("?" + urlencode(changed) if changed else "")

    def matches(self, model: ListedModel) -> bool:
        """Whether the search shows a model: each word is in its id, its label, its maker or where it runs."""
        words = " ".join([model.id, model.label, model.maker, *model.places]).lower()
        return self.kind in {"", model.kind} and all(word in words for word in self.q.lower().split())

    def sort_key(self, model: ListedModel) -> tuple[object, ...]:
        """The place of a model in the order; those that have ended are the last."""
        ended = model.state == ENDED
        if self.order == "new":
            return ended, -model.created_at.timestamp(), model.id
        if self.order == "price" and model.price is not None:
            return ended, KINDS.index(model.kind), model.price.amount, model.id
        return ended, model.id


@dataclass(frozen=True, slots=True)
class ModelList:
    """The models that a search shows, and how many there are of each kind, "" for all."""

    models: list[ListedModel]
    counts: Mapping[str, int]


async def list_models(search: ModelSearch) -> ModelList:
    """Returns the models of a search: those that are offered, and those that ended not long ago."""
    now = clock.now()
    ended = await AiModel.filter(enabled_at__isnull=False, sunset_at__lte=now, sunset_at__gte=now - RETIRED_FOR)
    models = [*map(_offered, (await offered_models()).values()), *map(_ended, ended)]
    counts = Counter(model.kind for model in models)
    shown = sorted(filter(search.matches, models), key=search.sort_key)
    return ModelList(shown, {"": len(models), **counts})


def _offered(model: OfferedModel) -> ListedModel:
    return ListedModel(
        model.id,
        model.kind,
        model.label,
        model.maker,
        model.policy_url,
        ability_words(model.kind, model.abilities, model.context, model.options),
        _places(model.routes),
        show_price(model.kind, model.price),
        _state(model),
        _last_day(model.sunset_at),
        model.successor,
        model.created_at,
    )


def _ended(model: AiModel) -> ListedModel:
    return ListedModel(
        id=model.id,
        kind=model.kind,
        label=model.label,
        maker=model.maker,
        policy_url=model.policy_url,
        abilities=[],
        places=[],
        price=None,
        state=ENDED,
        last_day=_last_day(model.sunset_at),
        successor=model.successor,
        created_at=model.created_at,
    )


def _state(model: OfferedModel) -> str:
    """Returns how a model is now, by the circuits of its routes as they were when the catalogue was read."""
    shut = [route.open_until is not None and route.open_until > clock.now() for route in model.routes]
    if all(shut):
        return DOWN
    return DISTURBED if any(shut) else CALM


def _places(routes: tuple[OfferedRoute, ...]) -> list[str]:
    """Returns the services that run a model, each once, with its region where that is known."""
    places = (f"{route.upstream} ({route.region})" if route.region else route.upstream for route in routes)
    return list(dict.fromkeys(places))


def _last_day(sunset_at: datetime | None) -> date | None:
    return operator_calendar.day_of(sunset_at) if sunset_at else None
