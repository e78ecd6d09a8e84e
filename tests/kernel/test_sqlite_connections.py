"""Promises: a connection that is not wanted any more leaves no thread behind that outlives the event loop."""

import asyncio
import threading
from pathlib import Path

import pytest

from app.kernel.sqlite_connections import open_connection


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("how", ["once", "twice", "by the end of the loop"])
@pytest.mark.filterwarnings("default::pytest.PytestUnhandledThreadExceptionWarning")
def test_opening_that_is_cancelled_at_any_point_reports_to_no_closed_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, turns: int, how: str
) -> None:
    raised: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", raised.append)
    before = set(threading.enumerate())

    async def cancel_opening() -> None:
        opening = asyncio.ensure_future(open_connection(str(tmp_path / "kliqs.sqlite3"), {"cache_size": -64}))
        for _ in range(turns):
            await asyncio.sleep(0)
        if how == "by the end of the loop":
            return
        opening.cancel()
        if how == "twice":
            await asyncio.sleep(0)
            opening.cancel()
        await asyncio.gather(opening, return_exceptions=True)
        assert opening.cancelled()

    for _ in range(20):
        asyncio.run(cancel_opening())
        for thread in set(threading.enumerate()) - before:
            thread.join()
    assert not raised
