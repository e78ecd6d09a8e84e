"""`kliqs settings`: the same verbs as the operator's page, with the same refusals."""

from __future__ import annotations

import pytest

from tests.test_cli import Operator, kliqs

__all__ = ["kliqs"]


def test_settings_are_listed_set_undone_and_unset(kliqs: Operator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLIQS_LOG_LEVEL", "debug")
    assert "KLIQS_GATEWAY_REQUESTS is 100." in kliqs.done("settings", "set", "KLIQS_GATEWAY_REQUESTS", "100")
    kliqs.done("settings", "set", "gateway_requests", "200")
    assert "KLIQS_GATEWAY_REQUESTS is 100." in kliqs.done("settings", "undo", "gateway_requests")
    lines = {line.split()[0]: line.split()[1:] for line in kliqs.done("settings", "list").splitlines()}
    assert lines["KLIQS_GATEWAY_REQUESTS"] == ["100", "*"] and lines["KLIQS_LOG_LEVEL"] == ["debug", "environment"]
    assert "KLIQS_GATEWAY_REQUESTS is 300." in kliqs.done("settings", "unset", "gateway_requests")
    assert "Give at least 1." in kliqs.refused("settings", "set", "gateway_requests", "0")
    assert "The environment of the servers sets KLIQS_LOG_LEVEL" in kliqs.refused(
        "settings", "set", "log_level", "info"
    )
    assert "is no setting that can be changed" in kliqs.refused("settings", "set", "secret_key", "x")
