"""Ends what is kept of posts and of connections that nothing needs any more.

A deleted post of which something was published stays for a month, in which it counts against the plan, and is then gone
with its variants and their timelines; its short links lead on, because they are in what the networks show. A
disconnected connection stays as long as a post went to it, and otherwise for a month; one of a deleted account
(connections/erasure.py) until its tokens are wiped. Tokens that a network has not
taken back yet are never thrown away here; a job that was lost, as after a restore, is enqueued again.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

from app import jobs
from app.jobs.independent_steps import run_steps
from app.kernel import clock, db
from app.publishing.connections.connect_flow import ConnectFlow
from app.publishing.connections.connection import WAITING, Connection
from app.publishing.connections.data_deletion import DataDeletion
from app.publishing.connections.disconnect import KIND as REVOKE
from app.publishing.posts.post import Post

POSTS_KEPT_FOR = CONNECTIONS_KEPT_FOR = timedelta(days=31)  # a post counts in its month also when it is deleted
UNNEEDED = """
    DELETE FROM connections
    WHERE (disconnected_at < $1 OR disconnected_at IS NOT NULL AND external_id = '')
        AND revoke_state <> 'waiting' AND tokens = ''
        AND NOT EXISTS (SELECT 1 FROM post_variants WHERE post_variants.connection_id = connections.id)"""


async def delete_outdated() -> None:
    """Runs all steps once; running it twice does no harm. Raises: StepsFailed at the end, with all reasons."""
    now = clock.now()
    steps: dict[str, Callable[[], Awaitable[object]]] = {
        "connect flows": lambda: ConnectFlow.outdated().delete(),
        "deletions by networks": lambda: DataDeletion.outdated().delete(),
        "deleted posts": lambda: Post.filter(deleted_at__lt=now - POSTS_KEPT_FOR).delete(),
        "connections": lambda: db.query_rows(UNNEEDED, [now - CONNECTIONS_KEPT_FOR]),
        "revocations": _resume_revocations,
    }
    await run_steps(steps)


async def _resume_revocations() -> None:
    """Enqueues the job of each connection whose tokens still have to be taken back, unless it waits already."""
    for id in await Connection.filter(revoke_state=WAITING).values_list("id", flat=True):
        await jobs.enqueue(REVOKE, {"connection": str(id)}, unique=f"revoke {id}")
