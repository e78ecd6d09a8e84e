"""Hundreds of posts, processes killed at random, a network that hangs up after it published: none twice, none lost."""

import asyncio
import sys
from asyncio.subprocess import Process
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from app.accounts.models import Account
from app.jobs import Job
from app.kernel import clock
from app.publishing.posts.phases import FAILED, PLANNED, PUBLISHED, UNCONFIRMED
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from tests.databases import ON_POSTGRES
from tests.networks.flaky import FlakyServer
from tests.publishing.delivery.planned import connect
from tests.serving import ROOT
from tests.waiting import eventually

PROCESSES, PATIENCE = "4", 150.0  # seconds, on a machine with much else to do
SETTLED = (PUBLISHED, FAILED, UNCONFIRMED)


async def plan_many(account: Account, number: int, due: Callable[[int], datetime] = lambda _: clock.now()) -> None:
    """As many posts with one variant each, with their jobs; `due` says when each is due, by default at once."""
    connection, now = await connect(account), clock.now()
    common: dict[str, Any] = {"account_id": account.id, "created_at": now, "updated_at": now}
    posts = [Post(id=uuid4(), text="Kopi", short_links=False, utm=False, **common) for _ in range(number)]
    variants = [
        PostVariant(
            id=uuid4(),
            post_id=post.id,
            connection_id=connection.id,
            network="flaky",
            phase=PLANNED,
            due_at=due(place),
            **common,
        )
        for place, post in enumerate(posts)
    ]
    jobs = [
        Job(
            id=uuid4(),
            kind="posts.publish",
            payload={"variant": str(variant.id)},
            unique_key=f"post variant {variant.id}",
            due_at=variant.due_at,
            created_at=now,
        )
        for variant in variants
    ]
    await Post.bulk_create(posts, batch_size=200)
    await PostVariant.bulk_create(variants, batch_size=200)
    await Job.bulk_create(jobs, batch_size=200)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("looks", "number", "deaths"), [("looks", 300, 5), ("blind", 160, 2)])
@ON_POSTGRES
async def test_posts_are_published_at_most_once_and_none_is_lost_in_silence(
    database: str, sari: Account, server: FlakyServer, tmp_path: Path, looks: str, number: int, deaths: int
) -> None:
    server.drops = 0.03
    await plan_many(sari, number)
    command = [sys.executable, "-m", "tests.publishing.delivery.deaths", database, str(tmp_path / "data")]
    child = await asyncio.create_subprocess_exec(
        *command, server.origin, PROCESSES, looks, cwd=ROOT, stdin=-1, stdout=-1, stderr=-3
    )
    try:
        await kill_in_the_midst(child, server, number, deaths)
        await eventually(all_settled, PATIENCE)
    finally:
        output, _ = await child.communicate(b"")  # which ends its input
    variants = await PostVariant.all()
    states, times = Counter(variant.phase for variant in variants), server.times
    assert set(states) <= set(SETTLED), states
    assert max(times.values()) == 1
    assert {str(variant.id) for variant in variants if variant.phase == PUBLISHED} <= times.keys()
    unsure = {str(variant.id) for variant in variants if variant.phase == UNCONFIRMED}
    assert times.keys() <= unsure | {str(variant.id) for variant in variants if variant.phase == PUBLISHED}
    assert all(variant.trouble for variant in variants if variant.phase != PUBLISHED)
    assert output.count(b"killed") == deaths
    assert states[PUBLISHED] > number * 0.8


async def kill_in_the_midst(child: Process, server: FlakyServer, number: int, deaths: int) -> None:
    """Has a process killed whenever so many more posts are published, the last time when a third of them is left."""
    assert child.stdin
    for death in range(deaths):
        published = number * 2 * (death + 1) // (deaths * 3)
        await eventually(partial(has_published, server, published), PATIENCE)
        child.stdin.write(b"kill\n")


def has_published(server: FlakyServer, number: int) -> bool:
    """Whether so many posts are published."""
    return len(server.posts) >= number


async def all_settled() -> bool:
    """Whether everything has been published, has failed, or waits for a person."""
    return not await PostVariant.exclude(phase__in=SETTLED).exists()
