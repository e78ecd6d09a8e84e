"""Asks an upstream which models the credential may use, which costs nothing, and compares them with the routes."""

from __future__ import annotations

from dataclasses import dataclass

from app.gateway.catalogue.credentials import credential_purpose, unseal_credential
from app.gateway.catalogue.upstream import Route, Upstream
from app.gateway.upstreams.adapter import Target
from app.gateway.upstreams.registry import ADAPTERS

PATIENCE = 30  # seconds


@dataclass(frozen=True, slots=True)
class ConnectionCheck:
    """The names of the models at an upstream, and those of our routes that are not among them."""

    models: list[str]
    missing: list[str]


async def check_connection(upstream: Upstream) -> ConnectionCheck:
    """Asks an upstream for its models. Raises: UpstreamError if it does not answer or takes no such credential."""
    credential = unseal_credential(upstream.credential, credential_purpose(upstream.id))
    target = Target(upstream.base_url, credential, "", first_byte=PATIENCE, idle=PATIENCE)
    models = await ADAPTERS[upstream.kind].list_models(target)
    routes = await Route.filter(upstream_id=upstream.id, enabled_at__isnull=False).order_by("id")
    missing = {route.upstream_model: None for route in routes if route.upstream_model not in models}
    return ConnectionCheck(models, list(missing))
