"""What the composer shows of a draft: connections, variants with counters and faults, files, and the chosen time."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from app.accounts.models import Account
from app.kernel import clock
from app.publishing.composer.form import ComposerForm
from app.publishing.composer.network_details_refresh import refresh_old_details
from app.publishing.connections.connection import CONNECTED, Connection
from app.publishing.files.form_fields import AttachedFile, attached_files
from app.publishing.files.ready_files import ready_media_files
from app.publishing.networks.network import Network
from app.publishing.networks.post_content import PostContent
from app.publishing.networks.registry import NETWORKS
from app.publishing.planning.plan_by_time_choice import AT
from app.publishing.planning.queue import next_free_times, own_slot
from app.publishing.posts import variant_content as contents
from app.publishing.posts.drafts import Draft
from app.publishing.posts.phases import EDITABLE
from app.publishing.posts.post import MOST_TEXT, Post
from app.publishing.posts.post_problem import PostProblem
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.validation import EMPTY, connection_problems, content_problems, limit_problems

ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")


@dataclass(frozen=True, slots=True)
class VariantView:
    """A variant as the composer shows it: what would be published, how long that is, and what is wrong with it."""

    variant: PostVariant
    connection: Connection
    network: Network
    content: PostContent
    problems: list[PostProblem]
    own_text: bool
    shortens: bool

    @property
    def count(self) -> int:
        """The length of the text as the network counts."""
        return self.network.text_rules.count(self.content.text[:MOST_TEXT])

    @property
    def most(self) -> int:
        """How long the text may be."""
        return self.network.most_text(self.connection.details)

    @property
    def over(self) -> int:
        """By how much the text is too long."""
        return max(0, self.count - self.most)

    @property
    def addresses(self) -> list[str]:
        """The addresses in what would be published."""
        return contents.Words(self.content.text, self.content.reply).addresses

    @property
    def editable(self) -> bool:
        """Whether it can still be changed: it was not sent."""
        return self.variant.phase in EDITABLE

    def problem_of(self, field_name: str) -> str:
        """The first fault of a field, in the reader's language; empty if there is none."""
        return next((fault.sentence for fault in self.problems if fault.field_name == field_name), "")


@dataclass(frozen=True, slots=True)
class Screen:
    """Everything that the composer's templates read of a post; `strict` shows faults by their fields, too.

    `errors` are the messages of what could not be read, by field. `slots` are the times at which the queue would
    publish, by the id of the connection; one without weekly times has none.
    """

    post_id: UUID
    version: int
    form: ComposerForm
    connections: list[Connection]
    views: list[VariantView]
    files: list[AttachedFile]
    planned: bool
    strict: bool = False
    errors: Mapping[str, str] = field(default_factory=dict)
    slots: Mapping[UUID, datetime] = field(default_factory=dict)

    @property
    def queued_at(self) -> datetime | None:
        """When the first of the variants would go out if the post was added to the queue; None without weekly times."""
        return min(self.slots.values(), default=None)

    @property
    def draft(self) -> Draft:
        """What the composer shows."""
        return self.form.draft

    @property
    def tab(self) -> VariantView | None:
        """The variant whose own words are shown; None for the words of all."""
        return next((view for view in self.views if view.connection.id == self.form.tab), None)

    @property
    def shown(self) -> list[VariantView]:
        """The variants of which there are previews: that of the tab, or all."""
        return [self.tab] if self.tab else self.views

    @property
    def problems(self) -> list[PostProblem]:
        """All faults, as `faults_of` has them."""
        return [fault for view in self.views for fault in self.faults_of(view)]

    def faults_of(self, view: VariantView) -> list[PostProblem]:
        """The faults of a variant; until somebody wants to plan, not that there is nothing in it yet."""
        return [fault for fault in view.problems if self.strict or fault.problem.says != EMPTY]

    def place_of(self, fault: PostProblem) -> str:
        """Where in the composer a fault is mended: a fragment, with the tab of the variant where that shows it."""
        name, connection_id = fault.field_name, fault.variant.connection_id
        if name.startswith("options."):
            return f"#ask-{connection_id}-{name.removeprefix('options.')}"
        if name in {"connection", "planned_at"}:
            return "#where" if name == "connection" else "#at"
        return f"/dashboard/publishing/posts/{self.post_id}/edit?for={connection_id}#{name}"

    @property
    def text(self) -> str:
        """The text in the field: of the tab's variant its own or that of all."""
        own = self.draft.variants[self.tab.connection.id].text if self.tab else None
        return self.draft.text if own is None else own

    @property
    def used_files(self) -> list[tuple[AttachedFile, bool]]:
        """On a variant's tab, its files in its order, then those that it leaves out; each with whether it is used."""
        own = self.draft.variants[self.tab.connection.id].media if self.tab else None
        by_id = {str(attached.file.id): attached for attached in self.files}
        used = [id for id in (by_id if own is None else own) if id in by_id]
        return [(by_id[id], True) for id in used] + [(by_id[id], False) for id in by_id if id not in used]

    @property
    def at(self) -> str:
        """The day and time in the field, in the zone that was chosen."""
        if self.form.typed.get("at") and self.draft.planned_at is None:
            return self.form.typed["at"]
        at = self.draft.planned_at
        return at.astimezone(ZoneInfo(self.zone)).strftime("%Y-%m-%dT%H:%M") if at else ""

    @property
    def zone(self) -> str:
        """The chosen time zone."""
        return self.draft.zone or ZONES[0]

    @property
    def when(self) -> str:
        """The chosen way to time the post."""
        return self.form.when or AT

    def zones(self, *own: str) -> list[str]:
        """The time zones to choose from: those of Indonesia, those of the reader, and the chosen one."""
        return list(dict.fromkeys([*ZONES, *own, self.zone]))


