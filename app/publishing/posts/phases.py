"""The phases of a variant of a post, and which of them may follow another.

    draft → waiting → planned → claimed → preparing → sending → confirming → published
                         ↑         └──────── retry ────────┘
    side exits: failed, needs_reconnect, unconfirmed, reminder (manual mode: the person publishes), cancelled

SENDING is the fence: it is written right before the one call that publishes. A variant that is found in it by anybody
but the process that wrote it becomes UNCONFIRMED and is never sent again by itself.
"""

DRAFT, WAITING, PLANNED = "draft", "waiting", "planned"
CLAIMED, PREPARING, SENDING, CONFIRMING = "claimed", "preparing", "sending", "confirming"
RETRY, PUBLISHED, FAILED = "retry", "published", "failed"
NEEDS_RECONNECT, UNCONFIRMED, REMINDER, CANCELLED = "needs_reconnect", "unconfirmed", "reminder", "cancelled"

PHASES = (
    *(DRAFT, WAITING, PLANNED, CLAIMED, PREPARING, SENDING, CONFIRMING, PUBLISHED),
    *(RETRY, FAILED, NEEDS_RECONNECT, UNCONFIRMED, REMINDER, CANCELLED),
)
EDITABLE = frozenset({DRAFT, WAITING, PLANNED, RETRY, FAILED, NEEDS_RECONNECT, REMINDER})  # nothing has been sent
CLAIMABLE = frozenset({PLANNED, RETRY})  # the job that publishes may begin
UNDER_WAY = frozenset({CLAIMED, PREPARING, SENDING, CONFIRMING})
NEEDS_PERSON = frozenset({FAILED, NEEDS_RECONNECT, UNCONFIRMED, REMINDER})  # counted in the sidebar
ENDED = frozenset({PUBLISHED, FAILED, CANCELLED})
