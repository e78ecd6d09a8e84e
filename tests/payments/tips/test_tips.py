"""Tips on bio pages: connected by the creator, paid by a visitor nobody knows, confirmed on the page."""

import asyncio
import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from quart import Response
from structlog.testing import capture_logs

from app.accounts.models import Account, Session
from app.jobs.worker import Worker
from app.kernel import clock, db, encryption
from app.kernel.refusal import Faults
from app.pages.block import Block
from app.pages.first_content import new_page_content
from app.pages.models import Page
from app.pages.public.page_cache import pages_rerendered_for_tips
from app.payments.order import Order
from app.payments.providers import registry
from app.payments.tips import taking_tips, tip_checks, tip_list
from app.payments.tips.tip import Tip
from app.payments.tips.tip_connection import CredentialMissing, CredentialsWrong, ServiceDown, TipConnection
from app.web.csv_writer import BOM
from tests.client import Browser
from tests.conftest import Clock
from tests.members import as_member
from tests.pages.gallery import qris_payload
from tests.payments.providers.conftest import configure
from tests.providers.klikqris import KEY, MERCHANT, KlikqrisStandIn
from tests.providers.midtrans import SERVER_KEY, MidtransStandIn
from tests.providers.stand_in import Message, altered, served
from tests.subtests import as_subtests

KLIKQRIS = {"provider": "klikqris", "klikqris_key": KEY, "klikqris_merchant": MERCHANT}
PAGE, BLOCK = "toko", "b1"
FORM = f"/{PAGE}/tip-{BLOCK}"


@pytest.fixture
def klikqris() -> Iterator[KlikqrisStandIn]:
    """KlikQRIS on this machine, which the operator has no account at."""
    with served(KlikqrisStandIn()) as stand_in:
        configure(klikqris_url=stand_in.url)
        yield stand_in


@pytest.fixture
async def page(sari: Account) -> Page:
    """A live page of Sari's with a tip block."""
    values = {"title": "Traktir kopi", "payload": qris_payload(), "amounts": "10000, 25000"}
    content = replace(new_page_content("Toko Sari", "id"), blocks=(Block(BLOCK, "tip", values),))
    page = await Page.make(sari, PAGE, content)
    await page.publish(sari)
    return page


@pytest.fixture
async def connection(sari: Account, klikqris: KlikqrisStandIn) -> TipConnection:
    return await TipConnection.connect(sari, "klikqris", KLIKQRIS)


async def text_of(response: Response) -> str:
    return await response.get_data(as_text=True)


async def give(visitor: Browser, amount: str = "25000") -> tuple[str, Tip]:
    """Opens a tip as a visitor does; returns the address of its page, and the tip."""
    answer = await visitor.post(FORM, form={"amount": amount})
    assert answer.status_code == 303, await text_of(answer)
    return answer.headers["Location"], await Tip.get(id=answer.headers["Location"].rpartition("/")[2])


async def sweep() -> None:
    """What the server does every minute."""
    await tip_checks.sweep_tips(None)  # type: ignore[arg-type]
    await Worker().run_due(tip_checks.CHECK)


async def test_a_service_is_tested_and_its_credentials_are_stored_encrypted_and_never_shown(
    as_sari: Browser, sari: Account, klikqris: KlikqrisStandIn
) -> None:
    assert KEY not in await text_of(await as_sari.get("/dashboard/settings/tips"))
    answer = await as_sari.post("/dashboard/settings/tips/connect", form=KLIKQRIS)
    assert answer.status_code == 303

    shown = await text_of(await as_sari.get("/dashboard/settings/tips"))

    assert "KlikQRIS" in shown and KEY not in shown and MERCHANT not in shown
    rows = str(await db.query_rows("SELECT * FROM tip_connections", []))
    assert KEY not in rows and MERCHANT not in rows
    connection = await TipConnection.get(account_id=sari.id)
    assert connection.adapter().code == "klikqris"
    assert [path for _, path, _, _ in klikqris.requests] == ["/api/qris/history?page=1"]


