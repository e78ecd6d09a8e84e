"""Providers in memory that are set up while a test runs."""

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
    """A provider to whose pages the buyer goes, and to which too little can be sent."""
    provider = FakeProvider(code="crypto", kind=CheckoutKind.REDIRECT, digits=0)
    with connected(provider):
        yield provider
