"""`python -m tests.bench.webhooks [--events 10000]`: how links are followed while events of batches are delivered.

A real server delivers to a receiver on this machine; beside it one client follows a link every few milliseconds, first
with nothing else to do, then while the events are sent. Compare within one run only.
"""

import argparse
import asyncio
import tempfile
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from app.accounts.models import Account
from app.kernel import db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.lifespan import WEBHOOK_DATA
from app.links.bulk_create import create_links
from tests.bench.batch import EMAIL, QUIET, Follower
from tests.bench.harness import markdown_table
from tests.serving import Server, environment, serving

IN_A_BATCH = 1_000


class Receiver(ThreadingHTTPServer):
    """Takes every event and keeps their ids."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.ids = list[str]()
        threading.Thread(target=self.serve_forever, daemon=True).start()


class _Handler(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        """Keeps the id of an event and answers 204."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.server.ids.append(self.headers["webhook-id"])  # type: ignore[attr-defined]
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: Any) -> None: ...


async def make_links(url: str, events: int) -> None:
    """Makes as many links as that, in batches."""
    assert WEBHOOK_DATA, "registered by the import"
    installation.use(Installation(Config(secret_key="x" * 40)))  # the server signs; here events are only written
    async with db.database_open(url):
        account = await Account.get(name="Bench")
        for batch in range(events // IN_A_BATCH):
            urls = [{"url": f"https://example.com/{batch}/{number}"} for number in range(IN_A_BATCH)]
            await create_links(account, urls)  # type: ignore[arg-type]


def measure(server: Server, url: str, events: int) -> list[tuple[str, str]]:
    """Returns what following a link takes before and while the events are sent, and how long sending takes."""
    receiver = Receiver()
    server.command("account", "create", EMAIL, "--name", "Bench", "--plan", "business")
    server.command("account", "limits", EMAIL, "--links", str(2 * events))
    key = server.command("key", "create", EMAIL, "--name", "bench").strip().splitlines()[-1]
    server.api("POST", "/links", key, {"url": "https://example.com/", "slug": "bench-me"})
    hook = f"http://127.0.0.1:{receiver.server_port}/"
    server.api("POST", "/webhooks", key, {"url": hook, "events": ["link.created"]})
    follower = Follower(server.port)
    follower.start()
    time.sleep(QUIET)
    rows = [("a link followed, nothing else", follower.since(0))]
    asyncio.run(make_links(url, events))
    mark, began = len(follower.took), time.perf_counter()
    while len(set(receiver.ids)) < events:
        time.sleep(0.1)
    rows.append(("a link followed meanwhile", follower.since(mark)))
    rows.append((f"{events:,} events sent in", f"{time.perf_counter() - began:.1f} s"))
    rows.append(("messages", f"{len(receiver.ids):,}"))
    follower.going = False
    return rows


def main() -> None:
    """Runs the bench on SQLite and prints a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=10_000)
    events = parser.parse_args().events
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        with serving(environment(data) | {"KLIQS_NET_ALLOW": "127.0.0.1"}) as server:
            print(markdown_table(("what", "took"), measure(server, f"sqlite://{data / 'kliqs.sqlite3'}", events)))


if __name__ == "__main__":
    main()
