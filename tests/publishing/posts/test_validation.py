"""A variant is checked before it is planned: connection, text, questions, reply and the limits of the network."""

from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Account
from app.kernel import clock
from app.publishing.connections.connection import NEEDS_RECONNECT, Connection
from app.publishing.posts import planning_actions
from app.publishing.posts.phases import PLANNED
from app.publishing.posts.planning_actions import PostNotReady
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.validation import (
    DISCONNECTED,
    EMPTY,
    LIMIT_REACHED,
    MAY_NOT_PUBLISH,
    NO_REPLY,
    NOT_A_CHOICE,
    PAUSED,
    RECONNECT,
    REPLY_TOO_LONG,
    TEXT_TOO_LONG,
    UNANSWERED,
    UNKNOWN_NETWORK,
    problems_of,
)
from tests.publishing.posts.test_short_links import written


async def faults(variant: PostVariant) -> list[tuple[str, str]]:
    return [(problem.field_name, problem.says) for problem in await problems_of(await PostVariant.get(id=variant.id))]


@pytest.mark.parametrize(
    ("columns", "says"),
    [
        ({"state": NEEDS_RECONNECT}, RECONNECT),
        ({"may_publish": False}, MAY_NOT_PUBLISH),
        ({"paused_at": "now"}, PAUSED),
        ({"disconnected_at": "now"}, DISCONNECTED),
    ],
)
async def test_nothing_is_planned_for_a_connection_that_cannot_publish(
    sari: Account, columns: dict[str, Any], says: str
) -> None:
    _, [variant] = await written(sari, "Kopi")
    values = {name: clock.now() if value == "now" else value for name, value in columns.items()}
    await Connection.filter(id=variant.connection_id).update(**values)

    assert await faults(variant) == [("connection", says)]


async def test_posting_by_hand_needs_no_permission(sari: Account) -> None:
    _, [variant] = await written(sari, "Kopi")
    await Connection.filter(id=variant.connection_id).update(manual=True, state=NEEDS_RECONNECT, may_publish=False)

    assert await faults(variant) == []


@pytest.mark.parametrize(
    ("network", "columns", "found"),
    [
        ("warung", {"text": ""}, [("text", EMPTY)]),
        ("warung", {"text": "K" * 51}, [("text", TEXT_TOO_LONG)]),
        ("warung", {"text": "k" * 100}, []),
        ("warung", {"reply": "K" * 51}, [("reply", REPLY_TOO_LONG)]),
        ("panggung", {"reply": "k", "options": {"privacy": "public"}}, [("reply", NO_REPLY)]),
        ("panggung", {}, [("options.privacy", UNANSWERED)]),
        ("panggung", {"options": {"privacy": "everybody"}}, [("options.privacy", NOT_A_CHOICE)]),
        ("panggung", {"options": {"privacy": "public"}}, []),
        ("gone", {}, [("connection", UNKNOWN_NETWORK)]),
    ],
)
async def test_each_fault_names_its_field(
    sari: Account, network: str, columns: dict[str, Any], found: list[tuple[str, str]]
) -> None:
    _, [variant] = await written(sari, "Kopi", network)
    await PostVariant.filter(id=variant.id).update(**columns)

    assert [fault for fault in await faults(variant) if fault[0] != "media"] == found


async def test_what_a_connection_offers_goes_before_what_its_network_does(sari: Account) -> None:
    _, [variant] = await written(sari, "Kopi", "panggung")
    await Connection.filter(id=variant.connection_id).update(details={"privacy_choices": ["private"]})
    await PostVariant.filter(id=variant.id).update(options={"privacy": "public"})

    assert ("options.privacy", NOT_A_CHOICE) in await faults(variant)


async def test_more_posts_than_a_network_takes_in_a_time_are_refused_before_they_are_planned(sari: Account) -> None:
    post, [variant] = await written(sari, "Kopi")
    at = clock.now() + timedelta(days=3)
    for hours in (1, 5):
        _, [other] = await written(sari, "Lain")
        await PostVariant.filter(id=other.id).update(
            connection_id=variant.connection_id, phase=PLANNED, due_at=at - timedelta(hours=hours)
        )

    with pytest.raises(PostNotReady) as refused:
        await planning_actions.plan(post, sari, None, at=at, zone="")
    assert [(fault.field_name, fault.problem.says) for fault in refused.value.problems] == [
        ("planned_at", LIMIT_REACHED)
    ]

    await planning_actions.plan(post, sari, None, at=at + timedelta(hours=20), zone="")  # one of them is a day ago
    assert (await PostVariant.get(id=variant.id)).phase == PLANNED
