"""Who changes links now, and through which door: read from the request, or set for a block of code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from uuid import UUID

from quart import g, has_request_context

from app.kernel.refusal import N_

DASHBOARD, API, BULK, BATCH, IMPORT = "dashboard", "api", "bulk", "batch", "import"
COMMAND, JOB, UNDO, VISITOR = "command", "job", "undo", "visitor"
DOORS: Mapping[str, str] = {
    DASHBOARD: N_("in the dashboard"),
    API: N_("through the API"),
    BULK: N_("with several links at once"),
    BATCH: N_("with a batch"),
    IMPORT: N_("with an import"),
    COMMAND: N_("by a command of the operator"),
    JOB: N_("by itself"),
    UNDO: N_("from the history"),
    VISITOR: N_("without an account"),
}


@dataclass(frozen=True, slots=True)
class Author:
    """Who makes a change: the door as a key of DOORS, and the member's id or the name of the API key, if any."""

    through: str
    user_id: UUID | None = None
    key_name: str = ""


_door: ContextVar[tuple[str, UUID | None] | None] = ContextVar("door_of_link_changes", default=None)


@contextmanager
def writing_through(door: str, user_id: UUID | None = None) -> Iterator[None]:
    """Records changes of links in the block as made through a door, by this user or by who sent the request."""
    token = _door.set((door, user_id))
    try:
        yield
    finally:
        _door.reset(token)


def current_author() -> Author:
    """Who changes links now. Outside of requests and of blocks of `writing_through` it is a job."""
    door, author = _door.get(), _author_of_request()
    if door is None:
        return author
    return replace(author, through=door[0], user_id=door[1] or author.user_id)


def _author_of_request() -> Author:
    if not has_request_context():
        return Author(JOB)
    if key := g.get("key"):
        return Author(API, key_name=key.name)
    if membership := g.get("membership"):
        return Author(DASHBOARD, user_id=membership.user_id)
    return Author(VISITOR)
