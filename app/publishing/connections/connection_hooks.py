"""What other parts of publishing do when a connection ends or works again; they register here, being above this one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.publishing.connections.connection import Connection


@dataclass(frozen=True, slots=True)
class PlannedPost:
    """A post that is planned for a connection: the beginning of its text, and when it is due, None for undecided."""

    text: str
    due_at: datetime | None


ListPlanned = Callable[[Connection], Awaitable[list[PlannedPost]]]
Cancel = Callable[[Connection, UUID | None], Awaitable[int]]
Resume = Callable[[Connection], Awaitable[None]]
Rename = Callable[[Connection, str], Awaitable[None]]
_listing: list[ListPlanned] = []
_cancelling: list[Cancel] = []
_resuming: list[Resume] = []
_renaming: list[Rename] = []


def register(*, planned: ListPlanned, cancel: Cancel, resume: Resume, rename: Rename) -> None:
    """Registers how planned posts of a connection are listed, cancelled, and resumed when it works again.

    `rename` stores another name of the connection with its posts, the published ones too.
    """
    _listing.append(planned)
    _cancelling.append(cancel)
    _resuming.append(resume)
    _renaming.append(rename)


async def planned_posts(connection: Connection) -> list[PlannedPost]:
    """Returns the posts that would stop if the connection ended, the next one first."""
    return [post for planned in _listing for post in await planned(connection)]


async def cancel_posts(connection: Connection, user_id: UUID | None) -> int:
    """Cancels them, in the caller's transaction, as an act of the user; returns how many there were."""
    return sum([await cancel(connection, user_id) for cancel in _cancelling])


async def resume_posts(connection: Connection) -> None:
    """Lets the posts go on that waited for a reconnect, in the caller's transaction."""
    for resume in _resuming:
        await resume(connection)


async def rename_in_posts(connection: Connection, name: str) -> None:
    """Stores another name of the connection with its posts."""
    for rename in _renaming:
        await rename(connection, name)
