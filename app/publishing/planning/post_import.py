"""Makes posts from the rows of a table, each in a transaction of its own, and says what became of each.

A second submit of the same form makes nothing twice: the id of each post follows from the form's own and the line.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from uuid import UUID, uuid5

from app.accounts.models import Account
from app.kernel.refusal import Refusal
from app.publishing.planning.import_table import ImportRow
from app.publishing.planning.queue import plan_in_queue
from app.publishing.posts import drafts, planning_actions
from app.publishing.posts.drafts import Draft, PostEditedElsewhere, new_variant
from app.publishing.posts.post import Post
from app.web import envelope

SOURCE = "csv"


@dataclass(slots=True)
class ImportResult:
    """How many posts were planned and how many are drafts; the faults of rows by line, in the reader's language."""

    planned: int = 0
    drafts: int = 0
    faults: dict[int, str] = field(default_factory=dict)


async def import_rows(account: Account, user_id: UUID, rows: list[ImportRow], form_id: UUID) -> ImportResult:
    """Makes a post of each row without faults, in their order. A post that cannot be planned stays a draft."""
    result = ImportResult()
    for row in rows:
        if row.faults:
            continue
        try:
            post = await drafts.create(account, user_id, _draft(row), id=uuid5(form_id, str(row.line)), source=SOURCE)
        except PostEditedElsewhere:
            continue  # made by the first submit of this form
        except Refusal as refusal:
            result.faults[row.line] = envelope.refusal_message(refusal)
            continue
        await _plan(post, account, user_id, row, result)
    return result


async def _plan(post: Post, account: Account, user_id: UUID, row: ImportRow, result: ImportResult) -> None:
    """Plans a new post as its row says, and counts what became of it."""
    if row.at is None and not row.queued:
        result.drafts += 1
        return
    try:
        if row.queued:
            await plan_in_queue(post, account, user_id)
        else:
            await planning_actions.plan(post, account, user_id, at=row.at, zone=account.time_zone)
        result.planned += 1
    except Refusal as refusal:
        result.drafts += 1
        result.faults[row.line] = envelope.refusal_message(refusal)


def _draft(row: ImportRow) -> Draft:
    variants = {each.id: replace(new_variant(each.network), reply=row.reply) for each in row.connections}
    return Draft(text=row.text, campaign=row.campaign, variants=variants)
