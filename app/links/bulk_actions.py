"""The actions that the dashboard applies to many links at once, each to all of them or to none in a few statements."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel.i18n import format_number, gettext
from app.kernel.refusal import N_
from app.links.history.author import BULK, writing_through
from app.links.link_search import Search, has_all_tags, has_any_tag
from app.links.models import Link

MAX_LINKS = 1_000


@dataclass(frozen=True, slots=True)
class ActionRequest:
    """A requested action: the account that requests it, the time of the request, and the tags it needs."""

    account: Account
    at: datetime
    tags: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Action:
    """How an action changes links and how its result is described.

    `do` changes the links with these ids. `message_for_one` and `message_for_many` describe the result for one link and
    for several. `undo` is the key of the action that reverses this one, and `column` is the timestamp column that this
    one sets. `leaves` holds the keys of the lists (`link_search.FILTERS`) from which a changed link disappears. `open`
    is the condition of the links that the action would change.
    """

    do: Callable[[ActionRequest, list[UUID]], Awaitable[None]]
    message_for_one: str
    message_for_many: str
    undo: str = ""
    column: str = ""
    leaves: frozenset[str] = frozenset()
    open: Callable[[ActionRequest], Q] = lambda order: Q()

    def describe(self, links: list[Link]) -> str:
        """The message about these changed links, with the name of a single link or the number of several."""
        message = gettext(self.message_for_one if len(links) == 1 else self.message_for_many)
        return message % {"name": links[0].display_url, "num": format_number(len(links))}


def _set_timestamp(column: str, *, back: bool = False) -> Callable[[ActionRequest, list[UUID]], Awaitable[None]]:
    """An action that sets a timestamp column to the time of the request, or to NULL when `back` is true."""
    return lambda order, ids: Link.pause_or_archive_many(order.account, ids, column, None if back else order.at)


def _timestamp_differs(column: str, *, back: bool = False) -> Callable[[ActionRequest], Q]:
    """The condition of the links that `_set_timestamp` with the same arguments would change."""
    condition: dict[str, Any] = {f"{column}__isnull": not back}
    return lambda order: Q(**condition)


UNARCHIVED_LISTS = frozenset({"all", "active", "expired"})
RESTORED_MESSAGES = (N_("%(name)s is back among your links."), N_("%(num)s links are back."))
ACTIONS = {
    "pause": Action(
        _set_timestamp("paused_at"),
        N_("%(name)s is paused. Visitors are told so."),
        N_("%(num)s links are paused."),
        "resume",
        "paused_at",
        open=_timestamp_differs("paused_at"),
    ),
    "resume": Action(
        _set_timestamp("paused_at", back=True),
        N_("%(name)s works again."),
        N_("%(num)s links work again."),
        open=_timestamp_differs("paused_at", back=True),
    ),
    "archive": Action(
        _set_timestamp("archived_at"),
        N_("Archived %(name)s. It keeps working."),
        N_("Archived %(num)s links. They keep working."),
        "unarchive",
        "archived_at",
        UNARCHIVED_LISTS,
        _timestamp_differs("archived_at"),
    ),
    "unarchive": Action(
        _set_timestamp("archived_at", back=True),
        *RESTORED_MESSAGES,
        leaves=frozenset({"archived"}),
        open=_timestamp_differs("archived_at", back=True),
    ),
    "delete": Action(
        lambda order, ids: Link.delete_many(order.account, ids, order.at),
        N_("Deleted %(name)s"),
        N_("Deleted %(num)s links"),
        "restore",
        "deleted_at",
        UNARCHIVED_LISTS | {"archived"},
    ),
    "restore": Action(
        lambda order, ids: Link.restore_many(order.account, ids), *RESTORED_MESSAGES, leaves=frozenset({"deleted"})
    ),
    "tag": Action(
        lambda order, ids: Link.tag_many(order.account, ids, order.tags),
        N_("%(name)s is tagged."),
        N_("%(num)s links are tagged."),
        open=lambda order: ~has_all_tags(order.account, order.tags),
    ),
    "untag": Action(
        lambda order, ids: Link.untag_many(order.account, ids, order.tags),
        N_("The tag was removed from %(name)s."),
        N_("The tag was removed from %(num)s links."),
        open=lambda order: has_any_tag(order.account, order.tags),
    ),
}


def column_of_undone_action(action: str) -> str:
    """The timestamp column that was set by the action which this one undoes; empty if it undoes none."""
    return next((candidate.column for candidate in ACTIONS.values() if candidate.undo == action), "")


def eligible_links(action: str, account: Account) -> QuerySet[Link]:
    """The account's links that an action may be applied to: deleted links for "restore", all others otherwise."""
    return (Link.deleted_by if action == "restore" else Link.owned_by)(account)


async def find_affected_ids(action: str, order: ActionRequest, search: Search) -> tuple[list[UUID], int]:
    """The links of a search that an action would change.

    Returns the ids of the newest 1,000 and the number of further matches.
    """
    matches = search.matches(order.account).filter(ACTIONS[action].open(order))
    ids = await matches.order_by("-created_at", "-id").limit(MAX_LINKS + 1).values_list("id", flat=True)
    more = await matches.count() - MAX_LINKS if len(ids) > MAX_LINKS else 0
    return [UUID(str(id)) for id in ids[:MAX_LINKS]], more


async def apply_action(action: str, order: ActionRequest, links: Sequence[UUID]) -> tuple[list[Link], list[UUID]]:
    """Applies an action to those of the links that it may be applied to; call it inside a transaction.

    Returns these links, and the ids of those that the action changed: undoing a bulk pause must not resume a link that
    was paused before. Raises: the exceptions of the action, for all links at once.
    """
    locked = await Link.lock_many(links)
    allowed = await _ids(eligible_links(action, order.account).filter(id__in=links))
    permitted = [link for link in locked if link.id in allowed]
    if not permitted:
        return [], []
    ids = [link.id for link in permitted]
    changing = await _ids(Link.filter(id__in=ids).filter(ACTIONS[action].open(order)))
    with writing_through(BULK) if len(ids) > 1 else nullcontext():
        await ACTIONS[action].do(order, ids)
    return permitted, [id for id in ids if id in changing]


async def _ids(links: QuerySet[Link]) -> set[UUID]:
    """The ids of these links."""
    return {UUID(str(id)) for id in await links.values_list("id", flat=True)}
