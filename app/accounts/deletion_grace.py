"""The days between the wish to delete a user or an account and the deletion.

Meanwhile links redirect and pages are shown, everything can be read and exported, and nothing can be changed. The time
of the deletion is in the row of the user or the account (`delete_at`). It is planned, undone and carried out in
app/privacy.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Protocol

from app.kernel import i18n
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal

GRACE = timedelta(days=14)

document_code(
    "BEING_DELETED",
    409,
    N_(
        "The account will be deleted, so nothing in it can be changed. "
        "Reading still works, and its links still lead on."
    ),
    N_("An owner can undo the deletion in the dashboard."),
)


class Deletable(Protocol):
    """What is needed of a user or an account here."""

    delete_at: datetime | None


class BeingDeleted(Refusal):
    """Raised for a change of what will be deleted. Facts: day."""

    code = "BEING_DELETED"
    says = N_("This will be deleted on %(day)s, so nothing can be changed. Undo the deletion first.")


def refuse_change(*things: Deletable | None) -> None:
    """Refuses a change if one of these users and accounts will be deleted. Raises: BeingDeleted."""
    for thing in things:
        if thing is not None and thing.delete_at is not None:
            raise BeingDeleted(day=i18n.format_date(thing.delete_at))
