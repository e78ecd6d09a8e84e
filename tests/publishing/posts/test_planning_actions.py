"""Posts are planned with all their faults told at once, counted once, moved, taken back and cancelled."""

import asyncio
from datetime import timedelta

import pytest

from app.accounts.models import Account, Membership
from app.jobs.models import Job
from app.kernel import clock
from app.kernel.i18n import language_context
from app.plans.post_quota import PostLimitReached
from app.publishing.connections.connection import NEEDS_RECONNECT, Connection
from app.publishing.posts import drafts, monthly_post_count, planning_actions
from app.publishing.posts.drafts import Draft, VariantDraft
from app.publishing.posts.phases import CANCELLED, CLAIMED, DRAFT, PLANNED, WAITING
from app.publishing.posts.planning_actions import BeingPublished, PostNotReady, TimeInPast, TimeTooFar
from app.publishing.posts.post import Post
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant
from tests import world
from tests.publishing.posts.stand_ins import connect
from tests.publishing.posts.test_short_links import written

ZONE = "Asia/Jakarta"


async def plan(post: Post, account: Account, hours: float = 5) -> None:
    user = await world.owner(account)
    await planning_actions.plan(post, account, user.id, at=clock.now() + timedelta(hours=hours), zone=ZONE)


async def test_a_planned_post_has_a_time_a_job_and_an_entry_of_who_planned_it(sari: Account) -> None:
    post, [variant] = await written(sari, "Kopi baru")
    at = clock.now() + timedelta(days=1)

    await planning_actions.plan(post, sari, (await world.owner(sari)).id, at=at, zone=ZONE)

    await variant.refresh_from_db()
    job = await Job.get(unique_key=f"post variant {variant.id}")
    event = await PostEvent.filter(variant_id=variant.id).order_by("-id").first()
    assert (variant.phase, variant.due_at, job.due_at) == (PLANNED, at, at)
    assert (post.planned_at, post.zone, post.counted_month) == (at, ZONE, clock.month_key())
    assert event
    assert (event.what, event.user_id) == ("planned", (await world.owner(sari)).id)


async def test_a_post_that_is_published_now_is_due_now(sari: Account) -> None:
    post, [variant] = await written(sari, "Kopi baru")
    await PostVariant.filter(id=variant.id).update(planned_at=clock.now() + timedelta(days=9), queued=True)

    await planning_actions.plan(post, sari, None, at=None, zone=ZONE)

    await variant.refresh_from_db()
    assert variant.due_at
    assert variant.due_at <= clock.now()
    assert (variant.planned_at, variant.queued) == (None, False)


async def test_a_variant_with_a_time_of_its_own_keeps_it(sari: Account) -> None:
    post, [variant] = await written(sari, "Kopi baru")
    own = clock.now() + timedelta(days=9)
    await PostVariant.filter(id=variant.id).update(planned_at=own, queued=True)

    await plan(post, sari)

    await variant.refresh_from_db()
    assert (variant.due_at, variant.queued) == (own, True)


async def test_all_faults_are_told_at_once_and_nothing_is_planned(sari: Account) -> None:
    post, _ = await written(sari, "K" * 60, "warung", "panggung")
    broken = await Connection.get(network="warung")
    await Connection.filter(id=broken.id).update(state=NEEDS_RECONNECT)

    with pytest.raises(PostNotReady) as refused:
        await plan(post, sari)

    assert {(fault.variant.network, fault.field_name) for fault in refused.value.problems} == {
        ("warung", "connection"),
        ("warung", "text"),
        ("panggung", "media"),
        ("panggung", "options.privacy"),
    }
    with language_context("en"):
        sentences = {fault.field_name: fault.sentence for fault in refused.value.problems}
    assert sentences["text"] == "20 characters too long: 120, and Warung takes 100."
    assert not await PostVariant.filter(phase=PLANNED).exists()
    assert await monthly_post_count.posts_this_month(sari) == 0


async def test_a_post_without_a_connection_is_not_ready(sari: Account) -> None:
    post = await drafts.create(sari, None, Draft("Kopi"))

    with pytest.raises(PostNotReady, match="Choose where") as refused:
        await plan(post, sari)

    assert refused.value.field == "connections"


async def test_times_that_are_over_or_too_far_are_refused_and_the_present_minute_means_now(sari: Account) -> None:
    post, [variant] = await written(sari, "Kopi baru")

    with pytest.raises(TimeInPast):
        await plan(post, sari, -1)
    with pytest.raises(TimeTooFar):
        await plan(post, sari, 24 * 800)
    await plan(post, sari, -1 / 60)

    await variant.refresh_from_db()
    assert variant.phase == PLANNED


async def test_a_post_counts_once_and_the_plan_holds_exactly_when_many_are_planned_at_once(sari: Account) -> None:
    connection = await connect(sari)
    await Connection.filter(id=connection.id).update(manual=True)  # no limit of a network
    posts = [
        await drafts.create(sari, None, Draft(f"Kopi {n}", variants={connection.id: VariantDraft()})) for n in range(14)
    ]

    results = await asyncio.gather(*(plan(post, sari, 1 + n) for n, post in enumerate(posts)), return_exceptions=True)

    refused = [result for result in results if result is not None]
    assert len(refused) == 4
    assert all(isinstance(result, PostLimitReached) for result in refused)
    assert await monthly_post_count.posts_this_month(sari) == 10  # as many as a free plan has
    assert await PostVariant.filter(phase=PLANNED).count() == 10
    first = await Post.filter(counted_month=clock.month_key()).first()
    assert first
    await plan(first, sari, 99)  # again, and it counts no more