async def test_credentials_that_do_not_work_are_not_saved(
    as_sari: Browser, sari: Account, klikqris: KlikqrisStandIn
) -> None:
    wrong = KLIKQRIS | {"klikqris_key": "another-key"}
    answer = await as_sari.post("/dashboard/settings/tips/connect", form=wrong)
    shown = await text_of(answer)
    assert answer.status_code == 422 and "another-key" not in shown and MERCHANT in shown
    assert 'aria-invalid="true"' in shown
    klikqris.troubles = ["503"]
    with pytest.raises(ServiceDown):
        await TipConnection.connect(sari, "klikqris", KLIKQRIS)
    with pytest.raises(CredentialsWrong):
        await TipConnection.connect(sari, "klikqris", wrong)
    assert not await TipConnection.exists()


@as_subtests("value", ["", "two words", "x" * 201, "kunci\x00", "ключ"])
async def test_what_is_no_credential_is_blamed_by_its_field(sari: Account, value: str) -> None:
    with pytest.raises(Faults) as refused:
        await TipConnection.connect(sari, "klikqris", {"klikqris_key": value, "klikqris_merchant": value})
    assert {refusal.field for refusal in refused.value.refusals} == {"klikqris_key", "klikqris_merchant"}
    assert all(isinstance(refusal, CredentialMissing) for refusal in refused.value.refusals)


async def test_connecting_and_disconnecting_need_a_confirmation_and_an_owner(
    as_sari: Browser, sari: Account, klikqris: KlikqrisStandIn
) -> None:
    await Session.all().update(confirmed_at=clock.now() - timedelta(minutes=16))
    answer = await as_sari.post("/dashboard/settings/tips/connect", form=KLIKQRIS)
    assert answer.status_code == 401 and KEY not in await text_of(answer)
    assert not await TipConnection.exists()


async def test_without_a_service_the_static_code_stays_as_it_is(visitor: Browser, page: Page) -> None:
    shown = await text_of(await visitor.get(f"/{PAGE}"))
    assert f'href="/{PAGE}/tip-{BLOCK}/10000"' in shown and "<form" not in shown
    assert (await visitor.get(f"{FORM}/10000")).status_code == 200
    assert (await visitor.get(FORM)).status_code == 404
    assert (await visitor.post(FORM, form={"amount": "10000"})).status_code == 404


async def test_pages_change_when_a_service_is_connected_and_when_it_is_not_any_more(
    visitor: Browser, sari: Account, page: Page, klikqris: KlikqrisStandIn
) -> None:
    async with pages_rerendered_for_tips():
        before = await visitor.get(f"/{PAGE}")
        connection = await TipConnection.connect(sari, "klikqris", KLIKQRIS)
        shown = await visitor.get(f"/{PAGE}")
        await connection.disconnect()
        after = await visitor.get(f"/{PAGE}")
    assert f'<form action="{FORM}" method="post">' in await text_of(shown)
    assert await text_of(before) == await text_of(after)
    for response in (shown, after):
        assert "Set-Cookie" not in response.headers
        assert re.findall(r"<script[^>]*>", await text_of(response)) == ['<script type="application/ld+json">']
        assert "script-src" not in response.headers["Content-Security-Policy"]
    assert len(await shown.get_data()) < 14_000


async def test_a_tip_is_opened_paid_and_confirmed_on_the_page(
    visitor: Browser, page: Page, connection: TipConnection, klikqris: KlikqrisStandIn, moved: Clock
) -> None:
    address, tip = await give(visitor)
    order = klikqris.orders[tip.reference]
    assert klikqris.callbacks[tip.reference] == f"https://kliqs.test/api/hooks/tips/{connection.id}"
    assert (tip.amount, tip.pay_amount, tip.state) == (25_000, 25_001, "pending")
    shown = await visitor.get(address)
    html = await text_of(shown)
    assert "Rp25.001" in html and "data:image/png;base64," in html and order["signature"] not in html
    assert "Set-Cookie" not in shown.headers and shown.headers["Cache-Control"] == "private, no-store"
    [script] = re.findall(r'<script src="(/static/[^"]+/js/tip.js)" defer>', html)
    policy = shown.headers["Content-Security-Policy"]
    assert f"script-src https://kliqs.test{script}; connect-src 'self'" in policy and "img-src 'self' data:" in policy

    klikqris.pay(tip.reference)
    moved.on(timedelta(seconds=11))
    html = await text_of(await visitor.get(address))

    assert 'data-tip="paid"' in html and "Rp25.001" in html and "<script" not in html
    tip = await Tip.get(id=tip.id)
    assert (tip.state, tip.paid_amount, tip.qr_image, tip.check_at) == ("paid", 25_001, "", None)
    assert not await Order.exists(), "it is no order of ours"


