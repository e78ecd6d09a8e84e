"""The sentences of the timeline of a variant, by PostEvent.what; English, to be translated.

Rooms above add what they record with `add_sentences`. `%(name)s` is replaced by the name of the person who did it.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.kernel.refusal import N_

CREATED, COPIED, PLANNED, SUBMITTED, APPROVED = "created", "copied", "planned", "submitted", "approved"
UNPLANNED, CANCELLED, MOVED, EDITED = "unplanned", "cancelled", "moved", "edited"

EVENT_SENTENCES: dict[str, str] = {
    CREATED: N_("Written"),
    COPIED: N_("Copied from another post"),
    PLANNED: N_("Planned"),
    SUBMITTED: N_("Handed to an owner for approval"),
    APPROVED: N_("Approved"),
    UNPLANNED: N_("Made a draft again"),
    CANCELLED: N_("Cancelled"),
    MOVED: N_("Moved to another time"),
    EDITED: N_("Changed"),
}


def add_sentences(sentences: Mapping[str, str]) -> None:
    """Adds the sentences of a room. Raises: ValueError for a key that has one already."""
    if taken := EVENT_SENTENCES.keys() & sentences.keys():
        raise ValueError(f"these events have sentences already: {sorted(taken)}")
    EVENT_SENTENCES.update(sentences)
