"""The page of a post: what happened at each network, and what a person decides; all of it without scripts."""

import re

import pytest

from app.accounts.models import Account, Membership
from app.kernel import clock
from app.publishing.delivery import post_timeline
from app.publishing.posts.post_event import PostEvent
from app.publishing.posts.post_variant import PostVariant
from app.publishing.posts.timeline import record_event
from tests import world
from tests.client import Browser
from tests.networks.flaky import FlakyNetwork, FlakyServer
from tests.publishing.delivery.planned import again, connect, plan, work

POSTS = "/dashboard/publishing/posts"
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


async def html_of(browser: Browser, path: str, **options: object) -> str:
    response = await browser.get(path, **options)
    assert response.status_code == 200, path
    return str(await response.get_data(as_text=True))


def actions(variant: PostVariant) -> str:
    return f"{POSTS}/{variant.post_id}/variants/{variant.id}/actions"


async def unconfirmed(account: Account) -> PostVariant:
    [variant] = await plan(account, await connect(account))
    values = {"phase": "unconfirmed", "trouble": "no_answer", "sent_at": clock.now(), "fence": 1}
    await PostVariant.filter(id=variant.id).update(**values)
    return await again(variant)


async def test_the_page_says_in_words_what_happened_at_each_network_and_opens_its_own_words(
    as_sari: Browser, sari: Account, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    server.trouble("422", "/posts", skip=1)
    first, second = await connect(sari, "sari.kopi"), await connect(sari, "sari.seni")
    variants = await plan(sari, first, second, text="Latte art, pelan\nKelas hari Minggu")
    await work()
    html = await html_of(as_sari, f"{POSTS}/{variants[0].post_id}")
    assert '<h1 dir="auto">Latte art, pelan</h1>' in html
    assert "Terbit" in html and "Gagal" in html
    assert (await PostVariant.get(phase="published")).permalink in html
    said = html.partition("Kata Flaky")[2]
    assert "422" in said.partition("</details>")[0]
    assert "Kelas hari Minggu" in html


async def test_a_timeline_says_that_earlier_events_are_not_listed(
    as_sari: Browser, sari: Account, flaky: FlakyNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    [variant] = await plan(sari, await connect(sari))
    for what in ("planned", "moved"):
        await record_event([variant.id], what)
    says = "Earlier events are not listed."
    assert says not in await html_of(as_sari, f"{POSTS}/{variant.post_id}?lang=en")
    monkeypatch.setattr(post_timeline, "MOST_EVENTS", 1)
    assert says in await html_of(as_sari, f"{POSTS}/{variant.post_id}?lang=en")


async def test_only_the_card_with_earlier_events_says_so(
    as_sari: Browser, sari: Account, flaky: FlakyNetwork, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = await plan(sari, await connect(sari, "sari.kopi"), await connect(sari, "sari.seni"))
    for variant, what in ((first, "planned"), (second, "planned"), (first, "moved")):
        await record_event([variant.id], what)
    monkeypatch.setattr(post_timeline, "MOST_EVENTS", 1)
    html = await html_of(as_sari, f"{POSTS}/{first.post_id}?lang=en")
    assert html.count("Earlier events are not listed.") == 1
    assert (await post_timeline.timelines({first.id: "", second.id: ""})).cut == {first.id}


async def test_a_post_of_somebody_else_is_not_there(as_budi: Browser, sari: Account, flaky: FlakyNetwork) -> None:
    variant = await unconfirmed(sari)
    assert (await as_budi.get(f"{POSTS}/{variant.post_id}")).status_code == 404
    for act in ("publish", "send-again", "mark-published", "reply-again", "cancel"):
        assert (await as_budi.post(f"{actions(variant)}/{act}")).status_code == 404
    assert (await again(variant)).phase == "unconfirmed"


async def test_an_unconfirmed_post_offers_it_is_there_and_send_again_which_asks_first(
    as_sari: Browser, sari: Account, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    variant = await unconfirmed(sari)
    html = await html_of(as_sari, f"{POSTS}/{variant.post_id}")
    assert "Kami tidak tahu apakah Flaky sudah menerimanya." in html and "Sudah ada" in html
    question = f"{POSTS}/{variant.post_id}/variants/{variant.id}/send-again"
    assert question in html
    assert "nanti ada dua di Flaky" in await html_of(as_sari, question)
    assert "<dialog" in await html_of(as_sari, question, headers=HTMX)
    assert not server.posts
    await as_sari.post(f"{actions(variant)}/send-again")
    await work()
    variant = await again(variant)
    assert (variant.phase, len(server.posts)) == ("published", 1)
    whose = await PostEvent.get(variant_id=variant.id, what="send_again")
    assert whose.user_id == (await world.owner(sari)).id


async def test_send_again_that_arrives_twice_sends_once_also_when_nobody_answers_again(
    as_sari: Browser, sari: Account, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    variant = await unconfirmed(sari)
    question = f"{POSTS}/{variant.post_id}/variants/{variant.id}/send-again"
    pages = [await html_of(as_sari, question, headers=headers) for headers in ({}, HTMX)]
    [fence] = {fence for page in pages for fence in re.findall(r'name="fence" value="(\d+)"', page)}
    form = {"fence": fence}

    await as_sari.post(f"{actions(variant)}/send-again", form=form)
    await work()
    await PostVariant.filter(id=variant.id).update(phase="unconfirmed")
    await as_sari.post(f"{actions(variant)}/send-again", form=form)
    await work()

    assert (len(server.posts), (await again(variant)).phase) == (1, "unconfirmed")


async def test_it_is_there_takes_the_address_or_none_and_keeps_a_wrong_one_in_the_form(
    as_sari: Browser, sari: Account, flaky: FlakyNetwork
) -> None:
    variant = await unconfirmed(sari)
    refused = await as_sari.post(f"{actions(variant)}/mark-published", form={"permalink": "not an address"})
    html = str(await refused.get_data(as_text=True))
    assert refused.status_code == 422
    assert 'value="not an address"' in html and re.search(r'<details class="tick" open>', html)
    await as_sari.post(f"{actions(variant)}/mark-published", form={"permalink": "flaky.example/@sari/9"})
    variant = await again(variant)
    assert (variant.phase, variant.permalink) == ("published", "https://flaky.example/@sari/9")
    other = await unconfirmed(sari)
    await as_sari.post(f"{actions(other)}/mark-published", form={"permalink": ""})
    assert (await again(other)).phase == "published"


async def test_a_decision_about_what_has_changed_meanwhile_does_nothing_and_says_so(
    as_sari: Browser, sari: Account, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    variant = await unconfirmed(sari)
    await as_sari.post(f"{actions(variant)}/mark-published")
    await as_sari.post(f"{actions(variant)}/send-again")
    await work()
    assert not server.posts
    assert "Keadaannya sudah berubah." in await html_of(as_sari, f"{POSTS}/{variant.post_id}")


async def test_a_failed_post_is_tried_again_and_a_planned_one_published_now_or_cancelled(
    as_sari: Browser, sari: Account, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    server.trouble("422", "/posts")
    [failed] = await plan(sari, await connect(sari, "a"))
    await work()
    html = await html_of(as_sari, f"{POSTS}/{failed.post_id}")
    assert "Coba lagi" in html and "Ubah dan kirim lagi" in html
    await as_sari.post(f"{actions(failed)}/publish")
    later = clock.now().replace(year=clock.now().year + 1)
    [planned] = await plan(sari, await connect(sari, "b"), at=later)
    [cancelled] = await plan(sari, await connect(sari, "c"), at=later)
    await as_sari.post(f"{actions(planned)}/publish")
    await as_sari.post(f"{actions(cancelled)}/cancel")
    await work()
    phases = [(await again(each)).phase for each in (failed, planned, cancelled)]
    assert phases == ["published", "published", "cancelled"]


async def test_while_it_is_being_published_the_card_asks_for_news_and_then_no_more(
    as_sari: Browser, sari: Account, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    [variant] = await plan(sari, await connect(sari))
    path = f"{POSTS}/{variant.post_id}/variants/{variant.id}"
    live = await html_of(as_sari, f"{POSTS}/{variant.post_id}")
    assert f'hx-get="{path}"' in live and '<meta http-equiv="refresh"' in live
    await work()
    card = await html_of(as_sari, path, headers=HTMX)
    assert "hx-get" not in card and "Terbit" in card
    assert (await as_sari.get(path)).status_code == 303


async def test_a_viewer_sees_the_post_and_decides_nothing(
    as_budi: Browser, sari: Account, budi: Account, flaky: FlakyNetwork
) -> None:
    variant = await unconfirmed(sari)
    user = await world.owner(budi)
    await Membership.create(user=user, account=sari, role="viewer", created_at=clock.now())
    html = await html_of(as_budi, f"{POSTS}/{variant.post_id}")
    assert "/actions/" not in html
    assert (await as_budi.post(f"{actions(variant)}/mark-published")).status_code == 403
    assert (await again(variant)).phase == "unconfirmed"


async def test_whoever_needs_approval_hands_a_failed_post_in_again(
    sari: Account, budi: Account, as_budi: Browser, flaky: FlakyNetwork, server: FlakyServer
) -> None:
    server.trouble("422", "/posts")
    [variant] = await plan(sari, await connect(sari))
    await work()
    await Account.filter(id=sari.id).update(posts_need_approval=True)
    await Membership.create(user=await world.owner(budi), account=sari, role="editor", created_at=clock.now())
    await as_budi.post(f"{actions(variant)}/publish")
    await work()
    assert (await again(variant)).phase == "waiting"
    assert "Handed to an owner" in await html_of(as_budi, f"{POSTS}/{variant.post_id}")


@pytest.mark.parametrize("state", ["failed", "unconfirmed"])
async def test_a_reply_in_doubt_is_sent_again_when_a_person_says_so(
    as_sari: Browser, sari: Account, flaky: FlakyNetwork, server: FlakyServer, state: str
) -> None:
    [variant] = await plan(sari, await connect(sari), reply="Tautan")
    await work()
    await PostVariant.filter(id=variant.id).update(reply_state=state)
    assert "Kirim balasan lagi" in await html_of(as_sari, f"{POSTS}/{variant.post_id}")
    before = len(server.replies)
    await as_sari.post(f"{actions(variant)}/reply-again")
    await work()
    assert len(server.replies) == before + 1
    assert (await again(variant)).reply_state == "published"
