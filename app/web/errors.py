"""Error responses: a JSON envelope for the API, a toast for htmx, otherwise a page.

A part of the API that speaks the language of another API answers errors in it (`answer_errors_with`).

An error page has one sentence and one action. What the user typed is kept in the page if it can be submitted again.
"""

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import urlsplit

import structlog
from quart import Quart, Response, current_app, flash, g, request
from werkzeug.exceptions import HTTPException, InternalServerError, ServiceUnavailable

from app.kernel import i18n
from app.kernel.file_storage import StorageUnavailable
from app.kernel.i18n import gettext
from app.kernel.outage_log import log_outage
from app.kernel.refusal import N_, Refusal
from app.kernel.transient_errors import is_unavailable
from app.web import envelope, hosts, htmx
from app.web.referrer_policy import home_of_code
from app.web.resubmit import SubmittedForm, resubmittable_form
from app.web.templates import render_template

SENTENCES = {
    400: N_("We could not process that request."),
    403: N_("This form was sent from another site. Open the page here and send it again."),
    404: N_("There is nothing at this address."),
    405: N_("That cannot be done at this address."),
    408: N_("Your connection was too slow. Try again."),
    413: N_("That is too large."),
    415: N_("Send Content-Type: application/json."),
    431: N_("That is too large."),
    429: N_("Too many requests at once. Try again in %(wait)s."),
    500: N_("Something broke on our side. It has been logged."),
    503: N_("We are busy at the moment. Try again in a few seconds."),
}
STORAGE_AWAY = N_("Pictures and files cannot be reached at the moment. Try again in a few seconds.")
TEMPORARY = {408, 429, 500, 503}  # the same request may succeed later
ErrorWriter = Callable[[Refusal | HTTPException], Response]
_writers: dict[str, ErrorWriter] = {}  # by the first segment of the path
log = structlog.get_logger()


class ErrorAction(NamedTuple):
    """The action that an error page offers.

    `kind` is `again` (repeat the request), `send` (submit `pending_form`), `back` (return to the page of the form) or
    `home`. `address` is the path for `again` and `back`.
    """

    kind: str
    address: str = ""
    pending_form: SubmittedForm | None = None


def answer_errors_with(segment: str, writer: ErrorWriter) -> None:
    """Lets `writer` make the error responses of paths with this first segment; packages call it beside their routes.

    The headers that belong to a status are added to what it returns.
    """
    _writers[segment] = writer


def install(app: Quart) -> None:
    """Registers the handlers for refusals, HTTP errors and all other exceptions."""
    app.register_error_handler(Refusal, _handle_refusal)
    app.register_error_handler(HTTPException, _handle_http_error)
    app.register_error_handler(Exception, _handle_exception)


async def answer_error(error: Refusal | HTTPException) -> Response:
    """Returns the answer to a request that ends with this error, for a package that has a handler of its own."""
    return await (_handle_refusal(error) if isinstance(error, Refusal) else _handle_http_error(error))


async def _handle_refusal(refusal: Refusal) -> Response:
    """Answers a refusal with its status and message."""
    if writer := _writers.get(hosts.first_path_segment()):
        return writer(refusal)
    if hosts.surface_of_path() == "api":
        return envelope.refusal_response(refusal)
    response = await _error_page(envelope.page_status(refusal), envelope.refusal_message(refusal))
    if refusal.retry_after is not None:
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response


async def _handle_http_error(error: HTTPException) -> Response:
    """Answers an HTTP error with its sentence and the headers that belong to its status."""
    status = error.code or 500
    if status < 400:
        return error.get_response()  # type: ignore[return-value]
    seconds = int(getattr(error, "retry_after", None) or 5)
    sentence = gettext(getattr(error, "sentence", "") or SENTENCES.get(status, SENTENCES[400]))
    sentence = sentence % {"wait": i18n.format_duration(seconds)} if status == 429 else sentence
    if writer := _writers.get(hosts.first_path_segment()):
        response = writer(error)
    elif hosts.surface_of_path() == "api":
        response = envelope.error_response(envelope.BY_STATUS.get(status, "INVALID_REQUEST"), sentence, status=status)
    else:
        response = await _error_page(status, sentence)
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After", "Accept-Encoding"}:
            response.headers[name] = value
    if status in {429, 503}:
        response.headers.setdefault("Retry-After", str(seconds))
    if status == 408 or (status == 400 and "Transfer-Encoding" in request.headers):
        response.headers["Connection"] = "close"
    return response


async def _handle_exception(error: Exception) -> Response:
    """Answers 503 if a database, disk or storage is unavailable; otherwise logs the exception and answers 500."""
    if is_unavailable(error):
        log_outage("database_or_disk_unavailable", error)
        unavailable = ServiceUnavailable(retry_after=5)
        if isinstance(error, StorageUnavailable):
            unavailable.sentence = STORAGE_AWAY  # type: ignore[attr-defined]
        return await _handle_http_error(unavailable)
    log.exception("unforeseen")
    return await _handle_http_error(InternalServerError())


async def _error_page(status: int, sentence: str) -> Response:
    """Renders the error as a toast for htmx, or as a page: a small one on the public surface."""
    number = g.get("request_id", "") if status == 500 else ""
    if status in TEMPORARY and (home := home_of_code()):
        await flash({"text": sentence, "kind": "bad"})  # type: ignore[arg-type]
        return htmx.redirect_to(home)
    if htmx.wants_fragment():
        return await htmx.render_response("errors/_toast.html", status=status, sentence=sentence, number=number)
    action = await _choose_action(status)
    if hosts.surface_of_path() == "public":
        return await htmx.render_response(
            "errors/visitor.html", status=status, sentence=sentence, number=number, action=action
        )
    page = await render_template("errors/page.html", status=status, sentence=sentence, number=number, action=action)
    return Response(page, status)


async def _choose_action(status: int) -> ErrorAction:
    """Chooses the action that the error page offers."""
    if status in TEMPORARY and request.method in {"GET", "HEAD"}:
        return ErrorAction("again", request.full_path.rstrip("?"))
    if status in TEMPORARY and (form := await resubmittable_form()):
        return ErrorAction("send", pending_form=form)
    if status == 403:
        return ErrorAction("back", request.path) if _answers_get() else ErrorAction("home")
    if request.method not in {"GET", "HEAD"} and (page := _referring_page()):
        return ErrorAction("back", page)
    return ErrorAction("home")


def _answers_get() -> bool:
    """Whether the path that a form was submitted to also answers GET."""
    return "GET" in current_app.create_url_adapter(request).allowed_methods(request.path)  # type: ignore[union-attr]


def _referring_page() -> str:
    """Returns the path of the page that the request came from (Referer), "" unless it is a page of the same host."""
    parts = urlsplit(request.headers.get("Referer", ""))
    local = parts.netloc == request.host and parts.path.startswith("/") and not parts.path.startswith("//")
    return parts._replace(scheme="", netloc="", fragment="").geturl() if local else ""
