"""The tables that the list of privacy requests is made of, each with the time by which its rows are due.

Requests to the operator are due at `due_at`. What people do themselves in the dashboard is there with its state: an
export is access, due as such (privacy_request.py), a planned deletion is due when the days of grace are over, and a
frozen workspace is a restriction that holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from tortoise.expressions import Q, Subquery
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.accounts.user import User
from app.kernel import clock
from app.kernel.refusal import N_
from app.kernel.uuid_parser import parse_uuid
from app.operators.guard import PREFIX
from app.privacy.export.export import Export
from app.privacy.planned_deletion import PlannedDeletion
from app.privacy.privacy_request import ANSWERED_SOON, CHANNELS, KIND_NAMES, PrivacyRequest

HOME = f"{PREFIX}/privacy"
_BY_THEMSELVES = N_("By themselves, in the dashboard")
OPEN, OVERDUE, CLOSED = "", "overdue", "closed"
ASKED, SELF = "asked", "self"
States = Mapping[str, tuple[str, str, str]]
STATES: States = {  # a word, the tone and the icon of its badge
    "open": (N_("Waiting"), "warm", "clock"),
    "answered": (N_("Answered"), "good", "check"),
    "closed": (N_("Closed"), "", "check"),
    "overdue": (N_("Overdue"), "bad", "alert-triangle"),
    "running": (N_("Being made"), "accent", "loader-2"),
    "failed": (N_("Failed"), "bad", "alert-triangle"),
    "ready": (N_("Ready to download"), "good", "check"),
    "planned": (N_("Deletion planned"), "warm", "trash"),
    "frozen": (N_("Frozen by the owner"), "good", "player-pause"),
}


@dataclass(frozen=True, slots=True)
class Item:
    """A row of the list. `state` is a key of STATES; `what` and `way` are English, to be translated."""

    id: UUID
    due_at: datetime
    what: str
    who: str
    way: str
    state: str
    url: str
    concerns: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """What the rows of every source must match: OPEN, OVERDUE or CLOSED, and words."""

    state: str
    q: str


class Source:
    """A table of the list: its rows are due `term` after the time in `column`."""

    column = "due_at"
    term = timedelta()
    kinds: Sequence[str] = ()
    way = SELF

    def matches(self, chosen: Filter) -> QuerySet[Any] | None:
        """Returns the rows that match; None where the table has none of this state."""
        raise NotImplementedError

    def item(self, row: Any) -> Item:
        """Returns a row as the list shows it."""
        raise NotImplementedError


class Requests(Source):
    """Requests to the operator, by a form or recorded."""

    kinds, way = tuple(KIND_NAMES), ASKED

    def matches(self, chosen: Filter) -> QuerySet[Any] | None:
        """Returns the requests that match."""
        rows = PrivacyRequest.filter(closed_at__isnull=chosen.state != CLOSED)
        if chosen.state == OVERDUE:
            rows = PrivacyRequest.overdue_now()
        if not chosen.q:
            return rows
        words = Q(email__icontains=chosen.q) | Q(name__icontains=chosen.q) | Q(concerns__icontains=chosen.q)
        id = parse_uuid(chosen.q)
        return rows.filter(words | Q(id=id) if id else words)

    def item(self, row: Any) -> Item:
        """Returns a request as the list shows it."""
        state = "overdue" if row.overdue else row.state
        url = f"{HOME}/{row.id}"
        return Item(
            row.id, row.due_at, KIND_NAMES[row.kind], row.sender, CHANNELS[row.channel], state, url, row.concerns
        )


class Exports(Source):
    """Exports that people asked for; one that could not be made stays open."""

    column, term, kinds = "created_at", ANSWERED_SOON, ("access", "transfer")

    def matches(self, chosen: Filter) -> QuerySet[Any] | None:
        """Returns the exports that match."""
        ready = chosen.state == CLOSED
        rows = Export.filter(ready_at__isnull=not ready, expires_at__gt=clock.now()).select_related("user")
        if chosen.state == OVERDUE:
            rows = rows.filter(created_at__lt=clock.now() - self.term)
        return rows.filter(user__email__icontains=chosen.q) if chosen.q else rows

    def item(self, row: Any) -> Item:
        """Returns an export as the list shows it."""
        state = "ready" if row.ready_at else "failed" if row.failed_at else "running"
        url = f"{PREFIX}/accounts/{row.account_id}" if row.account_id else f"{PREFIX}/people/{row.user_id}"
        what = N_("Export of a workspace") if row.account_id else N_("Export of a person")
        return Item(row.id, row.created_at + self.term, what, row.user.email, _BY_THEMSELVES, state, url)


class PeopleLeaving(Source):
    """People who will be deleted."""

    column, kinds = "delete_at", ("deletion",)

    def matches(self, chosen: Filter) -> QuerySet[Any] | None:
        """Returns the people that match; who is deleted is gone."""
        if chosen.state == CLOSED:
            return None
        rows = User.filter(delete_at__isnull=False)
        if chosen.state == OVERDUE:
            rows = User.filter(delete_at__lt=clock.now())
        return rows.filter(Q(email__icontains=chosen.q) | Q(name__icontains=chosen.q)) if chosen.q else rows

    def item(self, row: Any) -> Item:
        """Returns a person as the list shows them."""
        what, url = N_("Deletion of a person"), f"{PREFIX}/people/{row.id}"
        return Item(row.id, row.delete_at, what, row.email, _BY_THEMSELVES, "planned", url)


class AccountsLeaving(Source):
    """Accounts that will be deleted and do not go with a person."""

    column, kinds = "delete_at", ("deletion",)

    def matches(self, chosen: Filter) -> QuerySet[Any] | None:
        """Returns the accounts that match; what is deleted is gone."""
        if chosen.state == CLOSED:
            return None
        of_people = PlannedDeletion.filter(account_id=None).values("digest")
        alone = PlannedDeletion.filter(account_id__isnull=False).exclude(digest__in=Subquery(of_people))
        rows = Account.filter(delete_at__isnull=False, id__in=Subquery(alone.values("account_id")))
        if chosen.state == OVERDUE:
            rows = rows.filter(delete_at__lt=clock.now())
        return rows.filter(name__icontains=chosen.q) if chosen.q else rows

    def item(self, row: Any) -> Item:
        """Returns an account as the list shows it."""
        what, url = N_("Deletion of a workspace"), f"{PREFIX}/accounts/{row.id}"
        return Item(row.id, row.delete_at, what, row.name, _BY_THEMSELVES, "planned", url)


class FrozenAccounts(Source):
    """Accounts whose owners have frozen them, which holds at once."""

    column, kinds = "frozen_at", ("restriction",)

    def matches(self, chosen: Filter) -> QuerySet[Any] | None:
        """Returns the accounts that match."""
        if chosen.state != CLOSED:
            return None
        rows = Account.filter(frozen_at__isnull=False)
        return rows.filter(name__icontains=chosen.q) if chosen.q else rows

    def item(self, row: Any) -> Item:
        """Returns an account as the list shows it."""
        what, url = N_("Restriction of a workspace"), f"{PREFIX}/accounts/{row.id}"
        return Item(row.id, row.frozen_at, what, row.name, _BY_THEMSELVES, "frozen", url)


SOURCES: tuple[Source, ...] = (Requests(), Exports(), PeopleLeaving(), AccountsLeaving(), FrozenAccounts())
