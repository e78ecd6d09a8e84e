"""Which of an account's links are shown, in what order: the state of the links page, all of it in its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Self
from urllib.parse import urlencode

from tortoise.expressions import F, Q, Subquery
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import clock, text
from app.kernel.refusal import N_
from app.kernel.search_text import matching
from app.links.models import Link
from app.links.tag import LONGEST, MOST_ON_A_LINK, Tag, folded_tag

SHOWS = {
    "all": N_("All"), "active": N_("Active"), "expired": N_("Expired"), "archived": N_("Archived"),
    "deleted": N_("Deleted"),
}
SORTS = {"newest": "created_at", "clicks": "followed", "recent": "last_followed_at"}
LONGEST_TAGS = MOST_ON_A_LINK * (LONGEST + 2)
SORT_LABELS = {"newest": N_("Newest first"), "clicks": N_("Most clicks"), "recent": N_("Last clicked")}


@dataclass(frozen=True, slots=True)
class Search:
    """`q` is looked for in names, titles, descriptions, notes, tags and destinations, as kernel/search_text.py says.

    `tag` holds names of tags with commas between them; a link must wear all of them. "all" hides what was archived;
    "any" (the API's) hides nothing but what was deleted.
    """

    q: str = ""
    show: str = "all"
    tag: str = ""
    sort: str = "newest"
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """The search an address asks for; what it cannot mean is the default."""
        show, sort = args.get("show", ""), args.get("sort", "")
        return cls(
            q=text.line(args.get("q", "")[:200], 200, "q"),
            show=show if show in (*SHOWS, "any") else "all",
            tag=text.line(args.get("tag", "")[:LONGEST_TAGS], LONGEST_TAGS, "tag"),
            sort=sort if sort in SORTS else "newest",
            cursor=args.get("cursor", "")[:500],
        )

    def address(self, file: str = "", **changes: str) -> str:
        """The links page for this search with something changed, its first page unless a cursor is given; or a file of
        the same."""
        said = replace(self, **({"cursor": ""} | changes)).said
        return f"/dashboard/links/{file}" + ("?" + urlencode(said) if said else "")

    @property
    def tags(self) -> list[str]:
        """The names of tags that a link must wear, each once in any case."""
        names = (name.strip() for name in self.tag.split(","))
        return list({folded_tag(name): name for name in names if name}.values())[:MOST_ON_A_LINK]

    def wants(self, tag: Tag) -> bool:
        """Whether a link must wear this tag."""
        return tag.folded in map(folded_tag, self.tags)

    def with_tag(self, tag: Tag) -> str:
        """The links page with this tag among those to filter by, or without it where it is one."""
        others = [name for name in self.tags if folded_tag(name) != tag.folded]
        return self.address(tag=", ".join(others if self.wants(tag) else [*others, tag.name]))

    @property
    def said(self) -> dict[str, str]:
        """What an address must say of this search: whatever is not the default."""
        return {name: value for name, value in asdict(self).items() if value != getattr(Search(), name)}

    @property
    def narrowed(self) -> bool:
        return bool(self.q or self.tag or self.show != "all")

    @property
    def shows(self) -> list[tuple[str, str]]:
        return list(SHOWS.items())

    @property
    def sorts(self) -> list[tuple[str, str]]:
        return list(SORT_LABELS.items())

    @property
    def sort_label(self) -> str:
        return SORT_LABELS[self.sort]

    @property
    def by(self) -> str:
        return SORTS[self.sort]

    def matches(self, account: Account) -> QuerySet[Link]:
        """The account's links that fit, in no order yet."""
        links = Link.deleted_by(account) if self.show == "deleted" else Link.owned_by(account).filter(self._shown())
        if self.tags:
            links = links.filter(wearing_all(account, self.tags))
        return links.filter(matching(self.q, "search")) if self.q else links

    def _shown(self) -> Q:
        now = clock.now()
        ended = Q(expires_at__lte=now) | Q(click_limit__lte=F("admitted"))
        lasts = Q(Q(expires_at=None) | Q(expires_at__gt=now), Q(click_limit=None) | Q(click_limit__gt=F("admitted")))
        if self.show == "any":
            return Q()
        if self.show == "archived":
            return Q(archived_at__isnull=False)
        if self.show == "active":
            return Q(archived_at=None, paused_at=None, blocked_at=None) & lasts
        return Q(archived_at=None) & ended if self.show == "expired" else Q(archived_at=None)


def wearing_all(account: Account, names: list[str]) -> Q:
    """The links that wear every one of the account's tags of these names."""
    mine = Tag.owned_by(account).filter(links__id__not_isnull=True)  # SQL: nothing is `NOT IN` a list with NULL
    return Q(*(Q(id__in=Subquery(mine.filter(folded=folded_tag(name)).values("links__id"))) for name in names))


def wearing_any(account: Account, names: list[str]) -> Q:
    """The links that wear one of the account's tags of these names."""
    mine = Tag.owned_by(account).filter(folded__in=[folded_tag(name) for name in names])
    return Q(id__in=Subquery(mine.values("links__id")))
