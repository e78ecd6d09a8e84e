"""Who unsubscribed comes back only by confirming a mail, whoever types the address, whatever was deleted."""

import re
from datetime import timedelta

import pytest

from app.accounts.models import Account
from app.audience import subscribe_form as offers
from app.audience.models import MAX_PENDING, Subscriber
from app.audience.restore_deleted import restore_subscriber, sign_subscriber
from app.audience.suppression import UNDO_WINDOW, Suppression
from app.jobs.worker import Worker
from app.kernel import db, installation, secrets
from app.kernel.refusal import NotFound
from app.mail import delivery
from app.ops.retention_sweep import delete_expired
from tests import world
from tests.audience.conftest import CONSENT, Forms, form_block, letters, page_with
from tests.client import Browser
from tests.conftest import SECRET, Clock

RANI = {"email": "rani@example.com", "consent": "on"}
HOME = "/dashboard/audience/"


async def typed(browser: Browser, url: str, form: dict[str, str] = RANI) -> str:
    """The link to leave that the page which thanks shows to whoever typed an address there."""
    response = await browser.post(url, form=form)
    assert response.status_code == 200
    match = re.search(r'href="(/audience/[\w-]+)\?', await response.get_data(as_text=True))
    assert match
    return match[1]


async def do(browser: Browser, path: str, deed: str) -> None:
    assert (await browser.post(path, form={"do": deed})).status_code == 200


async def mailed() -> str:
    """The link of the newest mail to Rani."""
    match = re.search(r"/audience/[\w-]+", [words for to, words in await letters() if to == RANI["email"]][-1])
    assert match
    return match[0]


async def status() -> str:
    """What Rani is on the list of the page; nothing when she is not there."""
    subscriber = await Subscriber.get_or_none(email=RANI["email"])
    return subscriber.status if subscriber else ""


@pytest.fixture
async def left(visitor: Browser, forms: Forms) -> str:
    """Rani was on the list and unsubscribed; the link with which she did."""
    link = await typed(visitor, forms.open)
    await do(visitor, link, "unsubscribe")
    assert await status() == "unsubscribed"
    return link


@pytest.mark.parametrize("form", ["open", "asking"])
async def test_a_stranger_who_types_the_address_puts_nobody_back(
    visitor: Browser, forms: Forms, left: str, form: str
) -> None:
    for _ in range(5):
        link = await typed(visitor, getattr(forms, form))
        await do(visitor, link, "unsubscribe")
    assert await status() == "unsubscribed"
    assert len(await letters()) == offers.by_recipient.most

    assert (await visitor.post(link, form={"do": "confirm"})).status_code == 404
    await do(visitor, await mailed(), "confirm")
    assert await status() == "active"
    [subscriber] = await Subscriber.all()
    assert subscriber.unsubscribed_at is None and subscriber.consent == CONSENT


async def test_the_answer_is_the_same_for_who_left_and_for_anybody_else(
    visitor: Browser, forms: Forms, left: str
) -> None:
    pages = []
    for email in (RANI["email"], "wati@example.com", "wati@example.com"):
        response = await visitor.post(forms.open, form=RANI | {"email": email})
        assert response.status_code == 200
        pages.append(re.sub(r"[0-9a-f]{64}", "", await response.get_data(as_text=True)))
    assert pages[0] == pages[1] == pages[2]


async def test_without_a_way_out_for_mail_they_stay_away(visitor: Browser, forms: Forms, left: str) -> None:
    installation.current().mail_backend = None
    await typed(visitor, forms.open)
    assert await Worker().run_due(delivery.KIND) == 0 and await status() == "unsubscribed"


async def test_the_mail_to_who_left_does_not_speak_of_deleting_by_itself(
    visitor: Browser, forms: Forms, left: str
) -> None:
    await typed(visitor, forms.open)
    await typed(visitor, forms.asking, RANI | {"email": "wati@example.com"})
    words = dict(await letters())
    assert "semuanya tetap seperti sekarang" in words[RANI["email"]] and "30 hari" not in words[RANI["email"]]
    assert "30 hari" in words["wati@example.com"]


async def test_what_is_agreed_to_is_what_the_form_said_and_nothing_changes_before_that(
    visitor: Browser, sari: Account, left: str
) -> None:
    await Account.filter(id=sari.id).update(plan_name="pro")
    [page] = [subscriber.page for subscriber in await Subscriber.all().select_related("page__account")]
    block = form_block(consent="Dua email seminggu.")
    await page.change(page.content.with_block(block), "block")
    await page.publish(sari)

    await typed(visitor, f"/kawung/subscribe-{block.id}")
    assert (await Subscriber.get()).consent == CONSENT
    shown = await (await visitor.get(await mailed())).get_data(as_text=True)
    assert "Dua email seminggu." in shown and CONSENT not in shown
    await do(visitor, await mailed(), "confirm")
    subscriber = await Subscriber.get()
    assert (subscriber.consent, subscriber.asked_consent, subscriber.status) == ("Dua email seminggu.", "", "active")


