"""Looks for a post whose call got no answer, or whose process died inside it, where the network lets us look.

It is never sent again from here: if it does not appear, a person decides.
"""

from __future__ import annotations

from datetime import timedelta

from app.kernel import clock
from app.kernel.db import transaction
from app.publishing.connections import authorised_client
from app.publishing.delivery import outcomes
from app.publishing.delivery.attempt import as_network_error, confirm, record
from app.publishing.delivery.claimed_variant import Hold
from app.publishing.delivery.event_keys import LOOKED
from app.publishing.delivery.trouble_keys import NO_ANSWER, NOT_SEEN
from app.publishing.networks.errors import CannotLook, NetworkError, NotReady, OutcomeUnknown, ReconnectNeeded
from app.publishing.networks.network import Sent
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.variant_content import content_of

LOOK_WAITS = (60.0, 300.0, 600.0)  # seconds after each look but the last


async def look(hold: Hold) -> None:
    """Looks at the network for a variant that is in SENDING, and records what is seen. Raises: Lost."""
    try:
        client, target = await authorised_client.client_for(hold.connection)
        content = await content_of(hold.variant)
        found = await hold.network.find(client, target, content, hold.variant.progress)
    except CannotLook:
        await outcomes.unconfirmed(hold, _as_it_was(hold, NO_ANSWER))
    except ReconnectNeeded as error:
        await authorised_client.mark_broken(hold.connection, error)
        await outcomes.unconfirmed(hold, error)
    except NotReady as working:
        await _look_again(hold, NetworkError(NO_ANSWER), working.after)
    except Exception as error:
        network_error = as_network_error(error)
        await _look_again(hold, network_error, getattr(network_error, "after", 0))
    else:
        if found is None or await _is_anothers(hold, found):
            await _look_again(hold, NetworkError(NOT_SEEN))
            return
        await record(hold, found, content)
        if not found.published:
            await confirm(hold)


async def _is_anothers(hold: Hold, found: Sent) -> bool:
    """Whether what was seen is another post of the connection, which has the same words."""
    others = PostVariant.filter(connection_id=hold.connection.id, external_id=found.external_id)
    return bool(found.external_id) and await others.exclude(id=hold.id).exists()


async def _look_again(hold: Hold, error: NetworkError, after: float = 0) -> None:
    """Looks later, at least `after` seconds, or has a person decide after the last look."""
    events = PostEvent.filter(variant_id=hold.id, what=LOOKED)
    looks = await events.filter(at__gte=hold.variant.sent_at or clock.EARLIEST).count()
    if looks >= len(LOOK_WAITS):
        await outcomes.unconfirmed(hold, _as_it_was(hold, NOT_SEEN))
        return
    async with transaction():
        await outcomes.wait(hold, clock.now() + timedelta(seconds=max(LOOK_WAITS[looks], after)))
        await outcomes.record_error(hold.id, LOOKED, error)


def _as_it_was(hold: Hold, trouble: str) -> OutcomeUnknown:
    """The trouble of a person's decision, with what the network last said."""
    return OutcomeUnknown(trouble, code=hold.variant.trouble_code, detail=hold.variant.trouble_detail)
