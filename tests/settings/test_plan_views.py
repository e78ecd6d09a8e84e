"""Plan and billing: what one has and until when, and the form that buys."""

import asyncio
import base64
from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from quart import Quart

from app.accounts.models import Account
from app.kernel import clock, installation
from app.payments import transitions
from app.payments.coupon import Coupon
from app.payments.order import Order
from app.payments.providers.provider import Charge, Checkout
from app.publishing.posts.post import Post
from app.team.audit_entry import AuditEntry
from tests import world
from tests.client import Browser
from tests.conftest import Clock
from tests.payments.checkout.buying import FRAGMENT, ORDERS, PLAN, opened, purchase, shown, text_of
from tests.payments.fake_provider import BUYER, FakeProvider, connected
from tests.providers.klikqris import PICTURE
from tests.publishing import furnished

DAY = timedelta(days=1)


async def bought(account: Account, provider: FakeProvider, plan: str = "pro", months: int = 1) -> Order:
    order = await opened(account, provider, plan, months)
    await transitions.mark_paid(order)
    return order


def set_config(**changes: object) -> None:
    current = installation.current()
    current.config = current.config.model_copy(update=changes)


async def test_plans_periods_ways_and_the_sum_are_on_the_page(
    as_sari: Browser, qris: FakeProvider, moved: Clock
) -> None:
    set_config(tax="PPN 11")
    installation.current().prices = {"starter": 29_000, "pro": 79_000, "pro/12": 790_000, "business": 249_000}
    page = await shown(as_sari, f"{PLAN}?plan=pro&months=12")
    assert 'value="pro" checked' in page and 'value="12" checked' in page and 'value="fake" checked' in page
    assert "Rp790.000" in page and "bukan Rp948.000" in page
    assert "termasuk PPN 11 %: Rp78.288" in page
    assert "Dimulai begitu dibayar dan berlaku sampai" in page


async def test_a_change_of_the_choice_brings_prices_and_sum_alone(as_sari: Browser, qris: FakeProvider) -> None:
    response = await as_sari.get(f"{PLAN}?plan=business&months=3&provider=fake", headers=FRAGMENT)
    piece = await text_of(response)
    assert 'id="choice"' in piece and "<html" not in piece and "Rp747.000" in piece
    assert "buyer_name" not in piece, "what is typed beside it is not touched"


