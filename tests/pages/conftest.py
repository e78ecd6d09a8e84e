from pathlib import Path

import pytest

from app.accounts.models import Account
from tests import world
from tests.client import Browser
from tests.pages.calling import Caller


@pytest.fixture
async def call(visitor: Browser, dewi: Account) -> Caller:
    """Dewi's program."""
    return Caller(visitor, await world.key_of(dewi))


@pytest.fixture
async def stranger(visitor: Browser, budi: Account) -> Caller:
    """Budi's."""
    return Caller(visitor, await world.key_of(budi))


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """Where uploaded pictures are kept."""
    directory = tmp_path / "data" / "media"
    directory.mkdir(parents=True, exist_ok=True)
    return directory
