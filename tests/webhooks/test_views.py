"""The pages of webhooks, without scripts: a form has all its faults at once, and nothing typed is lost."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest

from app.accounts.models import Account, Session
from app.accounts.security_log import SecurityEvent
from app.kernel import clock, installation
from app.team.audit_entry import AuditEntry
from app.webhooks import listing
from app.webhooks.delivery import WebhookAttempt, WebhookDelivery
from app.webhooks.endpoint import WebhookEndpoint
from app.webhooks.event_types import EVENT_TYPES
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.subtests import as_subtests
from tests.webhooks.receiver import endpoint_of, receiving, send_due

URL = "/dashboard/webhooks/"
NOWHERE = "https://shop.example/hooks"


async def html_of(browser: Browser, path: str, status: int = 200) -> str:
    response = await browser.get(path)
    assert response.status_code == status, path
    return str(await response.get_data(as_text=True)).replace("<wbr>", "")  # where a line may break


async def added(browser: Browser, account: Account, **form: str) -> WebhookEndpoint:
    response = await browser.post(URL, form={"url": NOWHERE, "events": "link.created"} | form)
    assert response.status_code == 303
    return await WebhookEndpoint.owned_by(account).order_by("-created_at").first()  # type: ignore[return-value]


async def test_without_endpoints_the_page_says_what_they_are_for(as_sari: Browser) -> None:
    html = await html_of(as_sari, URL)
    assert "Belum ada endpoint" in html
    assert f'href="{URL}new"' in html


async def test_an_endpoint_is_added_listed_changed_and_deleted(as_sari: Browser, sari: Account) -> None:
    endpoint = await added(as_sari, sari, description="Toko")
    assert endpoint.events == ["link.created"]
    assert (await world.owner(sari)).id == endpoint.made_by_id
    assert NOWHERE in await html_of(as_sari, URL)
    assert "Toko" in await html_of(as_sari, f"{URL}{endpoint.id}")
    assert 'value="link.created" id="event-1-link" checked' in await html_of(as_sari, f"{URL}{endpoint.id}/edit")
    changed = [("url", "https://other.example/x"), ("events", "qr.created"), ("events", "link.deleted")]
    assert (await as_sari.post(f"{URL}{endpoint.id}", form=changed)).status_code == 303
    await endpoint.refresh_from_db()
    assert (endpoint.url, endpoint.events) == ("https://other.example/x", ["link.deleted", "qr.created"])
    assert "other.example" in await html_of(as_sari, f"{URL}{endpoint.id}/delete")
    assert (await as_sari.post(f"{URL}{endpoint.id}/delete")).status_code == 303
    assert not await WebhookEndpoint.all().exists()


async def test_a_refused_form_has_all_faults_by_field_and_keeps_what_was_typed(as_budi: Browser, budi: Account) -> None:
    response = await as_budi.post(URL, form={"url": "ftp://x", "description": "y" * 201})
    html = await response.get_data(as_text=True)
    assert response.status_code == 422
    for words in ("Give the whole address", "Choose at least one event.", "At most 200 characters"):
        assert words in html
    assert 'value="ftp://x"' in html
    assert "y" * 201 in html
    form = [("url", "http://shop.example"), ("events", "link.created"), ("events", "visit.batch")]
    response = await as_budi.post(URL, form=form)
    html = await response.get_data(as_text=True)
    assert "It has to begin with https://" in html
    assert html.count(" checked") == 2


@as_subtests(
    "url",
    [
        "https://127.0.0.1/x", "https://10.0.0.1", "https://[::1]/", "https://localhost/", "https://shop.example:8443/",
        "https://printer.local/", "https://169.254.169.254/latest",
    ],
)  # fmt: skip
async def test_an_address_that_is_not_on_the_public_internet_is_refused(
    as_budi: Browser, budi: Account, url: str
) -> None:
    response = await as_budi.post(URL, form={"url": url, "events": "link.created"})
    assert response.status_code == 422
    assert "it has to be on the public Internet" in await response.get_data(as_text=True)


@as_subtests("url", ["", "shop.example", "https://user:secret@shop.example/", "https://a b.example", "//x"])
async def test_a_text_that_is_no_address_is_refused(as_budi: Browser, budi: Account, url: str) -> None:
    response = await as_budi.post(URL, form={"url": url, "events": "link.created"})
    assert response.status_code == 422
    assert not await WebhookEndpoint.all().exists()


async def test_an_account_has_as_many_endpoints_as_its_plan_allows(as_sari: Browser, sari: Account) -> None:
    for _ in range(2):
        await added(as_sari, sari)
    response = await as_sari.post(URL, form={"url": NOWHERE, "events": "link.created"})
    assert response.status_code == 422
    assert "2" in re.findall(r"field__error.*?</p>", await response.get_data(as_text=True), re.DOTALL)[0]


async def test_a_test_event_shows_at_once_what_came_of_it(as_budi: Browser, budi: Account) -> None:
    async with receiving(status=201, answer=b"thank you") as receiver:
        endpoint = await endpoint_of(budi, receiver.url)
        html = await (await as_budi.post(f"{URL}{endpoint.id}/test")).get_data(as_text=True)
        assert "Your server took it in" in html
        assert "thank you" in html
        event = receiver.messages[0].verified_by(endpoint.read_secret())
        assert event["type"] == "test"
        receiver.status = 500
        html = await (await as_budi.post(f"{URL}{endpoint.id}/test")).get_data(as_text=True)
        assert "Your server answered with status 500" in html
    html = await (await as_budi.post(f"{URL}{endpoint.id}/test")).get_data(as_text=True)
    assert "nobody answers at that address" in html
    await endpoint.refresh_from_db()
    assert endpoint.state == "on", "tests that fail have no consequence"
    assert not await WebhookDelivery.waiting().exists()
    assert not await AuditEntry.filter(act__contains="test").exists()


async def test_tests_are_limited(as_budi: Browser, budi: Account) -> None:
    async with receiving() as receiver:
        endpoint = await endpoint_of(budi, receiver.url)
        for _ in range(31):
            response = await as_budi.post(f"{URL}{endpoint.id}/test")
        assert response.status_code == 303
        assert len(receiver.messages) == 30


async def test_the_signing_secret_is_shown_only_after_a_fresh_proof(as_sari: Browser, sari: Account) -> None:
    endpoint = await added(as_sari, sari)
    assert endpoint.read_secret() not in await html_of(as_sari, f"{URL}{endpoint.id}")
    await Session.all().update(confirmed_at=clock.now() - timedelta(minutes=16))
    response = await as_sari.post(f"{URL}{endpoint.id}/reveal")
    assert response.status_code == 401
    assert endpoint.read_secret() not in await response.get_data(as_text=True)
    await Session.all().update(confirmed_at=clock.now())
    response = await as_sari.post(f"{URL}{endpoint.id}/reveal")
    assert endpoint.read_secret() in await response.get_data(as_text=True)
    assert response.headers["Cache-Control"] == "no-store"
    assert await SecurityEvent.filter(kind="webhook_secret_shown", detail="shop.example").count() == 1


async def test_a_secret_is_replaced_after_a_fresh_proof_and_both_are_valid_for_a_day(
    as_budi: Browser, budi: Account, moved: Clock
) -> None:
    endpoint = await added(as_budi, budi)
    await as_budi.post(f"{URL}{endpoint.id}/rotate")
    assert "Two are valid" in await html_of(as_budi, f"{URL}{endpoint.id}")
    await endpoint.refresh_from_db()
    assert len(endpoint.signing_secrets()) == 2
    moved.on(timedelta(minutes=16))
    assert (await as_budi.post(f"{URL}{endpoint.id}/rotate")).status_code == 401
    moved.on(timedelta(hours=24))
    assert "Two are valid" not in await html_of(as_budi, f"{URL}{endpoint.id}")


async def test_deliveries_are_listed_with_each_attempt_and_filtered(as_budi: Browser, budi: Account) -> None:
    async with receiving(status=502, answer=b"<h1>Bad gateway</h1>") as receiver:
        endpoint = await endpoint_of(budi, receiver.url)
        await world.shorten(budi, "promo")
        await send_due()
        receiver.status, receiver.answer = 200, b"ok"
        await world.shorten(budi, "kedua")
        await send_due()
    failed, delivered = await WebhookDelivery.all().order_by("id")
    page = f"{URL}{endpoint.id}"
    html = await html_of(as_budi, page)
    assert html.count("<code>link.created</code></a>") == 2
    assert "Failing" in html
    html = await html_of(as_budi, f"{page}?show=failing&open={failed.event_id}")
    assert html.count("<code>link.created</code></a>") == 1
    for words in ("Try 1: status 502", "&lt;h1&gt;Bad gateway", f"webhook-id: {failed.event_id}", "promo"):
        assert words in html
    assert delivered.event_id not in html
    assert "Nothing matches" in await html_of(as_budi, f"{page}?event=qr.created")
    for odd in ("show=x", "cursor=x", "cursor=99999999999999999999", "open=%00", "event=%00"):
        await html_of(as_budi, f"{page}?{odd}")


async def test_of_many_tries_the_latest_are_listed_with_their_numbers(
    as_budi: Browser, budi: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    endpoint = await added(as_budi, budi)
    delivery = await WebhookDelivery.create(
        endpoint_id=endpoint.id,
        event_id=f"evt_{'0' * 32}",
        event_type="link.created",
        body="{}",
        created_at=clock.now(),
    )
    for status in (500, 502, 200):
        await WebhookAttempt.create(delivery_id=delivery.id, status=status, milliseconds=1, made_at=clock.now())
    monkeypatch.setattr(listing, "MOST_ATTEMPTS", 2)
    html = await html_of(as_budi, f"{URL}{endpoint.id}?open={delivery.event_id}&lang=en")
    assert "Try 3: status 200" in html and "Try 2: status 502" in html and "Try 1" not in html
    assert "2 of 3 are shown." in html


async def test_a_long_list_has_pages(as_budi: Browser, budi: Account) -> None:
    endpoint = await added(as_budi, budi)
    rows = [
        WebhookDelivery(endpoint_id=endpoint.id, event_id=f"evt_{n}", event_type="link.created", body="{}",
                        state="delivered", last_status=200, created_at=clock.now())
        for n in range(30)
    ]  # fmt: skip
    await WebhookDelivery.bulk_create(rows)
    html = await html_of(as_budi, f"{URL}{endpoint.id}")
    (more,) = re.findall(r'<li class="more".*?href="([^"]+)"', html)
    response = await as_budi.get(
        more.replace("&amp;", "&"), headers={"HX-Request": "true", "HX-Request-Type": "partial"}
    )
    html = await response.get_data(as_text=True)
    assert html.count("<code>link.created</code></a>") == 5
    assert "<main" not in html


async def test_one_delivery_is_sent_again_under_its_id(as_budi: Browser, budi: Account) -> None:
    async with receiving(status=500) as receiver:
        endpoint = await endpoint_of(budi, receiver.url)
        await world.shorten(budi)
        await send_due()
        receiver.status = 200
        (delivery,) = await WebhookDelivery.all()
        response = await as_budi.post(f"{URL}{endpoint.id}/replay/{delivery.event_id}")
        assert response.status_code == 303
        await send_due()
    assert receiver.ids == [delivery.event_id] * 2
    assert (await as_budi.post(f"{URL}{endpoint.id}/replay/evt_x")).status_code == 404


async def test_everything_since_a_time_is_sent_again_with_its_progress(as_budi: Browser, budi: Account) -> None:
    async with receiving() as receiver:
        endpoint = await endpoint_of(budi, receiver.url)
        for number in range(3):
            await world.shorten(budi, f"link-{number}")
        await send_due()
        page = f"{URL}{endpoint.id}"
        since = (clock.now() - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%MZ")
        assert (await as_budi.post(f"{page}/replay", form={"since": since})).status_code == 303
        assert "0 of 3" in await html_of(as_budi, page)
        response = await as_budi.post(f"{page}/replay", form={"since": since})
        assert response.status_code == 422
        assert "The last one still runs." in await response.get_data(as_text=True)
        await send_due()
        assert "3 of 3" in await html_of(as_budi, f"{page}/progress")
    assert sorted(receiver.ids[:3]) == sorted(receiver.ids[3:])
    for form, words in (
        ({"since": "yesterday"}, "Choose a day and a time."),
        ({"since": "2040-01-01T00:00"}, "nothing"),
    ):
        response = await as_budi.post(f"{page}/replay", form=form)
        assert response.status_code == 422
        assert words in await response.get_data(as_text=True)


async def test_an_endpoint_is_turned_off_and_on(as_budi: Browser, budi: Account) -> None:
    endpoint = await added(as_budi, budi)
    await world.shorten(budi)
    await as_budi.post(f"{URL}{endpoint.id}/off")
    assert [delivery.state for delivery in await WebhookDelivery.all()] == ["failed"]
    assert "turned off by you" in await html_of(as_budi, URL)
    since = {"since": "2020-01-01T00:00"}
    assert (await as_budi.post(f"{URL}{endpoint.id}/replay", form=since)).status_code == 422
    await as_budi.post(f"{URL}{endpoint.id}/on")
    await world.shorten(budi)
    assert await WebhookDelivery.waiting().count() == 1


async def test_nobody_sees_or_changes_the_endpoints_of_others(as_budi: Browser, budi: Account, sari: Account) -> None:
    endpoint = await endpoint_of(sari, NOWHERE)
    for path in ("", "/edit", "/delete", "/progress"):
        assert (await as_budi.get(f"{URL}{endpoint.id}{path}")).status_code == 404
    for path in ("", "/on", "/off", "/rotate", "/delete", "/reveal", "/test", "/replay", "/replay/evt_1"):
        assert (await as_budi.post(f"{URL}{endpoint.id}{path}")).status_code == 404
    assert (await as_budi.get(f"{URL}{uuid4()}")).status_code == 404


async def test_what_members_do_to_endpoints_is_in_the_audit_log(as_sari: Browser, sari: Account) -> None:
    endpoint = await added(as_sari, sari)
    await as_sari.post(f"{URL}{endpoint.id}/rotate")
    await as_sari.post(f"{URL}{endpoint.id}/reveal")
    await as_sari.post(f"{URL}{endpoint.id}/off")
    await as_sari.post(f"{URL}{endpoint.id}/delete")
    entries = await AuditEntry.all().order_by("created_at")
    assert [entry.act for entry in entries] == [
        "webhook_pages.create", "webhook_pages.rotate", "webhook_deliveries.reveal", "webhook_pages.turn_off",
        "webhook_pages.delete",
    ]  # fmt: skip
    assert {entry.thing for entry in entries} == {"shop.example"}


async def test_the_form_offers_every_event(as_sari: Browser) -> None:
    html = await html_of(as_sari, f"{URL}new")
    assert re.findall(r'name="events" value="([^"]+)"', html) == [*EVENT_TYPES]


async def test_where_publishing_is_off_events_of_posts_are_not_offered_and_those_that_are_chosen_stay(
    as_sari: Browser, sari: Account
) -> None:
    endpoint = await endpoint_of(sari, NOWHERE, "link.created", "post.failed")
    here = installation.current()
    here.config = here.config.model_copy(update={"publishing": False})

    html = await html_of(as_sari, f"{URL}new")
    assert 'value="link.created"' in html and 'value="post.' not in html and "event-1-post" not in html
    html = await html_of(as_sari, f"{URL}{endpoint.id}/edit")
    assert re.findall(r'name="events" value="(post[^"]+)"', html) == ["post.failed"]
