"""The hosts that the operator blocked: no link leads to one of them, or to a host below one, whoever made it.

A link is refused when it would lead there (destination_guard.py), and one that does already answers 451 in every lane:
the look-up of names compares the hosts of each link that it reads (app/links/resolution.py). `change` is a number that
rises with every block and every end of one; by it a process on SQLite sees that it has to read the hosts anew. On
PostgreSQL a trigger notifies all processes.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Self
from uuid import UUID, uuid4

from tortoise import fields
from tortoise.functions import Max
from tortoise.models import Model
from tortoise.queryset import QuerySet

from app.kernel import clock
from app.kernel.db import joined_transaction, query_rows

IN_FORCE = "SELECT host FROM blocked_hosts WHERE lifted_at IS NULL"
LAST_CHANGE = "SELECT MAX(change) FROM blocked_hosts"


class BlockedHost(Model):
    id: UUID = fields.UUIDField(primary_key=True)
    host = fields.CharField(253, unique=True)
    reason = fields.CharField(16)
    note = fields.CharField(500, default="")
    created_at: datetime = fields.DatetimeField(db_index=True)
    lifted_at: datetime | None = fields.DatetimeField(null=True)
    change = fields.BigIntField(db_index=True)

    class Meta:
        table = "blocked_hosts"

    @classmethod
    def in_force(cls) -> QuerySet[Self]:
        """The hosts that are blocked now."""
        return cls.filter(lifted_at=None)


async def block_host(host: str, reason: str, note: str = "") -> bool:
    """Blocks a host and all below it; `host` is one of `clean_host`. Returns False if it is blocked already."""
    now = clock.now()
    async with joined_transaction():
        values = {"reason": reason, "note": note, "created_at": now, "change": await _next_change()}
        lifted = BlockedHost.filter(host=host, lifted_at__isnull=False)
        if await lifted.update(lifted_at=None, **values):
            return True
        row = BlockedHost(id=uuid4(), host=host, **values)
        await BlockedHost.bulk_create([row], ignore_conflicts=True)
        return await BlockedHost.filter(id=row.id).exists()


async def lift_host(host: str) -> bool:
    """Ends the block of a host. Returns False if it is not blocked."""
    async with joined_transaction():
        change = await _next_change()
        return bool(await BlockedHost.in_force().filter(host=host).update(lifted_at=clock.now(), change=change))


async def _next_change() -> int:
    row = await BlockedHost.all().annotate(last=Max("change")).first().values("last")
    return int((row or {}).get("last") or 0) + 1


async def read_blocked_hosts() -> frozenset[str]:
    """Reads the hosts that are blocked now."""
    return frozenset(row["host"] for row in await query_rows(IN_FORCE, []))


async def is_any_blocked(hosts: Collection[str]) -> bool:
    """Returns whether one of these hosts is blocked now."""
    places = ", ".join(f"${number}" for number in range(1, len(hosts) + 1))
    return bool(hosts and await query_rows(f"{IN_FORCE} AND host IN ({places})", [*hosts]))
