"""Makes, answers, extends and closes requests to the operator (privacy_request.py), and reminds of those due soon.

What an operator does about a request, in the console or by a command, is in the operators' log.
"""

from __future__ import annotations

from datetime import datetime
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
from app.operators.operator_log import acting_operator, add_sentences, name_of, record_act
from app.privacy import emails
from app.privacy.privacy_request import (
    ANSWERED_WITHIN,
    EXTENSION,
    KINDS,
    MAX_ANSWER,
    MAX_REASON,
    MAX_STEP,
    MAX_TEXT,
    OUTCOMES,
    PrivacyStep,
    term_of,
)
from app.privacy.privacy_request import PrivacyRequest as Request

by_address = Throttle("privacy requests by address", 5, 60)
add_sentences(
    {
        "privacy_answered": N_("answered the privacy request %(thing)s."),
        "privacy_extended": N_("took more time for the privacy request %(thing)s. The reason: %(detail)s"),
        "privacy_step": N_("noted a step of the privacy request %(thing)s."),
        "privacy_closed_done": N_("closed the privacy request %(thing)s: done as requested."),
        "privacy_closed_partly": N_("closed the privacy request %(thing)s: done in part."),
        "privacy_closed_refused": N_("closed the privacy request %(thing)s: refused."),
        "privacy_closed_unproved": N_("closed the privacy request %(thing)s: not proved who asks."),
        "privacy_closed_withdrawn": N_("closed the privacy request %(thing)s: taken back."),
        "privacy_reopened": N_("opened the privacy request %(thing)s again."),
    }
)


class UnknownKind(InvalidRequest):
    """Raised for a kind of request that is not in KINDS."""

    field, says = "kind", N_("Choose what is asked for.")


class UnknownOutcome(InvalidRequest):
    """Raised for an outcome that is not in OUTCOMES."""

    field, says = "outcome", N_("Choose what came of it.")


class TextMissing(Refusal):
    """Raised for an empty request, answer or reason."""

    code, says = "TEXT_MISSING", N_("Write a few words.")


class RequestClosed(Refusal):
    """Raised for a change of a request that is closed."""

    code, says = "REQUEST_CLOSED", N_("This request is closed.")


class AnsweredMeanwhile(Refusal):
    """Raised for an answer to a request that somebody else has answered since it was read."""

    code, field = "ANSWERED_MEANWHILE", "answer"
    says = N_("Somebody else has just answered. Read that first.")


class ExtendedAlready(Refusal):
    """Raised for a request that was extended before, or is closed."""

    code, says = "EXTENDED_ALREADY", N_("A request is extended once, and not after it is closed.")


async def submit_request(kind: str, words: str, email: str, address: str, user: User | None = None) -> Request:
    """Stores a request, due by the term of its kind, sends its receipt and tells the operator.

    `user` is who is signed in, whose address then counts; `address` is the visitor's IP address, used only for the rate
    limit. Raises: UnknownKind, TextMissing or TooLong, InvalidEmail, all that apply at once; TooManyAttempts.
    """
    faults, columns = Faults.gather(), {"kind": kind, "email": user.email if user else "", "answer": ""}
    with faults.catching():
        check_kind(kind)
    with faults.catching():
        columns["email"] = columns["email"] or normalize_email(email)
    with faults.catching():
        columns["text"] = clean_words(words, MAX_TEXT, "text")
    faults.raise_if_any()
    await by_address.attempt(address)
    columns["language"] = user.language if user else i18n.current_language()
    async with transaction():
        privacy_request = await store_request(columns, clock.now(), user)
        await emails.remind_operator(privacy_request, new=True)
    return privacy_request


async def store_request(columns: dict[str, str], received: datetime, user: User | None = None) -> Request:
    """Stores a request that came in at a time, and sends its receipt; call it inside a transaction."""
    times = {"created_at": received, "due_at": received + term_of(columns["kind"])}
    user_id = user.id if user else None
    privacy_request = await Request.create(id=uuid4(), user_id=user_id, **columns, **times)  # type: ignore[arg-type]
    await emails.send_request_received(privacy_request)
    return privacy_request


