"""What the operator does with routes: the ways to a model, and which of them are tried first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from tortoise.exceptions import IntegrityError

from app.gateway.catalogue.ai_model import AiModel
from app.gateway.catalogue.offered import forget_offered
from app.gateway.catalogue.upstream import Route, Upstream
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import N_, Faults, Refusal
from app.kernel.setting_checks import is_plain
from app.operators.operator_log import add_sentences, record_act

MAX_UPSTREAM_MODEL, MOST_ID = 120, 2**31 - 1
add_sentences(
    {
        "ai_route_added": N_("added a route of the AI model %(thing)s to %(detail)s."),
        "ai_route_off": N_("switched off the route of the AI model %(thing)s to %(detail)s."),
        "ai_route_on": N_("switched on the route of the AI model %(thing)s to %(detail)s."),
        "ai_route_weighed": N_("changed the order of the route of the AI model %(thing)s to %(detail)s."),
        "ai_route_changed": N_("changed the route of the AI model %(thing)s to %(detail)s."),
    }
)


class RouteExists(Refusal):
    """The model has this route already."""

    code, field, says = "AI_ROUTE_EXISTS", "upstream", N_("The model has this route already.")


class UnknownRoute(Refusal):
    """There is no route of this number."""

    code, field = "UNKNOWN_AI_ROUTE", "route"
    says = N_("There is no route %(route)s. The list of routes has all numbers.")


class InvalidUpstreamModel(Refusal):
    """The model's name at the provider has blanks, or is too long."""

    code, field = "INVALID_AI_PROVIDER_MODEL", "upstream_model"
    says = N_("Give the model's name at the provider, one word of up to 120 characters.")


class InvalidRouteTerm(Refusal):
    """A number of a route is out of its bounds. Facts: least, most."""

    code, says = "INVALID_AI_ROUTE", N_("Give a whole number from %(least)s to %(most)s.")


@dataclass(frozen=True, slots=True)
class RouteTerms:
    """When a route is tried, and how long its upstream may take in seconds; the fields are those of Route."""

    priority: int = 1
    weight: int = 1
    first_byte: int = 120
    idle: int = 60


USUAL_TERMS = RouteTerms()
BOUNDS = {"priority": (0, 100), "weight": (0, 100), "first_byte": (1, 3_600), "idle": (1, 3_600)}  # of RouteTerms


async def find_route(id: int) -> Route:
    """Returns the route of a number, with its upstream. Raises: UnknownRoute."""
    route = await Route.get_or_none(id=id).select_related("upstream") if id <= MOST_ID else None
    if route is None:
        raise UnknownRoute(route=id)
    return route


async def add_route(
    model: AiModel, upstream: Upstream, upstream_model: str = "", terms: RouteTerms = USUAL_TERMS
) -> Route:
    """Adds a route, switched on; without `upstream_model` the model has the same name there.

    Raises: RouteExists, InvalidUpstreamModel, InvalidRouteTerm.
    """
    name, values = upstream_model or model.id, {"enabled_at": clock.now(), **asdict(terms)}
    check_upstream_model(name)
    check_terms(asdict(terms))
    try:
        async with transaction():
            route = await Route.create(model=model, upstream=upstream, upstream_model=name, **values)
            await record_act("ai_route_added", model.id, f"{upstream.name} ({name})")
    except IntegrityError:
        raise RouteExists from None
    forget_offered()
    return route


async def switch_route(route: Route, *, on: bool) -> None:
    """Switches a route on, with its circuit closed, or off; does nothing if it is so already."""
    values = {"enabled_at": clock.now(), "failures": 0, "open_until": None} if on else {"enabled_at": None}
    async with transaction():
        if await Route.filter(id=route.id, enabled_at__isnull=on).update(**values):
            await record_act("ai_route_on" if on else "ai_route_off", route.model_id, route.upstream.name)
    forget_offered()


async def change_terms(route: Route, terms: Mapping[str, int]) -> None:
    """Changes when a route is tried and how long its upstream may take; `terms` are fields of RouteTerms.

    Does nothing where none differs. Raises: InvalidRouteTerm, all at once, each with its field.
    """
    check_terms(terms)
    changed = {name: value for name, value in terms.items() if value != getattr(route, name)}
    if not changed:
        return
    words = ", ".join(f"{name} {getattr(route, name)} → {value}" for name, value in changed.items())
    async with transaction():
        await Route.filter(id=route.id).update(**changed)
        await record_act("ai_route_changed", route.model_id, f"{route.upstream.name}: {words}")
    forget_offered()


def check_upstream_model(name: str) -> None:
    """Checks the name of a model at an upstream. Raises: InvalidUpstreamModel."""
    if not is_plain(name, MAX_UPSTREAM_MODEL):
        raise InvalidUpstreamModel


def check_terms(terms: Mapping[str, int]) -> None:
    """Checks fields of RouteTerms. Raises: InvalidRouteTerm, all at once, each with its field."""
    faults = Faults.gather()
    for name, value in terms.items():
        least, most = BOUNDS[name]
        with faults.catching():
            if not least <= value <= most:
                raise InvalidRouteTerm(field=name, least=least, most=most)
    faults.raise_if_any()
