"""The page of an order in every state, without scripts; cancelling, checking, trying again, and live news."""

import io
import re
from contextlib import aclosing
from datetime import timedelta

import pytest
from PIL import Image
from quart import Quart

from app.accounts import stream_seats
from app.accounts.models import Account, Membership, Session
from app.accounts.roles import OWNER
from app.jobs.models import Job
from app.kernel import installation
from app.media.qr_reading import read_codes
from app.payments import ordering, transitions
from app.payments.checkout import live_order
from app.payments.checkout.live_order import AskedOrders
from app.payments.order import PAID_TWICE, Order
from app.payments.providers import registry
from app.payments.providers.provider import PaymentState, ProviderDown, Snapshot
from app.payments.refunds import note_refund
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.payments.checkout.buying import ORDERS, opened, order_page, shown, text_of
from tests.payments.fake_provider import BUYER, FakeProvider, connected

REFRESH = '<noscript><meta http-equiv="refresh" content="20"></noscript>'


def form_to(page: str, act: str) -> bool:
    return re.search(rf'action="[^"]*/actions/{act}"', page) is not None


async def test_a_waiting_order_shows_code_exact_amount_and_why_it_has_digits(
    as_sari: Browser, sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    order = await opened(sari, qris)

    page = await order_page(as_sari, order)

    assert 'src="data:image/svg+xml' in page and 'width="320"' in page
    assert '<span class="visually-hidden">Rp79.016</span>' in page and "Rp79.0<mark>16</mark>" in page
    assert 'data-copy="79016"' in page and "Rp16 di antaranya angka unik pesanan ini" in page
    assert 'data-seconds-left="3600">1:00:00<' in page
    assert REFRESH in page and "hx-sse:connect" in page
    assert form_to(page, "check") and f"{ORDERS}/{order.reference}/cancel" in page
    assert "https://pay.example/policy" in page


async def test_no_signature_or_secret_of_a_provider_is_on_the_page(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris)
    page = await order_page(as_sari, order)
    assert order.read_secret() not in page and order.secret not in page


async def test_the_code_is_a_picture_to_save_that_reads_back(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris)
    response = await as_sari.get(f"{ORDERS}/{order.reference}/code.png")
    picture = await response.get_data(as_text=False)
    assert response.headers["Content-Disposition"] == f'attachment; filename="qris-{order.reference}.png"'
    image = Image.open(io.BytesIO(picture))
    assert image.width >= 250 and image.convert("L").getpixel((0, 0)) == 255
    assert await read_codes(picture) == [order.qr_text]


async def test_a_picture_that_is_gone_leads_to_the_page(as_sari: Browser, sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    await transitions.mark_paid(order)
    response = await as_sari.get(f"{ORDERS}/{order.reference}/code.png")
    assert response.status_code == 303 and response.headers["Location"] == f"{ORDERS}/{order.reference}"


async def test_a_payment_that_was_seen_waits_for_its_confirmation_and_shows_no_code(
    as_sari: Browser, sari: Account, crypto: FakeProvider
) -> None:
    order = await opened(sari, crypto)
    await transitions.apply_snapshot(order, crypto.pay(order.reference, 0, PaymentState.DETECTED))
    page = await order_page(as_sari, order)
    assert "Pembayaranmu sudah terlihat dan sedang dikonfirmasi" in page
    assert "data:image/svg" not in page and "/cancel" not in page and REFRESH in page


async def test_a_paid_order_says_until_when_it_runs_and_leads_to_the_receipt(
    as_sari: Browser, sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    order = await opened(sari, qris)
    await transitions.mark_paid(order)
    page = await order_page(as_sari, order)
    assert "Lunas. Berlaku sampai" in page and "Rp79.016 masuk pada" in page and BUYER.email in page
    assert f"{ORDERS}/{order.reference}/receipt" in page
    assert REFRESH not in page and "hx-sse:connect" not in page


async def test_an_expired_order_can_be_opened_again_with_everything_that_was_entered(
    as_sari: Browser, sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    order = await opened(sari, qris)
    moved.on(timedelta(minutes=61))
    page = await order_page(as_sari, order)
    assert "Kode ini sudah berakhir" in page and "Buat kode baru" in page and form_to(page, "check")

    again = re.search(r'name="order" value="([^"]+)"', page)
    assert again
    response = await as_sari.post(f"{ORDERS}/{order.reference}/actions/again", form={"order": again[1]})
    new = await Order.get(id=again[1])
    assert response.headers["Location"] == f"{ORDERS}/{new.reference}" != f"{ORDERS}/{order.reference}"
    assert (new.plan, new.months, new.buyer_name, new.buyer_tax_id) == ("pro", 1, BUYER.name, BUYER.tax_id)

    twice = await as_sari.post(f"{ORDERS}/{order.reference}/actions/again", form={"order": again[1]})
    assert twice.headers["Location"] == response.headers["Location"], "a second click opens no third order"


async def test_an_expired_order_that_is_paid_late_counts(
    as_sari: Browser, sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    order = await opened(sari, qris)
    moved.on(timedelta(minutes=70))
    qris.pay(order.reference)
    response = await as_sari.post(f"{ORDERS}/{order.reference}/actions/check")
    assert response.status_code == 303
    assert "Lunas. Berlaku sampai" in await order_page(as_sari, order)
    assert (await Account.get(id=sari.id)).plan_name == "pro"


async def test_an_underpaid_order_says_what_came_what_is_missing_and_what_to_do(
    as_sari: Browser, sari: Account, crypto: FakeProvider
) -> None:
    order = await opened(sari, crypto)
    await Order.filter(id=order.id).update(pay_url="https://coins.example/pay/1")
    await transitions.apply_snapshot(order, crypto.pay(order.reference, 70_000))
    page = await order_page(as_sari, order)
    assert "Yang masuk masih kurang" in page
    assert "Rp70.000 dari Rp79.000 sudah masuk; Rp9.000 masih kurang" in page
    assert 'href="https://coins.example/pay/1"' in page and "/contact" in page


async def test_an_order_that_was_paid_twice_says_so(as_sari: Browser, sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    await transitions.mark_paid(order)
    await transitions.apply_snapshot(order, Snapshot(PaymentState.PAID, "another", 79_016, "IDR"))
    assert (await Order.get(id=order.id)).attention == PAID_TWICE
    assert "Sepertinya kamu membayar dua kali." in await order_page(as_sari, order)


async def test_an_order_that_was_paid_back_says_so(as_sari: Browser, sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    await transitions.mark_paid(order)
    await note_refund(await Order.get(id=order.id), 79_016, "key")
    page = await order_page(as_sari, order)
    assert "Pesanan ini sudah dikembalikan uangnya" in page and "/receipt" in page


async def test_cancelling_asks_first_and_leads_back_to_the_plans(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris)
    question = await shown(as_sari, f"{ORDERS}/{order.reference}/cancel")
    assert "Batalkan pesanan?" in question and "Rp79.016" in question
    assert (await Order.get(id=order.id)).state == "pending", "asking changes nothing"

    await as_sari.post(f"{ORDERS}/{order.reference}/actions/cancel")
    assert "Pesanan ini dibatalkan" in await order_page(as_sari, order)
    assert qris.cancelled == [order.reference]


async def test_an_order_that_was_paid_meanwhile_is_not_cancelled(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris)
    await transitions.mark_paid(order)
    assert (await as_sari.get(f"{ORDERS}/{order.reference}/cancel")).status_code == 303
    await as_sari.post(f"{ORDERS}/{order.reference}/actions/cancel")
    page = await order_page(as_sari, order)
    assert "Pesanan ini sudah tidak bisa dibatalkan" in page and "Lunas." in page


async def test_i_have_paid_finds_the_payment_or_says_that_nothing_came(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris)
    await as_sari.post(f"{ORDERS}/{order.reference}/actions/check")
    assert "Belum ada yang masuk." in await order_page(as_sari, order)
    installation.current().resource(AskedOrders).clear()
    qris.pay(order.reference)
    await as_sari.post(f"{ORDERS}/{order.reference}/actions/check")
    page = await order_page(as_sari, order)
    assert "Lunas." in page and "Belum ada yang masuk" not in page


async def test_a_provider_is_not_asked_at_every_click(as_sari: Browser, sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    await as_sari.post(f"{ORDERS}/{order.reference}/actions/check")
    qris.pay(order.reference)
    await as_sari.post(f"{ORDERS}/{order.reference}/actions/check")
    assert (await Order.get(id=order.id)).state == "pending", "asked again within three seconds"


async def test_a_provider_that_does_not_answer_while_checking_changes_nothing(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris)
    qris.down = True
    assert (await as_sari.post(f"{ORDERS}/{order.reference}/actions/check")).status_code == 303
    assert "Menunggu pembayaranmu" in await order_page(as_sari, order)


async def test_an_order_that_the_provider_did_not_open_is_kept_and_tried_again(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    qris.down = True
    with pytest.raises(ProviderDown):
        await opened(sari, qris)
    order = await Order.get(account_id=sari.id)
    page = await order_page(as_sari, order)
    assert "Layanan pembayaran tidak menjawab" in page and form_to(page, "again")

    await as_sari.post(f"{ORDERS}/{order.reference}/actions/again", form={})
    assert await Order.filter(account_id=sari.id).count() == 2, "still down: the next attempt is kept, too"
    qris.down = False
    response = await as_sari.post(f"{ORDERS}/{order.reference}/actions/again", form={})
    assert "data:image/svg" in await shown(as_sari, response.headers["Location"])
    assert (await Order.get(id=order.id)).state == "cancelled", "so that its late payment is an order of its own"


async def test_an_order_of_another_account_is_not_found(app: Quart, sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    await transitions.mark_paid(order)
    browser = app.test_client()
    browser.sign_in(await world.begin_session(await world.budi()))  # type: ignore[attr-defined]
    for tail in ("", "/events", "/code.png", "/cancel", "/receipt", "/receipt.pdf"):
        assert (await browser.get(f"{ORDERS}/{order.reference}{tail}")).status_code == 404, tail
    for act in ("check", "cancel", "again", "practise"):
        assert (await browser.post(f"{ORDERS}/{order.reference}/actions/{act}")).status_code == 404, act
    assert order.reference not in await text_of(await browser.get(f"{ORDERS}/"))


async def test_the_stream_tells_the_time_and_then_that_it_is_paid(
    app: Quart, as_sari: Browser, sari: Account, qris: FakeProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_order, "LOOK_EVERY", timedelta())
    monkeypatch.setattr(live_order, "ASK_EVERY", timedelta())
    order = await opened(sari, qris)
    session = await Session.get(user=await world.owner(sari))
    async with app.test_request_context(f"{ORDERS}/{order.reference}"):
        seat = stream_seats.take_seat(session, sari)
        async with aclosing(live_order.stream_order(order, sari, seat, "waiting")) as stream:
            assert await anext(stream) == "retry: 2000\n\n"
            assert "data-seconds-left" in await anext(stream)
            qris.pay(order.reference)
            news = await anext(stream)
            assert 'hx-target="#order"' in news and "pay__result" in news
            assert [event async for event in stream] == []
    assert not stream_seats._seats


@pytest.mark.parametrize("state", ["created", "pending", "detected", "expired", "underpaid"])
async def test_what_news_replace_is_on_every_page_that_waits(
    as_sari: Browser, sari: Account, qris: FakeProvider, state: str
) -> None:
    order = await opened(sari, qris)
    await Order.filter(id=order.id).update(state=state, provider_ref="" if state == "created" else "pay-1")
    page = await order_page(as_sari, order)
    assert page.count('id="time-left"') == 1, "htmx would replace the whole region without its target"
    assert 'id="order-word" role="status"' in page


async def test_a_page_that_shows_an_old_state_is_told_at_once(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris)
    await transitions.mark_paid(order)
    response = await as_sari.get(f"{ORDERS}/{order.reference}/events?shown=waiting")
    assert response.mimetype == "text/event-stream" and "Lunas." in await text_of(response)


async def test_an_account_has_a_limit_of_streams(as_sari: Browser, sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    session = await Session.get(user=await world.owner(sari))
    seats = [stream_seats.take_seat(session, sari) for _ in range(stream_seats.MAX_STREAMS)]
    assert (await as_sari.get(f"{ORDERS}/{order.reference}/events?shown=waiting")).status_code == 429
    for seat in seats:
        stream_seats.free_seat(seat)


async def test_a_practice_payment_pays_at_a_button(as_sari: Browser, sari: Account) -> None:
    order = await ordering.open_order(sari, "pro", 1, registry.provider("test"), BUYER)
    assert form_to(await order_page(as_sari, order), "practise")
    await as_sari.post(f"{ORDERS}/{order.reference}/actions/practise")
    assert (await Order.get(id=order.id)).state == "paid"


async def test_a_real_payment_cannot_be_practised(as_sari: Browser, sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    assert not form_to(await order_page(as_sari, order), "practise")
    assert (await as_sari.post(f"{ORDERS}/{order.reference}/actions/practise")).status_code == 404


async def test_a_transfer_shows_instructions_and_what_to_write_and_nothing_to_check(
    as_sari: Browser, sari: Account
) -> None:
    config = installation.current().config
    installation.current().config = config.model_copy(update={"transfer_instructions": "Bank BCA 123\na.n. PT Kliqs"})
    order = await ordering.open_order(sari, "pro", 12, registry.provider("transfer"), BUYER)
    page = await order_page(as_sari, order)
    assert "Bank BCA 123\na.n. PT Kliqs" in page and f'data-copy="{order.reference}"' in page
    assert not form_to(page, "check")
    assert "Pengelola mengonfirmasinya" in page


async def test_an_order_whose_provider_is_gone_still_has_its_page(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    order = await opened(sari, qris)
    with connected():
        page = await order_page(as_sari, order)
    assert "Rp79.016" in page and not form_to(page, "check")


async def test_looking_at_an_order_plans_no_further_checks(as_sari: Browser, sari: Account, qris: FakeProvider) -> None:
    order = await opened(sari, qris)
    planned = await Job.all().count()
    for _ in range(3):
        installation.current().resource(AskedOrders).clear()
        await as_sari.post(f"{ORDERS}/{order.reference}/actions/check")
    assert await Job.all().count() == planned


@pytest.mark.parametrize(
    "name", ["KLQ-1", "x" * 300, "%00", "KLQ-01M8JW6V9FMX6G1JVN2Y9BMWG%0A", "klq-01m8jw6v9fmx6g1jvn2y9bmwgw"]
)
async def test_what_is_no_reference_is_not_found_in_any_account(
    app: Quart, as_sari: Browser, sari: Account, budi: Account, name: str
) -> None:
    await Membership.create(user=await world.owner(sari), account=budi, role=OWNER, created_at=sari.created_at)
    assert (await as_sari.get(f"{ORDERS}/{name}")).status_code == 404
