"""`kliqs gateway model …`: the models that are offered, and what the operator sets for each."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from app.gateway.catalogue import model_setup
from app.gateway.catalogue.ai_model import ABILITIES, CHAT, KINDS, AiModel
from app.gateway.catalogue.margin import HUNDREDTHS, InvalidMargin, parse_percent
from app.gateway.catalogue.model_facts import MOST_SECONDS, ModelFacts, media_options
from app.gateway.catalogue.model_setup import find_model, newest_price
from app.gateway.catalogue.new_model import NewModel, set_up_model
from app.gateway.catalogue.price_list import format_prices, parse_prices
from app.gateway.catalogue.upstream import Route
from app.gateway.catalogue.upstream_setup import find_upstream
from app.gateway.notices.announcement import write_model_notices
from app.ops.command_runner import with_database
from app.ops.counts import count_of
from app.ops.gateway_price_commands import print_remarks
from app.ops.operator_actions import OperationDeclined
from app.payments import operator_calendar

DAY = click.DateTime(["%Y-%m-%d"])
TOKENS = click.IntRange(0, 100_000_000)


class Percent(click.ParamType[int]):
    """A click type: a percentage such as 12.5, converted to hundredths of a percent."""

    name = "PERCENT"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Returns the hundredths of a percent; fails as click types do."""
        try:
            return parse_percent(str(value))
        except InvalidMargin as refusal:
            self.fail(str(refusal), param, ctx)


@click.group()
def model() -> None:
    """Models that you offer, switched on one by one, with your margin."""


@model.command("add")
@click.argument("id", metavar="MODEL")
@click.argument("upstream")
@click.option("--as", "upstream_model", default="", help="The model's name there; without it, the same.")
@click.option("--kind", type=click.Choice(KINDS), default=CHAT, show_default=True, help="What it makes.")
@click.option("--label", default="", help="Its name for people.")
@click.option("--maker", default="", help="Who made it, for people.")
@click.option("--policy-url", default="", help="The privacy policy of who runs it.")
@click.option("--ability", "abilities", type=click.Choice(ABILITIES), multiple=True, help="What it can do; repeatable.")
@click.option("--context", type=TOKENS, default=0, help="How many tokens it takes.")
@click.option("--max-output", type=TOKENS, default=0, help="How many tokens it writes at most.")
@click.option("--size", "sizes", multiple=True, help="Of pictures and videos, such as 1024x1024; repeatable.")
@click.option(
    "--seconds", type=click.IntRange(1, MOST_SECONDS), multiple=True, help="Of videos, such as 8; repeatable."
)
@click.option("--price", "prices", metavar="CLASS=DOLLARS", multiple=True, help="As in model price; repeatable.")
@click.option("--margin", type=Percent(), default="0", help="In percent, on top of its price.")
@with_database()
async def add(
    upstream: str, upstream_model: str, prices: tuple[str, ...], sizes: Any, seconds: Any, **options: Any
) -> None:
    """Add a model with its first route, switched off; sizes and prices come from genai-prices where it knows them."""
    facts = ModelFacts(**options, options=media_options(sizes, seconds))
    added = await set_up_model(facts, await find_upstream(upstream), upstream_model, parse_prices(prices))
    _print_new_model(added)


@model.command("on")
@click.argument("id", metavar="MODEL")
@click.option("--margin", type=Percent(), help="In percent, on top of its price; without it, as it was.")
@with_database()
async def switch_on(id: str, margin: int | None) -> None:
    """Offer a model to everybody; they are told in their dashboards, and by email who agreed."""
    chosen = await find_model(id)
    await model_setup.switch_on(chosen, margin)
    await write_model_notices()
    click.echo(f"{id} is on, with {chosen.margin / HUNDREDTHS:g} % on top of its price.")


@model.command("off")
@click.argument("id", metavar="MODEL")
@with_database()
async def switch_off(id: str) -> None:
    """Offer a model no longer, at once; to announce its end, take model deprecate."""
    await model_setup.switch_off(await find_model(id))
    click.echo(f"{id} is off.")


@model.command("margin")
@click.argument("id", metavar="MODEL")
@click.argument("margin", type=Percent())
@with_database()
async def set_margin(id: str, margin: int) -> None:
    """Set your margin, such as 12.5, whether the model is on or off."""
    await model_setup.set_margin(await find_model(id), margin)
    click.echo(f"{id} has {margin / HUNDREDTHS:g} % on top of its price.")


@model.command("price")
@click.argument("id", metavar="MODEL")
@click.argument("prices", metavar="CLASS=DOLLARS", nargs=-1, required=True)
@with_database()
async def set_price(id: str, prices: tuple[str, ...]) -> None:
    """Set all prices of a model, such as input=0.25 output=2 for a million tokens, picture=0.04, second=0.1."""
    await model_setup.set_prices(await find_model(id), parsed := parse_prices(prices))
    click.echo(f"{id} costs {format_prices(parsed)} from now on. What was used keeps its price.")


@model.command("deprecate")
@click.argument("id", metavar="MODEL")
@click.argument("day", type=DAY, required=False)
@click.option("--successor", default="", metavar="MODEL", help="Which model to take instead.")
@click.option("--anyway", is_flag=True, help="Also less than 90 days ahead, because its provider ends it.")
@click.option("--keep", is_flag=True, help="Take back that it ends.")
@with_database()
async def deprecate(id: str, day: datetime | None, successor: str, anyway: bool, keep: bool) -> None:
    """Announce the last day of a model, 90 days ahead; people are told, and answers say so in their headers."""
    chosen = await find_model(id)
    if keep:
        await model_setup.cancel_deprecation(chosen)
        click.echo(f"{id} does not end.")
        return
    if day is None:
        raise OperationDeclined("Give its last day, such as 2027-03-01, or --keep.")
    await model_setup.deprecate(chosen, day.date(), successor, anyway=anyway)
    await write_model_notices()
    click.echo(f"{id} ends when {day:%Y-%m-%d} is over.")


@model.command("list")
@with_database()
async def list_models() -> None:
    """List models: id, state, kind, prices in dollars, margin, routes, and when it ends."""
    rows = await AiModel.all().order_by("id")
    for row in rows:
        price, routes = await newest_price(row), await Route.filter(model_id=row.id, enabled_at__isnull=False).count()
        costs = format_prices(price.prices) if price else "no price"
        ends = f"  ends after {operator_calendar.day_of(row.sunset_at)}" if row.sunset_at else ""
        state = "on " if row.enabled_at else "off"
        margin = f"{row.margin / HUNDREDTHS:g} %"
        click.echo(
            f"{row.id:<24}  {state}  {row.kind:<9}  {costs}  + {margin}  {count_of(routes, 'route', 'routes')}{ends}"
        )
    if not rows:
        click.echo("There is no model: kliqs gateway model add.")


def _print_new_model(added: NewModel) -> None:
    """Prints what a new model is, and what is to be done next."""
    id = added.model.id
    click.echo(f"{id} is added, switched off: {format_prices(added.prices) or 'no price yet'}.")
    if added.listed:
        print_remarks(added.listed)
    price = "" if added.prices else f"kliqs gateway model price {id} input=… output=…, then "
    click.echo(f"Next: {price}kliqs gateway model on {id}")
