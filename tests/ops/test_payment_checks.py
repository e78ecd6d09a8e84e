"""`kliqs doctor` finds what payments lack: a rate of this week, a seller on receipts, and books that agree."""

from datetime import timedelta
from uuid import uuid4

from app.accounts.models import Account
from app.kernel import clock, encryption, installation
from app.ops.payment_checks import check_payments
from app.payments import operator_calendar, ordering, transitions
from app.payments.exchange_rate import Rate, store_rate
from app.payments.order import Order
from app.payments.providers import registry
from app.payments.tips.tip_connection import TipConnection, credentials_purpose
from tests.payments.fake_provider import BUYER
from tests.payments.providers.conftest import configure

CRYPTO = {"coinpayments_client": "client", "coinpayments_secret": "secret"}


async def wrong() -> list[str]:
    return [finding.says async for finding in check_payments(installation.current().config) if not finding.ok]


async def test_an_installation_that_sells_nothing_has_nothing_to_check(database: str) -> None:
    assert [finding async for finding in check_payments(installation.current().config)] == []


async def test_a_provider_of_dollars_needs_a_rate_of_this_week(database: str) -> None:
    configure(**CRYPTO)
    assert await wrong() == ["CoinPayments is not offered, for the rate is not set: kliqs payments rate set."]
    day = operator_calendar.today() - timedelta(days=8)
    await store_rate("USD", Rate(16_000, day))
    assert await wrong() == [
        f"CoinPayments is not offered, for the rate of {day} is older than 7 days: kliqs payments rate set."
    ]
    await store_rate("USD", Rate(16_000, day + timedelta(days=1)))
    assert await wrong() == []


async def test_receipts_need_a_seller_where_others_buy(database: str) -> None:
    configure(transfer_instructions="BCA 1", env="production", operator_name="PT Contoh")
    assert await wrong() == ["Receipts name no seller in full: set KLIQS_OPERATOR_ADDRESS and KLIQS_CONTACT_EMAIL."]
    configure(operator_address="Jl. Melati 1", contact_email="halo@example.com")
    assert await wrong() == []


async def test_books_that_do_not_agree_and_orders_that_wait_are_wrong(sari: Account) -> None:
    configure(transfer_instructions="BCA 1")
    order = await ordering.open_order(sari, "pro", 1, registry.provider("transfer"), BUYER)
    await transitions.mark_paid(order)
    assert await wrong() == []
    await Order.filter(id=order.id).update(paid_amount=78_000, attention="paid_twice")
    assert await wrong() == [
        "1 order needs your attention: kliqs payments list --attention.",
        "The receipts less the refunds differ from the orders by 1000 IDR.",
    ]


async def test_credentials_of_creators_whose_secret_is_gone_are_wrong(sari: Account) -> None:
    current, id = installation.current(), uuid4()
    credentials = encryption.encrypt("{}", credentials_purpose(id))
    await TipConnection.create(
        id=id, account_id=sari.id, provider="klikqris", credentials=credentials, created_at=clock.now()
    )
    assert await wrong() == []
    kept, current.secret_keys = current.secret_keys, ["another-secret-longer-than-32-characters", *current.secret_keys]
    [finding] = [finding async for finding in check_payments(current.config)]
    assert finding.ok and finding.says.startswith("1 payment service for tips still needs an older secret")
    current.secret_keys = current.secret_keys[:1]
    [says] = await wrong()
    assert says.startswith("1 payment service for tips needs a secret that is not in KLIQS_SECRET_KEY any more")
    current.secret_keys = kept
