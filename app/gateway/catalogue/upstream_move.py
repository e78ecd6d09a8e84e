"""Changes the address of an upstream.

Nothing that was meant for one server is sent to another: at another scheme, host or port the operator's credential is
replaced by the one that comes with the new address, and the workspaces' own ones are deleted, of which owners hear.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from app.gateway.catalogue.credentials import credential_purpose, seal_credential
from app.gateway.catalogue.offered import forget_offered
from app.gateway.catalogue.own_key_emails import enqueue_emails
from app.gateway.catalogue.upstream import Route, Upstream
from app.gateway.catalogue.upstream_setup import USUAL_URLS, check_credential, check_url
from app.kernel.db import query_rows, transaction
from app.kernel.refusal import N_, EditedElsewhere, Faults
from app.operators.operator_log import add_sentences, record_act

END_OWN_KEYS = "DELETE FROM ai_own_keys WHERE upstream_id = $1 RETURNING account_id"
PORTS = {"http": 80, "https": 443}
add_sentences({"ai_upstream_moved": N_("changed the address of the AI provider %(thing)s: %(detail)s.")})


class MovedElsewhere(EditedElsewhere):
    """Another operator changed the address after it was read."""

    field, says = "url", N_("The address was changed in the meantime. Load the page again.")


def new_url(upstream: Upstream, typed: str) -> str:
    """Returns the new address of an upstream, by default the usual one of its kind. Raises: InvalidUpstreamUrl."""
    return check_url(typed or USUAL_URLS[upstream.kind])


def is_other_server(upstream: Upstream, url: str) -> bool:
    """Whether an address has another scheme, host or port than the one of an upstream."""
    return _server(url) != _server(upstream.base_url)


async def move_upstream(upstream: Upstream, typed: str, credential: str = "", *, seen: str = "") -> str:
    """Changes the address of an upstream, for requests that begin from now on; returns the new one.

    `credential` is the operator's at another server, "" where it needs none; on the same server the stored one stays.
    `seen` is the address that the operator's form showed as the present one, "" where there was no form.
    Raises: InvalidUpstreamUrl, InvalidCredential, both at once; MovedElsewhere.
    """
    if seen not in {"", upstream.base_url}:
        raise MovedElsewhere
    faults, url = Faults.gather(), ""
    with faults.catching():
        url = new_url(upstream, typed)
    with faults.catching():
        check_credential(credential)
    faults.raise_if_any()
    if url != upstream.base_url:
        await _move(upstream, url, credential)
        forget_offered()
    return url


async def _move(upstream: Upstream, url: str, credential: str) -> None:
    """Stores a new address, with what follows of another server. Raises: MovedElsewhere."""
    values: dict[str, Any] = {"base_url": url}
    detail, other = f"{upstream.base_url} → {url}", is_other_server(upstream, url)
    if other:
        values["credential"] = seal_credential(credential, credential_purpose(upstream.id))
    async with transaction():
        if not await Upstream.filter(id=upstream.id, base_url=upstream.base_url).update(**values):
            raise MovedElsewhere
        if other:
            await enqueue_emails(upstream, [row["account_id"] for row in await query_rows(END_OWN_KEYS, [upstream.id])])
            await Route.filter(upstream_id=upstream.id).update(failures=0, open_until=None)
        await record_act("ai_upstream_moved", upstream.name, detail)


def _server(url: str) -> tuple[str, str, int | None]:
    """Returns the scheme, the host and the port of an address."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port or PORTS.get(parts.scheme)
