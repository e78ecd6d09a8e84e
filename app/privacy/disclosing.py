"""Records what was disclosed to an authority, adds notes, and notifies the owners of the account once that is allowed.

Owners are notified by email and in their audit log; the row is in the export of their workspace from then on. Where the
order to keep silent ends on a day, an hourly job notifies them; where it names no day, an operator does.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from app import jobs
from app.accounts.models import Account
from app.accounts.user import User
from app.jobs import HOURLY, Job
from app.jobs.independent_steps import for_each
from app.kernel import bidi, clock, i18n, site, text
from app.kernel.db import transaction
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Faults, InvalidRequest, Refusal
from app.mail.compose import EmailContent, queue_email
from app.operators.operator_log import acting_operator, add_sentences, name_of, record_act
from app.privacy.disclosure import (
    LONGEST_AUTHORITY,
    LONGEST_BASIS,
    LONGEST_SUBJECT,
    MOST_NOTE,
    MOST_WHAT,
    Disclosure,
    DisclosureNote,
)
from app.team import audit_sentences
from app.team.audit_log import record_act_of_operator
from app.team.audit_search import HOME as AUDIT_LOG

ACT = "data_disclosed"
NOW, LATER, SILENT = "now", "later", "silent"
NOTIFICATIONS = {  # when the person is notified
    NOW: N_("They are told now"),
    LATER: N_("They are told on a day, until then the order forbids it"),
    SILENT: N_("The order forbids it and names no day"),
}
add_sentences(
    {
        "disclosure_recorded": N_("recorded the disclosure %(thing)s to %(detail)s."),
        "disclosure_noted": N_("added a note to the disclosure %(thing)s."),
        "disclosure_told": N_("told whom it concerns of the disclosure %(thing)s."),
    }
)
audit_sentences.add_sentences(
    "team", {ACT: N_("had to disclose data of this workspace by law: %(thing)s.")}, by_operator=True
)


class DisclosureTextMissing(InvalidRequest):
    """A text that the log needs is missing."""

    says = N_("Write it down: the log is worth nothing without it.")


class UnknownNotification(InvalidRequest):
    """The choice is none of NOTIFICATIONS."""

    field, says = "telling", N_("Choose whether they are told.")


class InvalidDisclosureTime(InvalidRequest):
    """The disclosure would be in the future."""

    field, says = "disclosed", N_("Record it once it has been disclosed.")


class InvalidSilence(InvalidRequest):
    """The day from which the person may be notified is missing or over."""

    field, says = "until", N_("Choose a day to come, from which they may be told.")


class AlreadyNotified(Refusal):
    """The person was notified before."""

    code, says = "TOLD_ALREADY", N_("They have been told already.")


@dataclass(frozen=True, slots=True)
class TypedDisclosure:
    """What an operator typed; `disclosed` is None for now, `telling` is of NOTIFICATIONS, `until` counts with LATER."""

    account: Account | None
    subject: str
    authority: str
    basis: str
    what: str
    disclosed: datetime | None
    telling: str
    until: datetime | None


async def record_disclosure(typed: TypedDisclosure) -> Disclosure:
    """Adds a row to the log, and notifies the owners of the account if `telling` is NOW.

    Raises: DisclosureTextMissing, TooLong, InvalidDisclosureTime, UnknownNotification, InvalidSilence; all at once.
    """
    columns, user, now = check_disclosure(typed), acting_operator(), clock.now()
    async with transaction():
        row = await Disclosure.create(
            id=uuid4(),
            account_id=typed.account.id if typed.account else None,
            user_id=user.id if user else None,
            person=name_of(user),
            disclosed_at=typed.disclosed or now,
            silent_until=typed.until if typed.telling == LATER else None,
            created_at=now,
            **columns,
        )
        await record_act("disclosure_recorded", str(row.id), row.authority)
        if typed.telling == NOW:
            await _notify_owners(row)
    return row


def check_disclosure(typed: TypedDisclosure) -> dict[str, Any]:
    """Returns the texts, cleaned. Raises: those of `record_disclosure`."""
    faults, columns, now = Faults.gather(), dict[str, Any](), clock.now()
    lines = {"subject": LONGEST_SUBJECT, "authority": LONGEST_AUTHORITY, "basis": LONGEST_BASIS}
    for name, most in lines.items():
        with faults.catching():
            columns[name] = _required(text.clean_line(getattr(typed, name), most, name), name)
    with faults.catching():
        columns["what"] = _required(text.clean_multiline(typed.what, MOST_WHAT, "what"), "what")
    with faults.catching():
        if typed.disclosed is not None and typed.disclosed > now:
            raise InvalidDisclosureTime
    with faults.catching():
        if typed.telling not in NOTIFICATIONS:
            raise UnknownNotification
    with faults.catching():
        if typed.telling == LATER and (typed.until is None or typed.until <= now):
            raise InvalidSilence
    faults.raise_if_any()
    return columns


def _required(clean: str, field: str) -> str:
    if not clean:
        raise DisclosureTextMissing(field=field)
    return clean


async def note_disclosure(row: Disclosure, words: str) -> None:
    """Adds a note, such as a correction; the row stays as it is. Raises: DisclosureTextMissing, TooLong."""
    note, user = _required(text.clean_multiline(words, MOST_NOTE, "note"), "note"), acting_operator()
    user_id = user.id if user else None
    async with transaction():
        await DisclosureNote.create(
            id=uuid4(), disclosure_id=row.id, user_id=user_id, person=name_of(user), text=note, created_at=clock.now()
        )
        await record_act("disclosure_noted", str(row.id))


async def notify_owners(row: Disclosure) -> None:
    """Notifies the owners of the account; without an account, only stores that the person knows.

    Raises: AlreadyNotified.
    """
    async with transaction():
        await _notify_owners(row)


async def _notify_owners(row: Disclosure) -> None:
    """Does what `notify_owners` does, inside a transaction."""
    if not await Disclosure.filter(id=row.id, told_at=None).update(told_at=clock.now()):
        raise AlreadyNotified
    await row.refresh_from_db()
    await record_act("disclosure_told", str(row.id))
    if row.account_id is None:
        return
    await record_act_of_operator(row.account_id, ACT, f"{row.authority} · {row.basis}")
    account = await Account.get(id=row.account_id)
    for owner in await account.owners():
        await _send(owner, account, row)


async def _send(owner: User, account: Account, row: Disclosure) -> None:
    """Queues the email about a disclosure to an owner of its account, in their language."""
    with i18n.language_context(owner.language, owner.time_zone):
        workspace = bidi.isolate(account.name)
        opening = _("A law obliged the operator of this site to disclose data of your workspace %(workspace)s.")
        facts = (
            (_("To whom"), bidi.isolate(row.authority)),
            (_("On what basis"), bidi.isolate(row.basis)),
            (_("About whom"), bidi.isolate(row.subject)),
            (_("What"), bidi.isolate(row.what)),
            (_("When"), i18n.format_datetime(row.disclosed_at)),
        )
        later = _("You are told as soon as that is allowed. It is in your audit log and in your export, too.")
        content = EmailContent(
            _("Data of your workspace had to be disclosed"),
            (opening % {"workspace": workspace}, later),
            facts=facts,
            action=(_("Open the audit log"), site.url("dashboard", f"{AUDIT_LOG}?workspace={account.id}")),
            why=_("You get this because you own %(workspace)s.") % {"workspace": workspace},
            security=True,
        )
        await queue_email(owner.email, content, ACT, account.id)


async def _notify_unless_done(row: Disclosure) -> None:
    with suppress(AlreadyNotified):  # an operator was faster
        await notify_owners(row)


@jobs.handler("privacy.tell", schedule=HOURLY)
async def notify_hourly(_job: Job) -> None:
    """Notifies every hour of disclosures about which silence is over."""
    await for_each(await Disclosure.to_notify(), _notify_unless_done)


async def forget_operator_of_disclosures(user: User) -> None:
    """Takes the name of somebody who is deleted out of what they recorded, in the transaction; the rows remain."""
    for model in (Disclosure, DisclosureNote):
        await model.filter(user_id=user.id).update(person="", user_id=None)