async def load_screen(
    account: Account,
    post: Post | None,
    post_id: UUID,
    form: ComposerForm,
    *,
    strict: bool = False,
    errors: Mapping[str, str] | None = None,
) -> Screen:
    """Puts together what the composer shows for a form; `post` is None for one not saved yet."""
    draft = form.draft
    connections = await Connection.owned_by(account).order_by("created_at", "id")
    await refresh_old_details(each for each in connections if each.id in draft.variants)
    stored = {row.connection_id: row for row in await PostVariant.filter(post_id=post_id)} if post else {}
    shown = Post(id=post_id, account_id=account.id, text=draft.text, campaign=draft.campaign, utm=draft.utm)
    shown.short_links = draft.short_links
    views = [
        await _view(_variant(shown, connection, draft, stored.get(connection.id)), shown, connection, draft)
        for connection in connections
        if connection.id in draft.variants and connection.network in NETWORKS
    ]
    files = await attached_files(account.id, list(draft.media), draft.media)
    planned = any(row.due_at and row.phase in EDITABLE for row in stored.values())
    rest = strict, errors or {}, await _slots(account, views)
    return Screen(post_id, post.version if post else 0, form, connections, views, files, planned, *rest)


async def _slots(account: Account, views: list[VariantView]) -> dict[UUID, datetime]:
    """When the queue would publish each variant: in the slot that it has, else in the next free one."""
    waiting = [view for view in views if view.editable]
    free = await next_free_times([view.connection.id for view in waiting], account.time_zone)
    own = {view.connection.id: own_slot(view.variant) for view in waiting}
    return free | {id: at for id, at in own.items() if at}


async def _view(variant: PostVariant, post: Post, connection: Connection, draft: Draft) -> VariantView:
    """Puts together one variant."""
    network = NETWORKS[connection.network]
    ids = list(draft.media) if variant.media is None else [id for id in variant.media if id in draft.media]
    media = await ready_media_files(post.account_id, ids, draft.media, image_types=contents.image_types(variant))
    content = await contents.preview_content(variant, post, media)
    problems = [*connection_problems(variant, connection), *content_problems(network, connection, content)]
    if not connection.manual and draft.planned_at and draft.planned_at > clock.now():
        problems += await limit_problems(network, variant, connection, draft.planned_at)
    faults = [PostProblem(variant, problem) for problem in problems] if variant.phase in EDITABLE else []
    return VariantView(
        variant,
        connection,
        network,
        content,
        faults,
        variant.text is not None,
        contents.uses_short_links(variant, post),
    )


def _variant(post: Post, connection: Connection, draft: Draft, stored: PostVariant | None) -> PostVariant:
    """The variant of a connection as the draft has it, in memory; one that was sent is shown as it is stored."""
    if stored is not None and stored.phase not in EDITABLE:
        return stored
    id = stored.id if stored else uuid5(post.id, str(connection.id))
    variant = PostVariant.for_connection(post, connection, id=id, **draft.variants[connection.id].columns)
    if stored:
        variant.phase, variant.queued, variant.planned_at = stored.phase, stored.queued, stored.planned_at
    return variant


def may_be_chosen(connection: Connection, chosen: Mapping[UUID, Any]) -> bool:
    """Whether a connection can be ticked: it works, or it is ticked already and can be unticked."""
    works = connection.manual or (connection.state == CONNECTED and connection.may_publish)
    return works or connection.id in chosen


def default_time(account: Account, day: str = "") -> datetime:
    """The time that a new post begins with: nine o'clock of the day `day` (2026-12-31), else of tomorrow."""
    zone = ZoneInfo(account.time_zone)
    chosen = clock.now().astimezone(zone).date() + timedelta(days=1)
    with suppress(ValueError):
        chosen = date.fromisoformat(day[:10]) if day else chosen
    return datetime(chosen.year, chosen.month, chosen.day, 9, tzinfo=zone)
