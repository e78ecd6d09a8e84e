"""What people and programs get when something is wrong: an envelope, a toast, or a page; never a bare 500."""

import sqlite3

import asyncpg
import structlog
from quart import Quart, Response, render_template, request
from tortoise.exceptions import DBConnectionError, OperationalError, TransactionManagementError
from werkzeug.exceptions import HTTPException, InternalServerError, ServiceUnavailable

from app.kernel.i18n import gettext
from app.kernel.refusal import N_, Refusal
from app.web import envelope, hosts, hx

UNREACHABLE = (
    DBConnectionError, TransactionManagementError, sqlite3.OperationalError, asyncpg.PostgresConnectionError,
    asyncpg.LockNotAvailableError, asyncpg.QueryCanceledError, asyncpg.InterfaceError, ConnectionError, TimeoutError,
)
SENTENCES = {
    400: N_("That request does not make sense to us."),
    403: N_("This form was sent from another site. Open the page here and send it again."),
    404: N_("There is nothing at this address."),
    405: N_("This address does not take that."),
    408: N_("Your connection was too slow. Try again."),
    413: N_("That is too large."),
    415: N_("Send Content-Type: application/json."),
    431: N_("That is too large."),
    429: N_("Too many changes at once. Try again in %(seconds)s seconds."),
    500: N_("Something broke on our side. It has been logged."),
    503: N_("We are busy at the moment. Try again in a few seconds."),
}
log = structlog.get_logger()


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
    seconds = str(getattr(error, "retry_after", None) or 5)
    sentence = gettext(SENTENCES.get(status, SENTENCES[400]))
    sentence = sentence % {"seconds": seconds} if status == 429 else sentence
    if hosts.surface() == "api":
        answer = envelope.error(envelope.BY_STATUS.get(status, "INVALID_REQUEST"), sentence, status=status)
    else:
        answer = await _page(status, sentence)
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            answer.headers[name] = value
    if status in {429, 503}:
        answer.headers.setdefault("Retry-After", seconds)
    if status == 400 and "Transfer-Encoding" in request.headers:
        answer.headers["Connection"] = "close"
    return answer


async def _broken(error: Exception) -> Response:
    if isinstance(error, UNREACHABLE) or (isinstance(error, OperationalError) and _locked(error)):
        log.warning("database_unavailable", problem=str(error)[:200])
        return await _http(ServiceUnavailable(retry_after=5))
    log.exception("unforeseen")
    return await _http(InternalServerError())


def _locked(error: OperationalError) -> bool:
    return any(word in str(error) for word in ("locked", "busy", "disk is full", "disk I/O", "readonly"))


async def _page(status: int, sentence: str) -> Response:
    if hx.asks_for_fragment():
        return await hx.answer("errors/_toast.html", status=status, sentence=sentence)
    if hosts.surface() == "public":
        return await hx.answer("errors/visitor.html", status=status, sentence=sentence)
    return Response(await render_template("errors/page.html", status=status, sentence=sentence), status)
