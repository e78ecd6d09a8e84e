"""A network for each test of delivery, which this server may reach."""

from collections.abc import Iterator

import pytest

from tests.networks.flaky import FlakyNetwork, FlakyServer, registered
from tests.networks.stand_in import served
from tests.webhooks.receiver import allow_this_machine


@pytest.fixture
def server() -> Iterator[FlakyServer]:
    """A network on this machine."""
    with served(FlakyServer()) as stand_in:
        allow_this_machine()
        yield stand_in


@pytest.fixture
def flaky(server: FlakyServer) -> Iterator[FlakyNetwork]:
    """Its adapter."""
    with registered(FlakyNetwork(server.origin)) as network:
        yield network
