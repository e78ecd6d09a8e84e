"""What the check of destinations saw: one row for each address that a link can lead to.

A row with `due_at` waits for its turn; `host` is the host of the address, because a host is asked one question at a
time. `outcome` names what the last visit saw (`OUTCOMES`), `status` is the HTTP status if there was one. `broken_at` is
since when every visit found the address broken, and `confirmed_at` when a second visit, at least `CONFIRMED_AFTER`
later, found the same: servers fail for an hour now and then. `mailed_at` is when the owners got an email about it.

An address that the link no longer leads to loses its row in the transaction that changes the link.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple, Self
from uuid import UUID

from tortoise import fields
from tortoise.expressions import Q
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.refusal import N_

CONFIRMED_AFTER, CONFIRM_AFTER = timedelta(hours=12), timedelta(days=1)
KEPT_FOR = timedelta(days=30)  # after the last visit: a link that is not checked any more loses what was seen
OK, STATUS, ROBOTS, ROBOTS_FAILING = "ok", "status", "robots", "robots_failing"
OUTCOMES = {  # what a visit can see -> the sentence about it
    OK: N_("The page is there."),
    STATUS: N_("The server answered %(status)s."),
    "gone": N_("The server says that the page is not there: it answered %(status)s."),
    "failing": N_("The server fails: it answered %(status)s."),
    "refused": N_("The server does not answer programs (%(status)s). People may well see the page."),
    "busy": N_("The server asked us to come back later (%(status)s)."),
    ROBOTS: N_("The site does not want programs to look at this page (robots.txt), so we did not."),
    ROBOTS_FAILING: N_(
        "The site's rules for programs (robots.txt) could not be read (%(status)s), so we did not look."
    ),
    "dns": N_("The name of the host is unknown: there is no such site."),
    "connection": N_("Nothing answers at that address."),
    "tls": N_("The certificate of the site is not valid, so browsers warn of it."),
    "timeout": N_("The server did not answer in time."),
    "redirects": N_("The address leads on in a circle, or too often."),
    "bad_redirect": N_("The address leads on to one that cannot be opened."),
    "unreadable": N_("The server answered something that is no web page."),
    "private": N_("The address leads into a private network, where we do not look."),
}
BROKEN = frozenset(("gone", "failing", "dns", "connection", "tls", "timeout", "redirects", "bad_redirect"))


class Finding(NamedTuple):
    """What a visit to an address saw: a key of `OUTCOMES`, and the HTTP status, or None.

    `retry_after` is for how many seconds the host wants no further requests; `elsewhere` says that this is another host
    than that of the address, to which it redirects.
    """

    outcome: str
    status: int | None = None
    retry_after: int = 0
    elsewhere: bool = False

    @property
    def is_broken(self) -> bool:
        """Whether people who follow the link would find nothing either."""
        return self.outcome in BROKEN


class DestinationCheck(Model):
    id = fields.BigIntField(primary_key=True)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "models.Account", related_name="destination_checks", on_delete=fields.CASCADE, db_index=True
    )
    account_id: UUID
    link: fields.ForeignKeyRelation[Model] = fields.ForeignKeyField(
        "models.Link", related_name="checks", on_delete=fields.CASCADE
    )
    link_id: UUID
    url = fields.CharField(2048)
    host = fields.CharField(255)
    due_at: datetime | None = fields.DatetimeField(null=True)
    checked_at: datetime | None = fields.DatetimeField(null=True)
    outcome = fields.CharField(16, default="")
    status: int | None = fields.SmallIntField(null=True)
    broken_at: datetime | None = fields.DatetimeField(null=True)
    confirmed_at: datetime | None = fields.DatetimeField(null=True)
    mailed_at: datetime | None = fields.DatetimeField(null=True)
    created_at: datetime = fields.DatetimeField()

    class Meta:
        table = "destination_checks"
        unique_together = (("link", "url"),)
        indexes = (("host", "due_at"),)  # those of broken and of due rows are partial, in migration 41

    @classmethod
    def owned_by(cls, account: Account) -> QuerySet[Self]:
        """The rows of the account's links."""
        return cls.filter(account=account)

    @classmethod
    def broken(cls, account: Account) -> QuerySet[Self]:
        """The rows of an account's links whose last visit found nothing at the address."""
        return cls.owned_by(account).filter(broken_at__not_isnull=True)

    @classmethod
    def due(cls) -> QuerySet[Self]:
        """The rows whose turn has come."""
        return cls.filter(due_at__lte=clock.now())

    @classmethod
    def outdated(cls) -> QuerySet[Self]:
        """The rows of addresses that nobody has looked at for `KEPT_FOR`."""
        before = clock.now() - KEPT_FOR
        return cls.filter(Q(checked_at__lt=before) | Q(checked_at=None, created_at__lt=before))

    async def record(self, finding: Finding) -> None:
        """Stores what a visit saw. What was found broken for the first time is due again a day later."""
        now = clock.now()
        self.outcome, self.status, self.checked_at, self.due_at = finding.outcome, finding.status, now, None
        if not finding.is_broken:
            self.broken_at = self.confirmed_at = self.mailed_at = None
        elif self.broken_at is None:
            self.broken_at, self.due_at = now, now + CONFIRM_AFTER
        elif self.confirmed_at is None:
            confirmed = now - self.broken_at >= CONFIRMED_AFTER
            self.confirmed_at = now if confirmed else None
            self.due_at = None if confirmed else self.broken_at + CONFIRM_AFTER
        await (
            type(self)
            .filter(id=self.id)
            .update(
                outcome=self.outcome,
                status=self.status,
                checked_at=now,
                due_at=self.due_at,
                broken_at=self.broken_at,
                confirmed_at=self.confirmed_at,
                mailed_at=self.mailed_at,
            )
        )

    @property
    def is_broken(self) -> bool:
        """Whether the last visit found nothing at the address."""
        return self.broken_at is not None
