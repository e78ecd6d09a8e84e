"""The shape of every JSON answer, and the error codes of HTTP itself."""

from codecs import BOM_UTF8
from collections.abc import Callable
from itertools import takewhile
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from quart import Response, current_app, g, request
from werkzeug.exceptions import UnsupportedMediaType

from app.kernel.bidi import isolated
from app.kernel.error_codes import code_status, document_code
from app.kernel.i18n import gettext
from app.kernel.refusal import (
    N_,
    BadJson,
    InvalidRequest,
    MissingField,
    NotAnObject,
    Refusal,
    TooLong,
    WrongType,
)

B = TypeVar("B", bound=BaseModel)
Place = tuple[int | str, ...]
UTF_8 = {"", "utf-8", "utf8", "us-ascii"}


class OtherCharset(UnsupportedMediaType):
    """`sentence` is English, to be translated."""

    sentence = N_("JSON is read as UTF-8. Send it so, and leave the charset out.")

document_code(
    "RATE_LIMITED", 429, N_("Too many requests came at once from one address."),
    N_("Wait as many seconds as Retry-After says."))
document_code(
    "METHOD_NOT_ALLOWED", 405, N_("The address does not take that method."),
    N_("See the Allow header."))
document_code(
    "REQUEST_TIMEOUT", 408, N_("The body did not arrive in time: 15 seconds went by without a byte, or it came at less "
                               "than 8 kB a second."),
    N_("Send it again."))
document_code(
    "PAYLOAD_TOO_LARGE", 413, N_("The body is larger than the operation takes: 64 KiB, 512 KiB for a bio page, 6 MiB "
                                 "for a picture, 20 MiB for an import."),
    N_("Send less."))
document_code(
    "UNSUPPORTED_MEDIA_TYPE", 415,
    N_("The body is not JSON, not a form where a picture is wanted, or has a Content-Encoding."),
    N_("Send “Content-Type: application/json”; a picture as multipart/form-data."))
document_code(
    "INTERNAL_ERROR", 500, N_("Something broke on our side. It has been logged."),
    N_("Try again; if it stays, tell us the request id."))
BY_STATUS = {
    400: "INVALID_REQUEST", 401: "UNAUTHORIZED", 404: "NOT_FOUND", 405: "METHOD_NOT_ALLOWED", 408: "REQUEST_TIMEOUT",
    413: "PAYLOAD_TOO_LARGE", 415: "UNSUPPORTED_MEDIA_TYPE", 429: "RATE_LIMITED", 500: "INTERNAL_ERROR", 503: "BUSY",
}


def status_of(refusal: Refusal) -> int:
    """The HTTP status of a refusal on a page; 422 for those that a form says beside a field."""
    return code_status(refusal.code, form=True)


def said(refusal: Refusal) -> str:
    """What a refusal says, in the reader's language."""
    words = gettext(refusal.says)
    if not refusal.facts:
        return words
    return words % {name: isolated(fact) if isinstance(fact, str) else fact for name, fact in refusal.facts.items()}


def ok(data: Any, status: int = 200) -> Response:
    """{"success": true, "data": …}"""
    return _json({"success": True, "data": data}, status)


def error(code: str, message: str, field: str = "", status: int | None = None) -> Response:
    """{"success": false, "error": CODE, "message": …, "field": …, "request_id": …}"""
    body = {"success": False, "error": code, "message": message}
    if field:
        body["field"] = field
    answer = _json(body | {"request_id": g.get("request_id", "")}, status or code_status(code))
    if answer.status_code == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def refusal(refused: Refusal) -> Response:
    answer = error(refused.code, said(refused), refused.field, code_status(refused.code))
    if refused.retry_after is not None:
        answer.headers["Retry-After"] = str(refused.retry_after)
    return answer


def field_of(place: Place) -> str:
    """`design.dark`; for one of a list, the name of the list."""
    return ".".join(str(part) for part in takewhile(lambda part: isinstance(part, str), place))


async def body(model: type[B], refused: Callable[[ValidationError], Refusal] | None = None) -> B:
    """The JSON body of the request, typed strictly; unknown fields and a byte order mark before it are ignored.

    JSON that travels is UTF-8 and its media type has no `charset` (RFC 8259 §8.1, §11); one that says UTF-8 all the
    same is taken, another would be a body that is read otherwise than its sender says.
    Refusals: those of `refused`, of `blamed` unless another is given. Raises 413 and 415.
    """
    if request.mimetype != "application/json":
        raise UnsupportedMediaType
    if request.mimetype_params.get("charset", "").strip().lower() not in UTF_8:
        raise OtherCharset
    raw = await request.get_data(cache=True, as_text=False, parse_form_data=False)
    try:
        return model.model_validate_json(raw.removeprefix(BOM_UTF8))
    except ValidationError as invalid:
        raise (refused or blamed)(invalid) from None


def blamed(invalid: ValidationError, field: Callable[[Place], str] = field_of) -> Refusal:
    """The first thing that is wrong, as a refusal that says what would be right."""
    problem = invalid.errors(include_url=False, include_input=False)[0]
    kind, name = problem["type"], field(problem["loc"])
    if kind == "json_invalid":
        return BadJson()
    if not name:
        return NotAnObject()
    if kind == "missing":
        return MissingField(field=name, name=name)
    if kind == "string_too_long":
        return TooLong(field=name, most=problem["ctx"]["max_length"])
    if kind.endswith(("_type", "_parsing")):
        return WrongType(field=name, name=name)
    return InvalidRequest(field=name)


def _json(data: Any, status: int) -> Response:
    return Response(current_app.json.dumps(data) + "\n", status, content_type="application/json")
