"""What the page of a post shows: of each network its state, the timeline, what can be done, a preview and clicks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from app.accounts.user import User
from app.kernel import clock, i18n
from app.kernel.refusal import Refusal
from app.links.models import Link
from app.publishing.connections.connection import Connection
from app.publishing.delivery.manual_actions import MARKABLE, PUBLISHABLE
from app.publishing.delivery.post_timeline import TimelineEntry, Timelines, timelines
from app.publishing.delivery.trouble_keys import CONTENT_PROBLEM
from app.publishing.networks.network import Network
from app.publishing.networks.post_content import PostContent
from app.publishing.networks.registry import NETWORKS, network_named
from app.publishing.networks.trouble_sentences import trouble_sentence
from app.publishing.posts import phases, reply_states
from app.publishing.posts.phase_looks import LOOKS, PhaseLook
from app.publishing.posts.planning_actions import MOVABLE
from app.publishing.posts.post import Post
from app.publishing.posts.post_problem import problem_sentence
from app.publishing.posts.post_title import post_title
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.validation import problems_of
from app.publishing.posts.variant_content import prepare_content, preview_content

SOON = timedelta(minutes=10)  # before a variant is due, its card looks for news


class VariantClicks(NamedTuple):
    """How often people followed the short links of a variant; `share` is the length of its bar in percent."""

    variant: PostVariant
    icon: str
    links: list[Link]
    clicks: int
    share: int


@dataclass(frozen=True, slots=True)
class VariantCard:
    """A variant on the page of its post. `content` is its published or planned content; None when it is unavailable.

    `cut` says that there are earlier events than `entries`.
    """

    variant: PostVariant
    network: Network | None
    entries: list[TimelineEntry]
    content: PostContent | None = None
    faults: Sequence[str] = ()
    cut: bool = False

    @property
    def connection(self) -> Connection | None:
        """Its connection, unless that was deleted."""
        return self.variant.connection

    @property
    def label(self) -> str:
        """The network's own name."""
        return network_named(self.variant.network).label

    @property
    def look(self) -> PhaseLook:
        """The word, icon and tone of its phase."""
        return LOOKS[self.variant.phase]

    @property
    def trouble(self) -> str:
        """The sentence about its trouble and how to solve it; empty without a trouble."""
        return trouble_sentence(self.variant.trouble, self.label) if self.variant.trouble else ""

    @property
    def network_responses(self) -> list[TimelineEntry]:
        """The timeline entries with the network's own status or words, which a person can unfold.

        A code without either is a name of ours, such as that of a time-out, which the trouble's sentence explains.
        """
        return [entry for entry in self.entries if entry.event.detail or entry.event.status]

    @property
    def changes_soon(self) -> bool:
        """Whether its phase is about to change without an action of a person."""
        variant, now = self.variant, clock.now()
        if variant.phase in phases.UNDER_WAY or variant.reply_state in reply_states.OPEN:
            return True
        wakes = max(filter(None, (variant.due_at, variant.retry_at)), default=None)
        return variant.phase in phases.CLAIMABLE and wakes is not None and wakes - now < SOON

    @property
    def may_publish(self) -> bool:
        """Whether “Publish now” or “Try again” is possible; a manual connection is published to by people."""
        manual = self.connection is None or self.connection.manual
        return self.variant.phase in PUBLISHABLE and not manual

    @property
    def is_manual(self) -> bool:
        """Whether it is planned, and a person will post it."""
        planned = self.variant.phase in (phases.PLANNED, phases.WAITING)
        return planned and self.connection is not None and self.connection.manual

    @property
    def may_mark_published(self) -> bool:
        """Whether a person may say that it is published."""
        return self.variant.phase in MARKABLE

    @property
    def may_cancel(self) -> bool:
        """Whether it can still be cancelled."""
        return self.variant.phase in phases.EDITABLE - {phases.DRAFT}

    @property
    def may_move(self) -> bool:
        """Whether it is planned for a time that can still be another one."""
        return self.variant.phase in MOVABLE and self.variant.due_at is not None

    @property
    def may_send_reply_again(self) -> bool:
        """Whether a person may have the first reply sent again."""
        again = self.variant.reply_state in (reply_states.FAILED, reply_states.UNCONFIRMED)
        return again and self.variant.phase == phases.PUBLISHED and bool(self.variant.external_id)

    @property
    def calendar_file(self) -> str:
        """The address of the calendar file of the week in which it is due."""
        return f"/dashboard/publishing/calendar.ics?view=week&day={i18n.local_day(self.variant.due_at or clock.now())}"

    @property
    def network_url(self) -> str:
        """The URL of the post at the network, else that of the network; empty where neither is known."""
        if self.variant.permalink:
            return self.variant.permalink
        if self.variant.server:
            return f"https://{self.variant.server}/"
        return self.network.home_url if self.network else ""

    @property
    def compose_url(self) -> str:
        """The URL at the network where a person writes a post by hand."""
        return (self.network.compose_url if self.network else "") or self.network_url


