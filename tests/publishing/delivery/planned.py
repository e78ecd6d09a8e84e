"""Connections and posts for the tests of delivery, as the rooms below make them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from app.accounts.models import Account
from app.jobs import Job
from app.jobs.worker import Worker
from app.kernel import clock
from app.publishing.connections.connection import Connection
from app.publishing.connections.token_store import encrypt_tokens
from app.publishing.delivery.lost_jobs import enqueue_lost_jobs
from app.publishing.networks.network import Grant
from app.publishing.posts.phases import PLANNED
from app.publishing.posts.post import Post
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.publication_jobs import enqueue_variant
from tests import world
from tests.conftest import Clock
from tests.networks.flaky import TOKEN


async def connect(account: Account, name: str = "sari.kopi", **columns: Any) -> Connection:
    """A connection of the account at the flaky network."""
    id = uuid4()
    tokens = encrypt_tokens(Grant(TOKEN), id)
    row = {"network": "flaky", "external_id": str(id), "username": name, "display_name": name, "tokens": tokens}
    return await Connection.create(id=id, account=account, created_at=clock.now(), **(row | columns))


async def plan(
    account: Account, *connections: Connection, text: str = "Kopi Gayo", at: datetime | None = None, **columns: Any
) -> list[PostVariant]:
    """A planned post with a variant for each connection, and their jobs, due at once."""
    now, owner = clock.now(), await world.owner(account)
    due = at or now
    post = await Post.create(
        id=uuid4(),
        account=account,
        text=text,
        short_links=False,
        utm=False,
        planned_at=due,
        created_by_id=owner.id,
        created_at=now,
        updated_at=now,
    )
    variants = []
    for connection in connections:
        values: dict[str, Any] = {
            "account": account,
            "post": post,
            "connection": connection,
            "network": connection.network,
        }
        values |= {"account_name": connection.display_name, "phase": PLANNED, "due_at": due} | columns
        variants.append(await PostVariant.create(id=uuid4(), created_at=now, updated_at=now, **values))
        await enqueue_variant(variants[-1].id, due)
    return variants


async def work() -> None:
    """Does all jobs of delivery that are due, and nothing else."""
    for kind in ("posts.publish", "posts.upload", "posts.publish"):
        await Worker().run_due(kind)


async def work_until(moved: Clock, hours: float = 1) -> None:
    """Lets time pass from one job of delivery to the next, and does them."""
    end = clock.now() + timedelta(hours=hours)
    while True:
        await work()
        kinds = ["posts.publish", "posts.upload"]
        waiting = await Job.not_ended().filter(kind__in=kinds).order_by("due_at").first()
        if waiting is None or waiting.due_at > end:
            return
        moved.to(max(waiting.due_at, clock.now()))


async def again(variant: PostVariant) -> PostVariant:
    """The variant as it is now."""
    return await PostVariant.get(id=variant.id)


async def events_of(variant: PostVariant) -> list[str]:
    """What the timeline of a variant says, in its order."""
    return [event.what for event in await PostEvent.filter(variant_id=variant.id).order_by("id")]


async def wake() -> None:
    """Makes jobs again for what has none, and does them."""
    await enqueue_lost_jobs(Job(kind="posts.upkeep"))
    await work()
