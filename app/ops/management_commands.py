"""`kliqs account …`, `key …`, `link …`, `media …`, `guests …`, `visits …`: operator commands on anybody's objects."""

import sys
from datetime import timedelta

import click

from app.accounts.registration import open_empty_account, register
from app.accounts.security_log import record_event
from app.accounts.sign_up_checks import check_name
from app.guests import expiry
from app.kernel import site
from app.kernel.config import Config
from app.kernel.db import transaction
from app.kernel.storage_calls import call
from app.keys.key_terms import KeyTerms
from app.keys.models import ApiKey
from app.keys.networks import parse_networks
from app.keys.scopes import AI, EVERYTHING, SCOPES, pack_scopes
from app.media import orphans
from app.ops import account_acts, operator_actions
from app.ops.command_runner import NUMBER, LimitOrPlan, with_database
from app.ops.counts import count_of
from app.ops.operator_actions import Limit
from app.pages.view_counters import PageVisitCounter
from app.plans.plan_limits import PLANS
from app.visits.recording import ingest
from app.visits.recording.shipped_intake import ShippedIntake
from app.visits.sealed import engine, manifest, rewrite, seal

PLAN = click.Choice(list(PLANS))


@click.group()
def account() -> None:
    """Open, look at and limit accounts."""


@account.command("create")
@click.argument("email")
@click.option("--name", help="How to address them; without it, what stands before the @.")
@click.option("--plan", type=PLAN, default="free", show_default=True)
@click.option("--links", type=NUMBER, help="Short links at once, instead of the plan's.")
@click.option("--requests", type=NUMBER, help="API requests a month, instead of the plan's.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@with_database()
async def create_account(
    email: str, name: str | None, plan: str, links: int | None, requests: int | None, password_stdin: bool
) -> None:
    """Open an account; without a password of your own, a link is printed with which its owner chooses one."""
    chosen = _read_password(password_stdin)
    password = chosen or operator_actions.new_password()
    membership = await register(email, name or email.partition("@")[0], password, plan=plan)
    await operator_actions.set_limits(membership.account, None, links, requests)
    click.echo(f"{membership.user.email} can sign in at {site.url('dashboard', '/login')}")
    if not chosen:
        click.echo(await operator_actions.password_link(membership.user))


def _read_password(from_stdin: bool) -> str:
    """The password from standard input or a prompt; empty when there is neither."""
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True)) if sys.stdin.isatty() else ""


@account.command("add-workspace")
@click.argument("email")
@click.option("--name", help="Its name; without it, that of its owner.")
@click.option("--plan", type=PLAN, default="free", show_default=True)
@with_database()
async def add_workspace(email: str, name: str | None, plan: str) -> None:
    """Open a further workspace for somebody who has an account."""
    user = await operator_actions.find_user(email)
    async with transaction():
        membership = await open_empty_account(user, plan, check_name(name or user.name))
    click.echo(f"{user.email} owns {membership.account.name} ({membership.account.id}) with the plan {plan}.")


@account.command("show")
@click.argument("email")
@with_database()
async def show_account(email: str) -> None:
    """Show an account with its plan and what it has used."""
    click.echo(await operator_actions.describe_account(await operator_actions.find_account(email)))


@account.command("limits")
@click.argument("email")
@click.option("--plan", type=PLAN)
@click.option("--links", type=LimitOrPlan(), help="Short links at once; “plan” takes the plan's number again.")
@click.option("--requests", type=LimitOrPlan(), help="API requests a month; “plan” takes the plan's number again.")
@with_database()
async def limit_account(email: str, plan: str | None, links: Limit, requests: Limit) -> None:
    """Set an account's plan, and numbers that go before the plan's."""
    account = await operator_actions.find_account(email)
    await account_acts.set_limits(account, plan, links, requests, "")
    click.echo(await operator_actions.describe_account(account))


@account.command("password")
@click.argument("email")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@with_database()
async def reset_password(email: str, password_stdin: bool) -> None:
    """End somebody's password and sign them out everywhere; a link is printed with which they choose another one."""
    user, chosen = await operator_actions.find_user(email), _read_password(password_stdin)
    await user.set_password(chosen or operator_actions.new_password())
    await record_event(user.id, "operator_password")
    click.echo(f"{user.email} is signed out everywhere.")
    if not chosen:
        click.echo(await operator_actions.password_link(user))


@account.command("sign-out")
@click.argument("email", required=False)
@click.option("--everybody", is_flag=True, help="End the sessions of all people.")
@with_database()
async def sign_out(email: str | None, everybody: bool) -> None:
    """End every session of a person, or of everybody; passwords and API keys stay."""
    if everybody == bool(email):
        raise click.UsageError("Give an email, or --everybody.")
    if email:
        ended = await account_acts.sign_out(await operator_actions.find_user(email), "")
    else:
        ended = await operator_actions.end_sessions(None)
    click.echo(f"{ended:,} sessions are ended.")