async def test_a_plan_without_a_limit_has_none(budi: Account) -> None:
    await Account.filter(id=budi.id).update(plan_name="business")
    await budi.refresh_from_db()
    assert await monthly_post_count.monthly_usage(budi) is None
    post, _ = await written(budi, "Kopi baru")

    await plan(post, budi)

    assert post.counted_month


async def test_a_post_that_is_made_a_draft_again_gives_its_place_back(sari: Account) -> None:
    post, [variant] = await written(sari, "Kopi baru")
    await plan(post, sari)

    await planning_actions.unplan(post, None)

    await variant.refresh_from_db()
    assert (variant.phase, variant.due_at, post.planned_at) == (DRAFT, None, None)
    assert await monthly_post_count.posts_this_month(sari) == 0


async def test_a_post_of_which_something_was_sent_keeps_its_place(sari: Account) -> None:
    post, [variant, _] = await written(sari, "Kopi baru", "warung", "warung")
    await plan(post, sari)
    await PostVariant.filter(id=variant.id).update(phase="published", sent_at=clock.now())

    await planning_actions.unplan(post, None)

    assert await monthly_post_count.posts_this_month(sari) == 1


@pytest.mark.parametrize("phase", ["claimed", "preparing", "needs_reconnect", "reminder"])
async def test_a_post_of_which_something_still_goes_out_keeps_its_place(sari: Account, phase: str) -> None:
    post, [variant, _] = await written(sari, "Kopi baru", "warung", "warung")
    await plan(post, sari)
    await PostVariant.filter(id=variant.id).update(phase=phase)

    await planning_actions.unplan(post, None)

    assert await monthly_post_count.posts_this_month(sari) == 1


async def test_the_last_cancelled_variant_gives_the_place_back(sari: Account) -> None:
    post, [first, second] = await written(sari, "Kopi baru", "warung", "warung")
    await plan(post, sari)

    await planning_actions.cancel(first)
    assert await monthly_post_count.posts_this_month(sari) == 1
    await planning_actions.cancel(second)

    assert (first.phase, first.due_at) == (CANCELLED, None)
    assert await monthly_post_count.posts_this_month(sari) == 0


async def test_what_is_being_published_can_be_neither_moved_nor_cancelled(sari: Account) -> None:
    post, [variant] = await written(sari, "Kopi baru")
    await plan(post, sari)
    await PostVariant.filter(id=variant.id).update(phase=CLAIMED)

    for act in (
        planning_actions.cancel(variant),
        planning_actions.move(variant, clock.now() + timedelta(days=1)),
        planning_actions.move(post, clock.now() + timedelta(days=1)),
        drafts.delete(post),
    ):
        with pytest.raises(BeingPublished):
            await act
    assert await Post.owned_by(sari).exists()
    assert (await PostVariant.get(id=variant.id)).phase == CLAIMED


async def test_moving_a_post_moves_what_has_no_time_of_its_own(sari: Account) -> None:
    post, [first, second] = await written(sari, "Kopi baru", "warung", "warung")
    await plan(post, sari)
    own, at = clock.now() + timedelta(hours=3), clock.now() + timedelta(hours=30)
    await planning_actions.move(second, own)

    await planning_actions.move(post, at)

    await first.refresh_from_db()
    await second.refresh_from_db()
    assert (first.due_at, second.due_at, post.planned_at) == (at, own, at)
    assert (await Job.get(unique_key=f"post variant {second.id}")).due_at == own


async def test_what_an_editor_plans_waits_for_an_owner_where_the_workspace_wants_that(
    sari: Account, budi: Account
) -> None:
    await Account.filter(id=sari.id).update(posts_need_approval=True)
    await sari.refresh_from_db()
    editor, owner = await world.owner(budi), await world.owner(sari)
    await Membership.create(user=editor, account=sari, role="editor", created_at=clock.now())
    post, [variant] = await written(sari, "Kopi baru")
    at = clock.now() + timedelta(hours=3)

    await planning_actions.plan(post, sari, editor.id, at=at, zone=ZONE)
    await variant.refresh_from_db()
    assert (variant.phase, post.approved_at, post.submitted_at is None) == (WAITING, None, False)
    assert not await Job.filter(unique_key=f"post variant {variant.id}").exists()

    await planning_actions.approve(post, owner.id)
    await variant.refresh_from_db()
    assert (variant.phase, variant.due_at, post.approved_by_id) == (PLANNED, at, owner.id)

    await drafts.save(post, sari, editor.id, Draft("Lain", variants={variant.connection_id: VariantDraft()}), seen=None)  # type: ignore[dict-item]
    await variant.refresh_from_db()
    assert (variant.phase, post.approved_at) == (WAITING, None)

    await PostVariant.filter(id=variant.id).update(phase="needs_reconnect")
    await drafts.save(post, sari, editor.id, Draft("Baru", variants={variant.connection_id: VariantDraft()}), seen=None)  # type: ignore[dict-item]
    await variant.refresh_from_db()
    assert variant.phase == WAITING  # a reconnect would send it

    await drafts.save(post, sari, owner.id, Draft("Lagi", variants={variant.connection_id: VariantDraft()}), seen=None)  # type: ignore[dict-item]
    await planning_actions.plan(post, sari, owner.id, at=at, zone=ZONE)
    await variant.refresh_from_db()
    assert variant.phase == PLANNED
