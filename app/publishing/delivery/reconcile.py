"""Looks for a post at the network when the call that published it got no response, or its process died.

The post is never sent again from here: if the network does not show it, a person decides.
"""

from __future__ import annotations

from datetime import timedelta

from app.kernel import clock
from app.kernel.db import transaction
from app.publishing.connections import authorised_client
from app.publishing.delivery import outcomes
from app.publishing.delivery.attempt import as_network_error, confirm_sent, record_sent
from app.publishing.delivery.claimed_variant import ClaimedVariant
from app.publishing.delivery.event_keys import LOOKED
from app.publishing.delivery.trouble_keys import NO_ANSWER, NOT_SEEN
from app.publishing.networks.errors import CannotLook, NetworkError, NotReady, OutcomeUnknown, ReconnectNeeded
from app.publishing.networks.network import Sent
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.variant_content import prepare_content

LOOK_WAITS = (60.0, 300.0, 600.0)  # seconds after each look but the last


async def look_for_post(claimed: ClaimedVariant) -> None:
    """Looks for a variant in SENDING at the network and records the result. Raises: ClaimLost."""
    try:
        client, target = await authorised_client.client_for(claimed.connection)
        content = await prepare_content(claimed.variant)
        found = await claimed.network.find(client, target, content, claimed.variant.progress)
    except CannotLook:
        await outcomes.record_unconfirmed(claimed, _as_it_was(claimed, NO_ANSWER))
    except ReconnectNeeded as error:
        await authorised_client.mark_broken(claimed.connection, error)
        await outcomes.record_unconfirmed(claimed, error)
    except NotReady as working:
        await _look_again(claimed, NetworkError(NO_ANSWER), working.after)
    except Exception as error:
        network_error = as_network_error(error)
        await _look_again(claimed, network_error, getattr(network_error, "after", 0))
    else:
        if found is None or await _is_anothers(claimed, found):
            await _look_again(claimed, NetworkError(NOT_SEEN))
            return
        await record_sent(claimed, found, content)
        if not found.published:
            await confirm_sent(claimed)


async def _is_anothers(claimed: ClaimedVariant, found: Sent) -> bool:
    """Whether the post at the network belongs to another variant of the connection with the same text."""
    others = PostVariant.filter(connection_id=claimed.connection.id, external_id=found.external_id)
    return bool(found.external_id) and await others.exclude(id=claimed.id).exists()


async def _look_again(claimed: ClaimedVariant, error: NetworkError, after: float = 0) -> None:
    """Looks again later, after at least `after` seconds, or lets a person decide after the last look."""
    events = PostEvent.filter(variant_id=claimed.id, what=LOOKED)
    looks = await events.filter(at__gte=claimed.variant.sent_at or clock.EARLIEST).count()
    if looks >= len(LOOK_WAITS):
        await outcomes.record_unconfirmed(claimed, _as_it_was(claimed, NOT_SEEN))
        return
    async with transaction():
        await outcomes.check_again_at(claimed, clock.now() + timedelta(seconds=max(LOOK_WAITS[looks], after)))
        await outcomes.record_error(claimed.id, LOOKED, error)


def _as_it_was(claimed: ClaimedVariant, trouble: str) -> OutcomeUnknown:
    """The trouble of a person's decision, with what the network last said."""
    return OutcomeUnknown(trouble, code=claimed.variant.trouble_code, detail=claimed.variant.trouble_detail)
