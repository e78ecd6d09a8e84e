"""Idempotency-Key: a POST of the API that is sent again with the same key is answered again, but done once.

The key is claimed before the request runs, in a transaction of its own, so that others see that it runs. Its answer is
stored in the transaction that counts the request and does its work: after a crash either both are there or neither. So
an endpoint has to build its answer inside of `api_authentication.counted_request`. A request that is refused or fails
releases its key. Source: draft-ietf-httpapi-idempotency-key-header.

Answers are stored encrypted under the server's secret, since they can reveal what is otherwise only stored as a hash;
they are deleted after a day. A repeated answer is not counted as a request of the month.
"""

from __future__ import annotations

import base64
import zlib
from typing import Any

import orjson
from quart import Response, g, request
from werkzeug.datastructures import FileStorage, MultiDict

from app.accounts.models import Account
from app.kernel import encryption, secrets
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, InvalidRequest, Refusal
from app.keys.idempotency_key import IdempotencyKey
from app.web import unknown_fields

HEADER, REPLAYED = "Idempotency-Key", "Idempotency-Replayed"
MAX_LENGTH = 255  # characters of a key
RETRY_AFTER = 2  # seconds

document_code(
    "IDEMPOTENCY_KEY_REUSED",
    422,
    N_("The Idempotency-Key came with another request in the last 24 hours."),
    N_("Use a new key for each new request; send the very same request only to repeat it."),
)
document_code(
    "IDEMPOTENCY_KEY_IN_USE",
    409,
    N_("The first request with that Idempotency-Key is still being answered."),
    N_("Send it again after as many seconds as Retry-After says."),
)


class IdempotencyKeyReused(Refusal):
    """The key was used for another request."""

    code, field = "IDEMPOTENCY_KEY_REUSED", HEADER
    says = N_("That Idempotency-Key belongs to another request. Use a new one.")


class AnswerUnreadable(IdempotencyKeyReused):
    """The answer was encrypted under a secret that the operator has removed since."""

    says = N_("The answer to that request cannot be read any more. Look up what it made, or use a new key.")


class IdempotencyKeyInUse(Refusal):
    """The first request with the key has not been answered yet."""

    code, field, retry_after = "IDEMPOTENCY_KEY_IN_USE", HEADER, RETRY_AFTER
    says = N_("The first request with that Idempotency-Key is still being answered. Send it again in a moment.")


class InvalidIdempotencyKey(InvalidRequest):
    """The key is empty, too long, or has other characters than printable ASCII."""

    field, says = HEADER, N_("An Idempotency-Key has 1 to 255 printable ASCII characters.")


async def claim_or_replay(account: Account) -> Response | None:
    """Claims the request's idempotency key, if it has one; returns the answer if it was answered before.

    Raises: InvalidIdempotencyKey, IdempotencyKeyReused, IdempotencyKeyInUse.
    """
    if request.method != "POST" or HEADER not in request.headers:
        return None
    digest = secrets.hmac_digests("idempotency-key", _received_key())[0]
    fingerprint = secrets.hmac_digests("idempotency-request", await _request_text())[0]
    row, claimed = await IdempotencyKey.claim_for(account, digest, fingerprint)
    if claimed:
        g.idempotency_claim = row
        return None
    if row.fingerprint != fingerprint:
        raise IdempotencyKeyReused
    if row.status is None:
        raise IdempotencyKeyInUse
    g.changed_nothing = True  # for the audit log
    return Response(
        _decrypted(row), row.status, {REPLAYED: "true", "Cache-Control": "no-store"}, content_type="application/json"
    )


async def store_answer() -> None:
    """Stores the answer of the request under its key, if it has one; call it in the transaction of the request.

    Raises: IdempotencyKeyInUse if the request took so long that another one may run; RuntimeError where the endpoint
    did not build its answer inside of the transaction.
    """
    row: IdempotencyKey | None = g.get("idempotency_claim")
    if row is None:
        return
    answer: Response | None = g.get("answer")
    if answer is None:
        raise RuntimeError(f"{request.endpoint} builds its answer outside of the counted request")
    encrypted = _encrypted(row.account_id, await answer.get_data(as_text=False))
    if not await row.running().update(status=answer.status_code, answer=encrypted):
        raise IdempotencyKeyInUse


async def release_key() -> None:
    """Releases the key of a request that stored no answer, so that it can be sent again; call it when it ends."""
    row: IdempotencyKey | None = g.pop("idempotency_claim", None)
    if row is not None:
        await row.running().delete()


def _received_key() -> str:
    """The key in the request's header. Raises: InvalidIdempotencyKey."""
    keys = request.headers.getlist(HEADER)
    key = keys[0].strip()
    if len(keys) != 1 or not 0 < len(key) <= MAX_LENGTH or not (key.isascii() and key.isprintable()):
        raise InvalidIdempotencyKey
    return key


async def _request_text() -> str:
    """What has to be the same in a repeated request: method, path, query, strictness and body; JSON without layout."""
    if request.mimetype == "multipart/form-data":  # whose boundary is another one each time
        body: Any = [_parts(await request.form), [*map(_file, (await request.files).items(multi=True))]]
    else:
        raw = await request.get_data(cache=True, as_text=False, parse_form_data=False)
        try:
            body = orjson.dumps(orjson.loads(raw), option=orjson.OPT_SORT_KEYS).decode()
        except (orjson.JSONDecodeError, orjson.JSONEncodeError):  # no JSON, or nested more deeply than is written
            body = base64.b64encode(raw).decode()
    strict = request.headers.get(unknown_fields.HEADER, "")
    parts = [request.method, request.path, _parts(request.args), request.mimetype, strict, body]
    return orjson.dumps(parts, option=orjson.OPT_SORT_KEYS).decode()


def _parts(values: MultiDict[str, Any]) -> list[tuple[str, str]]:
    return [(name, str(value)) for name, value in values.items(multi=True)]


def _file(part: tuple[str, FileStorage]) -> tuple[str, str]:
    """The name and the content of an uploaded file, which can be read again afterwards."""
    name, file = part
    content = file.read()
    file.seek(0)
    return name, base64.b64encode(content).decode()


def _encrypted(account: Any, body: bytes) -> str:
    return encryption.encrypt(base64.b64encode(zlib.compress(body, 1)).decode(), f"idempotent answer of {account}")


def _decrypted(row: IdempotencyKey) -> bytes:
    """The body of a stored answer. Raises: AnswerUnreadable."""
    try:
        text = encryption.decrypt(row.answer or "", f"idempotent answer of {row.account_id}")
    except encryption.Undecipherable:
        raise AnswerUnreadable from None
    return zlib.decompress(base64.b64decode(text))
