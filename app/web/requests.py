"""What views read from a request, each thing in one way."""

from functools import cache
from typing import TypeVar, get_origin

from pydantic import BaseModel, ValidationError
from quart import request

from app.kernel.refusal import Refusal
from app.web import envelope
from app.web.encodings import best_encoding
from app.web.pagination import InvalidLimit

Q = TypeVar("Q", bound=BaseModel)


def query(model: type[Q], **refusals: Refusal) -> Q:
    """The parameters behind `?`, as a model; of one that comes several times the first, unless its field is a list.

    Refusals: InvalidLimit for `limit`, the one of `refusals` for the field that it is named after, those of
    `envelope.blamed` for any other field.
    """
    lists = {name for name, field in model.model_fields.items() if get_origin(field.annotation) is list}
    args = {name: request.args.getlist(name) if name in lists else request.args[name] for name in request.args}
    try:
        return model.model_validate(args)
    except ValidationError as invalid:
        refusal = envelope.blamed(invalid)
        if refusal.field == "limit":
            least, most = _bounds(model)
            refusal = InvalidLimit(least=least, most=most)
        raise refusals.get(refusal.field, refusal) from None


def accepted_encoding(*offered: str) -> str:
    """The first of the codings offered, in lower case, that the client accepts; "" when none is."""
    return best_encoding(",".join(request.headers.getlist("Accept-Encoding")), offered)


@cache
def _bounds(model: type[BaseModel]) -> tuple[int, int]:
    """The least and the most that `limit` may be in this model."""
    schema = model.model_json_schema()["properties"]["limit"]
    return schema["minimum"], schema["maximum"]
