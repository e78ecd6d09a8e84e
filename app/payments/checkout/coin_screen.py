"""What the page of an order shows of a payment in a coin: the coins to choose from, and how far the payment is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from app.kernel import clock
from app.payments.checkout import order_qr_code
from app.payments.money import format_exact
from app.payments.order import Order
from app.payments.order_coin import chosen_payment, is_over, offered_coins
from app.payments.providers.coin import Coin, CoinPayment


@dataclass(frozen=True, slots=True)
class CoinScreen:
    """The coins to choose from, and the payment in the chosen one while its amount holds; `label` names its coin."""

    coins: list[tuple[Coin, str]]
    payment: CoinPayment | None
    label: str

    @classmethod
    def of(cls, order: Order) -> CoinScreen | None:
        """Returns what an order can be paid with on our page; None where it cannot be paid in coins here."""
        if not (coins := offered_coins(order)):
            return None
        symbols = Counter(coin.symbol for coin in coins)
        labels = [(coin, coin.symbol if symbols[coin.symbol] == 1 else coin.name) for coin in coins]
        payment = chosen_payment(order)
        if payment is not None and is_over(payment):
            payment = None
        label = next((label for coin, label in labels if payment and coin == payment.coin), "")
        return cls(labels, payment, label)

    @property
    def picture(self) -> str:
        """The code of the payment as a data URI; once a part has arrived, of the address without any amount."""
        if self.payment is None:
            return ""
        return order_qr_code.draw_uri(self.payment.address if self.payment.begun else self.payment.uri)

    @property
    def choosable(self) -> bool:
        """Whether another coin can be chosen: not after something arrived in one."""
        return self.payment is None or not self.payment.begun

    @property
    def seconds_left(self) -> int:
        """How long the amount holds."""
        return max(int((self.payment.expires_at - clock.now()).total_seconds()), 0) if self.payment else 0

    @property
    def due(self) -> str:
        """All that has to be sent, in the current language; empty without a payment."""
        return format_exact(self.payment.amount) if self.payment else ""

    @property
    def arrived(self) -> str:
        """What has arrived of it."""
        return format_exact(self.payment.received) if self.payment else ""

    @property
    def missing(self) -> str:
        """What has not."""
        return format_exact(self.payment.missing) if self.payment else ""

    @property
    def version(self) -> str:
        """What of it a page shows, to tell whether that is still so; empty without a payment."""
        payment = self.payment
        return f"{payment.coin.id} {payment.received} {payment.confirmations}" if payment else ""
