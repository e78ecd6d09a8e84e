"""The days between the request to delete a user or an account and the deletion.

Meanwhile links redirect and pages are shown, everything can be read and exported, and nothing can be changed. The time
of the deletion is in the row of the user or the account (`delete_at`). change_gate.py refuses the changes; the deletion
is planned, undone and carried out in app/privacy.
"""

from __future__ import annotations

from datetime import timedelta

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


class BeingDeleted(Refusal):
    """Raised for a change of what will be deleted. Facts: day."""

    code = "BEING_DELETED"
    says = N_("This will be deleted on %(day)s, so nothing can be changed. Undo the deletion first.")
