"""What people and programs get when something is wrong: an envelope, a toast, or a page; never a bare 500.

A page says one sentence and offers one way on; what somebody typed is not lost where it can be sent again.
"""

from typing import NamedTuple
from urllib.parse import urlsplit

import structlog
from quart import Quart, Response, current_app, g, render_template, request
from werkzeug.exceptions import HTTPException, InternalServerError, ServiceUnavailable

from app.kernel import i18n
from app.kernel.i18n import gettext
from app.kernel.refusal import N_, Refusal
from app.kernel.unavailable import unavailable
from app.web import envelope, hosts, htmx
from app.web.resubmit import Again, typed

SENTENCES = {
    400: N_("That request does not make sense to us."),
    403: N_("This form was sent from another site. Open the page here and send it again."),
    404: N_("There is nothing at this address."),
    405: N_("This address does not take that."),
    408: N_("Your connection was too slow. Try again."),
    413: N_("That is too large."),
    415: N_("Send Content-Type: application/json."),
    431: N_("That is too large."),
    429: N_("Too many requests at once. Try again in %(wait)s."),
    500: N_("Something broke on our side. It has been logged."),
    503: N_("We are busy at the moment. Try again in a few seconds."),
}
PASSING = {408, 429, 500, 503}  # may be over when it is asked again
log = structlog.get_logger()


class WayOn(NamedTuple):
    """What a page of an error offers: to ask again, to send a form again, to go back to it, or home (no address)."""

    kind: str
    address: str = ""
    again: Again | None = None


def install(app: Quart) -> None:
    app.register_error_handler(Refusal, _refused)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _broken)


async def _refused(refusal: Refusal) -> Response:
    if hosts.surface() == "api":
        return envelope.refusal(refusal)
    answer = await _page(envelope.status_of(refusal), envelope.said(refusal))
    if refusal.retry_after is not None:
        answer.headers["Retry-After"] = str(refusal.retry_after)
    return answer


async def _http(error: HTTPException) -> Response:
    status = error.code or 500
    if status < 400:
        return error.get_response()  # type: ignore[return-value]
    seconds = int(getattr(error, "retry_after", None) or 5)
    sentence = gettext(getattr(error, "sentence", "") or SENTENCES.get(status, SENTENCES[400]))
    sentence = sentence % {"wait": i18n.span(seconds)} if status == 429 else sentence
    if hosts.surface() == "api":
        answer = envelope.error(envelope.BY_STATUS.get(status, "INVALID_REQUEST"), sentence, status=status)
    else:
        answer = await _page(status, sentence)
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After", "Accept-Encoding"}:
            answer.headers[name] = value
    if status in {429, 503}:
        answer.headers.setdefault("Retry-After", str(seconds))
    if status == 408 or (status == 400 and "Transfer-Encoding" in request.headers):
        answer.headers["Connection"] = "close"
    return answer


async def _broken(error: Exception) -> Response:
    if unavailable(error):
        log.warning("database_or_disk_unavailable", problem=str(error)[:200], kind=type(error).__name__)
        return await _http(ServiceUnavailable(retry_after=5))
    log.exception("unforeseen")
    return await _http(InternalServerError())


async def _page(status: int, sentence: str) -> Response:
    number = g.get("request_id", "") if status == 500 else ""
    if htmx.asks_for_fragment():
        return await htmx.answer("errors/_toast.html", status=status, sentence=sentence, number=number)
    way = await _way_on(status)
    if hosts.surface() == "public":
        return await htmx.answer("errors/visitor.html", status=status, sentence=sentence, number=number, way=way)
    page = await render_template("errors/page.html", status=status, sentence=sentence, number=number, way=way)
    return Response(page, status)


async def _way_on(status: int) -> WayOn:
    if status in PASSING and request.method in {"GET", "HEAD"}:
        return WayOn("again", request.full_path.rstrip("?"))
    if status in PASSING and (form := await typed()):
        return WayOn("send", again=form)
    if status == 403:
        return WayOn("back", request.path) if _opens() else WayOn("home")
    if request.method not in {"GET", "HEAD"} and (page := _came_from()):
        return WayOn("back", page)
    return WayOn("home")


def _opens() -> bool:
    """Whether there is a page at the address that a form was sent to."""
    return "GET" in current_app.create_url_adapter(request).allowed_methods(request.path)  # type: ignore[union-attr]


def _came_from() -> str:
    """The page of ours that a form was on, as its path; empty when it was none."""
    parts = urlsplit(request.headers.get("Referer", ""))
    local = parts.netloc == request.host and parts.path.startswith("/") and not parts.path.startswith("//")
    return parts._replace(scheme="", netloc="", fragment="").geturl() if local else ""
