"""Changes the address of an upstream.

Nothing that is stored for one server is sent to another. If the scheme, host or port changes, the operator's credential
is replaced by the one that is passed in, and the own credentials of workspaces are deleted; their owners get an email.
Videos of the old server end.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from app.gateway.catalogue.credentials import credential_purpose, seal_credential
from app.gateway.catalogue.offered import forget_offered
from app.gateway.catalogue.own_key_emails import enqueue_emails
from app.gateway.catalogue.server_of_url import is_same_server
from app.gateway.catalogue.upstream import Route, Upstream
from app.gateway.catalogue.upstream_setup import USUAL_URLS, AddressChanged, check_credential, check_url
from app.gateway.move_losses import MoveLosses
from app.gateway.videos.upstream_videos import end_videos
from app.kernel.db import query_rows, transaction
from app.kernel.refusal import N_, Faults
from app.operators.operator_log import LONGEST_TEXT, add_sentences, record_act

DELETE_OWN_KEYS = "DELETE FROM ai_own_keys WHERE upstream_id = $1 RETURNING account_id"
ARROW = " → "
add_sentences({"ai_upstream_moved": N_("changed the address of the AI provider %(thing)s: %(detail)s.")})


class Move(NamedTuple):
    """The new address of an upstream, and what was lost; None on the same server, where nothing is."""

    url: str
    losses: MoveLosses | None = None


def new_url(upstream: Upstream, typed: str) -> str:
    """Returns the new address of an upstream, by default the usual one of its kind. Raises: InvalidUpstreamUrl."""
    return check_url(typed or USUAL_URLS[upstream.kind])


def is_other_server(upstream: Upstream, url: str) -> bool:
    """Whether an address has another scheme, host or port than the one of an upstream."""
    return not is_same_server(upstream.base_url, url)


async def move_upstream(upstream: Upstream, typed: str, credential: str = "", *, seen: str = "") -> Move:
    """Changes the address of an upstream, for requests that begin from now on; returns the new one, and what was lost.

    `credential` is the operator's at another server, "" where it needs none; on the same server the stored one stays.
    `seen` is the address that the operator's form showed as the present one, "" where there was no form.
    Raises: InvalidUpstreamUrl, InvalidCredential, both at once; AddressChanged.
    """
    if seen not in {"", upstream.base_url}:
        raise AddressChanged
    faults, url = Faults.gather(), ""
    with faults.catching():
        url = new_url(upstream, typed)
    with faults.catching():
        check_credential(credential)
    faults.raise_if_any()
    if url == upstream.base_url:
        return Move(url)
    losses = await _move(upstream, url, credential)
    forget_offered()
    return Move(url, losses)


async def _move(upstream: Upstream, url: str, credential: str) -> MoveLosses | None:
    """Stores a new address; returns what was lost on the way to another server. Raises: AddressChanged."""
    values: dict[str, Any] = {"base_url": url}
    other_server, losses = is_other_server(upstream, url), None
    if other_server:
        values["credential"] = seal_credential(credential, credential_purpose(upstream.id))
    async with transaction():
        stored = await Upstream.filter(id=upstream.id).select_for_update(no_key=True).first()
        if stored is None or stored.base_url != upstream.base_url:
            raise AddressChanged
        await Upstream.filter(id=upstream.id).update(**values)
        if other_server:
            losses = await _end_at_old_server(stored)
        await record_act("ai_upstream_moved", upstream.name, _shortened(upstream.base_url) + ARROW + _shortened(url))
    return losses


async def _end_at_old_server(upstream: Upstream) -> MoveLosses:
    """Deletes and ends what belongs to the old server, in the transaction of the move; returns what it was."""
    own_keys = [row["account_id"] for row in await query_rows(DELETE_OWN_KEYS, [upstream.id])]
    await enqueue_emails(upstream, own_keys)
    await Route.filter(upstream_id=upstream.id).update(failures=0, open_until=None)
    videos, files = await end_videos(upstream.id)
    return MoveLosses(bool(upstream.credential), len(own_keys), videos, files)


def _shortened(url: str) -> str:
    """Returns an address so short that two of them have room in the log of operators."""
    most = (LONGEST_TEXT - len(ARROW)) // 2
    return url if len(url) <= most else f"{url[: most - 1]}…"
