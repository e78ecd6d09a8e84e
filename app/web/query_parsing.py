"""Functions with which views read the query and the headers of a request."""

from functools import cache
from typing import TypeVar, get_origin

from pydantic import BaseModel, ValidationError
from quart import g, request

from app.kernel.refusal import Refusal
from app.web import envelope
from app.web.accept_encoding import first_accepted_encoding
from app.web.pagination import InvalidLimit
from app.web.unknown_fields import report_unknown

Q = TypeVar("Q", bound=BaseModel)


def query(model: type[Q], **refusals: Refusal) -> Q:
    """Validates the query string as a model. Of a repeated parameter the first counts, unless its field is a list.

    `refusals` are raised for invalid fields, by the name of the field. Raises: InvalidLimit for `limit`, for fields
    without a refusal that of `envelope.refusal_of_validation`; in the API UnknownField for a strict request.
    """
    list_fields = {name for name, field in model.model_fields.items() if get_origin(field.annotation) is list}
    sent = {name: [_without_nul(value) for value in request.args.getlist(name)] for name in request.args}
    args = {name: values if name in list_fields else values[0] for name, values in sent.items()}
    try:
        parameters = model.model_validate(args)
    except ValidationError as invalid:
        refusal = envelope.refusal_of_validation(invalid)
        if refusal.field == "limit":
            least, most = _bounds(model)
            refusal = InvalidLimit(least=least, most=most)
        raise refusals.get(refusal.field, refusal) from None
    g.query_read = True
    known = {field.alias or name for name, field in model.model_fields.items()}
    report_unknown(name for name in args if name not in known)
    return parameters


def accepted_encoding(*offered: str) -> str:
    """Returns the first of the codings `offered` (lower case) that the client accepts; "" if it accepts none."""
    return first_accepted_encoding(",".join(request.headers.getlist("Accept-Encoding")), offered)


def _without_nul(value: str) -> str:
    """Returns a value with U+FFFD for NUL, as HTML does: PostgreSQL refuses a statement with NUL in a text."""
    return value.replace("\x00", "\ufffd")


@cache
def _bounds(model: type[BaseModel]) -> tuple[int, int]:
    """Returns the minimum and maximum of the field `limit` of a model."""
    schema = model.model_json_schema()["properties"]["limit"]
    return schema["minimum"], schema["maximum"]
