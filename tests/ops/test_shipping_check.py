"""`kliqs doctor` says how much of shipped journals waits in the storage, and whether it has waited too long."""

import os
import time
from pathlib import Path

import pytest

from app.kernel.config import Config
from app.kernel.open_storage import storage_of
from app.ops.finding import Finding
from app.ops.shipping_check import check_shipping
from app.visits.recording.shipped_piece import ShippedPiece


async def findings(config: Config) -> list[Finding]:
    return [finding async for finding in check_shipping(config)]


async def test_without_the_setting_nothing_is_said_of_an_empty_storage(tmp_path: Path) -> None:
    assert not await findings(Config(data_dir=tmp_path))


async def test_shipping_to_a_folder_says_that_it_must_be_shared(tmp_path: Path) -> None:
    shared, empty = await findings(Config(data_dir=tmp_path, journal_sync="ship"))
    assert shared.ok and "KLIQS_STORAGE_URL" in shared.says
    assert empty.ok and "nothing waits" in empty.says


async def test_what_waits_is_usual_for_a_while_and_wrong_when_nobody_takes_it_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = Config(data_dir=tmp_path)
    for journal in (os.urandom(16).hex(), os.urandom(16).hex()):
        storage_of(config).write(ShippedPiece(journal, 1, 0, 5).key, b"1234\n")
    [usual] = await findings(config)
    assert usual.ok and "10 bytes of visits of 2 journals" in usual.says
    later = time.time() + 3600
    monkeypatch.setattr(time, "time", lambda: later)
    [late] = await findings(config)
    assert not late.ok and "kliqs visits ingest" in late.says