async def test_without_scripts_a_button_shows_the_sum_and_nothing_typed_is_lost(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    response = await as_sari.post(PLAN, form=purchase(plan="business", buyer_name="CV Kopi", update="1"))
    page = await text_of(response)
    assert response.status_code == 200 and "Rp249.000" in page and 'value="CV Kopi"' in page
    assert not await Order.filter(account_id=sari.id).exists()


@pytest.mark.parametrize("query", ["plan=free&months=2", "plan=x&months=99&provider=y", "months=%00&coupon=%ff&plan="])
async def test_a_choice_that_makes_no_sense_becomes_the_default(
    as_sari: Browser, qris: FakeProvider, query: str
) -> None:
    page = await shown(as_sari, f"{PLAN}?{query}")
    assert 'value="starter" checked' in page and 'value="1" checked' in page


async def test_only_ways_that_take_the_amount_are_offered(as_sari: Browser, qris: FakeProvider) -> None:
    large = FakeProvider(code="large", least={"IDR": 100_000})
    with connected(qris, large):
        assert 'value="large"' not in await shown(as_sari, f"{PLAN}?plan=pro&months=1")
        assert 'value="large"' in await shown(as_sari, f"{PLAN}?plan=pro&months=3")


async def test_two_services_for_the_same_way_are_told_apart(as_sari: Browser, qris: FakeProvider) -> None:
    with connected(qris, FakeProvider(code="second", label="Second")):
        page = await shown(as_sari, PLAN)
    assert "QRIS: semua aplikasi bank dan dompet (Fake)" in page and "dompet (Second)" in page
    assert "(Fake)" not in await shown(as_sari, PLAN)


async def test_without_a_provider_plans_are_shown_and_whom_to_ask(as_sari: Browser) -> None:
    set_config(contact_email="halo@kliqs.example", operator_name="PT Kliqs")
    with connected():
        page = await shown(as_sari, PLAN)
    assert 'id="choose"' not in page and "/contact?plan=pro#plan" in page
    assert 'type="radio"' not in page and "Rp79.000" in page


async def test_buying_opens_an_order_with_the_buyers_details_and_says_so_in_the_log(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    response = await as_sari.post(PLAN, form=purchase(months="3"))
    order = await Order.get(account_id=sari.id)
    assert response.status_code == 303 and response.headers["Location"] == f"{ORDERS}/{order.reference}"
    assert (order.plan, order.months, order.buyer_address) == ("pro", 3, BUYER.address)
    entry = await AuditEntry.get(account_id=sari.id)
    assert (entry.act, entry.thing) == ("plan.buy_plan", order.reference)


async def test_all_faults_are_told_at_once_by_their_fields_and_nothing_is_lost(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    form = purchase(
        provider="nobody",
        plan="free",
        buyer_name=" ",
        buyer_email="no address",
        buyer_address="Jl. Kopi",
        coupon="NO-1",
    )
    response = await as_sari.post(PLAN, form=form)
    page = await text_of(response)
    assert response.status_code == 422
    for words in (
        "Pilih salah satu paket dan masa berlaku di atas.",
        "Pilih cara bayarnya.",
        "Bukti bayarnya atas nama siapa?",
        "Kode ini tidak berlaku, atau sudah tidak berlaku lagi.",
    ):
        assert words in page, words
    assert 'id="f-buyer_email-note"' in page and 'value="no address"' in page
    assert "Jl. Kopi" in page and 'value="NO-1"' in page
    assert not await Order.filter(account_id=sari.id).exists()


async def test_a_form_that_is_sent_twice_at_once_opens_one_order(
    app: Quart, as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    coupon = await Coupon.create_coupon("ONCE", percent=10)
    form = purchase(coupon="ONCE")
    answers = await asyncio.gather(*(as_sari.post(PLAN, form=form) for _ in range(3)))
    order = await Order.get(account_id=sari.id)
    assert order.id == UUID(form["order"]) and len(qris.payments) == 1
    assert {answer.headers.get("Location") for answer in answers} == {f"{ORDERS}/{order.reference}"}
    assert (await Coupon.get(id=coupon.id)).used == 1


async def test_the_id_of_an_order_of_somebody_else_opens_nothing(
    as_sari: Browser, budi: Account, sari: Account, qris: FakeProvider
) -> None:
    theirs = await opened(budi, qris)
    response = await as_sari.post(PLAN, form=purchase(order=str(theirs.id)))
    assert response.status_code == 404 and not await Order.filter(account_id=sari.id).exists()


@pytest.mark.parametrize(("picture", "drawn"), [(PICTURE, True), ("data:image/png;base64,iVBORw0K", False)])
async def test_a_code_that_comes_as_a_picture_is_read_and_drawn_here(
    as_sari: Browser, sari: Account, qris: FakeProvider, monkeypatch: pytest.MonkeyPatch, picture: str, drawn: bool
) -> None:
    create, image = qris.create, base64.b64decode(picture.partition(",")[2])

    async def with_picture(charge: Charge) -> Checkout:
        return replace(await create(charge), qr_text="", qr_image=image)

    monkeypatch.setattr(qris, "create", with_picture)
    response = await as_sari.post(PLAN, form=purchase())
    page = await shown(as_sari, response.headers["Location"])
    assert ("data:image/svg+xml" in page) is drawn and (picture in page) is not drawn
    saved = await as_sari.get(f"{response.headers['Location']}/code.png")
    assert (len(await saved.get_data(as_text=False)) > len(image)) is drawn, "large enough for a banking app"


async def test_a_provider_that_is_down_keeps_the_order_and_its_page_says_so(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    qris.down = True
    response = await as_sari.post(PLAN, form=purchase())
    assert response.status_code == 303
    assert "Layanan pembayaran tidak menjawab" in await shown(as_sari, response.headers["Location"])


async def test_a_provider_that_refuses_is_told_on_the_page_of_the_order(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    qris.refuses = True
    response = await as_sari.post(PLAN, form=purchase())
    assert "Layanan pembayaran menolak pembayaran ini" in await shown(as_sari, response.headers["Location"])


async def test_a_coupon_takes_its_share_off_and_one_for_everything_needs_no_payment(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    await Coupon.create_coupon("HALF", percent=50)
    await Coupon.create_coupon("ALL", percent=100)
    assert "-Rp39.500" in await shown(as_sari, f"{PLAN}?plan=pro&coupon=half")
    response = await as_sari.post(PLAN, form=purchase(coupon="all"))
    assert "Lunas." in await shown(as_sari, response.headers["Location"])
    assert (await Account.get(id=sari.id)).plan_name == "pro" and not qris.payments


async def test_a_discount_below_what_a_way_takes_is_a_fault_of_the_way(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    qris.least = {"IDR": 50_000}
    await Coupon.create_coupon("HALF", percent=50)
    response = await as_sari.post(PLAN, form=purchase(coupon="half"))
    page = await text_of(response)
    assert response.status_code == 422 and "Cara bayar ini tidak menerima jumlah sebesar ini" in page
    assert 'value="half"' in page


async def test_too_many_open_orders_are_refused_with_the_way_to_them(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    for _ in range(10):
        await opened(sari, qris)
    response = await as_sari.post(PLAN, form=purchase())
    page = await text_of(response)
    assert response.status_code in (403, 422) and "10 pesanan masih menunggu pembayaran" in page
    assert 'value="Sari Dewi"' in page


async def test_the_form_begins_with_the_details_of_the_last_order(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    assert 'value="sari@example.com"' in await shown(as_sari, PLAN)
    await opened(sari, qris)
    page = await shown(as_sari, PLAN)
    assert f'value="{BUYER.tax_id}"' in page and BUYER.address in page


async def test_buying_asks_for_a_verified_address_and_keeps_the_form(
    as_sari: Browser, sari: Account, qris: FakeProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(installation.current()), "sends_email", property(lambda _self: True))
    response = await as_sari.post(PLAN, form=purchase(buyer_name="CV Kopi"))
    assert response.status_code == 403 and "CV Kopi" in await text_of(response)
    assert not await Order.filter(account_id=sari.id).exists()


async def test_a_bought_plan_says_until_when_and_extending_begins_where_it_ends(
    as_sari: Browser, sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    await bought(sari, qris)
    page = await shown(as_sari, f"{PLAN}?plan=pro&months=1")
    assert "Sudah dibayar sampai" in page and "setelah masa yang sudah dibayar" in page
    assert "Perpanjang" not in page, "nothing ends within a week"


async def test_an_upgrade_says_what_the_rest_of_the_smaller_plan_counts(
    as_sari: Browser, sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    await bought(sari, qris, "starter", 12)
    page = await shown(as_sari, f"{PLAN}?plan=business&months=1")
    assert "Dimulai begitu dibayar" in page and "Sisa paketmu dihitung sebagai tambahan" in page


async def test_in_the_last_week_a_notice_leads_to_extending(
    as_sari: Browser, sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    await bought(sari, qris)
    account = await Account.get(id=sari.id)
    assert account.plan_changes_at
    moved.to(account.plan_changes_at - 7 * DAY - 5 * DAY)
    as_sari.sign_in(await world.begin_session(sari))
    page = await shown(as_sari, PLAN)
    assert "Paket Pro berakhir pada" in page and "Perpanjang Pro" in page and "4 hari lagi." in page


async def test_in_grace_each_consequence_says_whether_it_stays_or_changes(
    as_sari: Browser, sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    await bought(sari, qris)
    for number in range(6):
        await world.shorten(await Account.get(id=sari.id), f"tautan-{number}")
    for _ in range(3):
        await furnished.connect(sari, (await world.owner(sari)).id)
    account = await Account.get(id=sari.id)
    assert account.plan_changes_at
    moved.to(account.plan_changes_at - DAY)
    as_sari.sign_in(await world.begin_session(sari))
    page = await shown(as_sari, PLAN)
    assert "Paket Pro berakhir pada" in page and "Kamu bisa membayar sampai" in page
    assert "6 tautan pendek tetap berfungsi" in page and "di bawah 5." in page
    assert "30 permintaan API sebulan, bukan 10.000" in page
    assert "3 akun jejaring sosial tetap terhubung" in page and "10 posting per bulan" in page
    assert "lebih tua dari 30 hari dihapus" in page and "/dashboard/settings/data" in page


async def test_choosing_a_smaller_plan_lists_what_will_be_over_its_limits(
    as_sari: Browser, sari: Account, qris: FakeProvider, moved: Clock
) -> None:
    await bought(sari, qris, "business")
    account = await Account.get(id=sari.id)
    await Account.filter(id=sari.id).update(links_used=80)
    assert account.plan_name == "business"
    page = await shown(as_sari, f"{PLAN}?plan=starter")
    assert "Paket Starter lebih kecil" in page and "Tautan pendek: 80 dari jatah 50" in page
    assert "lebih kecil" not in await shown(as_sari, f"{PLAN}?plan=business")


async def test_what_each_plan_has_of_publishing_is_told_where_it_is_bought_and_not_where_it_is_off(
    as_sari: Browser, qris: FakeProvider
) -> None:
    pages = PLAN, "/?lang=id"
    for path in pages:
        page = await shown(as_sari, path)
        assert "200 posting per bulan" in page and "15 akun di jejaring sosial" in page, path
        assert "posting tanpa batas" in page, path
    installation.current().config = installation.current().config.model_copy(update={"publishing": False})
    for path in pages:
        page = await shown(as_sari, path)
        assert "posting per bulan" not in page and "jejaring sosial" not in page, path


async def test_the_last_orders_are_on_the_page_with_their_states(
    as_sari: Browser, sari: Account, qris: FakeProvider
) -> None:
    paid, waiting = await bought(sari, qris), await opened(sari, qris, "starter")
    page = await shown(as_sari, PLAN)
    assert f"{ORDERS}/{paid.reference}/receipt" in page and waiting.reference in page
    assert "Lunas" in page and "Menunggu" in page


async def test_the_front_page_leads_to_buying_where_something_can_be_bought(app: Quart, qris: FakeProvider) -> None:
    browser = app.test_client()
    page = await text_of(await browser.get("/?lang=en"))
    assert "/dashboard/settings/plan?plan=pro#choose" in page and "Ask for it" not in page
    set_config(contact_email="halo@kliqs.example", operator_name="PT Kliqs")
    with connected():
        page = await text_of(await browser.get("/?lang=en"))
    assert "settings/plan?plan" not in page and "Ask for it" in page


async def test_the_page_says_how_much_of_publishing_is_used(as_sari: Browser, sari: Account) -> None:
    now = clock.now()
    await Post.create(id=uuid4(), account=sari, created_at=now, updated_at=now, counted_month=clock.month_key())

    page = (await shown(as_sari, PLAN)).replace("<b>", "").replace("</b>", "")

    assert "1 / 10" in page.split('id="used-posts"')[1][:300]
    assert "0 / 2" in page.split('id="used-connections"')[1][:300]
    assert "0 / 512" in page.split('id="used-files"')[1][:400]
