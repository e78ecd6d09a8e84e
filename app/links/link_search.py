"""The search of the links page: which of an account's links are shown and in what order.

The URL of the page holds all of its state.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Self
from urllib.parse import urlencode

from tortoise.expressions import F, Q, Subquery
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock, text
from app.kernel.refusal import N_
from app.kernel.search_text import search_condition
from app.links.destination_check import DestinationCheck
from app.links.models import STANDALONE, Link
from app.links.tag import MAX_LENGTH, MAX_PER_LINK, Tag, fold_tag
from app.links.tagging import HasTag, count_tagged

FILTERS = {
    "all": N_("All"),
    "active": N_("Active"),
    "expired": N_("Expired"),
    "broken": N_("Broken"),
    "archived": N_("Archived"),
    "deleted": N_("Deleted"),
}
SORT_COLUMNS = {"newest": "created_at", "clicks": "followed", "recent": "last_followed_at"}
MAX_TAGS_LENGTH = MAX_PER_LINK * (MAX_LENGTH + 2)
SORT_LABELS = {"newest": N_("Newest first"), "clicks": N_("Most clicks"), "recent": N_("Last clicked")}


@dataclass(frozen=True, slots=True)
class Search:
    """A search for links; every field is a query parameter.

    `q` is searched in names, titles, descriptions, notes, tags and destinations, as kernel/search_text.py defines.
    `show` is a key of `FILTERS`; or, in the API, "paused" or "any", which hides only deleted links: "all" also hides
    archived links. `tag` holds comma-separated names of tags; a link must have all of them. `sort` is a key of
    `SORT_COLUMNS`. `cursor` is the position of a page of results.
    """

    q: str = ""
    show: str = "all"
    tag: str = ""
    sort: str = "newest"
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """The search of these query parameters; invalid values become the defaults."""
        show, sort = args.get("show", ""), args.get("sort", "")
        return cls(
            q=text.cut_line(args.get("q", ""), 200),
            show=show if show in (*FILTERS, "any", "paused") else "all",
            tag=text.cut_line(args.get("tag", ""), MAX_TAGS_LENGTH),
            sort=sort if sort in SORT_COLUMNS else "newest",
            cursor=args.get("cursor", "")[:500],
        )

    def url(self, file: str = "", **changes: str) -> str:
        """The URL of the links page for this search with some fields changed; with `file`, that of an exported file.

        The cursor is dropped unless it is among the changes.
        """
        changed = self.parameters | {"cursor": ""} | changes  # a page has hundreds of these URLs
        parameters = {name: changed[name] for name in DEFAULTS if changed.get(name, DEFAULTS[name]) != DEFAULTS[name]}
        return f"/dashboard/links/{file}" + ("?" + urlencode(parameters) if parameters else "")

    @property
    def tags(self) -> list[str]:
        """The names of the tags that a link must have, without duplicates that differ only in case."""
        names = (name.strip() for name in self.tag.split(","))
        return list({fold_tag(name): name for name in names if name}.values())[:MAX_PER_LINK]

    def filters_by(self, tag: Tag) -> bool:
        """Whether this tag is among those that a link must have."""
        return tag.folded in map(fold_tag, self.tags)

    def url_toggling_tag(self, tag: Tag) -> str:
        """The URL of the links page with this tag added to the filter, or removed if it is in the filter."""
        if self.filters_by(tag):
            return self.url_without_tag(tag.name)
        return self.url(tag=", ".join([*self.tags, tag.name]))

    def url_without_tag(self, name: str) -> str:
        """The URL of the links page with the tag of this name removed from the filter."""
        return self.url(tag=", ".join(other for other in self.tags if fold_tag(other) != fold_tag(name)))

    def tags_beside(self, tags: Iterable[Tag]) -> list[str]:
        """The names of the tags in the filter that are not among these tags."""
        folded = {tag.folded for tag in tags}
        return [name for name in self.tags if fold_tag(name) not in folded]

    @property
    def parameters(self) -> dict[str, str]:
        """The fields that differ from their defaults: the query parameters of the search."""
        return {name: value for name in DEFAULTS if (value := getattr(self, name)) != DEFAULTS[name]}

    @property
    def is_filtered(self) -> bool:
        """Whether the search hides any links but archived ones."""
        return bool(self.q or self.tag or self.show != "all")

    @property
    def filter_options(self) -> list[tuple[str, str]]:
        """The values of `show` with their labels (English, to be translated)."""
        return list(FILTERS.items())

    @property
    def sort_options(self) -> list[tuple[str, str]]:
        """The values of `sort` with their labels (English, to be translated)."""
        return list(SORT_LABELS.items())

    @property
    def sort_label(self) -> str:
        """The label of the order (English, to be translated)."""
        return SORT_LABELS[self.sort]

    @property
    def order_column(self) -> str:
        """The column by which the links are ordered, descending."""
        return SORT_COLUMNS[self.sort]

    def matches(self, account: Account) -> QuerySet[Link]:
        """The account's links that match, not ordered yet."""
        if self.show == "broken":
            links = _broken(account)
        else:
            links = Link.deleted_by(account) if self.show == "deleted" else Link.owned_by(account).filter(self._shown())
        if self.tags:
            links = links.filter(has_all_tags(account, self.tags))
        return links.filter(search_condition(self.q, "search")) if self.q else links

    async def count(self, account: Account) -> int:
        """The number of the account's links that match.

        The account knows how many links it has, and an index how many a tag has: only what is archived or deleted is
        taken off. All other counts read an index, or each of the links once if the search has words or several tags.
        """
        if len(self.tags) == 1 and not self.q and self.show in ("all", "any"):
            return await count_tagged(account, fold_tag(self.tags[0]), with_archived=self.show == "any")
        if self.q or self.tags or self.show not in ("all", "any"):
            matches = self.matches(account)
            return await (
                matches.filter(archived_at__gte=clock.EARLIEST) if self.show == "archived" else matches
            ).count()
        return account.links_used - (0 if self.show == "any" else await replace(self, show="archived").count(account))

    def _shown(self) -> Q:
        """The condition of the links that `show` selects; "deleted" and "broken" are selected by `matches`."""
        now = clock.now()
        is_over = Q(expires_at__lte=now) | Q(click_limit__lte=F("admitted"))
        is_running = (Q(expires_at=None) | Q(expires_at__gt=now)) & (
            Q(click_limit=None) | Q(click_limit__gt=F("admitted"))
        )
        if self.show == "any":
            return Q()
        if self.show in ("archived", "paused"):
            return Q(archived_at__isnull=False) if self.show == "archived" else Q(paused_at__isnull=False)
        if self.show == "active":
            return Q(archived_at=None, paused_at=None, blocked_at=None) & is_running
        return Q(archived_at=None) & is_over if self.show == "expired" else Q(archived_at=None)


def _broken(account: Account) -> QuerySet[Link]:
    """The account's links with a broken destination, looked up by their ids.

    There is no condition on the account of the links, which is that of the checks: with one, SQLite reads all links of
    the account in the order of the list.
    """
    ids = Subquery(DestinationCheck.broken(account).values("link_id"))
    return Link.filter(id__in=ids, **STANDALONE, deleted_at=None, archived_at=None)


DEFAULTS = {field.name: str(field.default) for field in fields(Search)}


def has_all_tags(account: Account, names: list[str]) -> Q:
    """The condition of the links that have every one of the account's tags of these names."""
    return Q(*(HasTag(account, [fold_tag(name)]) for name in names))


def has_any_tag(account: Account, names: list[str]) -> Q:
    """The condition of the links that have at least one of the account's tags of these names."""
    return HasTag(account, [fold_tag(name) for name in names])
