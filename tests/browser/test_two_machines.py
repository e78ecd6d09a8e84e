"""A newcomer's journey in a real browser whose requests go to two machines by turns."""

from typing import Any

import pytest

from tests.browser.conftest import Troubles
from tests.browser.test_journey import test_from_sign_up_to_a_revoked_key as journey_of_a_newcomer
from tests.cluster import Cluster, needed


@needed
@pytest.mark.timeout(300)
def test_from_sign_up_to_a_revoked_key_on_two_machines(cluster: Cluster, chromium: Any, troubles: Troubles) -> None:
    journey_of_a_newcomer(cluster.front, chromium, troubles)
    assert min(cluster.requests_by_machine()) > 20
