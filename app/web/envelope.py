"""The JSON envelope of API responses, and the error codes of HTTP itself."""

from codecs import BOM_UTF8
from collections.abc import Callable
from itertools import takewhile
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from quart import Response, current_app, flash, g, request
from werkzeug.exceptions import UnsupportedMediaType

from app.kernel.bidi import isolate
from app.kernel.error_codes import code_status, document_code
from app.kernel.i18n import gettext
from app.kernel.refusal import N_, BadJson, InvalidRequest, MissingField, NotAnObject, Refusal, TooLong, WrongType
from app.web.unknown_fields import ignored_fields, report_unknown, unknown_paths

B = TypeVar("B", bound=BaseModel)
FieldLocation = tuple[int | str, ...]
UTF_8 = {"", "utf-8", "utf8", "us-ascii"}


class OtherCharset(UnsupportedMediaType):
    """The JSON has a charset other than UTF-8. `sentence` is the message for the client, not yet translated."""

    sentence = N_("JSON is read as UTF-8. Send it so, and leave the charset out.")


document_code(
    "RATE_LIMITED",
    429,
    N_("Too many requests came at once from one address."),
    N_("Wait as many seconds as Retry-After says."),
)
document_code("METHOD_NOT_ALLOWED", 405, N_("The URL does not accept that method."), N_("See the Allow header."))
document_code(
    "REQUEST_TIMEOUT",
    408,
    N_("The body did not arrive in time: 15 seconds went by without a byte, or it came at less than 8 kB a second."),
    N_("Send it again."),
)
document_code(
    "PAYLOAD_TOO_LARGE",
    413,
    N_(
        "The body is larger than the operation takes: 64 KiB, 512 KiB for a bio page or a post, 4 MiB for many links, "
        "6 MiB for a picture, 8 MiB for a file of a post or a piece of one, 20 MiB for an import."
    ),
    N_("Send less."),
)
document_code(
    "UNSUPPORTED_MEDIA_TYPE",
    415,
    N_("The body is not JSON, not a form where a file is wanted, or has a Content-Encoding."),
    N_("Send “Content-Type: application/json”; a file as multipart/form-data, a piece as application/octet-stream."),
)
document_code(
    "INTERNAL_ERROR",
    500,
    N_("Something broke on our side. It has been logged."),
    N_("Try again; if it stays, tell us the request id."),
)
BY_STATUS = {
    400: "INVALID_REQUEST",
    401: "UNAUTHORIZED",
    404: "NOT_FOUND",
    405: "METHOD_NOT_ALLOWED",
    408: "REQUEST_TIMEOUT",
    413: "PAYLOAD_TOO_LARGE",
    415: "UNSUPPORTED_MEDIA_TYPE",
    429: "RATE_LIMITED",
    500: "INTERNAL_ERROR",
    503: "BUSY",
}


def page_status(refusal: Refusal) -> int:
    """Returns the HTTP status of a refusal on a page; 422 for those that a form shows next to a field."""
    return code_status(refusal.code, form=True)


def refusal_message(refusal: Refusal) -> str:
    """Returns the message of a refusal in the reader's language, with its facts filled in."""
    message = gettext(refusal.says)
    if not refusal.facts:
        return message
    return message % {name: isolate(fact) if isinstance(fact, str) else fact for name, fact in refusal.facts.items()}


async def flash_refusal(refusal: Refusal) -> None:
    """Shows the message of a refusal on the next page, marked as bad."""
    await flash({"text": refusal_message(refusal), "kind": "bad"})  # type: ignore[arg-type]


def success_response(data: Any, status: int = 200) -> Response:
    """Returns a success response: {"success": true, "data": …}, with the names of fields that were ignored, if any.

    It is remembered as the answer to the request, for an idempotency key.
    """
    ignored = ignored_fields()
    response = _json({"success": True, "data": data} | ({"ignored": ignored} if ignored else {}), status)
    g.answer = response
    return response


def error_response(code: str, message: str, field: str = "", status: int | None = None, **facts: Any) -> Response:
    """Returns an error response: {"success": false, "error": CODE, "message": …, "field": …, "request_id": …}.

    `status` overrides the status of the code; `field` is absent if it is empty; `facts` are further members.
    """
    body = {"success": False, "error": code, "message": message}
    if field:
        body["field"] = field
    body |= facts
    g.error_code = code
    response = _json(body | {"request_id": g.get("request_id", "")}, status or code_status(code))
    if response.status_code == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def refusal_response(refused: Refusal) -> Response:
    """Returns the error response of a refusal, with Retry-After if waiting helps."""
    facts = {name: refused.facts[name] for name in refused.answer_facts}
    response = error_response(refused.code, refusal_message(refused), refused.field, code_status(refused.code), **facts)
    if refused.retry_after is not None:
        response.headers["Retry-After"] = str(refused.retry_after)
    return response


def field_path(location: FieldLocation) -> str:
    """Returns the path of a field as `design.dark`; for an item of a list, the path of the list."""
    return ".".join(str(part) for part in takewhile(lambda part: isinstance(part, str), location))


async def read_json_body(
    model: type[B], refused: Callable[[ValidationError], Refusal] | None = None, *, whole: bool = True
) -> B:
    """Validates the JSON body of the request strictly; a leading byte order mark is ignored.

    Unknown fields are named in the answer, or refused in a strict request; not so with `whole=False`, for a model that
    has only some of the fields and is followed by another one.

    Raises: the refusal that `refused` (default: `refusal_of_validation`) makes of a ValidationError, UnknownField,
    UnsupportedMediaType, and 413 for a body that is too large.
    """
    raw = await _read_json_bytes()
    try:
        body = model.model_validate_json(raw)
    except ValidationError as invalid:
        raise (refused or refusal_of_validation)(invalid) from None
    g.body_read = True
    report_unknown(unknown_paths(model, raw) if whole else ())
    return body


async def _read_json_bytes() -> bytes:
    """Returns the body of the request without a byte order mark.

    The media type of JSON has no `charset`, and JSON is UTF-8 (RFC 8259 §8.1, §11). A charset that means UTF-8 is
    accepted all the same; with any other the sender and we would read the body differently.

    Raises: UnsupportedMediaType, and 413 for a body that is too large.
    """
    if request.mimetype != "application/json":
        raise UnsupportedMediaType
    if request.mimetype_params.get("charset", "").strip().lower() not in UTF_8:
        raise OtherCharset
    return (await request.get_data(cache=True, as_text=False, parse_form_data=False)).removeprefix(BOM_UTF8)


def refusal_of_validation(invalid: ValidationError, field: Callable[[FieldLocation], str] = field_path) -> Refusal:
    """Returns a refusal for the first validation error, which names the field and what it should be."""
    return refusals_of_validation(invalid, field)[0]


def refusals_of_validation(invalid: ValidationError, field: Callable[[FieldLocation], str]) -> list[Refusal]:
    """Returns a refusal for each validation error."""
    return [_refusal_of(problem, field) for problem in invalid.errors(include_url=False, include_input=False)]


def _refusal_of(problem: ErrorDetails, field: Callable[[FieldLocation], str]) -> Refusal:
    """Returns the refusal of one validation error."""
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
    """Returns a JSON response with a newline at its end."""
    return Response(current_app.json.dumps(data) + "\n", status, content_type="application/json")
