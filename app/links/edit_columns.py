"""What an edit of a link writes into its columns."""

from __future__ import annotations

from typing import Any

from tortoise.expressions import Case, F, When
from tortoise.functions import Coalesce

from app.kernel import clock
from app.kernel.refusal import N_, EditedElsewhere
from app.links.all_destinations import DESTINATION_COLUMNS
from app.links.validation import COLUMNS, STATES, Changes, to_columns

CHECKED_COLUMNS = DESTINATION_COLUMNS | {"destination_checked"}
# Without a limit `admitted` is not counted: a new limit starts from the visits so far.
_INITIAL_ADMITTED = Case(When(click_limit__isnull=True, then=F("followed")), default=F("admitted"))


class LinkEditedElsewhere(EditedElsewhere):
    """Raised when the link changed since the editor was opened."""

    says = N_("This link was changed in another place meanwhile. Save again to keep what you see here.")


async def edit_columns(changes: Changes) -> dict[str, Any]:
    """The values, or expressions, by column for an existing link. Raises: those of `to_columns`."""
    values = await to_columns(changes) | {"updated_at": clock.now()}
    if values.get("click_limit") is not None:
        values["admitted"] = _INITIAL_ADMITTED
    for column in (COLUMNS[key][0] for key in STATES):
        if values.get(column):
            values[column] = Coalesce(column, values[column])  # an earlier pause keeps its time
    return values


def leads_elsewhere(changes: Changes) -> bool:
    """Whether changes may alter where a link leads, or whether that is checked."""
    return any(COLUMNS[key][0] in CHECKED_COLUMNS for key in changes.keys() & COLUMNS.keys())
