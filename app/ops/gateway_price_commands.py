"""`kliqs gateway prices …`: what genai-prices says of models, and taking it."""

from __future__ import annotations

import click

from app.gateway.catalogue.genai_import import ListedModel
from app.gateway.catalogue.model_setup import find_model
from app.gateway.catalogue.price_difference import Difference, accept, find_difference, list_differences
from app.gateway.catalogue.price_list import NAMES, format_price, format_prices
from app.ops.command_runner import with_database
from app.ops.operator_actions import OperationDeclined


@click.group("prices")
def prices_group() -> None:
    """Prices and sizes of models as the installed genai-prices has them; nothing is fetched from anywhere."""


@prices_group.command("diff")
@with_database()
async def show_differences() -> None:
    """Show what would change; nothing does until you accept it."""
    differences = await list_differences()
    for difference in differences:
        _print_difference(difference)
    accept = "Take what you agree with: kliqs gateway prices accept MODEL, or --all."
    click.echo(accept if differences else "Nothing would change.")


@prices_group.command("accept")
@click.argument("ids", metavar="MODEL", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="All but those whose price you typed.")
@with_database()
async def accept_prices(ids: tuple[str, ...], everything: bool) -> None:
    """Take the listed prices of models; requests that began before keep theirs."""
    if everything == bool(ids):
        raise OperationDeclined("Name the models, or give --all: kliqs gateway prices diff shows what would change.")
    chosen = [each for each in await list_differences() if not each.by_hand] if everything else await _named(ids)
    for difference in chosen:
        await accept(difference)
        click.echo(f"{difference.model.id} costs {format_prices(difference.after)} from now on.")
    if not chosen:
        click.echo("There is nothing to take.")


async def _named(ids: tuple[str, ...]) -> list[Difference]:
    """Returns the differences of these models. Raises: OperationDeclined for one in no list; UnknownModel."""
    differences = [await find_difference(await find_model(id)) for id in ids]
    if missing := [id for id, difference in zip(ids, differences, strict=True) if difference is None]:
        raise OperationDeclined(f"{missing[0]} is in no list of prices: kliqs gateway model price sets them by hand.")
    return [difference for difference in differences if difference is not None and not difference.empty]


def _print_difference(difference: Difference) -> None:
    """Prints what would change of one model."""
    listed, typed = difference.listed, "  (you typed its price)" if difference.by_hand else ""
    click.echo(f"{difference.model.id}  {listed.provider}/{listed.id}, {listed.source}{typed}")
    for name in difference.classes:
        old, new = (
            "free" if (price := prices.get(name)) is None else format_price(name.partition(">")[0], price)
            for prices in (difference.before, difference.after)
        )
        click.echo(f"  {NAMES.get(name, name)}: {old} → {new}")
    if difference.context_tokens != difference.model.context:
        click.echo(f"  context: {difference.model.context} → {difference.context_tokens}")
    print_remarks(listed)


def print_remarks(listed: ListedModel) -> None:
    """Prints what else must be known of an entry in the list."""
    if listed.unbilled:
        click.echo(f"  charged by the provider, and not billed here: {', '.join(listed.unbilled)}")
    if listed.deprecated:
        click.echo("  its provider has announced that it ends: kliqs gateway model deprecate tells people")
