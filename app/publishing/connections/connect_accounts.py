"""Stores what a network granted: new connections, and in place of the old permission for those that exist already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from tortoise.expressions import F

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import transaction
from app.plans import quota
from app.plans.connection_quota import check_room_for_connections
from app.publishing.connections import connection_hooks, oauth_flow, picture_job
from app.publishing.connections.connect_flow import ConnectFlow
from app.publishing.connections.connect_refusals import NoAccounts, NoneChosen, OtherAccount, StaleConnect
from app.publishing.connections.connection import CONNECTED, NEEDS_RECONNECT, Connection
from app.publishing.connections.token_refresh import expiry_columns
from app.publishing.connections.token_store import encrypt_tokens
from app.publishing.networks.network import Grant, Network, NetworkAccount
from app.publishing.networks.oauth_table import OauthTable
from app.publishing.networks.trouble_sentences import TROUBLES, UNKNOWN

PAGE = "page"
LONGEST = 255  # characters of a name


@dataclass(frozen=True, slots=True)
class Permission:
    """What a network granted in a flow: the tokens, and the table of its manners."""

    network: Network
    table: OauthTable
    grant: Grant


def usable_accounts(accounts: Sequence[NetworkAccount]) -> list[NetworkAccount]:
    """Returns the accounts that posts can be published to.

    A page without a token of its own is none: published with the token of the person, each of its posts would fail.
    """
    return [account for account in accounts if account.kind != PAGE or account.grant is not None]


def unusable_accounts(accounts: Sequence[NetworkAccount]) -> list[tuple[NetworkAccount, str]]:
    """Returns the other accounts, each with the key of the trouble that is the reason."""
    usable = usable_accounts(accounts)
    return [(each, str(each.details.get("trouble") or "scope_missing")) for each in accounts if each not in usable]


async def chosen_accounts(
    flow: ConnectFlow, network: Network, accounts: Sequence[NetworkAccount], ids: Sequence[str] | None
) -> list[NetworkAccount]:
    """Returns those among the granted accounts that are to be connected: those with these ids, or the only one.

    Where a connection is renewed, it is the connection's own. Raises: NoAccounts, NoneChosen, OtherAccount.
    """
    usable = usable_accounts(accounts)
    if not usable:
        reasons = [TROUBLES.get(trouble, UNKNOWN) for _, trouble in unusable_accounts(accounts)]
        raise NoAccounts(network=network.label, says=reasons[0] if reasons else "")
    if flow.reconnects_id is not None:
        return [await _same_account(flow, network, usable)]
    chosen = usable if ids is None else [account for account in usable if account.external_id in ids]
    if not chosen:
        raise NoneChosen
    return chosen


async def _same_account(flow: ConnectFlow, network: Network, accounts: list[NetworkAccount]) -> NetworkAccount:
    """Returns the granted account that the renewed connection is for. Raises: OtherAccount."""
    connection = await Connection.get_or_none(
        id=flow.reconnects_id, account_id=flow.account_id, disconnected_at=None, manual=False
    )
    wanted = connection.external_id if connection else ""
    for account in accounts:
        if account.external_id == wanted:
            return account
    expected = connection.shown_name if connection else ""
    raise OtherAccount(network=network.label, expected=expected, got=_name_of(accounts[0]))


def _name_of(account: NetworkAccount) -> str:
    return account.display_name or account.username or account.external_id


async def connect_accounts(
    account: Account, flow: ConnectFlow, permission: Permission, chosen: Sequence[NetworkAccount]
) -> list[Connection]:
    """Ends the flow and stores the chosen accounts, all or none. Raises: StaleConnect, ConnectionLimitReached."""
    own = Connection.owned_by(account)
    async with transaction():
        await oauth_flow.finish_flow(flow)
        await quota.lock_for_more(account)
        same = own.filter(network=flow.network, server=flow.server, manual=False)
        wanted = [each.external_id for each in chosen]
        known = {each.external_id: each for each in await same.filter(external_id__in=wanted)}
        if new := len(set(wanted) - known.keys()):
            await check_room_for_connections(account, own.count, new)
        return [await _store(flow, permission, each, known.get(each.external_id)) for each in chosen]


async def _store(
    flow: ConnectFlow, permission: Permission, account: NetworkAccount, known: Connection | None
) -> Connection:
    """Stores one account: renews the connection that is known, or creates one. Raises: StaleConnect."""
    id = known.id if known else uuid4()
    values = _columns(id, flow.user_id, permission, account)
    if known is not None:
        connection = await _renew(known, values)
    else:
        connection = await Connection.create(
            id=id,
            account_id=flow.account_id,
            network=flow.network,
            server=flow.server,
            external_id=account.external_id,
            created_at=clock.now(),
            **values,
        )
    if account.picture_url and connection.picture_id is None:
        await picture_job.enqueue_picture(connection, account.picture_url)
    return connection


async def _renew(known: Connection, values: dict[str, Any]) -> Connection:
    """Stores a new permission of a connection; its posts that waited for it go on.

    Raises: StaleConnect for one that was disconnected meanwhile, which gets no new tokens.
    """
    live = Connection.filter(id=known.id, disconnected_at=None)
    if not await live.update(**values, token_version=F("token_version") + 1, version=F("version") + 1):
        raise StaleConnect
    connection = await Connection.get(id=known.id)
    if known.state == NEEDS_RECONNECT:
        await connection_hooks.resume_posts(connection)
    return connection


def _columns(id: UUID, user_id: UUID, permission: Permission, account: NetworkAccount) -> dict[str, Any]:
    """Returns the columns that a permission sets, for a new connection and a renewed one."""
    grant = account.grant or permission.grant
    granted = grant.scopes or permission.grant.scopes or permission.table.scopes
    return {
        "username": account.username[:LONGEST],
        "display_name": account.display_name[:LONGEST],
        "kind": account.kind,
        "scopes": [scope for scope in granted if scope not in account.missing],
        "may_publish": account.may_publish,
        "details": dict(account.details),
        "tokens": encrypt_tokens(grant, id),
        "refreshing_until": None,
        "state": CONNECTED,
        "trouble": "" if account.may_publish else "scope_missing",
        "connected_by_id": user_id,
        "checked_at": clock.now(),
        **expiry_columns(grant),
    }
