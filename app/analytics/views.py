"""The statistics in the dashboard: of everything, of one link, of a tag; each as page, stream and files."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any

from quart import Blueprint, Response, request, stream_with_context

from app.accounts import authentication
from app.analytics import exclude_self, export, live_feed, live_stream, report_presenter, subject
from app.analytics.filters import TABLES, Choice
from app.analytics.models import Share
from app.analytics.report_presenter import Screen
from app.analytics.subject import Subject
from app.kernel import i18n
from app.web import htmx
from app.web.forms import Form

blueprint = Blueprint("analytics", __name__, url_prefix="/dashboard/analytics")
authentication.protect(blueprint)
PLACES: dict[str, tuple[str, Callable[[Any, Any], Awaitable[Subject]]]] = {
    "everything": ("", subject.everything), "link": ("/links/<uuid:id>", subject.link),
    "tag": ("/tags/<int:id>", subject.tag),
}
View = Callable[[Subject], Awaitable[Response]]


def of_each(tail: str, method: str = "GET") -> Callable[[View], View]:
    """Registers a view below each place, as `link_page` and so on; it is given whose statistics they are."""
    def register(view: View) -> View:
        for name, (rule, find) in PLACES.items():
            blueprint.add_url_rule(rule + tail or "/", f"{name}_{view.__name__}", _found(view, find), methods=[method])
        return view

    return register


def _found(view: View, find: Callable[[Any, Any], Awaitable[Subject]]) -> Callable[..., Awaitable[Response]]:
    async def bound(id: Any = None) -> Response:
        return await view(await find(authentication.account(), id))

    return bound


@of_each("")
async def page(whose: Subject) -> Response:
    choice = Choice.of(request.args)
    shown = await report_presenter.read(whose, choice)
    news = await live_feed.latest(shown) if shown.now else None
    if htmx.asks_for_fragment():
        return await htmx.answer("analytics/_region.html", screen=shown, feed=news)
    share = await Share.of(whose.name)
    return await htmx.answer("analytics/index.html", screen=shown, feed=news, shared_at=share and share.created_at,
                           counting=exclude_self.counted() if exclude_self.possible() else None, active="analytics")


@of_each("/feed")
async def stream(whose: Subject) -> Response:
    """News as server-sent events. Refusals: TooManyStreams, which htmx does not ask again after."""
    last = request.headers.get("Last-Event-ID") or request.args.get("after", "")
    after = min(int(last), subject.LARGEST) if last.isascii() and last.isdigit() and len(last) < 20 else 0
    spoken = (i18n.language(), whose.account.time_zone)
    seat = live_stream.take(authentication.session())
    events = stream_with_context(_spoken)(spoken, live_feed.stream(whose, Choice.of(request.args), after, seat))
    response = Response(events, content_type="text/event-stream")
    response.timeout = None
    response.headers["X-Accel-Buffering"] = "no"
    return response


async def _spoken(language: tuple[str, str], events: AsyncGenerator[str]) -> AsyncGenerator[str]:
    """The stream in the reader's language: it runs in a task of its own, which knows none."""
    i18n.use(*language)
    try:
        async for event in events:
            yield event
    finally:
        await events.aclose()


@of_each("/export.csv")
async def figures_csv(whose: Subject) -> Response:
    shown = await report_presenter.read(whose, Choice.of(request.args), tables=TABLES)
    return _file(export.figures_csv(shown), "text/csv", shown, "csv")


@of_each("/export.json")
async def figures_json(whose: Subject) -> Response:
    shown = await report_presenter.read(whose, Choice.of(request.args), tables=TABLES)
    return _file(export.figures_json(shown), "application/json", shown, "json")


@of_each("/visits.csv")
async def visits_csv(whose: Subject) -> Response:
    shown = await report_presenter.read(whose, Choice.of(request.args), tables=("device",))
    response = _file(export.visits_csv(shown), "text/csv", shown, "csv", "-visits")
    response.timeout = None
    return response


def _file(body: Any, mimetype: str, shown: Screen, ending: str, what: str = "") -> Response:
    days = f"{shown.period.start:%Y-%m-%d}-{shown.last_day:%Y-%m-%d}"
    response = Response(body, content_type=f"{mimetype}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{shown.subject.file}{what}-{days}.{ending}"'
    return response


@of_each("/share")
async def sharing(whose: Subject) -> Response:
    page = "analytics/_share.html" if htmx.asks_for_fragment() else "analytics/share.html"
    return await _shared(whose, page)


@of_each("/share", "POST")
async def share(whose: Subject) -> Response:
    await Share.begin(whose.account, whose.name, link=whose.link, tag=whose.tag)
    return await _changed(whose)


@of_each("/share/stop", "POST")
async def stop(whose: Subject) -> Response:
    await Share.end(whose.name)
    return await _changed(whose)


async def _changed(whose: Subject) -> Response:
    if htmx.asks_for_fragment():
        return await _shared(whose, "analytics/_share_body.html")
    return htmx.go(f"{whose.path}/share")


async def _shared(whose: Subject, template: str) -> Response:
    share = await Share.of(whose.name)
    return await htmx.answer(template, subject=whose, address=share.address if share else "", active="analytics",
                           shared_at=share.created_at if share else None)


@blueprint.post("/counting")
async def counting() -> Response:
    """Whether visits with this browser count: a cookie says so, read where links are followed."""
    form = await Form.submitted()
    back = htmx.go(authentication.local(form["back"], subject.HOME + "/"))
    if exclude_self.possible():
        exclude_self.count(back, counted=form.given("counted") and form["counted"] == "1")
    return back