async def test_a_service_is_asked_at_most_every_ten_seconds_however_many_look(
    visitor: Browser, page: Page, connection: TipConnection, klikqris: KlikqrisStandIn, moved: Clock
) -> None:
    address, _tip = await give(visitor)
    for seconds in (1, 11):
        moved.on(timedelta(seconds=seconds))
        await asyncio.gather(*(visitor.get(address) for _ in range(20)))
    assert len([path for _, path, _, _ in klikqris.requests if "/status/" in path]) == 1


@as_subtests(
    "typed",
    ["", "0", "999", "9000001", "-5000", "1e6", "10,5", "1000.00", "10.50.000", "९०००", "9" * 13, "\x00", "lots"],
)
async def test_an_amount_out_of_range_is_told_and_kept(
    visitor: Browser, page: Page, connection: TipConnection, klikqris: KlikqrisStandIn, typed: str
) -> None:
    answer = await visitor.post(FORM, form={"amount": typed})
    assert answer.status_code == 422
    assert "Rp1.000" in (html := await text_of(answer)) and 'role="alert"' in html
    assert not klikqris.orders and not await Tip.exists()


@as_subtests("typed", ["25000", "25.000", "25,000", "Rp25.000", " 25 000 "])
async def test_an_amount_is_read_as_people_write_it(
    visitor: Browser, page: Page, connection: TipConnection, typed: str
) -> None:
    _address, tip = await give(visitor, typed)
    assert tip.amount == 25_000


async def test_a_burst_of_tips_is_stopped_before_the_service_is_asked(
    visitor: Browser, page: Page, connection: TipConnection, klikqris: KlikqrisStandIn
) -> None:
    statuses = [(await visitor.post(FORM, form={"amount": "10000"})).status_code for _ in range(32)]
    assert statuses == [303] * 30 + [429] * 2
    assert len(klikqris.orders) == 30


async def test_nothing_of_who_gives_is_stored_or_told(
    visitor: Browser, page: Page, connection: TipConnection, klikqris: KlikqrisStandIn
) -> None:
    headers = {"X-Forwarded-For": "203.0.113.77", "User-Agent": "Peramban Rani"}
    with capture_logs() as logs:
        await visitor.post(FORM, form={"amount": "10000", "email": "rani@example.com"}, headers=headers)
    [tip] = await db.query_rows("SELECT * FROM tips", [])
    [sent] = [body for method, _, _, body in klikqris.requests if method == "POST"]
    for place in (str(tip), sent.decode(), repr(logs)):
        assert "203.0.113.77" not in place and "Rani" not in place and "rani@" not in place
    assert klikqris.orders[tip["reference"]]["signature"] not in str(tip), "the secret is encrypted"


async def test_when_the_service_is_down_the_visitor_reads_so_and_gets_the_owners_own_code(
    visitor: Browser, page: Page, connection: TipConnection, klikqris: KlikqrisStandIn
) -> None:
    for trouble in ("503", "422", "not json"):
        klikqris.troubles = [trouble]
        answer = await visitor.post(FORM, form={"amount": "12345"})
        html = await text_of(answer)
        assert answer.status_code == 422 and f'href="{FORM}/10000"' in html and 'value="12345"' in html
    assert not await Tip.exists()


async def test_a_report_of_the_service_is_a_hint_after_which_it_is_asked(
    visitor: Browser, page: Page, connection: TipConnection, klikqris: KlikqrisStandIn
) -> None:
    _address, tip = await give(visitor)
    hook = f"/api/hooks/tips/{connection.id}"
    lie = klikqris.message(tip.reference, "PAID")
    assert (await visitor.post(hook, data=lie.body)).status_code == 200
    await Worker().run_due(tip_checks.CHECK)
    assert (await Tip.get(id=tip.id)).state == "pending"

    klikqris.pay(tip.reference)
    message = klikqris.message(tip.reference)
    statuses = await asyncio.gather(*(visitor.post(hook, data=message.body) for _ in range(20)))
    await Worker().run_due(tip_checks.CHECK)

    assert {answer.status_code for answer in statuses} == {200}
    assert (await Tip.get(id=tip.id)).state == "paid"


