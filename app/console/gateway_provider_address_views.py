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
from app.gateway.move_losses import count_losses
from app.gateway.upstream_move import is_other_server, move_upstream, new_url
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.operators.guard import register_operator_pages
from app.web import envelope, htmx
from app.web.forms import Form

blueprint = Blueprint("operator_provider_move", __name__, url_prefix=f"{PROVIDERS}/<name>")
register_operator_pages(blueprint)


@blueprint.get("/move")
async def move_form(name: str) -> Response:
    """Asks whether a provider is to be on another server, at the address in the query string. Raises: NotFound.

    Where that is no other server, the page of the provider is shown, with the address in its form.
    """
    upstream, form = await find_provider(name), Form({"url": request.args.get("url", "")})
    try:
        url = new_url(upstream, form["url"].strip())
    except Refusal as refusal:
        return await show_provider(upstream, form.blame(refusal), envelope.page_status(refusal))
    if not is_other_server(upstream, url):
        return await show_provider(upstream, form)
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
        return await _refused(await find_provider(name), form.blame(refusal), envelope.page_status(refusal))
    await flash(_("The address is changed. Test it."))
    return htmx.redirect_to(f"{PROVIDERS}/{upstream.name}")


async def _refused(upstream: Upstream, form: Form, status: int) -> Response:
    """Shows the refused form again: the provider's page for a wrong address, else the question with the credential."""
    if form.errors.get("url"):
        return await show_provider(upstream, form, status)
    return await _ask(upstream, new_url(upstream, form["url"].strip()), form, status)


async def _ask(upstream: Upstream, url: str, form: Form, status: int = 200) -> Response:
    context: dict[str, Any] = {"provider": upstream, "url": url, "form": form, "losses": await count_losses(upstream)}
    return await htmx.render_response("console/gateway_provider_move.html", status=status, active="models", **context)
