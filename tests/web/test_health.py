"""`/readyz` says whether the process may get requests."""

import pytest

from app.kernel import db, shutdown
from tests.client import Browser


async def test_a_process_that_drains_lives_but_is_not_ready(visitor: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (await visitor.get("/readyz")).status_code == 200
    monkeypatch.setattr(shutdown, "_draining", True)
    response = await visitor.get("/readyz")
    assert response.status_code == 503
    assert "draining" in (await response.get_json())["message"]
    assert (await visitor.get("/healthz")).status_code == 200


async def test_a_process_without_its_database_is_not_ready(visitor: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail() -> None:
        raise OSError

    monkeypatch.setattr(db, "ping", fail)
    assert (await visitor.get("/readyz")).status_code == 503
