"""What the pages of the dashboard cost: at most one query more than when an account was one person (in brackets)."""

from app.accounts.models import Account
from tests import world
from tests.client import Browser
from tests.counting import queries

MOST = {
    "links/": 12,  # (10): what the check of destinations saw stands in the rows
    "links/tags/": 7,  # (6)
    "qr/": 5,  # (4)
    "pages/": 4,  # (3)
    "audience/": 6,  # (5)
    "analytics/": 11,  # (10)
    "batch/": 5,  # (4)
    "settings/": 3,  # (2)
    "settings/plan": 11,  # (7): orders, the time that is paid and webhooks are on it now
    "settings/notifications": 3,  # (2)
    "settings/api-keys/": 7,  # (6)
    "settings/security": 10,  # (4): passkeys, app, trusted browsers and the security log are on it now
}


async def test_a_page_of_the_dashboard_costs_no_more_queries_than_it_is_allowed(
    as_sari: Browser, sari: Account
) -> None:
    for number in range(3):
        await world.shorten(sari, f"link-{number}")
    counts = {}
    for path in MOST:
        await as_sari.get(f"/dashboard/{path}")  # the first one fills caches
        with queries() as sent:
            assert (await as_sari.get(f"/dashboard/{path}")).status_code in (200, 303)
        counts[path] = len(sent)
    assert {path: count for path, count in counts.items() if count > MOST[path]} == {}
