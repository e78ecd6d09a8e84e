"""Deletes what belongs to publishing when an account is deleted, apart from rows that cascade by themselves."""

from __future__ import annotations

from uuid import UUID

from app.kernel import db
from app.publishing.connections.erasure import keep_tokens_to_revoke

JOBS = """
    DELETE FROM jobs WHERE unique_key IN (
        SELECT 'post variant ' || CAST(id AS VARCHAR(36)) FROM post_variants WHERE account_id = $1)"""
USES = """
    DELETE FROM network_uses WHERE key IN (SELECT CAST(id AS VARCHAR(36)) FROM connections WHERE account_id = $1)"""


async def prepare_deletion(account_id: UUID, nobody: UUID) -> None:
    """Deletes the jobs and counters of an account, and hands tokens to the account `nobody` to be taken back.

    Call it in the transaction that deletes the account, before its row goes.
    """
    await db.query_rows(JOBS, [str(account_id)])
    await db.query_rows(USES, [str(account_id)])
    await keep_tokens_to_revoke(account_id, nobody)
