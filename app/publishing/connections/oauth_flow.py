"""One connection being made, from the button to the accounts that are chosen (connect_flow.py).

`state` is a secret of 256 bits that is valid once, for ten minutes, in the browser and session where it began. The PKCE
verifier is not stored (app/kernel/pkce.py). What the network granted is kept encrypted in the row, and only as long as
somebody still has to choose among several accounts.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from app.accounts.models import Account, Session
from app.kernel import clock, encryption, secrets
from app.kernel.pkce import code_verifier
from app.publishing.connections.connect_flow import ConnectFlow
from app.publishing.connections.connect_refusals import ConnectDeclined, StaleConnect
from app.publishing.connections.redirect_uri import redirect_uri
from app.publishing.networks import oauth_client
from app.publishing.networks.client import NetworkClient, Unreachable
from app.publishing.networks.errors import TemporaryFailure
from app.publishing.networks.network import Grant, Network, NetworkAccount

LIFETIME = timedelta(minutes=10)
LONGEST_CODE, LONGEST_ID = 4096, 255  # characters


@dataclass(frozen=True, slots=True)
class FlowStart:
    """How a flow begins: for which account, in which session and browser; the host of a server where there are many.

    `reconnects` is the id of the connection whose permission is renewed.
    """

    account: Account
    session: Session
    browser_secret: str
    server: str = ""
    reconnects: UUID | None = None


async def begin_flow(network: Network, start: FlowStart) -> str:
    """Stores a new flow and returns the URL at the network.

    Raises: NetworkError, when the server at which our app must be registered first does not answer.
    """
    table = await network.oauth(start.server)
    state, now = secrets.new_token(), clock.now()
    await ConnectFlow.create(
        id=uuid4(),
        account_id=start.account.id,
        user_id=start.session.user_id,
        session_id=start.session.id,
        network=network.name,
        server=start.server,
        reconnects_id=start.reconnects,
        state_digest=secrets.sha256_hex(state),
        browser_digest=secrets.sha256_hex(start.browser_secret),
        created_at=now,
        expires_at=now + LIFETIME,
    )
    verifier = code_verifier(start.browser_secret, state)
    return oauth_client.authorization_url(table, state, verifier, redirect_uri(network.name))


async def redeem_state(network: Network, state: str, browser_secret: str, session: Session | None) -> ConnectFlow:
    """Returns the flow that an answer belongs to, once; an answer in another browser or session does not use it up.

    Raises: StaleConnect.
    """
    now, digest = clock.now(), secrets.sha256_hex(state)
    unused = ConnectFlow.filter(
        state_digest=digest,
        browser_digest=secrets.sha256_hex(browser_secret),
        session_id=session.id if session else None,
        network=network.name,
        used_at=None,
        expires_at__gt=now,
    )
    if not browser_secret or session is None or not await unused.update(used_at=now):
        raise StaleConnect
    return await ConnectFlow.get(state_digest=digest)


@dataclass(frozen=True, slots=True)
class AuthorizationResponse:
    """The parameters with which a network sends the browser back (RFC 6749, 4.1.2)."""

    state: str
    code: str = ""
    error: str = ""


async def fetch_accounts(
    network: Network, flow: ConnectFlow, answer: AuthorizationResponse, browser_secret: str
) -> tuple[Grant, Sequence[NetworkAccount]]:
    """Exchanges the code of an answer and returns what was granted and for which accounts.

    Raises: ConnectDeclined, NetworkError.
    """
    if answer.error or not answer.code or len(answer.code) > LONGEST_CODE or not answer.code.isprintable():
        raise ConnectDeclined(network=network.label)
    table, verifier = await network.oauth(flow.server), code_verifier(browser_secret, answer.state)
    grant = await oauth_client.exchange_code(table, answer.code, verifier, redirect_uri(network.name))
    try:
        accounts = await network.accounts(NetworkClient(grant.access_token), grant, flow.server)
    except Unreachable as error:
        raise TemporaryFailure("network_unreachable", code=error.reason) from None
    if any(len(each.external_id) > LONGEST_ID or not each.external_id.isprintable() for each in accounts):
        raise TemporaryFailure("network_answer", code="id")
    return grant, accounts


async def store_choices(flow: ConnectFlow, grant: Grant, accounts: Sequence[NetworkAccount]) -> None:
    """Keeps what was granted, encrypted, until the person has chosen among the accounts, for ten minutes."""
    values = {"grant": asdict(grant), "accounts": [asdict(account) for account in accounts]}
    flow.secret = encryption.encrypt(json.dumps(values), flow_purpose(flow.id))
    flow.expires_at = clock.now() + LIFETIME
    await flow.save(update_fields=["secret", "expires_at"])


async def find_choosing(id: UUID, account: Account, session: Session, browser_secret: str) -> ConnectFlow:
    """Returns a flow of which accounts are to be chosen, in the browser and session where it began.

    Raises: StaleConnect.
    """
    open_flows = ConnectFlow.filter(
        account_id=account.id, session_id=session.id, expires_at__gt=clock.now(), finished_at=None
    )
    flow = await open_flows.exclude(secret="").get_or_none(id=id)
    if flow is None or not browser_secret or flow.browser_digest != secrets.sha256_hex(browser_secret):
        raise StaleConnect
    return flow


def read_choices(flow: ConnectFlow) -> tuple[Grant, list[NetworkAccount]]:
    """Returns what `store_choices` has kept. Raises: StaleConnect if nobody can read it any more."""
    try:
        values = json.loads(encryption.decrypt(flow.secret, flow_purpose(flow.id)))
    except encryption.Undecipherable:
        raise StaleConnect from None
    accounts = [
        NetworkAccount(**each | {"grant": _grant(each["grant"]), "missing": tuple(each["missing"])})
        for each in values["accounts"]
    ]
    return _grant(values["grant"]) or Grant(""), accounts


def _grant(values: dict[str, Any] | None) -> Grant | None:
    return None if values is None else Grant(**values | {"scopes": tuple(values["scopes"])})


async def finish_flow(flow: ConnectFlow) -> None:
    """Ends a flow, once, and wipes what it kept; call it in the transaction of what follows. Raises: StaleConnect."""
    now = clock.now()
    unfinished = ConnectFlow.filter(id=flow.id, finished_at=None, expires_at__gt=now)
    if not await unfinished.update(finished_at=now, secret=""):
        raise StaleConnect


def flow_purpose(id: UUID) -> str:
    """Returns the purpose for which the secret of the flow with this id is encrypted."""
    return f"connect flow {id}"
