"""The operator's page that changes the address of a provider of AI models, as `kliqs gateway upstream move`.

For another server it asks first, because credentials that are stored for the old one are deleted.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from quart import Blueprint, Response, flash, request

from app.console.gateway_lists import PROVIDERS
from app.console.gateway_provider_views import find_provider, show_provider
from app.gateway.catalogue.upstream import Upstream
from app.gateway.catalogue.upstream_move import is_other_server, move_upstream, new_url
from app.gateway.upstream_ends import find_ends
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.operators.guard import register_operator_pages
from app.web import envelope, htmx
from app.web.forms import Form

blueprint = Blueprint("operator_provider_move", __name__, url_prefix=f"{PROVIDERS}/<name>")
register_operator_pages(blueprint)


@blueprint.get("/move")
async def move_form(name: str) -> Response:
    """Asks whether a provider is to be on another server, at the address in the query string. Raises: NotFound."""
    upstream, form = await find_provider(name), Form({"url": request.args.get("url", "")})
    try:
        url = new_url(upstream, form["url"].strip())
    except Refusal as refusal:
        return await show_provider(upstream, form.blame(refusal), envelope.page_status(refusal))
    if not is_other_server(upstream, url):
        return htmx.redirect_to(f"{PROVIDERS}/{upstream.name}")
    return await _ask(upstream, url, form)


@blueprint.post("/actions/move")
async def move(name: str) -> Response:
    """Changes the address of a provider; asks first about another server. Raises: NotFound."""
    upstream, form = await find_provider(name), await Form.submitted()
    typed = form["url"].strip()
    try:
        url = new_url(upstream, typed)
        if is_other_server(upstream, url) and not form.has("confirmed"):
            return htmx.redirect_to(f"{PROVIDERS}/{upstream.name}/move?{urlencode({'url': url})}")
        await move_upstream(upstream, typed, form["provider_credential"].strip(), seen=form["seen"])
    except Refusal as refusal:
        return await _refuse(upstream, form.blame(refusal), envelope.page_status(refusal))
    await flash(_("The address is changed. Test it."))
    return htmx.redirect_to(f"{PROVIDERS}/{upstream.name}")


async def _refuse(upstream: Upstream, form: Form, status: int) -> Response:
    """Shows the form again that was refused: that of the credential, or the page of the provider for the address."""
    if form.errors.get("url"):
        return await show_provider(upstream, form, status)
    return await _ask(upstream, new_url(upstream, form["url"].strip()), form, status)


async def _ask(upstream: Upstream, url: str, form: Form, status: int = 200) -> Response:
    context: dict[str, Any] = {"provider": upstream, "url": url, "form": form, "ends": await find_ends(upstream)}
    return await htmx.render_response("console/gateway_provider_move.html", status=status, active="models", **context)
