"""The operator's page of announcements, and the button with which everybody closes a banner."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash, request
from tortoise.queryset import QuerySet

from app.accounts import authentication
from app.accounts.request_account import PERSONAL, BlueprintActs
from app.console.form_times import read_time
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Faults, Refusal
from app.operators import announcing, navigation
from app.operators.announcement import KINDS, Announcement
from app.operators.guard import PREFIX, register_operator_pages
from app.operators.navigation import Entry
from app.web import envelope, htmx
from app.web.forms import Form
from app.web.list_search import ListSearch, has_words
from app.web.pagination import page_or_first

HOME, PAGE_SIZE = f"{PREFIX}/announcements", 30
LABELS = {  # of the title and the text in each language
    "id": (N_("Title in Indonesian"), N_("Text in Indonesian")),
    "en": (N_("Title in English"), N_("Text in English")),
}
blueprint = Blueprint("operator_announcements", __name__, url_prefix=HOME)
register_operator_pages(blueprint)
navigation.add_entry(Entry("announcements", N_("Announcements"), "speakerphone", HOME, order=100))
banners = Blueprint("announcements", __name__, url_prefix="/dashboard/announcements")
authentication.require_sign_in(banners, BlueprintActs(PERSONAL, PERSONAL))


@blueprint.get("")
async def list_announcements() -> Response:
    """The page of announcements, the newest first, with the form of a new one."""
    return await _page(Form())


@blueprint.post("")
async def announce() -> Response:
    """Announces something; a refused form is shown again."""
    form = await Form.submitted()
    try:
        texts = {name: form[name] for name in announcing.TEXTS}
        begin, end = _read_times(form, texts)
        await announcing.announce(form["kind"], texts, begin=begin, end=end, by_mail=form.has("by_mail"))
    except Refusal as refusal:
        return await _page(form.blame(refusal), envelope.page_status(refusal))
    await flash(_("It is announced. Every server shows it within seconds."))
    return htmx.redirect_to(HOME)


@blueprint.post("/<uuid:id>/actions/withdraw")
async def withdraw(id: UUID) -> Response:
    """Takes a banner back; the list offers to show it again. Raises: NotFound."""
    await announcing.withdraw(id)
    await flash(_("It is taken back."))
    return htmx.redirect_to(HOME)


@blueprint.post("/<uuid:id>/actions/restore")
async def restore(id: UUID) -> Response:
    """Shows a banner again that was taken back. Raises: NotFound."""
    await announcing.restore(id)
    await flash(_("It is shown again."))
    return htmx.redirect_to(HOME)


@banners.post("/<uuid:id>/actions/dismiss")
async def dismiss(id: UUID) -> Response:
    """Closes a banner for the signed-in person, and goes back to where it was shown. Raises: NotFound."""
    form = await Form.submitted()
    await announcing.dismiss(authentication.current_user(), id)
    if htmx.wants_fragment():
        return Response("")
    return htmx.redirect_to(authentication.local_path(form["next"]))


def _read_times(form: Form, texts: dict[str, str]) -> tuple[datetime | None, datetime | None]:
    """Returns when an announcement begins and ends; None for what is left empty.

    Raises: InvalidRequest for a text that is no time, with all other faults of the form.
    """
    faults, times = Faults.gather(), dict[str, datetime | None](begin=None, until=None)
    for name in times:
        with faults.catching():
            times[name] = read_time(form[name], name)
    if faults.refusals:
        with faults.catching():
            announcing.check_announcement(form["kind"], texts, None, None)
    faults.raise_if_any()
    return times["begin"], times["until"]


def _announcements(search: ListSearch) -> QuerySet[Announcement]:
    """Returns the announcements that a search finds, by what is written in them."""
    return Announcement.filter(has_words(search.q, announcing.TEXTS)) if search.q else Announcement.all()


async def _page(form: Form, status: int = 200) -> Response:
    search = ListSearch.of(HOME, request.args)
    page = await page_or_first(_announcements(search), by="created_at", cursor=search.after, size=PAGE_SIZE)
    context: dict[str, Any] = {"rows": page.rows, "next": page.next, "search": search, "kinds": KINDS}
    if request.method == "GET" and htmx.wants_fragment():
        part = "_announcement_rows" if search.after else "_announcements"
        return await htmx.render_response(f"console/{part}.html", **context)
    choices = [(key, _(words[0])) for key, words in KINDS.items()]
    labels = [(language, _(title), _(text)) for language, (title, text) in LABELS.items()]
    return await htmx.render_response(
        "console/announcements.html",
        status=status,
        active="announcements",
        form=form,
        choices=choices,
        labels=labels,
        **context,
    )
