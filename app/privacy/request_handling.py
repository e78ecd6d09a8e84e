"""Makes, answers, extends and closes requests to the operator (privacy_request.py), and reminds of those due soon."""

from __future__ import annotations

from uuid import uuid4

from app import jobs
from app.accounts.sign_up_checks import normalize_email
from app.accounts.user import User
from app.jobs import HOURLY, Job
from app.jobs.independent_steps import for_each
from app.kernel import clock, i18n, text
from app.kernel.db import transaction
from app.kernel.refusal import N_, Faults, InvalidRequest, Refusal
from app.kernel.throttle import Throttle
from app.privacy import emails
from app.privacy.privacy_request import ANSWERED_WITHIN, EXTENSION, KINDS, MAX_ANSWER, MAX_REASON, MAX_TEXT
from app.privacy.privacy_request import PrivacyRequest as Request

by_address = Throttle("privacy requests by address", 5, 60)


class UnknownKind(InvalidRequest):
    """Raised for a kind of request that is not in KINDS."""

    field, says = "kind", N_("Choose what you ask for.")


class TextMissing(Refusal):
    """Raised for an empty request, answer or reason."""

    code, says = "TEXT_MISSING", N_("Write a few words.")


class RequestClosed(Refusal):
    """Raised for a change of a request that is closed."""

    code, says = "REQUEST_CLOSED", N_("This request is closed.")


class ExtendedAlready(Refusal):
    """Raised for a request that was extended before, or is closed."""

    code, says = "EXTENDED_ALREADY", N_("A request is extended once, and not after it is closed.")


async def submit_request(kind: str, words: str, email: str, address: str, user: User | None = None) -> Request:
    """Stores a request, due in 30 days, sends its receipt and tells the operator.

    `user` is who is signed in, whose address then counts; `address` is the visitor's IP address, used only for the rate
    limit. Raises: UnknownKind, TextMissing or TooLong, InvalidEmail, all that apply at once; TooManyAttempts.
    """
    faults, columns = Faults.gather(), {"kind": kind, "email": user.email if user else "", "answer": ""}
    with faults.catching():
        if kind not in KINDS:
            raise UnknownKind
    with faults.catching():
        columns["email"] = columns["email"] or normalize_email(email)
    with faults.catching():
        columns["text"] = _clean(words, MAX_TEXT, "text")
    faults.raise_if_any()
    await by_address.attempt(address)
    columns["language"] = user.language if user else i18n.current_language()
    return await _store(columns, user)


async def _store(columns: dict[str, str], user: User | None) -> Request:
    now, user_id = clock.now(), user.id if user else None
    async with transaction():
        times = {"created_at": now, "due_at": now + ANSWERED_WITHIN}
        wish = await Request.create(id=uuid4(), user_id=user_id, **columns, **times)  # type: ignore[arg-type]
        await emails.send_request_received(wish)
        await emails.remind_operator(wish, new=True)
    return wish


async def answer_request(wish: Request, words: str) -> None:
    """Sends an answer and keeps it; a later answer is put below it. Raises: TextMissing, TooLong, RequestClosed."""
    answer = _clean(words, MAX_ANSWER, "answer")
    whole = f"{wish.answer}\n\n{answer}".strip()
    async with transaction():
        if not await Request.filter(id=wish.id, closed_at=None).update(answer=whole, answered_at=clock.now()):
            raise RequestClosed
        await emails.send_answer(wish, answer)
    await wish.refresh_from_db()


async def extend_request(wish: Request, reason: str) -> None:
    """Gives the operator two months more, once, and tells the reason. Raises: TextMissing, TooLong, ExtendedAlready."""
    because = _clean(reason, MAX_REASON, "reason")
    async with transaction():
        unextended = Request.filter(id=wish.id, closed_at=None, extended_because="")
        due = wish.created_at + ANSWERED_WITHIN + EXTENSION
        if not await unextended.update(extended_because=because, due_at=due, reminded_at=None):
            raise ExtendedAlready
        await wish.refresh_from_db()
        await emails.send_extension(wish)


async def close_request(wish: Request) -> bool:
    """Closes a request; returns False if it was closed already."""
    return bool(await Request.filter(id=wish.id, closed_at=None).update(closed_at=clock.now()))


async def remind_of(wish: Request) -> None:
    """Reminds the operator of a request, once before each due day."""
    async with transaction():
        if await Request.filter(id=wish.id, reminded_at=None).update(reminded_at=clock.now()):
            await emails.remind_operator(wish)


@jobs.handler("privacy.remind", schedule=HOURLY)
async def remind_hourly(_job: Job) -> None:
    """Reminds the operator of requests that are due soon."""
    await for_each(await Request.to_remind(), remind_of)


def _clean(words: str, most: int, field: str) -> str:
    if not (clean := text.clean_multiline(words, most, field)):
        raise TextMissing(field=field)
    return clean
