"""The search of the list of posts: which are shown and in what order. The URL of the page holds all of its state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from tortoise.expressions import Q, Subquery
from tortoise.queryset import QuerySet

from app.accounts.models import Account
from app.kernel import text
from app.kernel.refusal import N_
from app.kernel.search_text import search_condition
from app.publishing.posts import phases
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from app.web.pagination import CursorPage, fetch_page

PAGE_SIZE = 25
SHOWN: Mapping[str, tuple[str, frozenset[str]]] = {  # the label of each filter, and the phases that it selects
    "need": (N_("Need you"), phases.NEEDS_PERSON | {phases.WAITING}),
    "planned": (N_("Planned"), frozenset({phases.PLANNED, phases.RETRY}) | phases.UNDER_WAY),
    "published": (N_("Published"), frozenset({phases.PUBLISHED})),
    "drafts": (N_("Drafts"), frozenset({phases.DRAFT})),
}
COUNTED = ("need", "planned", "drafts")  # the filters that show how many posts they have


@dataclass(frozen=True, slots=True)
class PostSearch:
    """A search for posts; every field is a query parameter. `show` is a key of SHOWN, or "" for all posts."""

    q: str = ""
    show: str = ""
    cursor: str = ""

    @classmethod
    def of(cls, args: Mapping[str, str]) -> Self:
        """The search of these query parameters; invalid values become the defaults."""
        show = args.get("show", "")
        return cls(
            q=text.cut_line(args.get("q", ""), 200),
            show=show if show in SHOWN else "",
            cursor=args.get("cursor", "")[:500],
        )

    def url(self, **changes: str) -> str:
        """The URL of the list for this search with some fields changed; the cursor is dropped unless changed."""
        changed = {"q": self.q, "show": self.show, "cursor": ""} | changes
        parameters = {name: value for name, value in changed.items() if value}
        return "/dashboard/publishing/posts" + ("?" + urlencode(parameters) if parameters else "")

    @property
    def filters(self) -> list[tuple[str, str]]:
        """The filters to choose from, with their labels to be translated."""
        return [(show, label) for show, (label, _phases) in SHOWN.items()]

    @property
    def is_filtered(self) -> bool:
        """Whether the search hides any posts."""
        return bool(self.q or self.show)

    def matches(self, account: Account) -> QuerySet[Post]:
        """The account's posts that match, not ordered yet. A draft without a connection has no variant."""
        posts = Post.owned_by(account)
        if self.show:
            posts = posts.filter(_in_phases(account, SHOWN[self.show][1], drafts=self.show == "drafts"))
        return posts.filter(search_condition(self.q, "search")) if self.q else posts

    async def page(self, account: Account, size: int = PAGE_SIZE) -> CursorPage[Post]:
        """One page of the matches: planned ones by their time, others the newest first. Raises: InvalidCursor."""
        planned = self.show == "planned"
        return await fetch_page(
            self.matches(account).prefetch_related("variants"),
            by="planned_at" if planned else "created_at",
            cursor=self.cursor or None,
            size=size,
            ascending=planned,
            groups=[Q(planned_at__not_isnull=True)] if planned else (),
        )


async def counts(account: Account) -> dict[str, int]:
    """Returns how many posts the filters of COUNTED have."""
    return {show: await replace(PostSearch(), show=show).matches(account).count() for show in COUNTED}


def _in_phases(account: Account, selected: frozenset[str], *, drafts: bool) -> Q:
    """The condition of posts with a variant in one of these phases; with `drafts`, also those without variants."""
    variants = PostVariant.filter(account_id=account.id, phase__in=sorted(selected))
    has_one = Q(id__in=Subquery(variants.values("post_id")))
    with_variants = PostVariant.filter(account_id=account.id).values("post_id")
    return has_one | ~Q(id__in=Subquery(with_variants)) if drafts else has_one
