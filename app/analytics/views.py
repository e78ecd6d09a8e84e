"""Dashboard routes of statistics for the whole account, one link and one tag: page, live stream, exports and
sharing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from quart import Blueprint, Response, request

from app.accounts import authentication, stream_seats
from app.accounts.request_account import PERSONAL, BlueprintActs
from app.accounts.roles import EDIT
from app.analytics import exclude_self, export, live_feed, report_presenter, rule_results, subject
from app.analytics.report_presenter import StatisticsScreen
from app.analytics.report_selection import TABLE_DIMENSIONS, WAIT_PARAMETER, ReportSelection
from app.analytics.share import Share
from app.analytics.subject import Subject
from app.links.tagging import count_tagged
from app.web import htmx
from app.web.audit_target import set_audit_target
from app.web.event_stream import stream_response
from app.web.forms import Form

blueprint = Blueprint("analytics", __name__, url_prefix="/dashboard/analytics")
authentication.require_sign_in(
    blueprint,
    BlueprintActs(
        acts={"everything_share_form": EDIT, "link_share_form": EDIT, "tag_share_form": EDIT, "set_counting": PERSONAL}
    ),
)
SUBJECT_ROUTES: dict[str, tuple[str, Callable[[Any, Any], Awaitable[Subject]]]] = {
    "everything": ("", subject.account_subject),
    "link": ("/links/<uuid:id>", subject.link_subject),
    "tag": ("/tags/<int:id>", subject.tag_subject),
}
View = Callable[[Subject], Awaitable[Response]]


def route_for_each_subject(tail: str, method: str = "GET") -> Callable[[View], View]:
    """Registers a view below the path of each kind of subject, under the names `link_page` and so on; the view receives
    the subject.
    """

    def register(view: View) -> View:
        for name, (rule, find) in SUBJECT_ROUTES.items():
            endpoint = f"{name}_{view.__name__}"
            blueprint.add_url_rule(rule + tail or "/", endpoint, _with_subject(view, find), methods=[method])
        return view

    return register


def _with_subject(view: View, find: Callable[[Any, Any], Awaitable[Subject]]) -> Callable[..., Awaitable[Response]]:
    async def bound(id: Any = None) -> Response:
        report_subject = await find(authentication.current_account(), id)
        set_audit_target(report_subject.label)
        return await view(report_subject)

    return bound


@route_for_each_subject("")
async def page(report_subject: Subject) -> Response:
    """Shows the statistics, or only their region for htmx."""
    choice = ReportSelection.of(request.args)
    screen = await report_presenter.load_screen(
        report_subject, choice, wait_for_visitors=WAIT_PARAMETER in request.args
    )
    feed = await live_feed.load_feed(screen) if screen.includes_now else None
    results = await rule_results.load_rule_results(screen)
    region: dict[str, Any] = {"screen": screen, "feed": feed, "rule_results": results}
    if htmx.wants_fragment():
        return await htmx.render_response("analytics/_region.html", **region)
    share = await Share.of(report_subject.name)
    return await htmx.render_response(
        "analytics/index.html",
        **region,
        tag_links=await _count_links(report_subject),
        shared_at=share and share.created_at,
        is_counted=exclude_self.is_counted() if exclude_self.is_available() else None,
        active="analytics",
    )


async def _count_links(report_subject: Subject) -> int:
    """Returns how many links a tag has, archived ones too; 0 for other subjects."""
    tag = report_subject.tag
    return await count_tagged(report_subject.account, tag.folded, with_archived=True) if tag else 0


@route_for_each_subject("/feed")
async def stream(report_subject: Subject) -> Response:
    """Streams new visits as server-sent events.

    Raises: TooManyStreams; htmx does not retry after it.
    """
    last = request.headers.get("Last-Event-ID") or request.args.get("after", "")
    after = min(int(last), subject.MAX_BIGINT) if last.isascii() and last.isdigit() and len(last) < 20 else 0
    seat = stream_seats.take_seat(authentication.current_session(), report_subject.account)
    events = live_feed.stream_events(report_subject, ReportSelection.of(request.args), after, seat)
    return stream_response(events, report_subject.account.time_zone)


@route_for_each_subject("/export.csv")
async def figures_csv(report_subject: Subject) -> Response:
    """Returns the figures as CSV."""
    screen = await report_presenter.load_screen(
        report_subject, ReportSelection.of(request.args), tables=TABLE_DIMENSIONS
    )
    return _file(export.figures_csv(screen), "text/csv", screen, "csv")


@route_for_each_subject("/export.json")
async def figures_json(report_subject: Subject) -> Response:
    """Returns the figures as JSON."""
    screen = await report_presenter.load_screen(
        report_subject, ReportSelection.of(request.args), tables=TABLE_DIMENSIONS
    )
    return _file(export.figures_json(screen), "application/json", screen, "json")


@route_for_each_subject("/visits.csv")
async def visits_csv(report_subject: Subject) -> Response:
    """Returns the single visits as CSV, streamed."""
    screen = await report_presenter.load_screen(report_subject, ReportSelection.of(request.args), tables=("device",))
    response = _file(export.visits_csv(screen), "text/csv", screen, "csv", "-visits")
    response.timeout = None
    return response


def _file(body: Any, mimetype: str, screen: StatisticsScreen, extension: str, suffix: str = "") -> Response:
    days = f"{screen.period.start:%Y-%m-%d}-{screen.last_day:%Y-%m-%d}"
    response = Response(body, content_type=f"{mimetype}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{screen.subject.file}{suffix}-{days}.{extension}"'
    return response


@route_for_each_subject("/share")
async def share_form(report_subject: Subject) -> Response:
    """Shows the form that shares these statistics."""
    page = "analytics/_share.html" if htmx.wants_fragment() else "analytics/share.html"
    return await _render_share(report_subject, page)


@route_for_each_subject("/share", "POST")
async def start_sharing(report_subject: Subject) -> Response:
    """Shares these statistics at a public URL."""
    await Share.begin(report_subject.account, report_subject.name, link=report_subject.link, tag=report_subject.tag)
    return await _share_changed(report_subject)


@route_for_each_subject("/share/stop", "POST")
async def stop_sharing(report_subject: Subject) -> Response:
    """Stops sharing these statistics."""
    await Share.end(report_subject.name)
    return await _share_changed(report_subject)


async def _share_changed(report_subject: Subject) -> Response:
    if htmx.wants_fragment():
        return await _render_share(report_subject, "analytics/_share_body.html")
    return htmx.redirect_to(f"{report_subject.path}/share")


async def _render_share(report_subject: Subject, template: str) -> Response:
    share = await Share.of(report_subject.name)
    return await htmx.render_response(
        template,
        subject=report_subject,
        address=share.address if share else "",
        shared_at=share.created_at if share else None,
        active="analytics",
    )


@blueprint.post("/counting")
async def set_counting() -> Response:
    """Sets whether visits with this browser are counted, by a cookie that redirects read."""
    form = await Form.submitted()
    response = htmx.redirect_to(authentication.local_path(form["back"], subject.ANALYTICS_PATH + "/"))
    if exclude_self.is_available():
        exclude_self.set_counted(response, counted=form.has("counted") and form["counted"] == "1")
    return response
