"""Every path by which a post is published, fails, or becomes uncertain tells the webhooks of it, in its transaction."""

import ast
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.accounts.models import Account
from app.kernel import clock, event_bus, i18n
from app.kernel.package_files import ROOT
from app.publishing.api.post_responses import VariantData
from app.publishing.delivery import after_restore, manual_actions
from app.publishing.delivery.publish_job import run_due_step
from app.publishing.delivery.webhook_events import EVENTS
from app.publishing.posts.post_variant import PostVariant
from app.webhooks.delivery import WebhookDelivery
from tests import world
from tests.conftest import Clock
from tests.networks.flaky import FlakyNetwork, FlakyServer
from tests.publishing.delivery.planned import again, connect, plan, work, work_until
from tests.source_files import syntax
from tests.webhooks.receiver import endpoint_of

NOWHERE = "https://shop.example/hooks"
POSTS = ("post.published", "post.failed", "post.unconfirmed")


@pytest.fixture
async def listening(sari: Account) -> Account:
    """Sari, with an endpoint for all that becomes of posts."""
    await endpoint_of(sari, NOWHERE, *POSTS)
    return sari


async def told() -> list[tuple[str, dict[str, Any]]]:
    """The events since the last call: type and data."""
    rows = await WebhookDelivery.all().order_by("id")
    await WebhookDelivery.all().delete()
    return [(row.event_type, json.loads(row.body)["data"]) for row in rows]


async def test_a_published_post_is_told_once_as_the_api_shows_it(listening: Account, flaky: FlakyNetwork) -> None:
    [variant] = await plan(listening, await connect(listening))
    await work()
    [(event, data)] = await told()
    variant = await again(variant)
    assert event == "post.published"
    assert data == VariantData.of(variant)
    assert (data["state"], data["permalink"]) == ("published", variant.permalink)
    await work()
    assert await told() == []


@pytest.mark.parametrize("trouble, state", [("422", "failed"), ("401", "needs_reconnect")])
async def test_a_post_that_was_not_sent_is_told_with_the_reason_in_english(
    listening: Account, flaky: FlakyNetwork, server: FlakyServer, trouble: str, state: str
) -> None:
    i18n.set_language("id")
    server.trouble(trouble, "/posts")
    await plan(listening, await connect(listening))
    await work()
    [(event, data)] = await told()
    assert (event, data["state"]) == ("post.failed", state)
    assert data["trouble"]["message"].isascii()
    with i18n.language_context("en"):
        assert data["trouble"] == VariantData.of(await PostVariant.get())["trouble"]


async def test_a_try_that_is_repeated_is_told_of_only_when_it_is_given_up(
    listening: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    server.trouble("500", "/posts", times=10)
    await plan(listening, await connect(listening))
    await work()
    assert await told() == []
    await work_until(moved, 100)
    assert [event for event, _ in await told()] == ["post.failed"]


async def test_an_unconfirmed_post_and_what_a_person_decides_are_told(
    listening: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    flaky.looks = False
    server.trouble("drop", "/posts", "POST")
    [variant] = await plan(listening, await connect(listening))
    await work_until(moved, 100)
    assert [event for event, _ in await told()] == ["post.unconfirmed"]
    await manual_actions.mark_published(
        await again(variant), (await world.owner(listening)).id, "https://flaky.example/1"
    )
    [(event, data)] = await told()
    assert (event, data["permalink"]) == ("post.published", "https://flaky.example/1")


async def test_what_a_restored_backup_leaves_uncertain_is_told_to_its_account(
    listening: Account, budi: Account, flaky: FlakyNetwork
) -> None:
    late = clock.now() - timedelta(hours=1)
    [own] = await plan(listening, await connect(listening), at=late)
    await plan(budi, await connect(budi), at=late)
    assert await after_restore.make_restored_posts_safe() == 2
    assert [(event, data["id"]) for event, data in await told()] == [("post.unconfirmed", str(own.id))]


async def test_an_outcome_that_is_not_written_is_not_told(
    listening: Account, flaky: FlakyNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    [variant] = await plan(listening, await connect(listening))

    async def broken(*_values: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(event_bus, "announce", broken)
    with pytest.raises(RuntimeError):
        await manual_actions.mark_published(await _failed(variant), None, "")
    assert (await again(variant)).phase == "failed"
    assert await told() == []


async def _failed(variant: PostVariant) -> PostVariant:
    await PostVariant.filter(id=variant.id).update(phase="failed")
    return await again(variant)


async def test_an_account_without_an_endpoint_costs_no_row(sari: Account, flaky: FlakyNetwork) -> None:
    [variant] = await plan(sari, await connect(sari))
    await run_due_step(variant.id)
    assert await told() == []


TELLING = {"_note", "announce_phase", "_change"}


def test_no_function_of_delivery_writes_such_a_phase_in_silence() -> None:
    """Whoever writes one notes it, which tells."""
    silent = set()
    for path in sorted(Path(ROOT / "app/publishing").rglob("*.py")):
        for function in ast.walk(syntax(path)):
            if isinstance(function, ast.AsyncFunctionDef) and _writes(function) and not _tells(function):
                silent.add(f"{path.name} {function.name}")
    assert silent == set()


def _writes(function: ast.AsyncFunctionDef) -> bool:
    """Whether it gives columns a phase of which somebody is told."""
    names = {phase.upper() for phase in EVENTS}
    for node in ast.walk(function):
        pairs: list[tuple[object, ast.expr | None]] = []
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in {"update", "write", "claim"}:
            pairs = [(keyword.arg, keyword.value) for keyword in node.keywords]
        elif isinstance(node, ast.Dict):
            pairs = [(getattr(key, "value", None), value) for key, value in zip(node.keys, node.values, strict=True)]
        for name, value in pairs:
            if name == "phase" and value is not None and ast.unparse(value).rpartition(".")[2] in names:
                return True
    return False


def _tells(function: ast.AsyncFunctionDef) -> bool:
    calls = [ast.unparse(node.func) for node in ast.walk(function) if isinstance(node, ast.Call)]
    return bool(TELLING & set(calls))


def test_each_event_has_a_phase() -> None:
    assert set(EVENTS.values()) == set(POSTS)
