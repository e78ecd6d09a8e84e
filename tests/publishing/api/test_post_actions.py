"""What is decided about posts by the API: planned, moved, published now, cancelled, and settled where nobody knows."""

from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Account
from app.jobs.models import Job
from app.kernel import clock
from app.plans.plan_limits import PLANS
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from tests.links.test_api import Caller
from tests.publishing.api.test_posts import URL, line, tomorrow
from tests.publishing.posts.stand_ins import connect


async def made(call: Caller, account: Account, **body: Any) -> tuple[str, str]:
    """The paths of a post with one variant, and of that variant."""
    sent = {"text": "kopi", "variants": [line(await connect(account))]} | body
    _, answer, _ = await call("POST", URL, sent)
    post = f"{URL}/{answer['data']['id']}"
    return post, f"{post}/variants/{answer['data']['variants'][0]['id']}"


async def test_a_post_is_planned_moved_and_made_a_draft_again(call: Caller, dewi: Account) -> None:
    post, _ = await made(call, dewi)
    later = clock.format_rfc3339(clock.now() + timedelta(days=2))

    _, planned, _ = await call("POST", f"{post}/plan", {"planned_at": tomorrow(), "time_zone": "Asia/Makassar"})
    _, moved, _ = await call("POST", f"{post}/plan", {"planned_at": later})
    _, draft, _ = await call("POST", f"{post}/unplan")

    assert (planned["data"]["state"], planned["data"]["time_zone"]) == ("planned", "Asia/Makassar")
    assert (moved["data"]["planned_at"], moved["data"]["variants"][0]["due_at"]) == (later, later)
    assert (draft["data"]["state"], draft["data"]["planned_at"]) == ("draft", None)
    assert (await Post.get()).counted_month == ""


async def test_a_time_that_the_draft_has_already_is_its_time(call: Caller, dewi: Account) -> None:
    at = tomorrow()
    post, _ = await made(call, dewi, planned_at=at)
    assert (await call("POST", f"{post}/plan", {}))[1]["data"]["variants"][0]["due_at"] == at


async def test_a_post_and_a_variant_are_published_now(call: Caller, dewi: Account) -> None:
    post, variant = await made(call, dewi)
    _, answer, _ = await call("POST", f"{post}/publish")
    assert answer["data"]["state"] == "planned"
    await PostVariant.all().update(phase="failed", trouble="our_fault", due_at=None)
    _, answer, _ = await call("GET", post)
    assert answer["data"]["variants"][0]["trouble"]["code"] == "our_fault"
    assert answer["data"]["variants"][0]["trouble"]["message"].startswith("Something broke on our side")
    _, answer, _ = await call("POST", f"{variant}/publish")
    assert (answer["data"]["state"], answer["data"]["trouble"]) == ("planned", None)
    assert await Job.filter(kind="posts.publish").count() == 1


async def test_a_cancelled_variant_is_not_published(call: Caller, dewi: Account) -> None:
    _, variant = await made(call, dewi, plan="at", planned_at=tomorrow())
    _, answer, _ = await call("POST", f"{variant}/cancel")
    assert (answer["data"]["state"], answer["data"]["due_at"]) == ("cancelled", None)
    status, answer, _ = await call("POST", f"{variant}/cancel")
    assert (status, answer["error"]) == (409, "EDITED_ELSEWHERE")


@pytest.mark.parametrize("permalink", ["", "https://warung.example/p/1"])
async def test_of_an_unconfirmed_one_somebody_says_that_it_is_there(
    call: Caller, dewi: Account, permalink: str
) -> None:
    _, variant = await made(call, dewi, plan="now")
    await PostVariant.all().update(phase="unconfirmed")
    _, answer, _ = await call("POST", f"{variant}/mark-published", {"permalink": permalink})
    assert (answer["data"]["state"], answer["data"]["permalink"]) == ("published", permalink)


async def test_or_has_it_sent_again_and_both_only_then(call: Caller, dewi: Account) -> None:
    _, variant = await made(call, dewi, plan="now")
    for act in ("send-again", "mark-published"):
        status, answer, _ = await call("POST", f"{variant}/{act}", {})
        assert (status, answer["error"]) == (409, "EDITED_ELSEWHERE"), act
    await PostVariant.all().update(phase="unconfirmed")
    assert (await call("POST", f"{variant}/send-again"))[1]["data"]["state"] == "planned"


async def test_an_address_that_is_none_is_refused(call: Caller, dewi: Account) -> None:
    _, variant = await made(call, dewi, plan="now")
    await PostVariant.all().update(phase="unconfirmed")
    status, answer, _ = await call("POST", f"{variant}/mark-published", {"permalink": "not an address"})
    assert (status, answer["error"], answer["field"]) == (400, "INVALID_URL", "permalink")


async def test_faults_of_a_stored_post_are_told_by_the_place_in_its_answer(call: Caller, dewi: Account) -> None:
    first, second = await connect(dewi), await connect(dewi, "panggung")
    post, _ = await made(call, dewi, variants=[line(first), line(second)])
    _, read, _ = await call("GET", post)
    place = [one["connection_id"] for one in read["data"]["variants"]].index(str(second.id))
    status, answer, _ = await call("POST", f"{post}/publish")
    assert status == 422
    assert {fault["field"] for fault in answer["faults"]} == {
        f"variants[{place}].media",
        f"variants[{place}].options.privacy",
    }


async def test_the_posts_of_the_plan_are_exact(call: Caller, dewi: Account) -> None:
    limit = PLANS[dewi.plan_name].posts
    assert limit
    for _ in range(limit):
        await Post.create(account=dewi, counted_month=clock.month_key(), created_at=clock.now(), updated_at=clock.now())
    post, _ = await made(call, dewi)
    status, answer, _ = await call("POST", f"{post}/publish")
    assert (status, answer["error"], answer["field"]) == (403, "POST_LIMIT_REACHED", "planned_at")


async def test_a_variant_of_another_post_is_not_there(call: Caller, dewi: Account) -> None:
    post, _ = await made(call, dewi)
    _, other = await made(call, dewi)
    assert (await call("POST", f"{post}/variants/{other.rpartition('/')[2]}/cancel"))[0] == 404