@account.group("second-factor")
def second_factor_group() -> None:
    """Help people who lost their authenticator app and their recovery codes."""


@second_factor_group.command("off")
@click.argument("email")
@with_database()
async def turn_off_second_factor(email: str) -> None:
    """Turn a person's authenticator app off; first make sure that it is them who ask. They are told by mail."""
    user = await operator_actions.find_user(email)
    was_on = await account_acts.turn_off_second_factor(user, "")
    click.echo(f"{user.email} signs in without a code." if was_on else f"{user.email} has no authenticator app on.")


@click.group()
def key() -> None:
    """Make and revoke API keys."""


@key.command("create")
@click.argument("email")
@click.option("--name", required=True, help="What it is for, such as production-server.")
@click.option(
    "--scope",
    "scopes",
    multiple=True,
    type=click.Choice([scope for scope in SCOPES if scope != AI]),
    help="Only this; may be repeated.",
)
@click.option("--ai", is_flag=True, help="It may use AI models, too, which spends credits.")
@click.option("--network", "networks", multiple=True, help="Only from this address or network; may be repeated.")
@click.option("--days", type=click.IntRange(1, 3650), help="For so many days, instead of for ever.")
@with_database()
async def create_key(
    email: str, name: str, scopes: tuple[str, ...], ai: bool, networks: tuple[str, ...], days: int | None
) -> None:
    """Make an API key, printed on the last line of the output."""
    account = await operator_actions.find_account(email)
    rights = " ".join([pack_scopes(scopes) if scopes else EVERYTHING, *([AI] if ai else [])])
    terms = KeyTerms(rights, parse_networks(" ".join(networks)), days)
    key, raw = await ApiKey.issue(account, name, terms=terms)
    click.echo(f"The key “{key.name}” of {account.name}, shown this once:\n{raw}")


@key.command("revoke")
@click.argument("key")
@with_database()
async def revoke_key(key: str) -> None:
    """Revoke an API key: the whole key, its masked form abcd…wxyz, or its id."""
    api_key = await operator_actions.find_key(key)
    already = api_key.revoked_at is not None
    await account_acts.revoke_key(api_key, "")
    click.echo(f"“{api_key.name}” ({api_key.masked}) of {api_key.account.name} is revoked{' already' * already}.")


@click.group()
def link() -> None:
    """Block links that do harm, and unblock them."""


@link.command("block")
@click.argument("name")
@click.option("--why", required=True, help="Visitors read it.")
@with_database()
async def block_link(name: str, why: str) -> None:
    """Answer 451 in the place of a link; any of its names will do."""
    short_link = await operator_actions.find_link(name)
    await operator_actions.block_with_reason(short_link, why)
    click.echo(f"{short_link.display_url} is blocked; it led to {short_link.destination_url}")


@link.command("unblock")
@click.argument("name")
@with_database()
async def unblock_link(name: str) -> None:
    """Let a blocked link redirect again."""
    short_link = await operator_actions.find_link(name)
    await short_link.unblock()
    click.echo(f"{short_link.display_url} leads to {short_link.destination_url} again.")


@click.group()
def media() -> None:
    """Uploaded pictures."""


@media.command("sweep")
@with_database()
async def sweep_media() -> None:
    """Delete pictures that nothing has used for a day, and files that no picture has."""
    swept = await orphans.delete_orphans()
    click.echo(f"{swept.pictures:,} pictures and {swept.files:,} files without a picture are deleted.")


@click.group()
def guests() -> None:
    """What was made without an account."""


@guests.command("sweep")
@with_database()
async def sweep_guests() -> None:
    """Delete what nobody claimed, changed or visited for 90 days; a running server does it every day."""
    click.echo(f"{await expiry.erase_abandoned_guests():,} guests are deleted with all they had.")


@click.group()
def visits() -> None:
    """Ingest, seal and purge visits."""


@visits.command("ingest")
@with_database()
async def ingest_visits() -> None:
    """Bring visits from the journals of stopped servers, and those shipped, into the database, as servers do."""
    visits = await ingest.ingest_all(Config.from_env().journal_dir, PageVisitCounter)
    visits += await ShippedIntake(PageVisitCounter).take_in_all()
    click.echo(f"{count_of(visits, 'visit is', 'visits are')} taken in.")


@visits.command("seal")
@with_database()
async def seal_visits() -> None:
    """Move the visits of days that are over into files; a running server does it every hour."""
    files = await seal.seal_days()
    click.echo(f"{files:,} new files of visits.")


@visits.command("purge")
@with_database()
async def purge_visits() -> None:
    """Delete visits older than the retention of their account's plan, at once; their summary stays."""
    await seal.seal_days()
    months = await rewrite.rewrite_months(timedelta())
    listed = {file.name for file in (await manifest.load_manifest()).files}
    await call(engine.current().store.sweep, listed)
    click.echo(f"{months:,} months of visits are rewritten; summaries of what is gone stay.")
