"""How many emails wait, were sent and were given up, for the metrics, the doctor and the operator's pages."""

from __future__ import annotations

from typing import NamedTuple

from app.kernel import clock, db
from app.mail.models import OutgoingEmail

LATE = 600.0  # seconds that an email may wait
ENDED = """SELECT coalesce(sum(CASE WHEN sent_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS sent,
        coalesce(sum(CASE WHEN given_up_at IS NOT NULL THEN 1 ELSE 0 END), 0) AS given_up
    FROM letters"""


class MailBacklog(NamedTuple):
    """The emails of the last week by state, and for how many seconds the oldest that waits has waited."""

    waiting: int
    sent: int
    given_up: int
    oldest: float


async def mail_backlog() -> MailBacklog:
    """Returns the current backlog."""
    first = await OutgoingEmail.waiting().order_by("created_at").first()
    waiting = await OutgoingEmail.waiting().count() if first else 0
    [row] = await db.query_rows(ENDED, [])
    oldest = (clock.now() - first.created_at).total_seconds() if first else 0.0
    return MailBacklog(waiting, int(row["sent"]), int(row["given_up"]), max(0.0, oldest))
