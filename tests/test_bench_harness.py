"""The benches measure servers on a core of their own, where no client works."""

import os
import subprocess

import pytest

from tests.bench.harness import CLIENT_CORE, SERVER_CORE, client_pinned, pin


@pytest.mark.skipif(not {SERVER_CORE, CLIENT_CORE} <= os.sched_getaffinity(0), reason="the machine has not both cores")
def test_a_server_keeps_its_core_whether_the_client_is_pinned_before_or_after() -> None:
    before = os.sched_getaffinity(0)
    with subprocess.Popen(["sleep", "60"]) as early:
        pin(SERVER_CORE, early.pid)
        with client_pinned(), subprocess.Popen(["sleep", "60"]) as late:
            pin(SERVER_CORE, late.pid)
            assert os.sched_getaffinity(0) == {CLIENT_CORE}
            assert os.sched_getaffinity(early.pid) == os.sched_getaffinity(late.pid) == {SERVER_CORE}
            late.kill()
        early.kill()
    assert os.sched_getaffinity(0) == before
