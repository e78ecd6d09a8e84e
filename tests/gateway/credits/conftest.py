"""Providers of payments in memory, as in the tests of payments."""

from collections.abc import Iterator

import pytest

from app.payments.providers.provider import CheckoutKind
from tests.payments.fake_provider import FakeProvider, connected


@pytest.fixture
def qris() -> Iterator[FakeProvider]:
    """A provider whose code fixes the amount."""
    provider = FakeProvider()
    with connected(provider):
        yield provider


@pytest.fixture
def crypto() -> Iterator[FakeProvider]:
    """A provider to whose pages the buyer goes, which adds no digits, and to which too little can be sent."""
    provider = FakeProvider(code="crypto", kind=CheckoutKind.REDIRECT, digits=0)
    with connected(provider):
        yield provider
