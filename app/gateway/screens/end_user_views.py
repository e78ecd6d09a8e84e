"""The page of end users: what is known of a customer of one's own product, as a file, and erasing it."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_ACCOUNT
from app.gateway.contents import end_users
from app.gateway.contents.end_user_digest import MAX_NAME, digest_of_end_user
from app.gateway.key_terms import audit_sentences as _audit_sentences  # noqa: F401 - registers them
from app.gateway.metering.request_retention import listed_since
from app.gateway.navigation import HOME, hide_until_set_up
from app.gateway.videos.deletion import erase_videos_of_end_user
from app.kernel import clock
from app.kernel.i18n import gettext as _
from app.kernel.i18n import ngettext
from app.kernel.refusal import NotFound
from app.web import htmx
from app.web.audit_target import mark_unchanged, set_audit_target
from app.web.forms import Form
from app.web.list_search import ListSearch

PAGE_SIZE, SHORT = 50, 12  # rows of a page, characters of a digest in the log
blueprint = Blueprint("ai_end_user_pages", __name__, url_prefix=f"{HOME}/end-users")
authentication.require_sign_in(blueprint, BlueprintActs(MANAGE_ACCOUNT, MANAGE_ACCOUNT))
hide_until_set_up(blueprint)


@blueprint.get("")
async def list_end_users() -> Response:
    """Shows what end users used, the latest first, or the next rows for htmx; or what is known of one named `user`."""
    account, name = authentication.current_account(), _name(request.args.get("user", ""))
    context: dict[str, Any] = {"name": name, "asks": "erase" in request.args, "since": listed_since(), "active": "ai"}
    if name:
        totals = await end_users.end_user_totals(account, name)
        return await htmx.render_response("gateway/end_users.html", rows=[], next=None, totals=totals, **context)
    search = ListSearch.of(f"{HOME}/end-users", request.args)
    rows, following = await end_users.end_users_page(account, search.after, PAGE_SIZE)
    context |= {"rows": rows, "next": following, "search": search, "totals": None}
    return await htmx.render_page_or_fragment("gateway/end_users.html", "gateway/_end_user_rows.html", **context)


@blueprint.get("/export.json")
async def export_end_user() -> Response:
    """Streams what is known of an end user as a file. Raises: NotFound without a name."""
    account, name = authentication.current_account(), _name(request.args.get("user", ""))
    if not name:
        raise NotFound
    response = Response(end_users.write_export(account, name), content_type="application/json")
    response.timeout = None
    response.headers["Content-Disposition"] = f'attachment; filename="kliqs-end-user-{clock.now():%Y-%m-%d}.json"'
    response.headers["Cache-Control"] = "private, no-store"
    return response


@blueprint.post("/erase")
async def erase_end_user() -> Response:
    """Erases what is known of an end user. Raises: NotFound without a name."""
    account, name = authentication.current_account(), _name((await Form.submitted())["user"])
    if not name:
        raise NotFound
    await erase_videos_of_end_user(account, name)
    erased = await end_users.erase_end_user(account, name)
    if erased:
        set_audit_target(digest_of_end_user(account.id, name)[:SHORT])
    else:
        mark_unchanged()
    message = ngettext(
        "%(num)s request no longer knows the end user.", "%(num)s requests no longer know the end user.", erased
    )
    await flash(message % {"num": erased} if erased else _("Nothing is known of this end user."))
    return htmx.redirect_to(f"{HOME}/end-users")


def _name(typed: str) -> str:
    """Returns the name that was typed, without blanks around it; "" for one that is too long."""
    name = typed.strip()
    return name if len(name) <= MAX_NAME else ""
