"""What providers report: of an order that is not here, too."""

import pytest

from app.accounts.models import Account
from app.kernel import installation
from app.mail.models import OutgoingEmail
from app.payments import ordering
from app.payments.notifications import receive_notification
from app.payments.order import Order
from app.payments.payment_event import Outcome
from app.payments.providers.provider import ForgedNotification
from tests.payments.fake_provider import BUYER, FakeProvider


async def test_the_operator_is_told_of_a_payment_whose_order_a_restored_backup_does_not_have(
    sari: Account, crypto: FakeProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = installation.current().config.model_copy(update={"contact_email": "operator@example.com"})
    monkeypatch.setattr(installation.current(), "config", config)
    order = await ordering.open_order(sari, "pro", 1, crypto, BUYER)
    await Order.all().delete()

    assert await receive_notification(crypto, *crypto.message(order.reference, "1")) is Outcome.UNKNOWN_ORDER
    with pytest.raises(ForgedNotification):
        await receive_notification(crypto, {}, crypto.message(order.reference, "2", state="paid")[1])
    assert not await OutgoingEmail.exists()

    crypto.pay(order.reference)
    assert await receive_notification(crypto, *crypto.message(order.reference, "3")) is Outcome.UNKNOWN_ORDER
    mail = await OutgoingEmail.get(recipient="operator@example.com")
    assert order.reference in mail.subject and "restored backup" in mail.text
