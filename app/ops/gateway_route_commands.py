"""`kliqs gateway route …`: the ways of models to the services that run them."""

from __future__ import annotations

import click

from app.gateway.catalogue.model_setup import find_model
from app.gateway.catalogue.route_setup import BOUNDS, RouteTerms, add_route, change_terms, find_route, switch_route
from app.gateway.catalogue.upstream import Route
from app.gateway.catalogue.upstream_setup import find_upstream
from app.kernel import clock
from app.ops.command_runner import NUMBER, with_database
from app.ops.counts import count_of

SHORT = click.IntRange(*BOUNDS["idle"])  # seconds
ORDER = click.IntRange(*BOUNDS["weight"])


@click.group()
def route() -> None:
    """The ways of models to services; which is tried first, and how they share."""


@route.command("add")
@click.argument("model")
@click.argument("upstream")
@click.option("--as", "upstream_model", default="", help="The model's name there; without it, the same.")
@click.option("--priority", type=ORDER, default=1, show_default=True, help="Lower ones are tried first.")
@click.option("--weight", type=ORDER, default=1, show_default=True, help="The share among those of equal priority.")
@click.option("--first-byte", type=SHORT, default=120, show_default=True, help="Seconds until an answer begins.")
@click.option("--idle", type=SHORT, default=60, show_default=True, help="Seconds between two pieces of an answer.")
@with_database()
async def add(
    model: str, upstream: str, upstream_model: str, priority: int, weight: int, first_byte: int, idle: int
) -> None:
    """Add a way to a model, which is used at once."""
    terms = RouteTerms(priority, weight, first_byte, idle)
    added = await add_route(await find_model(model), await find_upstream(upstream), upstream_model, terms)
    click.echo(f"Route {added.id} goes from {model} to {added.upstream_model} at {upstream}.")


@route.command("list")
@click.option("--model", default="", help="Only those of a model.")
@with_database()
async def list_routes(model: str) -> None:
    """List routes in the order in which they are tried: number, state, model, service, priority, weight, circuit."""
    chosen = Route.filter(model_id=model) if model else Route.all()
    rows = await chosen.order_by("model_id", "priority", "id").select_related("upstream")
    for row in rows:
        way = f"{row.model_id} → {row.upstream.name} ({row.upstream_model})"
        order = f"priority {row.priority}, weight {row.weight}"
        circuit = f"  circuit open after {count_of(row.failures, 'failure', 'failures')}" if _circuit_open(row) else ""
        click.echo(f"{row.id:>4}  {_state(row.enabled_at)}  {way}  {order}{circuit}")
    if not rows:
        click.echo(f"There is no route{' to ' + model if model else ''}: kliqs gateway route add.")


@route.command("off")
@click.argument("number", type=NUMBER)
@with_database()
async def switch_off(number: int) -> None:
    """Use a route no longer; requests under way are finished."""
    await switch_route(await find_route(number), on=False)
    click.echo(f"Route {number} is off.")


@route.command("on")
@click.argument("number", type=NUMBER)
@with_database()
async def switch_on(number: int) -> None:
    """Use a route again, as if it had not failed."""
    await switch_route(await find_route(number), on=True)
    click.echo(f"Route {number} is on.")


@route.command("weight")
@click.argument("number", type=NUMBER)
@click.argument("weight", type=ORDER)
@click.option("--priority", type=ORDER, help="Also when it is tried; lower ones are first.")
@click.option("--first-byte", type=SHORT, help="Also the seconds until an answer begins.")
@click.option("--idle", type=SHORT, help="Also the seconds between two pieces of an answer.")
@with_database()
async def set_weight(number: int, weight: int, **others: int | None) -> None:
    """Change the share of a route among those of equal priority; 0 uses it only where the others fail."""
    terms = {name: value for name, value in {"weight": weight, **others}.items() if value is not None}
    await change_terms(await find_route(number), terms)
    click.echo(f"Route {number} has the weight {weight}.")


def _state(enabled_at: object) -> str:
    return "on " if enabled_at else "off"


def _circuit_open(row: Route) -> bool:
    return row.open_until is not None and row.open_until > clock.now()