@dataclass(frozen=True, slots=True)
class PostPage:
    """A post with everything that its page shows."""

    post: Post
    title: str
    author: str
    cards: list[VariantCard]
    clicks: list[VariantClicks]

    @property
    def when(self) -> datetime | None:
        """When it is or was to be published: the first time of its variants, else its own."""
        times = [card.variant.due_at for card in self.cards if card.variant.due_at]
        return min(times, default=self.post.planned_at)

    @property
    def waits_for_approval(self) -> bool:
        """Whether an owner has to approve it before it is published."""
        return any(card.variant.phase == phases.WAITING for card in self.cards)

    @property
    def editable(self) -> bool:
        """Whether something of it can still be changed."""
        return any(card.variant.phase in phases.EDITABLE for card in self.cards) or not self.cards


async def load_page(post: Post) -> PostPage:
    """Reads everything that the page of a post shows."""
    variants = await PostVariant.filter(post_id=post.id).order_by("created_at", "id").select_related("connection")
    cards = await load_cards(post, variants)
    author = await User.get_or_none(id=post.created_by_id) if post.created_by_id else None
    return PostPage(post, post_title(post.text), author.name if author else "", cards, await _clicks(variants))


async def load_cards(post: Post, variants: Sequence[PostVariant]) -> list[VariantCard]:
    """Reads the cards of some variants of a post, which were read with their connections."""
    histories = await timelines({variant.id: network_named(variant.network).label for variant in variants})
    return [await _card(post, variant, histories) for variant in variants]


async def _card(post: Post, variant: PostVariant, histories: Timelines) -> VariantCard:
    """Puts together the card of a variant."""
    network, content = NETWORKS.get(variant.network), await _content(variant, post)
    faults = []
    if variant.phase == phases.FAILED and variant.trouble == CONTENT_PROBLEM:
        faults = [problem_sentence(problem) for problem in await problems_of(variant)]
    entries, cut = histories.entries[variant.id], variant.id in histories.cut
    return VariantCard(variant, network, entries, content, faults, cut)


async def _content(variant: PostVariant, post: Post) -> PostContent | None:
    """Returns the content, with real short links where a person copies it now; None when a file is gone."""
    if variant.phase == phases.REMINDER:
        with suppress(Refusal):
            return await prepare_content(variant)
    try:
        return await preview_content(variant, post)
    except Refusal:
        return None


async def _clicks(variants: Sequence[PostVariant]) -> list[VariantClicks]:
    """Returns the clicks of the variants that have short links, the most first."""
    links: defaultdict[UUID | None, list[Link]] = defaultdict(list)
    ids = [variant.id for variant in variants]
    for link in await Link.filter(post_variant_id__in=ids, deleted_at=None).order_by("-followed", "id"):
        links[link.post_variant_id].append(link)
    sums = {variant.id: sum(link.followed for link in links[variant.id]) for variant in variants}
    most = max(sums.values(), default=0) or 1
    rows = [
        VariantClicks(
            each,
            network_named(each.network).icon,
            links[each.id],
            sums[each.id],
            max(round(sums[each.id] * 100 / most), 1),
        )
        for each in variants
        if links[each.id]
    ]
    return sorted(rows, key=lambda row: -row.clicks)
