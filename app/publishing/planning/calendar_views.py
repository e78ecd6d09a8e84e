"""The calendar of posts by week and month, and the move of a post to another day."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.kernel import clock, i18n
from app.kernel.bidi import isolate
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, InvalidRequest, NotFound, Refusal
from app.kernel.uuid_parser import parse_uuid
from app.kernel.versioned_rows import get_or_refuse
from app.publishing.connections.connection import Connection
from app.publishing.networks.publishing_switch import hide_when_off
from app.publishing.planning import audit_sentences as audit_sentences  # registers what the audit log says
from app.publishing.planning import calendar_move
from app.publishing.planning.calendar_entries import calendar_page, same_time_on_day
from app.publishing.planning.calendar_file import calendar_file
from app.publishing.planning.calendar_span import CalendarSpan, parse_day
from app.publishing.posts.phase_looks import LEGEND, LOOKS
from app.publishing.posts.post import Post
from app.publishing.posts.post_title import title_of
from app.web import htmx
from app.web.audit_target import refusal_toast, set_audit_target
from app.web.forms import Form

blueprint = Blueprint("calendar", __name__, url_prefix="/dashboard/publishing")
hide_when_off(blueprint)
authentication.require_sign_in(blueprint, BlueprintActs())


class UnreadableDay(InvalidRequest):
    """The day that a post is to be moved to is no date, or too far away."""

    field, says = "day", N_("Choose a day like 2026-11-30, not more than three years away.")


@blueprint.get("/")
async def home() -> Response:
    """Leads to the calendar."""
    return htmx.redirect_to("/dashboard/publishing/calendar")


@blueprint.get("/calendar")
async def show_calendar() -> Response:
    """The calendar of a week or a month."""
    span = CalendarSpan.of(request.args, authentication.current_account().time_zone)
    return await htmx.render_response("publishing/calendar.html", active="publishing", **await _context(span))


@blueprint.get("/calendar.ics")
async def download_calendar() -> Response:
    """The posts of the shown days as an iCalendar file."""
    account = authentication.current_account()
    span = CalendarSpan.of(request.args, account.time_zone)
    page = await calendar_page(account, span)
    body = calendar_file(entry for entries in page.by_day.values() for entry in entries)
    headers = {"Content-Disposition": 'attachment; filename="kliqs-posts.ics"', "Cache-Control": "no-store"}
    return Response(body, headers=headers, content_type="text/calendar; charset=utf-8")


@blueprint.post("/calendar/move")
async def move_entry() -> Response:
    """Moves what a post has at one time (`at`) to another day, at the same time of day. Raises: NotFound.

    With `to`, it goes to that moment: the form that undoes a move.
    """
    form, account = await Form.submitted(), authentication.current_account()
    post = await get_or_refuse(Post.owned_by(account), _id(form["id"]))
    before = calendar_move.parse_moment(form["at"])
    try:
        at = (
            calendar_move.parse_moment(form["to"])
            if form["to"]
            else same_time_on_day(before, _day(form["day"]), account.time_zone)
        )
        await calendar_move.move_entry(post, before, at, authentication.current_user().id)
    except Refusal as refusal:
        return await _answer(refusal_toast(refusal), account.time_zone, before)
    set_audit_target(title_of(post.text))
    name, day = isolate(title_of(post.text) or _("Post")), i18n.format_datetime(at)
    toast: dict[str, Any] = {
        "text": _("“%(post)s” moves to %(time)s") % {"post": name, "time": day},
        "undo": "/dashboard/publishing/calendar/move",
        "fields": [("id", str(post.id)), ("at", at.isoformat()), ("to", before.isoformat())],
    }
    return await _answer(toast, account.time_zone, at)


async def _answer(toast: dict[str, Any], zone: str, at: datetime) -> Response:
    """A notice for htmx, with the calendar as it is now; otherwise the calendar at the day of the post."""
    day = f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d}"
    span = CalendarSpan.of({"day": day, **request.args}, zone)
    context = await _context(span)
    return await htmx.answer_write("publishing/_calendar_moved.html", span.url(), toast, toast=toast, **context)


async def _context(span: CalendarSpan) -> dict[str, Any]:
    """What the templates of the calendar need."""
    account = authentication.current_account()
    return {
        "span": span,
        "page": await calendar_page(account, span),
        "connections": await Connection.owned_by(account).order_by("created_at", "id"),
        "legend": [LOOKS[phase] for phase in LEGEND],
        "paused": account.posts_paused_at is not None,
        "approval": account.posts_need_approval,
    }


def _day(text: str) -> Any:
    """The date in a field. Raises: UnreadableDay."""
    if (day := parse_day(text, clock.now().date())) is None:
        raise UnreadableDay
    return day


def _id(text: str) -> UUID:
    """The id in a hidden field. Raises: NotFound."""
    if (id := parse_uuid(text[:40])) is None:
        raise NotFound
    return id
