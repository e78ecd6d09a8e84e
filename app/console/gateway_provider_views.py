"""The operator's pages of the providers of AI models, as `kliqs gateway upstream`. No page shows a credential."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash, request

from app.console import gateway_lists
from app.console.gateway_lists import PROVIDERS, SWITCHED, provider_rows
from app.gateway.catalogue import upstream_setup
from app.gateway.catalogue.connection_check import check_connection
from app.gateway.catalogue.upstream import Route, Upstream
from app.gateway.catalogue.upstream_setup import USUAL_URLS, InvalidCredential, UnknownUpstream, find_upstream
from app.gateway.upstreams.errors import UpstreamError
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.refusal import NotFound, Refusal
from app.operators.guard import register_operator_pages
from app.web import envelope, htmx
from app.web.forms import Form
from app.web.list_search import ListSearch
from app.web.pagination import page_after

MOST_MISSING = 5  # names of missing models that the page lists
blueprint = Blueprint("operator_providers", __name__, url_prefix=PROVIDERS)
register_operator_pages(blueprint)


@blueprint.get("")
async def list_providers() -> Response:
    """The list of providers with the form of a new one, or the part of it that htmx requests."""
    return await _list(Form({"kind": "openai"}))


@blueprint.post("")
async def add_provider() -> Response:
    """Adds a provider; a refused form is shown again, without the credential."""
    form = await Form.submitted()
    try:
        added = await upstream_setup.add_upstream(
            form["name"].strip(),
            form["kind"],
            form["url"].strip(),
            form["provider_credential"].strip(),
            region=form["region"],
            own_keys=form.has("own_keys"),
        )
    except Refusal as refusal:
        return await _list(form.blame(refusal), envelope.page_status(refusal))
    await flash(_("The provider is added. Test it, then give it routes of models."))
    return htmx.redirect_to(f"{PROVIDERS}/{added.name}")


@blueprint.get("/<name>")
async def provider_page(name: str) -> Response:
    """The page of a provider, or the next of its routes. Raises: NotFound."""
    return await show_provider(await find_provider(name), Form())


@blueprint.post("/<name>/actions/change")
async def change(name: str) -> Response:
    """Changes where a provider runs, and whether it takes own credentials of workspaces. Raises: NotFound."""
    upstream, form = await find_provider(name), await Form.submitted()
    try:
        await upstream_setup.change_upstream(upstream, region=form["region"], own_keys=form.has("own_keys"))
    except Refusal as refusal:
        return await show_provider(upstream, form.blame(refusal), envelope.page_status(refusal))
    await flash(_("Saved. Requests that begin from now on follow it."))
    return htmx.redirect_to(f"{PROVIDERS}/{upstream.name}")


@blueprint.post("/<name>/actions/credential")
async def replace_credential(name: str) -> Response:
    """Replaces the credential of a provider; refused are an empty one, and one of an old address. Raises: NotFound."""
    upstream, form = await find_provider(name), await Form.submitted()
    try:
        if not (credential := form["provider_credential"].strip()):
            raise InvalidCredential
        await upstream_setup.rotate_credential(upstream, credential, seen=form["seen"])
    except Refusal as refusal:
        return await show_provider(await find_provider(name), form.blame(refusal), envelope.page_status(refusal))
    await flash(
        _("The new credential is stored. End the old one at the provider once requests under way are finished.")
    )
    return htmx.redirect_to(f"{PROVIDERS}/{upstream.name}")


@blueprint.post("/<name>/actions/<any('on', 'off'):verb>")
async def switch(name: str, verb: str) -> Response:
    """Switches a provider on or off, with a way back. Raises: NotFound."""
    upstream = await find_provider(name)
    await upstream_setup.switch_upstream(upstream, on=verb == "on")
    text = _("The provider is on.") if verb == "on" else _("The provider is off, and with it every route to it.")
    notice: Any = {"text": text, "undo": f"{PROVIDERS}/{upstream.name}/actions/{'off' if verb == 'on' else 'on'}"}
    await flash(notice)
    return htmx.redirect_to(f"{PROVIDERS}/{upstream.name}")


@blueprint.post("/<name>/actions/test")
async def test(name: str) -> Response:
    """Asks a provider which models the credential may use, which costs nothing, and tells. Raises: NotFound."""
    upstream = await find_provider(name)
    try:
        check = await check_connection(upstream)
    except UpstreamError as error:
        notice: Any = {"text": _("It does not answer as it should: %(why)s") % {"why": isolate(error.message[:200])}}
        await flash(notice | {"kind": "bad"})
        return htmx.redirect_to(f"{PROVIDERS}/{upstream.name}")
    number = len(check.models)
    text = ngettext("It answers and has %(num)s model.", "It answers and has %(num)s models.", number) % {"num": number}
    if check.missing:
        names = ", ".join(isolate(each) for each in check.missing[:MOST_MISSING])
        if (more := len(check.missing) - MOST_MISSING) > 0:
            names += " " + ngettext("and %(num)s more", "and %(num)s more", more) % {"num": more}
        text += " " + _("Its list lacks models that routes use: %(names)s.") % {"names": names}
    await flash(text)
    return htmx.redirect_to(f"{PROVIDERS}/{upstream.name}")


async def find_provider(name: str) -> Upstream:
    """Returns a provider. Raises: NotFound."""
    try:
        return await find_upstream(name[:100])
    except UnknownUpstream:
        raise NotFound from None


async def _list(form: Form, status: int = 200) -> Response:
    search = ListSearch.of(PROVIDERS, request.args, SWITCHED)
    region = await gateway_lists.providers_context(search)
    if search.after and htmx.wants_fragment():
        return await htmx.render_response("console/_gateway_provider_rows.html", **region)
    if htmx.wants_fragment() and request.method == "GET":
        return await htmx.render_response("console/_gateway_providers.html", **region)
    region |= {"form": form, "kinds": _kinds(), "choices": [(key, _(words)) for key, words in SWITCHED.items()]}
    return await htmx.render_response("console/gateway_providers.html", status=status, active="models", **region)


async def show_provider(upstream: Upstream, form: Form, status: int = 200) -> Response:
    """Shows the page of a provider with a form that is filled in, or the next of its routes."""
    after = request.args.get("after", "")
    page = await page_after(Route.filter(upstream_id=upstream.id), by="id", after=after, size=gateway_lists.PAGE_SIZE)
    routes: dict[str, Any] = {"routes": page.rows, "next": page.next, "provider": upstream}
    if after and htmx.wants_fragment():
        return await htmx.render_response("console/_gateway_provider_routes.html", **routes)
    [row] = await provider_rows([upstream])
    # A form that is shown again changes the one half, so the other keeps what is stored.
    stored = Form({"region": upstream.region} | ({"own_keys": "1"} if upstream.own_keys else {}))
    terms = form if form.has("region") else stored
    context = {"row": row, "form": form, "terms": terms, **routes}
    return await htmx.render_response("console/gateway_provider.html", status=status, active="models", **context)


def _kinds() -> list[tuple[str, str]]:
    labels = {"openai": _("OpenAI, and all with the same API"), "anthropic": "Anthropic", "gemini": "Gemini"}
    return [(kind, labels.get(kind, kind)) for kind in USUAL_URLS]
