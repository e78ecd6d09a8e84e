"""The credentials that a workspace brought itself, for the upstreams of a model."""

from __future__ import annotations

from uuid import UUID

from app.gateway.catalogue.credentials import unseal_own_key
from app.gateway.catalogue.offered import OfferedModel
from app.gateway.catalogue.server_of_url import is_same_server
from app.gateway.catalogue.upstream import OwnUpstreamKey


async def own_credentials(account_id: UUID, model: OfferedModel) -> dict[int, str]:
    """Returns the workspace's own credentials by upstream, for the routes of a model that take any.

    Left out is one for another server than that of `model`, which was read before the upstream moved.
    Raises: CredentialRefused for one that cannot be decrypted any more.
    """
    urls = {route.upstream_id: route.base_url for route in model.routes if route.own_keys}
    if not urls:
        return {}
    keys = await OwnUpstreamKey.filter(account_id=account_id, upstream_id__in=list(urls)).select_related("upstream")
    here = [key for key in keys if is_same_server(key.upstream.base_url, urls[key.upstream_id])]
    return {key.upstream_id: unseal_own_key(key) for key in here}


async def own_credential(account_id: UUID, upstream_id: int) -> str | None:
    """Returns the workspace's own credential for an upstream; None if it brought none. Raises: CredentialRefused."""
    key = await OwnUpstreamKey.get_or_none(account_id=account_id, upstream_id=upstream_id)
    return unseal_own_key(key) if key else None
