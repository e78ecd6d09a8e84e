"""What an operator decides about the suspension of an account, each in one transaction, and the owner's objection.

Each begins with one conditional UPDATE: of the account, of which only one suspension can begin, or of the suspension.
Everything is written into the log of operators and told to the owners by mail, which cannot be switched off.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from app import jobs
from app.abuse import suspension_emails as emails
from app.abuse.case import LONGEST_NOTE, LONGEST_OBJECTION
from app.abuse.decisions import AnswerMissing, DecidedElsewhere, NotUndoable, deciding_user
from app.abuse.objections import ObjectedAlready, ObjectionMissing
from app.abuse.reasons import check_reason
from app.abuse.suspension import LIFTED, OVER, Suspension
from app.accounts.models import Account
from app.accounts.suspension import CHANGES, EVERYTHING, LEVELS
from app.jobs import MINUTELY, Job
from app.jobs.independent_steps import for_each
from app.kernel import clock, text
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Faults, InvalidRequest, Refusal
from app.operators.operator_log import add_sentences, record_act


class AlreadySuspended(Refusal):
    """The account is suspended already."""

    code, says = "EDITED_ELSEWHERE", N_("This account is suspended already. What you chose was not done.")


class UnknownLevel(InvalidRequest):
    """The level is not in LEVELS."""

    field, says = "level", N_("Choose what the suspension stops.")


class EndsInThePast(InvalidRequest):
    """A suspension would end before it begins."""

    field, says = "until", N_("Choose a time that is still to come, or leave it empty.")


@dataclass(frozen=True, slots=True)
class NewSuspension:
    """A decision to suspend an account for a reason of reasons.py, with a note for the owner.

    Without `until` it lasts until it is lifted.
    """

    reason: str
    level: str = CHANGES
    note: str = ""
    until: datetime | None = None

    def checked_note(self) -> str:
        """Returns the cleaned note. Raises: UnknownBlockReason, UnknownLevel, TooLong, EndsInThePast; all at once."""
        faults, note = Faults.gather(), ""
        with faults.catching():
            check_reason(self.reason)
        with faults.catching():
            if self.level not in LEVELS:
                raise UnknownLevel
        with faults.catching():
            note = text.clean_multiline(self.note, LONGEST_NOTE, "note")
        with faults.catching():
            if self.until is not None and self.until <= clock.now():
                raise EndsInThePast
        faults.raise_if_any()
        return note


async def suspend(account: Account, new: NewSuspension) -> Suspension:
    """Suspends an account, and tells its owners. Raises: those of `NewSuspension.checked_note`, AlreadySuspended."""
    note, now, person = new.checked_note(), clock.now(), deciding_user()
    async with transaction():
        await _mark_account(account, now, new.until, hidden=new.level == EVERYTHING)
        suspension = await Suspension.create(
            id=uuid4(),
            account_id=account.id,
            level=new.level,
            reason=new.reason,
            note=note,
            begun_at=now,
            until=new.until,
            decided_by_id=person.id if person else None,
        )
        await record_act(f"account_suspended_{new.level}", str(account.id), new.reason)
        await emails.tell_suspended(account, suspension)
    return suspension


async def lift(suspension: Suspension, answer: str = "", *, seen: int) -> None:
    """Ends a suspension, with an answer to the owner; `seen` is the version that the operator saw.

    Raises: TooLong, DecidedElsewhere.
    """
    words = text.clean_multiline(answer, LONGEST_NOTE, "answer")
    async with transaction():
        await _decide(suspension, seen, ended_at=clock.now(), ending=LIFTED, **_answered(words))
        account = await _free_account(suspension)
        await record_act("account_lifted", str(account.id), words)
        await emails.tell_lifted(account, words)


async def uphold(suspension: Suspension, answer: str, *, seen: int) -> None:
    """Leaves an account suspended, with an answer to the owner's objection.

    Raises: AnswerMissing, TooLong, DecidedElsewhere.
    """
    if not (words := text.clean_multiline(answer, LONGEST_NOTE, "answer")):
        raise AnswerMissing
    async with transaction():
        await _decide(suspension, seen, **_answered(words))
        account = await Account.get(id=suspension.account_id)
        await record_act("account_upheld", str(account.id), words)
        await emails.tell_upheld(account, words)


async def restore(suspension: Suspension, *, seen: int) -> None:
    """Takes back that a suspension was lifted: it is in force as before. Raises: NotUndoable, AlreadySuspended."""
    if not suspension.restorable or (suspension.until is not None and suspension.until <= clock.now()):
        raise NotUndoable
    async with transaction():
        account, hidden = await Account.get(id=suspension.account_id), suspension.level == EVERYTHING
        await _mark_account(account, suspension.begun_at, suspension.until, hidden=hidden)
        values: dict[str, Any] = {"ended_at": None, "ending": "", "version": seen + 1}
        if not await Suspension.filter(id=suspension.id, version=seen, ending=LIFTED).update(**values):
            raise NotUndoable
        await record_act(f"account_suspended_{suspension.level}", str(account.id), suspension.reason)
        await emails.tell_suspended(account, suspension)
    await suspension.refresh_from_db()


async def object_to(suspension: Suspension, words: str) -> None:
    """Stores the owner's objection, if the suspension is in force and nobody objected yet.

    Raises: ObjectionMissing, TooLong, ObjectedAlready.
    """
    if not (cleaned := text.clean_multiline(words, LONGEST_OBJECTION, "words")):
        raise ObjectionMissing
    unanswered = Suspension.in_force().filter(id=suspension.id, objected_at=None)
    if not await unanswered.update(objection=cleaned, objected_at=clock.now(), answer="", answered_at=None):
        raise ObjectedAlready
    await suspension.refresh_from_db()


@jobs.handler("abuse.suspensions", schedule=MINUTELY)
async def end_suspensions(_job: Job) -> None:
    """Ends the suspensions whose time has come. Raises: StepsFailed."""
    await for_each(await Suspension.in_force().filter(until__lte=clock.now()), _end_in_time)


async def _end_in_time(suspension: Suspension) -> None:
    """Ends a suspension whose time has come; does nothing if an operator was faster."""
    async with transaction():
        if await Suspension.in_force().filter(id=suspension.id).update(ended_at=clock.now(), ending=OVER):
            account = await _free_account(suspension)
            await record_act("account_suspension_over", str(account.id))
            await emails.tell_lifted(account, "")


async def _mark_account(account: Account, since: datetime, until: datetime | None, *, hidden: bool) -> None:
    """Writes a suspension into the row of its account. Raises: AlreadySuspended."""
    values: dict[str, Any] = {"suspended_at": since, "suspended_until": until, "hidden_at": since if hidden else None}
    if not await Account.filter(id=account.id, suspended_at=None).update(**values):
        raise AlreadySuspended
    account.update_from_dict(values)


async def _free_account(suspension: Suspension) -> Account:
    """Takes a suspension out of the row of its account, which is returned."""
    nothing: dict[str, Any] = {"suspended_at": None, "suspended_until": None, "hidden_at": None}
    await Account.filter(id=suspension.account_id).update(**nothing)
    return await Account.get(id=suspension.account_id)


async def _decide(suspension: Suspension, seen: int, **values: Any) -> None:
    """Writes a decision, if nobody else decided since the operator saw version `seen`. Raises: DecidedElsewhere."""
    person = deciding_user()
    values |= {"version": seen + 1, "decided_by_id": person.id if person else None}
    if not await Suspension.in_force().filter(id=suspension.id, version=seen).update(**values):
        current = await Suspension.get(id=suspension.id).select_related("decided_by")
        user = current.decided_by
        raise DecidedElsewhere(person=(user.name or user.email) if user else _("A command on the server"))
    suspension.update_from_dict(values)


def _answered(words: str) -> dict[str, Any]:
    """Returns the columns of an answer to the owner; none without one."""
    return {"answer": words, "answered_at": clock.now()} if words else {}


add_sentences(
    {
        f"account_suspended_{CHANGES}": N_("suspended the account %(thing)s (%(detail)s); its links lead on."),
        f"account_suspended_{EVERYTHING}": N_("suspended the account %(thing)s with its links and pages (%(detail)s)."),
        "account_lifted": N_("lifted the suspension of the account %(thing)s. %(detail)s"),
        "account_upheld": N_("upheld the suspension of the account %(thing)s: %(detail)s"),
        "account_suspension_over": N_("ended the suspension of the account %(thing)s, as its time had come."),
    }
)