async def test_a_forged_report_or_one_for_another_creator_changes_nothing(
    visitor: Browser, page: Page, connection: TipConnection, klikqris: KlikqrisStandIn, budi: Account
) -> None:
    _address, tip = await give(visitor)
    klikqris.pay(tip.reference)
    other = await TipConnection.connect(budi, "klikqris", KLIKQRIS)
    hook, body = f"/api/hooks/tips/{connection.id}", klikqris.message(tip.reference).body
    assert (await visitor.post(f"/api/hooks/tips/{other.id}", data=body)).status_code == 403
    assert (await visitor.post(f"/api/hooks/tips/{uuid4()}", data=body)).status_code == 404
    for forged in (
        klikqris.message(tip.reference, forged=True).body,
        altered(Message("", {}, body), order_id="x" * 64).body,
        altered(Message("", {}, body), signature=None).body,
        b"",
        b"\xff",
        json.dumps([1]).encode(),
    ):
        assert (await visitor.post(hook, data=forged)).status_code == 403
    await Worker().run_due(tip_checks.CHECK)
    assert (await Tip.get(id=tip.id)).state == "pending"


async def test_a_tip_that_is_paid_after_the_page_was_closed_is_found_by_the_sweep(
    visitor: Browser, page: Page, connection: TipConnection, klikqris: KlikqrisStandIn, moved: Clock
) -> None:
    _address, tip = await give(visitor)
    klikqris.pay(tip.reference)
    moved.on(timedelta(minutes=2))
    await sweep()
    assert (await Tip.get(id=tip.id)).state == "paid"


async def test_a_tip_that_nobody_pays_ends_and_money_that_comes_late_still_counts(
    visitor: Browser, page: Page, connection: TipConnection, klikqris: KlikqrisStandIn, moved: Clock
) -> None:
    address, tip = await give(visitor)
    moved.on(timedelta(minutes=66))
    await sweep()
    tip = await Tip.get(id=tip.id)
    assert tip.state == "expired" and tip.check_at is not None
    assert f'href="/{PAGE}"' in await text_of(await visitor.get(address))

    klikqris.pay(tip.reference)
    moved.on(timedelta(minutes=2))
    await sweep()
    assert (await Tip.get(id=tip.id)).state == "paid"

    klikqris.expire(tip.reference)
    await tip_checks.check_tip(await Tip.get(id=tip.id))
    assert (await Tip.get(id=tip.id)).state == "paid", "a tip that is paid stays so"


async def test_the_creator_sees_tips_sums_and_a_file(
    as_sari: Browser, visitor: Browser, page: Page, connection: TipConnection, klikqris: KlikqrisStandIn
) -> None:
    for amount in ("10000", "25000", "50000"):
        _address, tip = await give(visitor, amount)
        if amount != "50000":
            klikqris.pay(tip.reference)
        await tip_checks.check_tip(tip)
    paid = sum(tip.pay_amount for tip in await Tip.filter(state="paid"))

    html = await text_of(await as_sari.get("/dashboard/settings/tips"))
    file = await text_of(await as_sari.get("/dashboard/settings/tips/tips.csv"))

    assert f"Rp{paid:,}".replace(",", ".") in html and PAGE in html
    lines = list(csv.DictReader(io.StringIO(file.removeprefix(BOM))))
    assert {(line["page"], line["amount"]) for line in lines} == {(PAGE, "10000"), (PAGE, "25000")}
    assert sum(int(line["paid"]) for line in lines) == paid


async def test_a_tip_of_somebody_else_is_neither_listed_nor_found_on_another_page(
    as_budi: Browser, visitor: Browser, page: Page, connection: TipConnection, budi: Account
) -> None:
    address, tip = await give(visitor)
    values = {"title": "Traktir", "payload": qris_payload(), "amounts": "10000"}
    other = await Page.make(
        budi, "lain", replace(new_page_content("Lain", "en"), blocks=(Block(BLOCK, "tip", values),))
    )
    await other.publish(budi)
    assert (await visitor.get(address.replace(PAGE, "lain"))).status_code == 404
    assert tip.reference not in await text_of(await as_budi.get("/dashboard/settings/tips/tips.csv"))


