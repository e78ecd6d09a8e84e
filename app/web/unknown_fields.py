"""Fields and parameters that the API does not know: named in `ignored` of the answer, or refused where that is wanted.

A request with the header `Kliqs-Strict: 1` is refused with UNKNOWN_FIELD before it changes anything. Every body is read
by `envelope.read_json_body` and every query by `query_parsing.query`; both report what they do not know here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from pydantic import BaseModel
from pydantic_core import from_json
from quart import g, request

from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, InvalidRequest, Refusal

HEADER = "Kliqs-Strict"
STRICT = {"1": True, "0": False}
MAX_NAMED, MAX_NAME_LENGTH = 100, 120  # fields that an answer names, and characters of each

document_code(
    "UNKNOWN_FIELD",
    400,
    N_("With “Kliqs-Strict: 1”, the request has a field or parameter that this operation does not know."),
    N_("Correct its name, or leave it out."),
)


class UnknownField(Refusal):
    """A strict request has fields that the operation does not know. Facts: names."""

    code, says = "UNKNOWN_FIELD", N_("This operation does not know: %(names)s.")


class InvalidStrictness(InvalidRequest):
    """The header Kliqs-Strict is neither 1 nor 0."""

    field, says = HEADER, N_("Kliqs-Strict must be 1 or 0.")


def is_strict() -> bool:
    """Whether the request wants unknown fields to be refused. Raises: InvalidStrictness."""
    try:
        return STRICT[request.headers.get(HEADER, "0").strip()]
    except KeyError:
        raise InvalidStrictness from None


def report_unknown(paths: Iterable[str]) -> None:
    """Notes the first MAX_NAMED unknown fields for the answer. Raises: UnknownField for a strict request."""
    named = [path[:MAX_NAME_LENGTH] for path in islice(paths, MAX_NAMED)]
    if is_strict() and named:
        raise UnknownField(field=named[0], names=", ".join(named))
    g.ignored = [*ignored_fields(), *named][:MAX_NAMED]


def ignored_fields() -> list[str]:
    """The unknown fields of the request that were reported so far."""
    return list(g.get("ignored", ()))


def unknown_paths(model: type[BaseModel], raw: bytes) -> Iterator[str]:
    """Yields the paths, such as `links.3.colour`, of the fields in a valid JSON body that the model does not have."""
    return _unknown_in(model.model_validate_json(raw, extra="allow"), "")


def _unknown_in(value: object, path: str) -> Iterator[str]:
    """Yields the paths of the unknown fields in a validated value, which is at `path`."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        items: Iterable[tuple[object, object]] = ((fields[name].alias or name, getattr(value, name)) for name in fields)
    elif isinstance(value, list | tuple):
        items = enumerate(value)
    elif isinstance(value, dict):
        items = value.items()
    else:
        return
    start = path + "." if path else ""
    for key, item in items:
        yield from _unknown_in(item, f"{start}{key}")
    if isinstance(value, BaseModel):
        yield from (start + name for name in value.model_extra or ())


async def report_what_was_not_read() -> None:
    """Reports parameters and body fields of an operation that takes none. Raises: UnknownField for a strict request.

    Call it after the operation read what it takes, and before it changes anything; a second call does nothing.
    """
    is_strict()
    if request.args and "query_read" not in g:
        g.query_read = True
        report_unknown(request.args)
    if request.mimetype == "application/json" and "body_read" not in g:
        g.body_read = True
        try:
            body = from_json(await request.get_data(cache=True, as_text=False, parse_form_data=False))
        except ValueError:
            return
        report_unknown(body if isinstance(body, dict) else ())
