"""The operator's blocks of hosts by themselves, without a case: for everybody, now and later."""

from __future__ import annotations

from app.abuse.blocked_host_links import enqueue_marks
from app.abuse.case import LONGEST_NOTE
from app.abuse.reasons import check_reason
from app.blocklists.blocked_host import BlockedHost, block_host, lift_host
from app.blocklists.host_names import clean_host
from app.kernel import text
from app.kernel.db import transaction
from app.kernel.refusal import N_, Faults, NotFound, Refusal
from app.kernel.uuid_parser import parse_uuid
from app.operators.operator_log import record_act


class HostBlockedAlready(Refusal):
    """The host is blocked already. Facts: host."""

    code, field, says = "EDITED_ELSEWHERE", "host", N_("%(host)s is blocked already.")


async def block_for_everybody(typed: str, reason: str, note: str = "") -> str:
    """Blocks a host for everybody and returns it.

    Raises: InvalidHost, UnknownBlockReason, TooLong, HostBlockedAlready.
    """
    faults, host, words = Faults.gather(), "", ""
    with faults.catching():
        host = clean_host(typed)
    with faults.catching():
        check_reason(reason)
    with faults.catching():
        words = text.clean_multiline(note, LONGEST_NOTE, "note")
    faults.raise_if_any()
    async with transaction():
        if not await block_host(host, reason, words):
            raise HostBlockedAlready(host=host)
        await enqueue_marks(host)
        await record_act("abuse_host_blocked", host, reason)
    return host


async def lift_for_everybody(host: str) -> None:
    """Ends the block of a host. Raises: NotFound."""
    async with transaction():
        if not await lift_host(host):
            raise NotFound
        await enqueue_marks(host)
        await record_act("abuse_host_lifted", host)


async def find_blocked_host(id: str) -> BlockedHost:
    """Returns the blocked host with this id. Raises: NotFound."""
    uuid = parse_uuid(id)
    row = await BlockedHost.in_force().get_or_none(id=uuid) if uuid else None
    if row is None:
        raise NotFound
    return row