async def test_disconnecting_forgets_the_credentials_and_keeps_the_tips(
    as_sari: Browser, visitor: Browser, page: Page, connection: TipConnection, klikqris: KlikqrisStandIn
) -> None:
    _address, tip = await give(visitor)
    klikqris.pay(tip.reference)
    await tip_checks.check_tip(tip)
    assert (await as_sari.get("/dashboard/settings/tips/disconnect")).status_code == 200
    assert (await as_sari.post("/dashboard/settings/tips/disconnect")).status_code == 303
    assert not await TipConnection.exists() and await Tip.exists()
    assert (await visitor.post(f"/api/hooks/tips/{connection.id}", data=b"{}")).status_code == 404
    assert (await visitor.post(FORM, form={"amount": "10000"})).status_code == 404
    again = await as_sari.post("/dashboard/settings/tips/disconnect")
    assert again.headers["Location"] == "/dashboard/settings/tips", "what is done already is no error"


async def test_an_editor_cannot_see_or_connect_a_service(app: object, sari: Account, klikqris: KlikqrisStandIn) -> None:
    editor = await as_member(app, sari, "editor")  # type: ignore[arg-type]
    assert (await editor.get("/dashboard/settings/tips")).status_code == 403
    assert (await editor.post("/dashboard/settings/tips/connect", form=KLIKQRIS)).status_code == 403


async def test_midtrans_can_be_connected_and_its_code_is_drawn_here(
    visitor: Browser, sari: Account, page: Page
) -> None:
    with served(MidtransStandIn()) as stand_in:
        configure(midtrans_url=stand_in.url)
        await TipConnection.connect(sari, "midtrans", {"midtrans_server_key": SERVER_KEY})
        address, tip = await give(visitor)
        html = await text_of(await visitor.get(address))
        assert re.search(r'<div class="tip-code code"><svg', html) and "Rp25.000" in html
        stand_in.pay(tip.reference)
        hook = stand_in.callbacks[tip.reference].removeprefix("https://kliqs.test")
        assert (await visitor.post(hook, data=stand_in.message(tip.reference).body)).status_code == 200
        await Worker().run_due(tip_checks.CHECK)
        assert (await Tip.get(id=tip.id)).state == "paid"


async def test_a_secret_that_is_lost_is_no_fault_of_the_visitor(
    visitor: Browser, page: Page, connection: TipConnection
) -> None:
    await TipConnection.filter(id=connection.id).update(credentials="nonsense")
    with pytest.raises(encryption.Undecipherable):
        (await TipConnection.get(id=connection.id)).adapter()
    assert (await visitor.post(FORM, form={"amount": "10000"})).status_code == 422
    assert (await visitor.post(f"/api/hooks/tips/{connection.id}", data=b"{}")).status_code == 404


async def test_unpaid_tips_and_codes_are_deleted_after_their_days(
    visitor: Browser, page: Page, connection: TipConnection, klikqris: KlikqrisStandIn, moved: Clock
) -> None:
    await give(visitor)
    _address, paid = await give(visitor)
    klikqris.pay(paid.reference)
    await tip_checks.check_tip(paid)
    moved.on(tip_list.CHECKOUT_KEPT + timedelta(minutes=1))
    await tip_list.delete_unpaid_tips()
    assert {tip.secret for tip in await Tip.all()} == {""} and await Tip.all().count() == 2
    moved.on(tip_list.UNPAID_KEPT)
    await tip_list.delete_unpaid_tips()
    assert [tip.id for tip in await Tip.all()] == [paid.id]


def test_the_limits_are_within_what_every_service_takes() -> None:
    for code, names in registry.CREDENTIALS.items():
        adapter = registry.connected(code, dict.fromkeys(names, "x"))
        assert adapter.least["IDR"] <= taking_tips.LEAST and adapter.most["IDR"] >= taking_tips.MOST


async def test_a_code_is_asked_about_for_an_hour_after_its_end_and_for_a_day_at_most(
    visitor: Browser, page: Page, connection: TipConnection, klikqris: KlikqrisStandIn, moved: Clock
) -> None:
    moved.to(clock.now())
    klikqris.changes = {"expired_at": "2999-01-01 00:00:00"}
    address, tip = await give(visitor)
    assert tip.expires_at == moved.now + taking_tips.LONGEST
    moved.to(tip.expires_at + timedelta(minutes=59))
    await visitor.get(address)
    moved.on(timedelta(minutes=2))
    klikqris.requests.clear()
    for _ in range(3):
        await visitor.get(address)
        await sweep()
        moved.on(timedelta(minutes=1))
    assert len([path for _, path, _, _ in klikqris.requests if "/status/" in path]) <= 1
    assert (await Tip.get(id=tip.id)).check_at is None
