"""Many posts from a table: the form, the dry run, and making them."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import uuid4

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.batch.table_reader import decode_file
from app.kernel.i18n import format_number, ngettext
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.kernel.uuid_parser import parse_uuid
from app.publishing.networks.publishing_switch import hide_when_off
from app.publishing.planning.import_table import MOST_ROWS, read_import_rows
from app.publishing.planning.post_import import import_rows
from app.web import envelope, htmx, limits
from app.web.audit_target import mark_unchanged
from app.web.forms import Form

MOST_FAULTS = 5  # that the page after an import says
blueprint = Blueprint("post_import", __name__, url_prefix="/dashboard/publishing/import")
hide_when_off(blueprint)
authentication.require_sign_in(blueprint, BlueprintActs(EDIT))
limits.allow_body(limits.MAX_UPLOAD, "/dashboard/publishing/import/.*")


@blueprint.get("/")
async def import_form() -> Response:
    """The form for a table of posts."""
    return await _form_page(Form())


@blueprint.post("/")
async def dry_run() -> Response:
    """Says what each row would become, and makes nothing."""
    form = await Form.submitted()
    mark_unchanged()
    try:
        uploaded = (await request.files).get("table")
        if uploaded and uploaded.filename:
            form.values["typed"] = decode_file(uploaded.read())
        rows = await read_import_rows(authentication.current_account(), form["typed"])
    except Refusal as refusal:
        return await _form_page(form.blame(refusal), envelope.page_status(refusal))
    return await htmx.render_response(
        "publishing/import_check.html", active="publishing", form=form, rows=rows, form_id=uuid4()
    )


@blueprint.post("/make")
async def make_posts() -> Response:
    """Makes the posts of the table; rows with faults are left out and shown again."""
    form, account = await Form.submitted(), authentication.current_account()
    try:
        rows = await read_import_rows(account, form["typed"])
    except Refusal as refusal:
        return await _form_page(form.blame(refusal), envelope.page_status(refusal))
    form_id = parse_uuid(form["form_id"][:40]) or uuid4()
    result = await import_rows(account, authentication.current_user().id, rows, form_id)
    parts = [
        ngettext("%(num)s post is planned.", "%(num)s posts are planned.", result.planned) % {"num": result.planned}
    ]
    if result.drafts:
        words = ngettext("%(num)s is a draft.", "%(num)s are drafts.", result.drafts)
        parts.append(words % {"num": result.drafts})
    await flash(" ".join(parts))
    await _flash_faults(result.faults)
    return htmx.redirect_to("/dashboard/publishing/calendar" if result.planned else "/dashboard/publishing/posts")


async def _flash_faults(faults: Mapping[int, str]) -> None:
    """Says on the next page which lines were not planned and why: the first MOST_FAULTS, and how many more."""
    texts = [_("Line %(line)s: %(fault)s") % {"line": line, "fault": fault} for line, fault in faults.items()]
    if more := len(texts[MOST_FAULTS:]):
        words = ngettext("%(num)s more line was not planned.", "%(num)s more lines were not planned.", more)
        texts = [*texts[:MOST_FAULTS], words % {"num": format_number(more)}]
    for message in texts:
        await flash({"text": message, "kind": "warm"})  # type: ignore[arg-type]


async def _form_page(form: Form, status: int = 200) -> Response:
    return await htmx.render_response(
        "publishing/import.html", status=status, active="publishing", form=form, most=MOST_ROWS
    )
