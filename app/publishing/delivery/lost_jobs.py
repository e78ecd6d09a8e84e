"""Enqueues a job for each variant that is due and has none: after a pause, a restore, or the loss of a job."""

from __future__ import annotations

from datetime import timedelta

from app import jobs
from app.jobs import MINUTELY, Job
from app.kernel import clock, db
from app.publishing.networks import publishing_switch
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.publication_jobs import enqueue_variant

MOST_WOKEN = 1_000
PATIENCE = timedelta(seconds=20)  # a job that was just enqueued is on its way
FORGOTTEN = """
    SELECT v.* FROM post_variants v
        JOIN accounts a ON a.id = v.account_id JOIN posts p ON p.id = v.post_id
        LEFT JOIN connections c ON c.id = v.connection_id
    WHERE {condition} AND (v.retry_at IS NULL OR v.retry_at <= $1) AND NOT EXISTS (SELECT 1 FROM jobs
        WHERE jobs.unique_key = 'post variant ' || CAST(v.id AS VARCHAR(36)) AND jobs.ended_at IS NULL)
    ORDER BY v.due_at LIMIT $2"""
MAY_SEND = """ AND p.deleted_at IS NULL AND a.posts_paused_at IS NULL AND a.frozen_at IS NULL AND a.delete_at IS NULL
    AND a.suspended_at IS NULL AND c.paused_at IS NULL"""
SENT_ALREADY = "v.phase IN ('sending', 'confirming') AND v.updated_at <= $1"
CONDITIONS = (
    SENT_ALREADY,
    "v.phase IN ('planned', 'retry') AND v.due_at <= $1" + MAY_SEND,
    "v.phase IN ('claimed', 'preparing') AND v.updated_at <= $1" + MAY_SEND,
    "v.reply_state IN ('waiting', 'sending') AND v.phase = 'published' AND v.updated_at <= $1" + MAY_SEND,
)


@jobs.handler("posts.upkeep", schedule=MINUTELY)
async def enqueue_lost_jobs(_job: Job) -> None:
    """Enqueues a job for each due variant without one; variants that were sent are confirmed even during a pause."""
    values = [clock.now() - PATIENCE, MOST_WOKEN]
    for condition in CONDITIONS if publishing_switch.is_on() else (SENT_ALREADY,):
        for variant in await db.query_models(PostVariant, FORGOTTEN.format(condition=condition), values):
            await enqueue_variant(variant.id, clock.now())
