"""A newcomer's journey in a real browser whose requests go to two machines by turns."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import ON_CLUSTER, Troubles, two_machines
from tests.browser.test_journey import test_from_sign_up_to_a_revoked_key as journey_of_a_newcomer
from tests.cluster import needed
from tests.databases import Template
from tests.object_server import ObjectServer


@needed
@pytest.mark.skipif(ON_CLUSTER, reason="all of tests/browser/test_journey.py is on two machines in this run")
@pytest.mark.timeout(300)
def test_from_sign_up_to_a_revoked_key_on_two_machines(
    tmp_path: Path, postgres: Template, object_server: ObjectServer, chromium: Any, troubles: Troubles
) -> None:
    with two_machines(tmp_path, postgres, object_server) as cluster:
        journey_of_a_newcomer(cluster.front, chromium, troubles)
        assert min(cluster.requests_by_machine()) > 20
