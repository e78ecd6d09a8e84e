"""The operator's pages of blocked hosts and of block lists."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash, request
from tortoise.queryset import QuerySet

from app.abuse import hosts
from app.abuse.case_list import HOME
from app.abuse.reasons import REASONS
from app.abuse.scan_jobs import request_check
from app.blocklists import block_list, list_updates
from app.blocklists.block_list import BlockList
from app.blocklists.blocked_host import BlockedHost
from app.blocklists.list_formats import FORMATS
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.operators.guard import register_operator_pages
from app.operators.operator_log import record_act
from app.web import envelope, htmx, limits
from app.web.forms import Form
from app.web.list_search import ListSearch, has_words
from app.web.pagination import page_or_first

HOSTS, LISTS, PAGE_SIZE = f"{HOME}/hosts", f"{HOME}/lists", 50
blueprint = Blueprint("block_lists", __name__, url_prefix=HOME)
register_operator_pages(blueprint)
limits.allow_body(limits.MAX_IMPORT, f"{LISTS}/?")


@blueprint.get("/hosts")
async def list_hosts() -> Response:
    """The blocked hosts, or the next rows that htmx requests."""
    return await _hosts_page(Form())


@blueprint.post("/hosts")
async def block_host() -> Response:
    """Blocks a host for everybody; a refused form is shown again."""
    form = await Form.submitted()
    try:
        host = await hosts.block_for_everybody(form["host"], form["reason"], form["note"])
    except Refusal as refusal:
        return await _hosts_page(form.blame(refusal), envelope.page_status(refusal))
    await flash(_("%(host)s is blocked for everybody.") % {"host": host.replace(".", "[.]")})
    return htmx.redirect_to(HOSTS)


@blueprint.post("/hosts/<uuid:id>/lift")
async def lift_host(id: UUID) -> Response:
    """Ends the block of a host, with a way back. Raises: NotFound."""
    row = await hosts.find_blocked_host(str(id))
    await hosts.lift_for_everybody(row.host)
    notice: Any = {
        "text": _("%(host)s is no longer blocked.") % {"host": row.host.replace(".", "[.]")},
        "undo": HOSTS,
        "fields": [("host", row.host), ("reason", row.reason), ("note", row.note)],
    }
    await flash(notice)
    return htmx.redirect_to(HOSTS)


@blueprint.get("/lists")
async def show_lists() -> Response:
    """The block lists."""
    return await _lists_page(Form())


@blueprint.post("/lists")
async def add_list() -> Response:
    """Adds a list from an address or a file; a refused form is shown again."""
    form = await Form.submitted()
    uploaded = (await request.files).get("file")
    content = uploaded.read() if uploaded is not None else b""
    try:
        row = await block_list.add_list(form["name"], form["format"], form["url"], content)
    except Refusal as refusal:
        return await _lists_page(form.blame(refusal), envelope.page_status(refusal))
    await record_act("abuse_list_added", row.name)
    await (list_updates.request_update(row) if row.url else request_check())
    await flash(_("The list %(name)s is added. Links are checked against it in a few minutes.") % {"name": row.name})
    return htmx.redirect_to(LISTS)


@blueprint.post("/lists/<uuid:id>/update")
async def update_list(id: UUID) -> Response:
    """Updates a list now. Raises: NotFound."""
    row = await block_list.find_list(str(id))
    if not row.url:
        raise NotFound
    await list_updates.request_update(row)
    await flash(_("The list is being updated. Open this page again in a moment."))
    return htmx.redirect_to(LISTS)


@blueprint.get("/lists/<uuid:id>/remove")
async def remove_form(id: UUID) -> Response:
    """Asks whether a list is to be removed. Raises: NotFound."""
    row = await block_list.find_list(str(id))
    return await htmx.render_response("abuse/remove_list.html", active="abuse", row=row)


@blueprint.post("/lists/<uuid:id>/remove")
async def remove_list(id: UUID) -> Response:
    """Removes a list. Raises: NotFound."""
    row = await block_list.find_list(str(id))
    await block_list.remove_list(row)
    await record_act("abuse_list_removed", row.name)
    await flash(_("The list %(name)s is removed.") % {"name": row.name})
    return htmx.redirect_to(LISTS)


async def _hosts_page(form: Form, status: int = 200) -> Response:
    search = ListSearch.of(HOSTS, request.args)
    page = await page_or_first(_hosts(search), by="created_at", cursor=search.after, size=PAGE_SIZE)
    context: dict[str, Any] = {"rows": page.rows, "next": page.next, "search": search, "reasons": REASONS}
    if request.method == "GET" and htmx.wants_fragment():
        return await htmx.render_response(f"abuse/{'_host_rows' if search.after else '_hosts'}.html", **context)
    context |= {"form": form, "choices": [("", _("Choose")), *((key, _(words)) for key, words in REASONS.items())]}
    return await htmx.render_response("abuse/hosts.html", status=status, active="abuse", **context)


def _hosts(search: ListSearch) -> QuerySet[BlockedHost]:
    """Returns the blocked hosts that a search finds; dots may be written in brackets, as the page shows them."""
    words = search.q.replace("[.]", ".")
    return BlockedHost.in_force().filter(has_words(words, ("host", "note"))) if words else BlockedHost.in_force()


async def _lists_page(form: Form, status: int = 200) -> Response:
    search = ListSearch.of(LISTS, request.args)
    found = BlockList.filter(has_words(search.q, ("name", "url"))) if search.q else BlockList.all()
    page = await page_or_first(found, by="created_at", cursor=search.after, size=PAGE_SIZE)
    context: dict[str, Any] = {"rows": page.rows, "next": page.next, "search": search, "names": FORMATS}
    if request.method == "GET" and htmx.wants_fragment():
        return await htmx.render_response(f"abuse/{'_list_rows' if search.after else '_lists'}.html", **context)
    context |= {"formats": [(key, _(words)) for key, words in FORMATS.items()], "form": form}
    return await htmx.render_response("abuse/lists.html", status=status, active="abuse", **context)
