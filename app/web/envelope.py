"""The shape of every JSON answer, and the table of error codes that the answers, the pages and the docs share."""

from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from quart import Response, current_app, g, request
from werkzeug.exceptions import UnsupportedMediaType

from app.kernel.bidi import isolated
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


@dataclass(frozen=True, slots=True)
class Code:
    """An error code: its HTTP status, when it is given, and what to do about it."""

    status: int
    when: str
    remedy: str


API_CODES = {
    "UNAUTHORIZED": Code(401, N_("The Authorization header is missing."),
                         N_("Send “Authorization: Bearer” and your key.")),
    "INVALID_API_KEY": Code(401, N_("The key is not one of ours."),
                            N_("Copy the whole key again, or create a new one.")),
    "READ_ONLY": Code(403, N_("This installation is a demo: nothing can be changed."),
                      N_("Try it on a Kliqs of your own.")),
    "REVOKED_API_KEY": Code(401, N_("The key was revoked."), N_("Use another key.")),
    "INVALID_URL": Code(400, N_("The destination is not a web address."),
                        N_("Give a whole http or https address, at most 2,048 characters.")),
    "INVALID_SLUG": Code(400, N_("The slug has characters or a length we do not accept."),
                         N_("Use 3 to 64 letters, digits, - or _, starting with a letter or digit.")),
    "RESERVED_SLUG": Code(400, N_("The slug is a reserved word."), N_("Choose another slug.")),
    "INVALID_EXPIRES_AT": Code(400, N_("The expiry is no ISO time with an offset, or not in the future."),
                               N_("Give a time such as 2030-01-31T17:00:00Z.")),
    "INVALID_REQUEST": Code(400, N_("The request is not well formed; “field” names the part to blame."),
                            N_("Compare the request with the table of fields.")),
    "SLUG_ALREADY_EXISTS": Code(409, N_("The slug is taken, or held after it was renamed or deleted."),
                                N_("Choose another slug, or leave it out and get a random one.")),
    "SHORTLINK_LIMIT_REACHED": Code(403, N_("The links of your plan are used up."),
                                    N_("Delete links you no longer need, or move to a larger plan.")),
    "NAME_IS_PRINTED": Code(409, N_("A QR code carries the name that would be taken from its link."),
                            N_("Keep the name, or delete the QR code first.")),
    "QR_LIMIT_REACHED": Code(403, N_("The QR codes of your plan are used up."),
                             N_("Delete codes you no longer need, or move to a larger plan.")),
    "QR_NOT_SCANNABLE": Code(409, N_("The design of the code fails the scan check."),
                             N_("Change what its verdict names, or ask again with confirm=true.")),
    "PAGE_LIMIT_REACHED": Code(403, N_("The bio pages of your plan are used up."),
                               N_("Delete a page you no longer need, or move to a larger plan.")),
    "EDITED_ELSEWHERE": Code(409, N_("The page is no longer at the version you sent: somebody changed it meanwhile."),
                             N_("Read it again, put your change into what it is now, and send that version.")),
    "INVALID_CONTENT": Code(400, N_("A block holds what its kind cannot take; “field” names the place."),
                            N_("The message says what would be right.")),
    "INVALID_QRIS": Code(400, N_("The text of a QRIS is not whole, or not one that Indonesian payment apps take."),
                         N_("Copy the whole text of your static QRIS; the message says what is wrong with it.")),
    "INVALID_PICTURE": Code(400, N_("The picture is none that we can open, or it is too large."),
                            N_("Send a still JPEG, PNG, WebP, HEIC or AVIF of at most 5 MB and 16 million pixels; 64 "
                               "million of a JPEG.")),
    "NOTHING_TO_UNDO": Code(409, N_("The page has no change left that could be taken back."), N_("Read the page.")),
    "NOTHING_TO_SHOW": Code(409, N_("The page has no name yet, so it cannot go live."), N_("Give it a name first.")),
    "API_LIMIT_REACHED": Code(429, N_("The requests of this month are used up."),
                              N_("Wait for the first day of the next month, 00:00 UTC.")),
    "RATE_LIMITED": Code(429, N_("Too many requests came at once from one address."),
                         N_("Wait as many seconds as Retry-After says.")),
    "NOT_FOUND": Code(404, N_("There is nothing at that address, or it belongs to another account."),
                      N_("Check the id.")),
    "METHOD_NOT_ALLOWED": Code(405, N_("The address does not take that method."), N_("See the Allow header.")),
    "REQUEST_TIMEOUT": Code(408, N_("The body did not arrive in time: 15 seconds went by without a byte, or it "
                                     "came at less than 8 kB a second."), N_("Send it again.")),
    "PAYLOAD_TOO_LARGE": Code(413, N_("The body is larger than the operation takes: 64 KiB, 512 KiB for a bio page, "
                                      "6 MiB for a picture, 20 MiB for an import."), N_("Send less.")),
    "UNSUPPORTED_MEDIA_TYPE": Code(415, N_("The body is not JSON, not a form where a picture is wanted, or has a "
                                            "Content-Encoding."),
                                   N_("Send “Content-Type: application/json”; a picture as multipart/form-data.")),
    "INTERNAL_ERROR": Code(500, N_("Something broke on our side. It has been logged."),
                           N_("Try again; if it stays, tell us the request id.")),
    "BUSY": Code(503, N_("We are busy, or the database does not answer."),
                 N_("Try again after as many seconds as Retry-After says.")),
}
STATUS = {code: entry.status for code, entry in API_CODES.items()} | {"TOO_MANY_ATTEMPTS": 429}
FORMS = dict.fromkeys(("EDITED_ELSEWHERE", "INVALID_CONTENT", "INVALID_QRIS", "INVALID_PICTURE", "NOTHING_TO_UNDO",
                       "NOTHING_TO_SHOW", "PAGE_LIMIT_REACHED"), 422)  # where a form says it beside the field
BY_STATUS = {
    400: "INVALID_REQUEST", 401: "UNAUTHORIZED", 404: "NOT_FOUND", 405: "METHOD_NOT_ALLOWED", 408: "REQUEST_TIMEOUT",
    413: "PAYLOAD_TOO_LARGE", 415: "UNSUPPORTED_MEDIA_TYPE", 429: "RATE_LIMITED", 500: "INTERNAL_ERROR", 503: "BUSY",
}


def status_of(refusal: Refusal) -> int:
    """The HTTP status of a refusal on a page; 422 for those that a form says beside a field."""
    return (STATUS | FORMS).get(refusal.code, 422)


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
    answer = _json(body | {"request_id": g.get("request_id", "")}, status or STATUS[code])
    if answer.status_code == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def refusal(refused: Refusal) -> Response:
    answer = error(refused.code, said(refused), refused.field, STATUS.get(refused.code, 422))
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
