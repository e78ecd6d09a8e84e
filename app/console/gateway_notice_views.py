"""The operator's page of notices to everybody who uses AI models, as `kliqs gateway notice` does it."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash, request
from tortoise.queryset import QuerySet

from app.console.announcement_views import LABELS
from app.gateway.catalogue.model_setup import find_model
from app.gateway.notices import announcement
from app.gateway.notices.announcement import WRITTEN_KINDS
from app.gateway.notices.feed import show_notices
from app.gateway.notices.notice import AiNotice
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Faults, NotFound, Refusal
from app.operators.guard import PREFIX, register_operator_pages
from app.web import envelope, htmx
from app.web.forms import Form
from app.web.list_search import ListSearch, has_words
from app.web.pagination import page_after

HOME, PAGE_SIZE, MOST_DIGITS = f"{PREFIX}/model-notices", 30, 18
KINDS = {
    "service": N_("The service"),
    "api": N_("The API"),
    "new_model": N_("A new model"),
    "deprecation": N_("The end of a model"),
}
blueprint = Blueprint("operator_model_notices", __name__, url_prefix=HOME)
register_operator_pages(blueprint)


class UnknownNoticeKind(Refusal):
    """The kind is none that operators write."""

    code, field, says = "UNKNOWN_AI_NOTICE_KIND", "kind", N_("Choose what it is about.")


@blueprint.get("")
async def list_notices() -> Response:
    """The page of notices, the newest first, with the form of a new one."""
    return await _page(Form())


@blueprint.post("")
async def write() -> Response:
    """Writes a notice; a refused form is shown again with everything that is wrong."""
    form, faults = await Form.submitted(), Faults.gather()
    texts = {name: form[name] for name in ("title_id", "title_en", "text_id", "text_en")}
    try:
        with faults.catching():
            if form["kind"] not in WRITTEN_KINDS:
                raise UnknownNoticeKind
        with faults.catching():
            if form["model"].strip():
                await find_model(form["model"].strip()[:100])
        with faults.catching():
            announcement.check_notice(**texts)
        faults.raise_if_any()
        await announcement.write_notice(form["kind"], **texts, model=form["model"].strip())
    except Refusal as refusal:
        return await _page(form.blame(refusal), envelope.page_status(refusal))
    await flash(_("It is in every dashboard. Emails leave within the hour."))
    return htmx.redirect_to(HOME)


@blueprint.get("/<int:id>/remove")
async def remove_form(id: int) -> Response:
    """Asks whether a notice is to be removed. Raises: NotFound."""
    return await htmx.render_response("console/gateway_notice_remove.html", active="models", notice=await _find(id))


@blueprint.post("/<int:id>/actions/remove")
async def remove(id: int) -> Response:
    """Removes a notice that an operator wrote. Raises: NotFound."""
    await announcement.remove_notice((await _find(id)).id)
    await flash(_("The notice is removed."))
    return htmx.redirect_to(HOME)


async def _find(id: int) -> AiNotice:
    """Returns a notice that an operator wrote. Raises: NotFound."""
    if len(str(id)) > MOST_DIGITS:
        raise NotFound
    if (row := await AiNotice.get_or_none(id=id, kind__in=WRITTEN_KINDS)) is None:
        raise NotFound
    return row


def _notices(search: ListSearch) -> QuerySet[AiNotice]:
    """Returns the notices that a search finds: by the model, or by what an operator wrote."""
    notices = AiNotice.filter(kind=search.state) if search.state else AiNotice.all()
    columns = ("model", "title_id", "title_en", "text_id", "text_en")
    return notices.filter(has_words(search.q, columns)) if search.q else notices


async def _page(form: Form, status: int = 200) -> Response:
    search = ListSearch.of(HOME, request.args, KINDS)
    page = await page_after(_notices(search), by="id", after=search.after, size=PAGE_SIZE, descending=True)
    context: dict[str, Any] = {"rows": await show_notices(page.rows), "next": page.next, "search": search}
    context |= {"kinds": KINDS, "written": WRITTEN_KINDS}
    if request.method == "GET" and htmx.wants_fragment():
        part = "_gateway_notice_rows" if search.after else "_gateway_notices"
        return await htmx.render_response(f"console/{part}.html", **context)
    labels = [(language, _(title), _(text)) for language, (title, text) in LABELS.items()]
    choices = [(kind, _(KINDS[kind])) for kind in WRITTEN_KINDS]
    context["states"] = [("", _("About anything")), *((kind, _(words)) for kind, words in KINDS.items())]
    return await htmx.render_response(
        "console/gateway_notices.html",
        status=status,
        active="models",
        form=form,
        choices=choices,
        labels=labels,
        **context,
    )
