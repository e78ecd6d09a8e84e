"""Undo: makes a link what it was before a change of its history, in one step that is a change itself.

A password is not kept and an operator's block is not the owner's, so neither is undone.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from app.accounts.models import Account
from app.kernel import clock
from app.kernel.db import transaction
from app.kernel.refusal import N_, EditedElsewhere, InvalidRequest, NotFound
from app.links.history.author import UNDO, writing_through
from app.links.history.link_state import PASSWORD, TIMES
from app.links.history.models import LinkChange
from app.links.history.recording import recorded
from app.links.models import Link
from app.links.validation import Changes

NOT_UNDONE = frozenset({PASSWORD, "blocked"})
BY_LIFECYCLE = frozenset({"archived", "deleted"})
BATCH_SIZE = 200  # changes read at once


class ChangedSince(EditedElsewhere):
    """The link has changes that the history did not show yet."""

    says = N_("This link was changed meanwhile. Look at its newest changes first, then undo again.")


class NothingToUndo(InvalidRequest):
    """The link is already what it was, as far as that can be undone."""

    says = N_("Nothing of this can be undone: the link is what it was then. A password is not kept in the history.")


class TimeIsOver(InvalidRequest):
    """The link would have a time again that is past by now."""

    says = N_("At that time the link had a date that is over by now. Choose a new date in the link itself.")


async def undo_to_before(account: Account, link: Link, change_id: int, newest_seen: int) -> None:
    """Makes the account's link what it was before a change; `newest_seen` is the newest change that was shown.

    Raises: NotFound for a change of another link or the one that made it, ChangedSince, NothingToUndo, TimeIsOver,
    LinkLimitReached, NameTakenMeanwhile, and those of `Link.edit`, SlugTaken among them. Nothing is changed then.
    """
    with writing_through(UNDO):
        async with transaction(), recorded(Link, [link.id], names_and_tags=True):  # the link is locked from here on
            newest = await LinkChange.of_link(link.id).order_by("-id").first()
            if newest is None or newest.id != newest_seen:
                raise ChangedSince
            await link.refresh_from_db()
            await _apply(account, link, await _values_before(link.id, change_id))


async def _values_before(link_id: UUID, change_id: int) -> dict[str, Any]:
    """The values that fields had before a change, of those that it or a later one changed. Raises: NotFound."""
    if not await LinkChange.of_link(link_id).filter(id=change_id, creates=False).exists():
        raise NotFound
    values: dict[str, Any] = {}
    at = change_id - 1
    while batch := await LinkChange.of_link(link_id).filter(id__gt=at).order_by("id").limit(BATCH_SIZE):
        for change in batch:
            for field, pair in change.values.items():
                if field not in NOT_UNDONE:
                    values.setdefault(field, pair[0])
        at = batch[-1].id
    return values


async def _apply(account: Account, link: Link, values: dict[str, Any]) -> None:
    """Gives a locked link these values. Raises: see `undo_to_before`."""
    before = (link.version, link.deleted_at, link.archived_at)
    changes = _changes(values)
    if link.deleted_at and values.get("deleted") is False:
        await Link.restore_many(account, [link.id])
        await link.refresh_from_db()
    if changes and not link.deleted_at:
        await link.edit(account, **changes)
    if "archived" in values:
        at = clock.now() if values["archived"] else None
        await Link.pause_or_archive_many(account, [link.id], "archived_at", at)
    if values.get("deleted"):
        await Link.delete_many(account, [link.id], clock.now())
    await link.refresh_from_db()
    if before == (link.version, link.deleted_at, link.archived_at):
        raise NothingToUndo


def _changes(values: dict[str, Any]) -> Changes:
    """The values as the changes of an edit. Raises: TimeIsOver."""
    changes: dict[str, Any] = {field: value for field, value in values.items() if field not in BY_LIFECYCLE}
    for field in TIMES & changes.keys():
        if changes[field] is not None:
            changes[field] = datetime.fromisoformat(changes[field])
    if changes.get("preview_picture_id"):
        changes["preview_picture_id"] = UUID(changes["preview_picture_id"])
    if changes.get("expires_at") and changes["expires_at"] <= clock.now():
        raise TimeIsOver(field="expires_at")
    return cast(Changes, changes)
