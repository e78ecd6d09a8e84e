"""The verbs that take many links at once: each done to all of them or to none, in a handful of statements."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise.expressions import Q
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel.i18n import gettext, number
from app.kernel.refusal import N_
from app.links.link_search import Search, wearing_all, wearing_any
from app.links.models import Link

MOST = 1_000


@dataclass(frozen=True, slots=True)
class Order:
    """An action as it was asked for: by whom, when, and with which tags."""

    account: Account
    at: datetime
    tags: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Action:
    """`undo` is the action that takes it back, `column` what it sets to when it was done; `leaves` the lists it takes
    a link out of. `open` are the links that it would change.
    """

    do: Callable[[Order, list[UUID]], Awaitable[None]]
    one: str
    many: str
    undo: str = ""
    column: str = ""
    leaves: frozenset[str] = frozenset()
    open: Callable[[Order], Q] = lambda order: Q()

    def said(self, links: list[Link]) -> str:
        """What happened, by name for one link and by number for more."""
        words = gettext(self.one if len(links) == 1 else self.many)
        return words % {"name": links[0].shown, "num": number(len(links))}


def _mark(column: str, *, back: bool = False) -> Callable[[Order, list[UUID]], Awaitable[None]]:
    return lambda order, ids: Link.mark_many(ids, column, None if back else order.at)


def _unmarked(column: str, *, back: bool = False) -> Callable[[Order], Q]:
    unmarked: dict[str, Any] = {f"{column}__isnull": not back}
    return lambda order: Q(**unmarked)


LISTED = frozenset({"all", "active", "expired"})
BACK = (N_("%(name)s is back among your links."), N_("%(num)s links are back."))
ACTIONS = {
    "pause": Action(_mark("paused_at"), N_("%(name)s is paused. Visitors are told so."),
                    N_("%(num)s links are paused."), "resume", "paused_at", open=_unmarked("paused_at")),
    "resume": Action(_mark("paused_at", back=True), N_("%(name)s works again."), N_("%(num)s links work again."),
                     open=_unmarked("paused_at", back=True)),
    "archive": Action(_mark("archived_at"), N_("Archived %(name)s. It keeps working."),
                      N_("Archived %(num)s links. They keep working."), "unarchive", "archived_at", LISTED,
                      _unmarked("archived_at")),
    "unarchive": Action(_mark("archived_at", back=True), *BACK, leaves=frozenset({"archived"}),
                        open=_unmarked("archived_at", back=True)),
    "delete": Action(lambda order, ids: Link.delete_many(order.account, ids, order.at), N_("Deleted %(name)s"),
                     N_("Deleted %(num)s links"), "restore", "deleted_at", LISTED | {"archived"}),
    "restore": Action(lambda order, ids: Link.restore_many(order.account, ids), *BACK, leaves=frozenset({"deleted"})),
    "tag": Action(lambda order, ids: Link.tag_many(order.account, ids, order.tags), N_("%(name)s is tagged."),
                  N_("%(num)s links are tagged."), open=lambda order: ~wearing_all(order.account, order.tags)),
    "untag": Action(lambda order, ids: Link.untag_many(order.account, ids, order.tags),
                    N_("%(name)s has lost the tag."), N_("%(num)s links have lost the tag."),
                    open=lambda order: wearing_any(order.account, order.tags)),
}


def column_of_undoing(action: str) -> str:
    """What the action set that this one takes back; nothing for an action that takes none back."""
    return next((deed.column for deed in ACTIONS.values() if deed.undo == action), "")


def links_for(action: str, account: Account) -> QuerySet[Link]:
    """The account's links that an action may be done to."""
    return (Link.deleted_by if action == "restore" else Link.owned_by)(account)


async def found(action: str, order: Order, search: Search) -> tuple[list[UUID], int]:
    """The links of a search that an action would change, the newest 1,000, and how many more there are."""
    matches = search.matches(order.account).filter(ACTIONS[action].open(order))
    ids = await matches.order_by("-created_at", "-id").limit(MOST + 1).values_list("id", flat=True)
    more = await matches.count() - MOST if len(ids) > MOST else 0
    return [UUID(str(id)) for id in ids[:MOST]], more


async def carry_out(action: str, order: Order, links: Sequence[UUID]) -> tuple[list[Link], list[UUID]]:
    """Does it to those of the links that it may be done to; inside a transaction.

    Returns these, and the ids of those that it changed: what was paused before is not resumed by an undo.
    Refusals: those of the verb, for all of them.
    """
    locked = await Link.locked(links)
    allowed = await _ids(links_for(action, order.account).filter(id__in=links))
    mine = [link for link in locked if link.id in allowed]
    if not mine:
        return [], []
    ids = [link.id for link in mine]
    changing = await _ids(Link.filter(id__in=ids).filter(ACTIONS[action].open(order)))
    await ACTIONS[action].do(order, ids)
    return mine, [id for id in ids if id in changing]


async def _ids(links: QuerySet[Link]) -> set[UUID]:
    return {UUID(str(id)) for id in await links.values_list("id", flat=True)}
