"""Makes posts and uploads safe after a backup was restored, so that no post is published twice.

It is unknown whether posts that were due before the restore have been published meanwhile; those that waited may have
been approved. They become unconfirmed, as after a crash, and a person decides. Posts for later stay planned. The bytes
of unfinished uploads are in no backup, so these uploads begin anew.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.kernel import clock
from app.publishing.delivery import event_keys
from app.publishing.delivery.trouble_keys import RESTORED
from app.publishing.delivery.webhook_events import announce_phase
from app.publishing.files.post_file import CHECKING, UPLOADING, PostFile
from app.publishing.posts import phases, reply_states, timeline
from app.publishing.posts.post_variant import PostVariant

BATCH_SIZE = 500
OPEN_PHASES = [
    *(phases.WAITING, phases.PLANNED, phases.RETRY),
    *(phases.CLAIMED, phases.PREPARING, phases.NEEDS_RECONNECT),
]


async def make_restored_posts_safe() -> int:
    """Corrects restored rows in the transaction of the restore; returns the number of posts a person has to check."""
    now = clock.now()
    replies = PostVariant.filter(phase=phases.PUBLISHED, reply_state__in=reply_states.OPEN)
    await replies.update(reply_state=reply_states.UNCONFIRMED, updated_at=now)
    await PostFile.filter(state__in=[UPLOADING, CHECKING]).update(state=UPLOADING, received=0)
    number = 0
    while due := await _due(now).limit(BATCH_SIZE).values_list("account_id", "id"):
        ids = [id for _account, id in due]
        values = {"phase": phases.UNCONFIRMED, "trouble": RESTORED, "retry_at": None, "updated_at": now}
        await PostVariant.filter(id__in=ids).update(**values)
        await timeline.record_event([UUID(str(id)) for id in ids], event_keys.UNCONFIRMED, trouble=RESTORED)
        for account in dict.fromkeys(account for account, _id in due):
            await announce_phase(account, phases.UNCONFIRMED, [id for owner, id in due if owner == account])
        number += len(ids)
    return number


def _due(now: datetime) -> QuerySet[PostVariant]:
    """The variants that would be published at once, by an approval, or by a reconnect that may have happened already.

    Of those to be posted by hand a second reminder does no harm.
    """
    due = Q(due_at__lte=now) | Q(phase__in=[phases.CLAIMED, phases.PREPARING])
    return PostVariant.filter(due, phase__in=OPEN_PHASES, connection__manual=False)
