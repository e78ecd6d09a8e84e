"""What an operator decides about a case, each in one transaction, and how it is taken back.

A decision begins with one conditional UPDATE of the case, so that of two operators who decide at once one is told who
was faster, and nothing of theirs is done. Everything is written into the log of operators.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from quart import g, has_request_context

from app.abuse import emails
from app.abuse.blocked_host_links import enqueue_marks
from app.abuse.case import ALLOWED, BLOCKED, LATER, LONGEST_NOTE, OBJECTION, OPEN, UNDECIDED, Case
from app.abuse.intake import reports_about
from app.abuse.reasons import check_reason, reason_words
from app.accounts.models import Account
from app.accounts.user import User
from app.blocklists.blocked_host import block_host, lift_host
from app.blocklists.host_names import host_of
from app.kernel import clock, i18n, text
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Faults, InvalidRequest, Refusal
from app.links.models import Link
from app.operators.operator_log import add_sentences, record_act


class DecidedElsewhere(Refusal):
    """Somebody else decided the case meanwhile. Facts: person."""

    code = "EDITED_ELSEWHERE"
    says = N_("%(person)s decided this a moment ago. What you chose was not done.")


class NotUndoable(Refusal):
    """There is no decision of the last 30 days to take back."""

    code, says = "EDITED_ELSEWHERE", N_("There is no decision of the last 30 days left to take back.")


class AnswerMissing(InvalidRequest):
    """The owner gets no answer to their objection."""

    field, says = "answer", N_("Write an answer: the owner reads it.")


@dataclass(frozen=True, slots=True)
class Block:
    """A decision to block the target of a case, for a reason of reasons.py.

    `note` is for the owner. With `host` the destination is blocked for everybody, with `stop` the account makes no new
    links until it was looked at, with `tell` its owners get an email.
    """

    reason: str
    note: str = ""
    host: bool = False
    stop: bool = False
    tell: bool = True

    def checked_note(self) -> str:
        """Returns the cleaned note. Raises: UnknownBlockReason, TooLong; both at once."""
        faults, note = Faults.gather(), ""
        with faults.catching():
            check_reason(self.reason)
        with faults.catching():
            note = text.clean_multiline(self.note, LONGEST_NOTE, "note")
        faults.raise_if_any()
        return note


async def block(case: Case, decision: Block, *, seen: int) -> None:
    """Blocks the target of a case; `seen` is the version of the case that the operator saw.

    Raises: those of `Block.checked_note`, DecidedElsewhere.
    """
    note, host = decision.checked_note(), blockable_host(case) if decision.host else ""
    async with transaction():
        fresh: dict[str, Any] = {"objected_at": None, "answered_at": None, "blocked_host": "", "stopped_account": False}
        await _decide(case, seen, BLOCKED, [*UNDECIDED, ALLOWED], reason=decision.reason, note=note, **fresh)
        with i18n.language_context(case.account.language):
            await case.target.block(reason_words(decision.reason))
        await _block_more(case, host, stop=decision.stop)
        await reports_about(case).filter(closed_at=None).update(closed_at=case.decided_at)
        await record_act("abuse_blocked", str(case.id), decision.reason)
        if decision.tell:
            await emails.tell_blocked(case)


async def allow(case: Case, *, seen: int) -> None:
    """Closes the reports of a case; its target stays as it is. Raises: DecidedElsewhere."""
    async with transaction():
        await _decide(case, seen, ALLOWED, UNDECIDED)
        await reports_about(case).filter(closed_at=None).update(closed_at=case.decided_at)
        await record_act("abuse_allowed", str(case.id))


async def put_off(case: Case, *, seen: int) -> None:
    """Puts a case at the end of the list until there is a new report. Raises: DecidedElsewhere."""
    async with transaction():
        await _decide(case, seen, LATER, [OPEN])
        await record_act("abuse_put_off", str(case.id))


async def restore(case: Case, answer: str = "", *, seen: int) -> None:
    """Frees what a case blocked, with an answer to the owner. Raises: DecidedElsewhere, TooLong."""
    words = text.clean_multiline(answer, LONGEST_NOTE, "answer")
    async with transaction():
        await _decide(case, seen, ALLOWED, [BLOCKED, OBJECTION], answer=words, answered_at=clock.now())
        await _free(case)
        await record_act("abuse_restored", str(case.id))
        await emails.tell_restored(case, words)


async def uphold(case: Case, answer: str, *, seen: int) -> None:
    """Leaves the target blocked, with an answer to the owner's objection.

    Raises: AnswerMissing, TooLong, DecidedElsewhere.
    """
    if not (words := text.clean_multiline(answer, LONGEST_NOTE, "answer")):
        raise AnswerMissing
    async with transaction():
        await _decide(case, seen, BLOCKED, [OBJECTION], answer=words, answered_at=clock.now())
        await record_act("abuse_upheld", str(case.id))
        await emails.tell_upheld(case, words)


async def undo(case: Case, *, seen: int) -> None:
    """Takes the last decision back: the case is what it was before. Raises: NotUndoable, DecidedElsewhere."""
    if not case.undoable:
        raise NotUndoable
    async with transaction():
        was, before = case.state, case.before_state
        changed = await Case.filter(id=case.id, version=seen, state=was, before_state=before).update(
            state=before, before_state="", version=seen + 1, changed_at=clock.now()
        )
        if not changed:
            raise await _decided_elsewhere(case)
        if was == BLOCKED and before in {*UNDECIDED, ALLOWED}:
            await _free(case)
        elif was == ALLOWED and before in {BLOCKED, OBJECTION}:
            with i18n.language_context(case.account.language):
                await case.target.block(reason_words(case.reason))
            await _block_more(case, case.blocked_host, stop=case.stopped_account)
        if before in UNDECIDED:
            await reports_about(case).filter(closed_at=case.decided_at).update(closed_at=None)
        await record_act("abuse_undone", str(case.id))
    await case.refresh_from_db()


async def _decide(case: Case, seen: int, state: str, from_states: Any, **values: Any) -> None:
    """Writes a decision, if nobody else decided since the operator saw version `seen`. Raises: DecidedElsewhere."""
    person, now = deciding_user(), clock.now()
    values |= {
        "state": state,
        "version": seen + 1,
        "before_state": case.state,
        "changed_at": now,
        "decided_at": now,
        "decided_by_id": person.id if person else None,
    }
    current = Case.filter(id=case.id, version=seen, state=case.state, state__in=list(from_states))
    if not await current.update(**values):
        raise await _decided_elsewhere(case)
    for name, value in values.items():
        setattr(case, name, value)


async def _decided_elsewhere(case: Case) -> DecidedElsewhere:
    """Returns the refusal with the name of who decided a case last."""
    current = await Case.get(id=case.id).select_related("decided_by")
    user = current.decided_by
    return DecidedElsewhere(person=(user.name or user.email) if user else _("A command on the server"))


def deciding_user() -> User | None:
    """Returns the operator of the request; None for a command."""
    return g.session.user if has_request_context() and g.get("session") else None


async def _block_more(case: Case, host: str, *, stop: bool) -> None:
    """Blocks a host for everybody and stops the account, where wanted, and notes what this case changed by it.

    The host gets no note: the one of the case is for the owner of the link, and a blocked host outlives them.
    """
    changed: dict[str, Any] = {"blocked_host": "", "stopped_account": False}
    if host and await block_host(host, case.reason):
        changed["blocked_host"] = host
        await enqueue_marks(host)
        await record_act("abuse_host_blocked", host, case.reason)
    making = Account.filter(id=case.account_id, links_stopped_at=None)
    if stop and await making.update(links_stopped_at=clock.now()):
        changed["stopped_account"] = True
        await record_act("abuse_account_stopped", str(case.account_id))
    await Case.filter(id=case.id).update(**changed)
    case.update_from_dict(changed)


async def _free(case: Case) -> None:
    """Frees the target of a case, and what was blocked and stopped together with it."""
    await case.target.unblock()
    if case.blocked_host and await lift_host(case.blocked_host):
        await enqueue_marks(case.blocked_host)
        await record_act("abuse_host_lifted", case.blocked_host)
    if case.stopped_account:
        await Account.filter(id=case.account_id).update(links_stopped_at=None)
        await record_act("abuse_account_released", str(case.account_id))


def blockable_host(case: Case) -> str:
    """Returns the host that "block the destination for everybody" means; "" for a bio page, which has many."""
    return host_of(case.link.destination_url) if isinstance(case.link, Link) else ""


add_sentences(
    {
        "abuse_blocked": N_("blocked what the case %(thing)s is about (%(detail)s)."),
        "abuse_allowed": N_("closed the reports of the case %(thing)s."),
        "abuse_put_off": N_("put the case %(thing)s off."),
        "abuse_restored": N_("freed what the case %(thing)s is about."),
        "abuse_upheld": N_("upheld the block of the case %(thing)s after an objection."),
        "abuse_undone": N_("took the decision about the case %(thing)s back."),
        "abuse_host_blocked": N_("blocked the host %(thing)s for everybody (%(detail)s)."),
        "abuse_host_lifted": N_("ended the block of the host %(thing)s."),
        "abuse_account_stopped": N_("stopped the account %(thing)s from making links."),
        "abuse_account_released": N_("let the account %(thing)s make links again."),
        "abuse_list_added": N_("added the block list %(thing)s."),
        "abuse_list_removed": N_("removed the block list %(thing)s."),
    }
)
