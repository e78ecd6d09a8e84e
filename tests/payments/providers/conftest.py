"""The providers on this machine, and payments to be made with them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from itertools import count

import pytest

from app.kernel import installation
from app.payments.providers import provider_client, registry
from app.payments.providers.provider import Charge, Checkout, Provider
from tests.mail.post import allow_this_machine
from tests.providers.coinpayments import CLIENT, SECRET, CoinpaymentsStandIn
from tests.providers.klikqris import KEY, MERCHANT, KlikqrisStandIn
from tests.providers.midtrans import SERVER_KEY, MidtransStandIn
from tests.providers.stand_in import served

_numbers = count(1)
WEBHOOK = "https://kliqs.test/api/hooks/"
LIMITS = replace(provider_client.LIMITS, idle=30, total=30)


def configure(**settings: object) -> None:
    """Changes settings of the installation; addresses of this machine may be reached."""
    allow_this_machine()
    current = installation.current()
    current.config = current.config.model_copy(update=settings)


def charge(amount: int = 29_000, currency: str = "IDR", **fields: str) -> Charge:
    """A payment with a reference that no other has."""
    texts = {"webhook_url": WEBHOOK, "return_url": "https://kliqs.test/billing", "cancel_url": "https://kliqs.test/no"}
    reference = f"KLQ-01J{next(_numbers):023d}"
    return Charge(reference, amount, currency, "Pro, 1 bulan · Ayo & teman", **(texts | fields))


def opened(charge: Charge, checkout: Checkout) -> Charge:
    """The payment as it is stored after it was opened."""
    return replace(charge, provider_ref=checkout.provider_ref, secret=checkout.secret)


@pytest.fixture(autouse=True)
def _patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine makes no time-outs; a test that wants one uses `impatience`."""
    monkeypatch.setattr(provider_client, "LIMITS", LIMITS)


@contextmanager
def impatience() -> Iterator[None]:
    """Requests give up soon while the block runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(provider_client, "LIMITS", replace(LIMITS, idle=0.3))
        yield


@pytest.fixture
def klikqris() -> Iterator[KlikqrisStandIn]:
    with served(KlikqrisStandIn()) as stand_in:
        configure(klikqris_key=KEY, klikqris_merchant=MERCHANT, klikqris_url=stand_in.url)
        yield stand_in


@pytest.fixture
def midtrans() -> Iterator[MidtransStandIn]:
    with served(MidtransStandIn()) as stand_in:
        configure(midtrans_server_key=SERVER_KEY, midtrans_url=stand_in.url)
        yield stand_in


@pytest.fixture
def coinpayments() -> Iterator[CoinpaymentsStandIn]:
    with served(CoinpaymentsStandIn()) as stand_in:
        configure(coinpayments_client=CLIENT, coinpayments_secret=SECRET, coinpayments_url=stand_in.url)
        yield stand_in


def adapter(code: str) -> Provider:
    """The adapter that the settings make."""
    return registry.provider(code)