async def answer_request(privacy_request: Request, words: str) -> None:
    """Sends an answer and keeps it, below earlier ones; without an address it is only kept.

    Raises: TextMissing, TooLong, RequestClosed, AnsweredMeanwhile.
    """
    answer = clean_words(words, MAX_ANSWER, "answer")
    whole = f"{privacy_request.answer}\n\n{answer}".strip()
    async with transaction():
        unanswered = Request.filter(id=privacy_request.id, closed_at=None, answer=privacy_request.answer)
        if not await unanswered.update(answer=whole, answered_at=clock.now()):
            raise AnsweredMeanwhile if await Request.exists(id=privacy_request.id, closed_at=None) else RequestClosed
        await record_act("privacy_answered", str(privacy_request.id))
        await emails.send_answer(privacy_request, answer)
    await privacy_request.refresh_from_db()


async def extend_request(privacy_request: Request, reason: str) -> None:
    """Gives the operator two months more, once, and tells the reason. Raises: TextMissing, TooLong, ExtendedAlready."""
    because = clean_words(reason, MAX_REASON, "reason")
    async with transaction():
        unextended = Request.filter(id=privacy_request.id, closed_at=None, extended_because="")
        due = privacy_request.created_at + ANSWERED_WITHIN + EXTENSION
        if not await unextended.update(extended_because=because, due_at=due, reminded_at=None):
            raise ExtendedAlready
        await privacy_request.refresh_from_db()
        await record_act("privacy_extended", str(privacy_request.id), because)
        await emails.send_extension(privacy_request)


async def note_step(privacy_request: Request, words: str) -> None:
    """Keeps a note of an operator about a request; a person with an account has it in their export.

    Raises: TextMissing, TooLong.
    """
    note = clean_words(words, MAX_STEP, "step")
    async with transaction():
        await _store_step(privacy_request, note)
        await record_act("privacy_step", str(privacy_request.id))


async def close_request(privacy_request: Request, outcome: str = "done", note: str = "") -> bool:
    """Closes a request with what came of it and a note, if there is one; returns False if it was closed already.

    Raises: UnknownOutcome, TooLong; both at once.
    """
    faults, step = Faults.gather(), ""
    with faults.catching():
        if outcome not in OUTCOMES:
            raise UnknownOutcome
    with faults.catching():
        step = text.clean_multiline(note, MAX_STEP, "note")
    faults.raise_if_any()
    async with transaction():
        if not await Request.filter(id=privacy_request.id, closed_at=None).update(
            closed_at=clock.now(), outcome=outcome
        ):
            return False
        if step:
            await _store_step(privacy_request, step)
        await record_act(f"privacy_closed_{outcome}", str(privacy_request.id))
    return True


async def reopen_request(privacy_request: Request) -> bool:
    """Opens a closed request again; returns False if it is open."""
    async with transaction():
        closed = Request.filter(id=privacy_request.id, closed_at__isnull=False)
        if not await closed.update(closed_at=None, outcome="", reminded_at=None):
            return False
        await record_act("privacy_reopened", str(privacy_request.id))
    return True


async def _store_step(privacy_request: Request, words: str) -> None:
    user, now = acting_operator(), clock.now()
    user_id = user.id if user else None
    await PrivacyStep.create(
        id=uuid4(), request_id=privacy_request.id, user_id=user_id, person=name_of(user), text=words, created_at=now
    )


async def forget_operator_of_steps(user: User) -> None:
    """Takes the name of somebody who is deleted out of their notes, in the transaction; what they noted remains."""
    await PrivacyStep.filter(user_id=user.id).update(person="", user_id=None)


async def remind_of(privacy_request: Request) -> None:
    """Reminds the operator of a request, once before each due day."""
    async with transaction():
        if await Request.filter(id=privacy_request.id, reminded_at=None).update(reminded_at=clock.now()):
            await emails.remind_operator(privacy_request)


@jobs.handler("privacy.remind", schedule=HOURLY)
async def remind_hourly(_job: Job) -> None:
    """Reminds the operator of requests that are due soon."""
    await for_each(await Request.to_remind(), remind_of)


def check_kind(kind: str) -> None:
    """Checks a kind of request. Raises: UnknownKind."""
    if kind not in KINDS:
        raise UnknownKind


def clean_words(words: str, most: int, field: str) -> str:
    """Returns a text of several lines, cleaned. Raises: TextMissing, TooLong."""
    if not (clean := text.clean_multiline(words, most, field)):
        raise TextMissing(field=field)
    return clean
