"""`python -m tests.bench.lane_cpu [rounds]`: CPU microseconds of a followed link in the protocol lane, without sockets:
of plain links and of links with five rules, in turn.

Transports are replaced by objects that forget what is written; the journal, SQLite, the country database and the
ingester are the real ones. A thousand links are followed in turn, each request with the headers of a browser and a
referrer, and every visit is recorded. The figure without intake is measured while the ingester waits for its turn.
"""

import asyncio
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import uvloop

from app import create_app
from app.accounts.models import Account
from app.accounts.registration import register
from app.front.lanes.prepared_redirects import PreparedRedirects
from app.front.lanes.protocol_lane import ProtocolLane
from app.front.redirect_service import redirects_running
from app.kernel import database_upgrade, db
from app.kernel.config import Config
from app.visits.recording import user_agent
from tests.bench.rules import KINDS, fill

CONNECTIONS, REQUESTS, NAMES, ROUNDS = 64, 64_000, 1000, 5
HEADERS = (
    "Host: 127.0.0.1:8000\r\nUser-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 "
    "(KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36\r\nAccept: text/html\r\nReferer: https://l.instagram.com/\r\n"
    "Accept-Language: id,en;q=0.8\r\nAccept-Encoding: gzip, deflate, br\r\nSec-Fetch-Dest: document\r\n"
    "Sec-Fetch-Mode: navigate\r\nSec-Fetch-Site: cross-site\r\n\r\n"
)


class Transport:
    """A transport that drops what is written."""

    def __init__(self) -> None:
        self.written = 0

    def get_extra_info(self, _name: str, _default: object = None) -> tuple[str, int]:
        """Returns the address of the client."""
        return "103.10.66.1", 1

    def write(self, _data: bytes) -> None:
        """Counts a response."""
        self.written += 1

    def close(self) -> None:
        """Does nothing."""

    def is_closing(self) -> bool:
        """Says that the connection stays open."""
        return False

    def get_write_buffer_size(self) -> int:
        """Says that everything was sent."""
        return 0


class Owner:
    """What a lane needs of Connections."""

    keep_alive, draining, closing, lane, refused, answered = 75.0, False, False, True, 0, 0
    server: Any = None
    announced = b"keep-alive: timeout=75\r\n"

    def __init__(self, service: Any) -> None:
        self.service, self.lanes, self.prepared = service, set[Any](), PreparedRedirects()

    def has_room(self) -> bool:
        """Says that there is room."""
        return True


async def follow(lanes: list[ProtocolLane], heads: list[bytes], count: int) -> float:
    """Follows `count` links; returns the process's CPU seconds."""
    started, at = time.process_time(), 0
    for _ in range(count // len(lanes)):
        for lane in lanes:
            lane.data_received(heads[at % len(heads)])
            at += 1
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    return time.process_time() - started


async def measure(folder: Path, rounds: int) -> None:
    config = Config(data_dir=folder, secret_key="x" * 40, burst_limit="1000000/minute")
    config.prepare()
    app, url = create_app(config), db.resolve_database_url(config.database_url, folder)
    await database_upgrade.upgrade_database(url)
    service = app.extensions["redirects"]
    async with db.database_open(url):
        account = (await register("bench@example.com", "Bench", "correct horse battery", plan="pro")).account
        await Account.filter(id=account.id).update(links_limit=2 * NAMES)
        await account.refresh_from_db()
        await fill(account, NAMES)
        user_agent.build_patterns()  # until they are there, links with rules are not the lane's
        async with redirects_running(config, url, service):
            owner, transport = Owner(service), Transport()
            lanes = [ProtocolLane(owner) for _ in range(CONNECTIONS)]
            for lane in lanes:
                lane.connection_made(transport)
            heads = {
                kind: [f"GET /{kind}-{number} HTTP/1.1\r\n{HEADERS}".encode() for number in range(NAMES)]
                for kind in KINDS
            }
            await _rounds(service, lanes, heads, rounds)
            print(service.journal_state(), "answered", transport.written, owner.answered)


async def _rounds(service: Any, lanes: list[ProtocolLane], heads: dict[str, list[bytes]], rounds: int) -> None:
    ingester, follows, intakes = service.recording.ingester, defaultdict[str, list[float]](list), []
    for kind in KINDS:
        await follow(lanes, heads[kind], 8 * NAMES)
    await ingester.cycle()
    for _ in range(rounds):
        async with ingester._turn:  # no intake meanwhile
            for kind in KINDS:
                follows[kind].append(await follow(lanes, heads[kind], REQUESTS) / REQUESTS * 1e6)
        started = time.process_time()
        await ingester.cycle()
        intakes.append((time.process_time() - started) / REQUESTS / len(KINDS) * 1e6)
    for kind, costs in follows.items():
        print(f"CPU us a followed link, {kind}: {statistics.median(costs):.2f} (best {min(costs):.2f})")
    print(f"a visit taken in: {statistics.median(intakes):.2f} (best {min(intakes):.2f})")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        uvloop.run(measure(Path(place), int(sys.argv[1]) if sys.argv[1:] else ROUNDS))
