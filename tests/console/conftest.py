"""Who works in the console."""

import pytest
from quart import Quart

from app.accounts.models import Account
from tests.client import Browser
from tests.operators_at_work import operator_browser


@pytest.fixture
async def operator(app: Quart, budi: Account) -> Browser:
    """The browser of Budi, who is an operator."""
    return await operator_browser(app, budi)
