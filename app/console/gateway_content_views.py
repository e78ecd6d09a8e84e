"""Reading what a key keeps of one AI request, as the operator: by the id of the request, for a reason the owners read.

The content is the answer to the form and has no address of its own: whoever wants to see it again says why again.
"""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, request

from app.accounts.models import Account
from app.console.account_search import HOME
from app.gateway.contents.break_glass import LONGEST_ID, MAX_REASON, read_as_operator
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, NotFound, Refusal
from app.operators.guard import register_operator_pages
from app.operators.looks import add_look_sentences, record_look
from app.web import envelope, htmx
from app.web.forms import Form

LOOK, LOOK_AT_ACCOUNT = "ai_content", "account"
blueprint = Blueprint("operator_contents", __name__, url_prefix=HOME)
register_operator_pages(blueprint)
add_look_sentences({LOOK: N_("looked at the kept content of the AI request %(thing)s.")})


@blueprint.get("/<uuid:id>/content")
async def content_form(id: UUID) -> Response:
    """Asks which request is to be read and why. Raises: NotFound."""
    account = await _find(id)
    await record_look(LOOK_AT_ACCOUNT, str(account.id))
    return await _form(account, Form({"request": request.args.get("request", "")[:LONGEST_ID]}))


@blueprint.post("/<uuid:id>/content")
async def show_content(id: UUID) -> Response:
    """Shows the kept content of a request of the account; a refused form is shown again. Raises: NotFound."""
    account, form = await _find(id), await Form.submitted()
    try:
        content = await read_as_operator(form["request"], form["reason"], account.id)
    except Refusal as refusal:
        return await _form(account, form.blame(refusal), envelope.page_status(refusal))
    request_id = form["request"].strip()
    await record_look(LOOK, request_id)
    titles = {"request": _("What was sent"), "answer": _("What was answered")}
    parts = [(title, _readable(content[name])) for name, title in titles.items()]
    context: dict[str, Any] = {"account": account, "request_id": request_id, "parts": parts}
    context["reason"] = form["reason"].strip()
    response = await htmx.render_response("console/content.html", active="accounts", **context)
    response.headers["Cache-Control"] = "no-store"
    return response


async def _find(id: UUID) -> Account:
    """Returns an account. Raises: NotFound."""
    if account := await Account.get_or_none(id=id):
        return account
    raise NotFound


async def _form(account: Account, form: Form, status: int = 200) -> Response:
    bounds = {"longest_id": LONGEST_ID, "longest_reason": MAX_REASON}
    context: dict[str, Any] = {"account": account, "form": form, **bounds}
    return await htmx.render_response("console/read_content.html", status=status, active="accounts", **context)


def _readable(value: Any) -> str:
    """Returns a part of kept content as text: JSON that is easy to read, or what was cut as it is."""
    return value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False)
