"""What people decide about a variant: it counts against the plan, and what they say is there is treated as sent."""

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.links.models import Link
from app.plans.post_quota import PostLimitReached
from app.publishing.delivery import manual_actions
from app.publishing.posts import drafts, monthly_post_count
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.variant_content import prepare_content
from tests import world
from tests.publishing.posts.test_short_links import written


async def test_a_post_that_is_published_after_its_place_was_given_back_is_counted_again(sari: Account) -> None:
    _, [variant] = await written(sari, "Kopi baru")
    await PostVariant.filter(id=variant.id).update(phase="failed", due_at=clock.now())
    await variant.refresh_from_db()

    await manual_actions.publish_now(variant, (await world.owner(sari)).id)

    assert await monthly_post_count.posts_this_month(sari) == 1


async def test_a_failed_post_does_not_go_out_beyond_the_plan(sari: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    async def is_full(*_arguments: object) -> None:
        raise PostLimitReached(limit=0)

    _, [variant] = await written(sari, "Kopi baru")
    await PostVariant.filter(id=variant.id).update(phase="failed", due_at=clock.now())
    await variant.refresh_from_db()
    monkeypatch.setattr(monthly_post_count, "check_room_for_post", is_full)

    with pytest.raises(PostLimitReached):
        await manual_actions.publish_now(variant, (await world.owner(sari)).id)

    await variant.refresh_from_db()
    assert variant.phase == "failed"


async def test_what_a_person_posted_by_hand_keeps_its_links_and_its_place_when_it_is_deleted(sari: Account) -> None:
    post, [variant] = await written(sari)
    await prepare_content(variant)
    await Post.filter(id=post.id).update(counted_month=clock.month_key())
    await PostVariant.filter(id=variant.id).update(phase="reminder")
    await variant.refresh_from_db()

    await manual_actions.mark_published(variant, None, "")
    await drafts.delete(post)

    assert await Link.filter(post_variant_id=variant.id).count() == 2
    assert await monthly_post_count.posts_this_month(sari) == 1
