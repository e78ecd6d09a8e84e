"""What the pages of the dashboard cost: at most one query more than when an account was one person (in brackets).

One more is for the number beside Publishing in the sidebar.
"""

from app.accounts.models import Account
from tests import world
from tests.client import Browser
from tests.counting import queries

MOST = {
    "links/": 14,  # (10): what the check of destinations saw stands in the rows, and UTM templates
    "links/tags/": 8,  # (6)
    "qr/": 6,  # (4)
    "pages/": 5,  # (3)
    "audience/": 7,  # (5)
    "analytics/": 12,  # (10)
    "batch/": 6,  # (4)
    "settings/": 4,  # (2)
    "settings/plan": 15,  # (7): orders, the time that is paid, webhooks, and publishing with three counts are on it now
    "settings/notifications": 4,  # (2)
    "settings/api-keys/": 8,  # (6)
    "settings/security": 11,  # (4): passkeys, app, trusted browsers and the security log are on it now
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
