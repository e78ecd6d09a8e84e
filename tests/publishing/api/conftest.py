"""A program with a key that publishes."""

import pytest

from app.accounts.models import Account
from app.keys.key_terms import KeyTerms
from app.keys.models import ApiKey
from tests import world
from tests.client import Browser
from tests.links.test_api import Caller


@pytest.fixture
async def call(visitor: Browser, dewi: Account) -> Caller:
    """Dewi's program, with the scope publish and nothing else."""
    owner = await world.owner(dewi)
    _, raw = await ApiKey.issue(dewi, "planner", made_by=owner.id, terms=KeyTerms("publish", "", None))
    return Caller(visitor, raw)
