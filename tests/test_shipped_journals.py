"""A server that ships its journal is killed and its disk is lost: another machine takes its visits in, each once."""

import asyncio
import itertools
import json
import shutil
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from app.kernel import db, installation
from app.links.click_counters import LinkVisitCounter
from app.visits.recording.shipped_intake import ShippedIntake
from app.visits.recording.shipped_piece import list_pieces
from tests import world
from tests.databases import Template
from tests.object_server import CREDENTIALS, ObjectServer
from tests.serving import Server, environment, serving
from tests.tasks import background_task
from tests.test_recording import Load, marks
from tests.waiting import eventually

pytestmark = pytest.mark.slow


def visits_of(server: Server) -> dict[str, Any]:
    """What a server says of its journal."""
    with urllib.request.urlopen(f"{server.url}/readyz", timeout=20) as answer:
        return dict(json.load(answer)["data"]["visits"])


async def answered(server: Server) -> Load:
    """Follows the link until some hundred visits were answered."""
    load, stop = Load(server.port, itertools.count(1)), asyncio.Event()
    async with background_task(load.run(stop)) as running:
        await eventually(lambda: len(load.answered) > 300)
        stop.set()
        await running
    return load


async def test_visits_of_a_machine_that_is_lost_with_its_disk_are_in_the_storage_and_counted_once(
    template: Template, object_server: ObjectServer, tmp_path: Path
) -> None:
    url, address, disk = await template.fresh(tmp_path), object_server.address(), tmp_path / "data"
    storage = {"URL": address, "KEY": CREDENTIALS.key, "SECRET": CREDENTIALS.secret}
    settings = {f"KLIQS_STORAGE_{name}": value for name, value in storage.items()} | {"KLIQS_JOURNAL_SYNC": "ship"}
    async with db.database_open(url):
        await world.shorten(await world.dewi(), "promo")
        with serving(environment(disk, url, **settings)) as server:
            async with db.transaction():  # while this lasts, no visit gets into the database
                await db.query_rows("LOCK TABLE visits IN ACCESS EXCLUSIVE MODE", [])
                load = await answered(server)

                async def shipped() -> bool:
                    state = await asyncio.to_thread(visits_of, server)
                    return bool(state["unshipped_bytes"] == 0 and state["waiting_bytes"] > 0)

                await eventually(shipped)
                server.kill()
                shutil.rmtree(disk)
        installation.current().storage = object_server.storage(tmp_path / "other", address)
        assert await ShippedIntake(LinkVisitCounter).take_in_all() >= len(load.answered)
        assert await list_pieces() == []
    recorded = await marks({"KLIQS_DATABASE_URL": url})
    assert {str(mark) for mark in load.answered} <= recorded.keys() and set(recorded.values()) == {1}
