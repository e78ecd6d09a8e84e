"""The operator's page of payment services, which tests the connection to each of them."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response

from app.kernel.refusal import N_, NotFound
from app.operators.guard import PREFIX, register_operator_pages
from app.operators.operator_log import add_sentences, record_act
from app.payments.catalogue import RateOutdated, currency_of
from app.payments.operator.connection import ConnectionResult, check_connection
from app.payments.providers import registry
from app.payments.providers.provider import Provider
from app.web import htmx

HOME = f"{PREFIX}/services"
blueprint = Blueprint("operator_services", __name__, url_prefix=HOME)
register_operator_pages(blueprint)
add_sentences({"connection_tested": N_("tested the connection to %(thing)s.")})


@blueprint.get("")
async def services_page() -> Response:
    """The payment services that are set up."""
    return await _page(None)


@blueprint.post("/<code>/test")
async def check_service(code: str) -> Response:
    """Calls a service without moving money, and says what it answered. Raises: NotFound."""
    provider = next((each for each in registry.configured() if each.code == code), None)
    if provider is None:
        raise NotFound
    await record_act("connection_tested", provider.label)
    result = await check_connection(provider)
    if htmx.wants_fragment():
        return await htmx.render_response("operator_payments/_service.html", **_row(provider, result))
    return await _page(result)


async def _page(result: ConnectionResult | None) -> Response:
    rows = [
        _row(provider, result if result and result.provider.code == provider.code else None)
        for provider in registry.configured()
    ]
    return await htmx.render_response("operator_payments/services.html", active="payments", rows=rows)


def _row(provider: Provider, result: ConnectionResult | None) -> dict[str, Any]:
    """Returns what the row of a service shows; `outdated` is whether it waits for a rate of this week."""
    try:
        outdated = not currency_of(provider)
    except RateOutdated:
        outdated = True
    return {"provider": provider, "result": result, "outdated": outdated}
