"""The posts of the demo world: two accounts of a batik studio that it posts to by hand, and posts in every state that
those can have, so that the calendar, the queue and the statistics show something.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from app.accounts.models import Account, Membership
from app.kernel import clock
from app.links.models import Link
from app.ops.demo_visitors import crowd_for_tags
from app.ops.demo_visits import LinkTraffic
from app.publishing.connections.connection import Connection
from app.publishing.connections.manual_connection import create_manual_connection
from app.publishing.delivery import manual_actions
from app.publishing.delivery import publish_job as _publish_job  # noqa: F401 - registers the kind of job of what is planned
from app.publishing.networks.publishing_switch import is_on
from app.publishing.networks.registry import NETWORKS
from app.publishing.planning.queue import plan_in_queue
from app.publishing.planning.weekly_slots import Slot, replace_slots
from app.publishing.posts import drafts, planning_actions
from app.publishing.posts.drafts import Draft, VariantDraft
from app.publishing.posts.phases import REMINDER
from app.publishing.posts.post import Post
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.variant_content import prepare_content
from app.visits.visit import key_in_visits

ACCOUNTS = (("facebook", "Rumah Kawung"), ("x", "@rumahkawung"))
WEEKLY = [Slot(day, minute) for day in (0, 2, 4) for minute in (9 * 60, 19 * 60)]
SHOP = "https://shopee.co.id/rumahkawung"
DRAFT, QUEUED, PLANNED, DUE, PUBLISHED = "draft", "queued", "planned", "due", "published"


class DemoPost(NamedTuple):
    """A post: its text, its campaign, its state, the days from now on which it is or was due at an hour of the day, and
    the clicks that it brought at each network.
    """

    text: str
    campaign: str
    state: str
    days: int = 0
    hour: int = 19
    clicks: tuple[int, int] = (0, 0)


POSTS = (
    DemoPost(
        f"Koleksi Sekar Jagad sudah siap: 24 helai, batik tulis semua. {SHOP}",
        "sekar-jagad",
        PUBLISHED,
        -12,
        19,
        (148, 31),
    ),
    DemoPost(
        f"Di balik malam: satu kain, tiga minggu, dua tangan. {SHOP}?kain=jagad",
        "sekar-jagad",
        PUBLISHED,
        -6,
        9,
        (86, 12),
    ),
    DemoPost(
        "Kelas batik akhir pekan: tinggal empat tempat. https://example.com/kelas-batik",
        "kelas",
        PUBLISHED,
        -3,
        19,
        (57, 9),
    ),
    DemoPost("Hari ini studio buka sampai pukul sembilan malam. Mampir, ya!", "", DUE, 0),
    DemoPost("Mangkuk keramik biru kembali ada. https://tokopedia.com/rumahkawung", "keramik", PLANNED, 1),
    DemoPost("Cara merawat batik tulis: cuci dengan lerak, jemur di tempat teduh.", "", PLANNED, 4, 9),
    DemoPost("Kenalan dengan Bu Warti, pembatik kami sejak 1998.", "", QUEUED),
    DemoPost("Promo akhir tahun: tulis ide di sini dulu", "akhir-tahun", DRAFT),
)


async def create_demo_posts(account: Account) -> list[LinkTraffic]:
    """Makes the accounts, their weekly times and the posts; returns what the visits of their links are made from."""
    if not is_on():
        return []
    owner = await Membership.get(account_id=account.id)
    connections = [
        await create_manual_connection(account, NETWORKS[name], who, owner.user_id) for name, who in ACCOUNTS
    ]
    for connection in connections:
        await replace_slots(connection, WEEKLY)
    followed = []
    for sample in POSTS:
        followed += await _make_post(account, owner.user_id, connections, sample)
    return followed


async def _make_post(
    account: Account, user_id: UUID, connections: Sequence[Connection], sample: DemoPost
) -> list[LinkTraffic]:
    """Makes a post as its sample says."""
    variants = {connection.id: VariantDraft() for connection in connections}
    draft = Draft(sample.text, sample.campaign, variants=variants, zone=account.time_zone)
    post = await drafts.create(account, user_id, draft)
    if sample.state == QUEUED:
        await plan_in_queue(post, account, user_id)
    elif sample.state == PLANNED:
        await planning_actions.plan(post, account, user_id, at=_moment(account, sample), zone=account.time_zone)
    elif sample.state in (DUE, PUBLISHED):
        await planning_actions.plan(post, account, user_id, at=None, zone=account.time_zone)
        await PostVariant.filter(post_id=post.id).update(phase=REMINDER, reminded_at=clock.now())
        if sample.state == PUBLISHED:
            return await _publish(account, user_id, post, sample)
    return []


async def _publish(account: Account, user_id: UUID, post: Post, sample: DemoPost) -> list[LinkTraffic]:
    """Ticks both variants as published on their day, and gives their links clicks."""
    at, followed = _moment(account, sample), []
    created_at = at - timedelta(days=1)
    variants = await PostVariant.filter(post_id=post.id).order_by("network")  # facebook, x
    for variant, clicks in zip(variants, sample.clicks, strict=True):
        await prepare_content(variant)
        await manual_actions.mark_published(
            variant, user_id, f"https://example.com/{variant.network}/{str(post.id)[:8]}"
        )
        await PostVariant.filter(id=variant.id).update(due_at=at, sent_at=at, published_at=at, created_at=created_at)
        await PostEvent.filter(variant_id=variant.id).update(at=at)
        for link in await Link.filter(post_variant_id=variant.id):
            last = min(at + timedelta(days=5), clock.now() - timedelta(hours=1))
            counted = {"followed": clicks, "last_followed_at": last}
            await Link.filter(id=link.id).update(created_at=at, updated_at=at, **counted)
            followed.append(LinkTraffic(key_in_visits(link.id), at, last, clicks, 0, crowd_for_tags([])))
    await Post.filter(id=post.id).update(planned_at=at, created_at=created_at)
    return followed


def _moment(account: Account, sample: DemoPost) -> datetime:
    """When a post is or was due."""
    day = clock.now().astimezone(ZoneInfo(account.time_zone)) + timedelta(days=sample.days)
    return day.replace(hour=sample.hour, minute=0, second=0, microsecond=0)