@pytest.mark.parametrize("by", ["subscriber", "owner", "api"])
async def test_a_deletion_is_no_way_back(
    visitor: Browser, as_sari: Browser, forms: Forms, sari: Account, left: str, by: str
) -> None:
    [subscriber] = await Subscriber.all()
    if by == "subscriber":
        await do(visitor, left, "delete")
    elif by == "owner":
        await as_sari.post(f"{HOME}{subscriber.id}/delete")
    else:
        key = {"Authorization": f"Bearer {await world.key_of(sari)}"}
        assert (await visitor.delete(f"/api/v1/subscribers/{subscriber.id}", headers=key)).status_code == 200
    assert await status() == ""

    await typed(visitor, forms.open)
    await typed(visitor, forms.open)
    assert await status() == "pending" and len(await letters()) == 2
    await do(visitor, await mailed(), "confirm")
    assert await status() == "active" and await Suppression.all().count() == 0
    await typed(visitor, forms.open)
    assert len(await letters()) == 2, "who is on the list is asked nothing"


async def test_who_had_the_address_deleted_did_not_want_to_be_there(visitor: Browser, forms: Forms) -> None:
    await do(visitor, await typed(visitor, forms.open), "delete")
    await typed(visitor, forms.open)
    assert await status() == "pending"


async def test_whom_the_owner_alone_deleted_may_subscribe_at_once(
    visitor: Browser, as_sari: Browser, forms: Forms
) -> None:
    await typed(visitor, forms.open)
    await as_sari.post(f"{HOME}{(await Subscriber.get()).id}/delete")
    await typed(visitor, forms.open)
    assert await status() == "active"


async def test_who_left_without_ever_confirming_is_forgotten_and_not_put_on_the_list(
    visitor: Browser, forms: Forms, moved: Clock
) -> None:
    await do(visitor, await typed(visitor, forms.asking), "unsubscribe")
    moved.on(MAX_PENDING + timedelta(seconds=1))
    await delete_expired()
    assert await status() == ""
    await typed(visitor, forms.open)
    assert await status() == "pending"


async def test_an_owner_who_takes_a_deletion_back_puts_nobody_on_the_list_who_left(
    visitor: Browser, as_sari: Browser, forms: Forms, sari: Account, moved: Clock
) -> None:
    link = await typed(visitor, forms.open)
    [subscriber] = await Subscriber.all()
    seal = sign_subscriber(subscriber)
    await subscriber.remove()
    moved.on(timedelta(minutes=1))
    await do(visitor, link, "unsubscribe")  # by a link whose address is not there just now

    await restore_subscriber(sari, seal)
    assert await status() == "unsubscribed"
    await as_sari.post(f"{HOME}{subscriber.id}/delete")
    await restore_subscriber(sari, seal)
    assert await status() == "unsubscribed", "an older button is no way back either"


@pytest.mark.parametrize("there", [True, False])
async def test_an_owner_brings_nothing_back_that_the_subscriber_had_deleted(
    visitor: Browser, as_sari: Browser, forms: Forms, sari: Account, there: bool
) -> None:
    link = await typed(visitor, forms.open)
    [subscriber] = await Subscriber.all()
    seal = sign_subscriber(subscriber)
    await subscriber.remove()
    if there:
        await restore_subscriber(sari, seal)
        assert await status() == "active"
    await do(visitor, link, "delete")
    with pytest.raises(NotFound):
        await restore_subscriber(sari, seal)
    assert await status() == ""
    assert (await as_sari.post(f"{HOME}restore", form={"seal": seal})).status_code == 404


async def test_other_pages_and_other_addresses_are_lists_of_their_own(
    visitor: Browser, forms: Forms, budi: Account, left: str
) -> None:
    await do(visitor, left, "delete")
    block = form_block()
    other = await page_with(budi, "lain", block)
    await typed(visitor, f"/lain/subscribe-{block.id}")
    assert (await Subscriber.get(page_id=other.id)).status == "active"
    await typed(visitor, forms.open, RANI | {"email": "wati@example.com"})
    assert (await Subscriber.get(email="wati@example.com")).status == "active"


async def test_what_is_kept_of_who_left_is_nobody_s_address(visitor: Browser, forms: Forms, left: str) -> None:
    await do(visitor, left, "delete")
    kept = str(await db.query_rows("SELECT * FROM suppressions", []))
    assert "rani" not in kept and secrets.sha256_hex(RANI["email"]) not in kept
    for guess in (RANI["email"], f"{forms.page.id}:{RANI['email']}"):
        assert secrets.sha256_hex(guess) not in kept, "not without the server's secret"
    await forms.page.delete()
    assert await Suppression.all().count() == 0


async def test_they_stay_away_when_the_server_has_a_new_secret(visitor: Browser, forms: Forms, left: str) -> None:
    await do(visitor, left, "delete")
    installation.current().secret_keys = ["a-new-secret-of-more-than-32-characters", SECRET]
    await typed(visitor, forms.open)
    assert await status() == "pending"


async def test_links_and_those_who_had_not_left_are_forgotten_after_the_hour_of_undoing(
    visitor: Browser, forms: Forms, left: str, moved: Clock
) -> None:
    await typed(visitor, forms.open, RANI | {"email": "wati@example.com"})
    for subscriber in await Subscriber.all():
        await subscriber.remove()
    await delete_expired()
    assert await Suppression.exclude(token_digest="").count() == 2
    moved.on(UNDO_WINDOW + timedelta(seconds=1))
    await delete_expired()
    [kept] = await Suppression.all()
    assert kept.token_digest == "" and kept.unsubscribed_at
