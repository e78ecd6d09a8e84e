"""An outage is one line a minute for each thing that meets it, however often it is met."""

import time

import pytest
import structlog

from app.kernel import outage_log
from app.kernel.outage_log import log_outage


def met(times: int, event: str) -> None:
    for number in range(times):
        log_outage(event, ConnectionRefusedError(f"refused {number}"), place="here")


def test_an_outage_is_logged_at_once_and_then_once_a_minute_with_a_count(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 1_000.0
    monkeypatch.setattr(time, "monotonic", lambda: now)
    with structlog.testing.capture_logs() as lines:
        met(100, "database_away")
        met(1, "disk_full")
        now += outage_log.INTERVAL
        met(100, "database_away")
    assert [(line["event"], line["problem"], line["not_logged"]) for line in lines] == [
        ("database_away", "refused 0", 0),
        ("disk_full", "refused 0", 0),
        ("database_away", "refused 0", 99),
    ]
    assert {(line["error"], line["place"]) for line in lines} == {("ConnectionRefusedError", "here")}
