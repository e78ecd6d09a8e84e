"""Manual mode and emails: who publishes by hand is reminded once, and a post that needs somebody is one email."""

import re
from datetime import timedelta
from typing import Any

import pytest

from app.accounts.models import Account, Membership
from app.accounts.user import User
from app.jobs.worker import Worker
from app.kernel import clock
from app.links.models import Link
from app.mail import compose
from app.mail.models import OutgoingEmail
from app.publishing.connections.connection import Connection
from app.publishing.delivery import emails, outcomes
from app.publishing.posts.post import Post
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.short_links import short_url
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.networks.flaky import FlakyNetwork, FlakyServer
from tests.publishing.delivery.planned import again, connect, plan, work, work_until

POSTS = "/dashboard/publishing/posts"


async def mail_all(moved: Clock) -> list[OutgoingEmail]:
    """Sends what is to be mailed about posts after their minute; returns all emails about posts."""
    moved.on(timedelta(minutes=2))
    await Worker().run_due("posts.mail_trouble")
    return await OutgoingEmail.filter(kind__in=["posts", "post-reminder"]).order_by("created_at")


async def by_hand(account: Account) -> Connection:
    return await connect(account, "sari.kopi", manual=True, tokens="")


async def test_a_post_by_hand_becomes_a_reminder_at_its_time_with_one_email(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    [variant] = await plan(sari, await by_hand(sari), text="Kopi Gayo", at=clock.now() + timedelta(hours=1))
    assert not await mail_all(moved)
    await work_until(moved, 3)
    await work()
    assert (await again(variant)).phase == "reminder"
    [email] = await mail_all(moved)
    assert email.recipient == "sari@example.com"
    assert "Kopi Gayo" in email.text and f"{POSTS}/{variant.post_id}" in email.text
    assert not server.requests


async def test_manual_mode_works_without_any_app_at_the_network(
    sari: Account, flaky: FlakyNetwork, moved: Clock
) -> None:
    flaky.set_up = False
    [variant] = await plan(sari, await by_hand(sari))
    await work()
    assert (await again(variant)).phase == "reminder"


async def test_the_page_of_a_reminder_has_the_text_the_network_and_the_tick(
    as_sari: Browser, sari: Account, flaky: FlakyNetwork
) -> None:
    [variant] = await plan(sari, await by_hand(sari), text="Kopi Gayo")
    await work()
    page = f"{POSTS}/{variant.post_id}"
    html = str(await (await as_sari.get(page)).get_data(as_text=True))
    assert 'data-copy="Kopi Gayo"' in html
    assert f'href="{flaky.compose_url}"' in html
    act = f"{page}/variants/{variant.id}/actions/mark-published"
    await as_sari.post(act, form={"permalink": "https://flaky.example/p/1"})
    variant = await again(variant)
    assert (variant.phase, variant.permalink) == ("published", "https://flaky.example/p/1")


async def test_before_its_time_the_page_says_who_posts_and_has_the_calendar_file(
    as_sari: Browser, sari: Account, flaky: FlakyNetwork
) -> None:
    due = clock.now() + timedelta(days=3)
    [variant] = await plan(sari, await by_hand(sari), text="Kopi Gayo", at=due)
    html = str(await (await as_sari.get(f"{POSTS}/{variant.post_id}")).get_data(as_text=True))
    address = html.partition('href="/dashboard/publishing/calendar.ics')[2].partition('"')[0].replace("&amp;", "&")
    file = str(await (await as_sari.get(f"/dashboard/publishing/calendar.ics{address}")).get_data(as_text=True))
    assert "SUMMARY:Kopi Gayo" in file and str(variant.post_id) in file


async def test_what_a_person_copies_has_the_short_links_of_the_post(
    as_sari: Browser, sari: Account, flaky: FlakyNetwork
) -> None:
    [variant] = await plan(sari, await by_hand(sari), text="Kopi https://example.com/gayo")
    await Post.filter(id=variant.post_id).update(short_links=True)
    await work()
    for text in ("Kopi https://example.com/gayo", "Kopi https://example.com/toraja"):
        await Post.filter(id=variant.post_id).update(text=text)  # a reminder may still be changed
        html = str(await (await as_sari.get(f"{POSTS}/{variant.post_id}")).get_data(as_text=True))
        copied = re.search(r'data-copy="Kopi ([^"]*)"', html)
        link = await Link.get(post_variant_id=variant.id, destination_url=text.removeprefix("Kopi "))
        assert copied and copied[1] == short_url(link.short_code)
    assert await Link.filter(post_variant_id=variant.id).count() == 2  # somebody may have posted the first text


async def test_two_networks_that_fail_and_all_their_tries_are_one_email(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    server.trouble("500", "/posts", times=100)
    await plan(sari, await connect(sari, "a"), await connect(sari, "b"), text="Kopi Gayo")
    await work_until(moved, 3)
    emails = await mail_all(moved)
    await work_until(moved, 48)
    assert len(await mail_all(moved)) == len(emails) == 1
    assert "Kopi Gayo" in emails[0].subject


async def test_an_unconfirmed_post_is_one_email_that_asks(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    flaky.looks = False
    server.trouble("commit then drop", "/posts")
    await plan(sari, await connect(sari))
    await work_until(moved, 3)
    [email] = await mail_all(moved)
    assert email.subject.startswith("Apakah")


async def test_whoever_switched_these_emails_off_gets_none(
    as_sari: Browser, sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    await as_sari.post("/dashboard/settings/notifications", form={"limits": "on"})
    assert (await world.owner(sari)).posts_muted_at
    server.trouble("422", "/posts")
    await plan(sari, await connect(sari), await by_hand(sari))
    await work()
    assert not await mail_all(moved)
    await as_sari.post("/dashboard/settings/notifications", form={"posts": "on"})
    assert (await world.owner(sari)).posts_muted_at is None


async def test_the_email_goes_to_whoever_planned_the_post(
    sari: Account, budi: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock
) -> None:
    editor: User = await world.owner(budi)
    await Membership.create(user=editor, account=sari, role="editor", created_at=clock.now())
    server.trouble("422", "/posts")
    await plan(sari, await connect(sari), acted_by_id=editor.id)
    await work()
    assert [email.recipient for email in await mail_all(moved)] == ["budi@example.com"]


async def test_what_fails_while_the_email_about_its_post_is_written_gets_an_email_too(
    sari: Account, flaky: FlakyNetwork, server: FlakyServer, moved: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.trouble("422", "/posts", times=2)
    [first, second] = await plan(sari, await connect(sari, "a"), await connect(sari, "b"))
    await PostVariant.filter(id=second.id).update(due_at=clock.now() + timedelta(hours=1))
    await work()
    written = compose.queue_email

    async def fails_meanwhile(*arguments: Any) -> None:
        monkeypatch.setattr(emails, "queue_email", written)
        await written(*arguments)
        await outcomes.enqueue_trouble_email(second)

    monkeypatch.setattr(emails, "queue_email", fails_meanwhile)
    assert len(await mail_all(moved)) == 1
    await PostVariant.filter(id=second.id).update(phase="failed", trouble="post_refused")

    assert len(await mail_all(moved)) == 2
    assert {(await again(each)).reminded_at is None for each in (first, second)} == {False}
