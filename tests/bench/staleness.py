"""`python -m tests.bench.staleness [--changes 40]`: how long one machine shows what another one has changed.

Two machines behind nginx (`tests.cluster`). A link is paused or goes on by the API of one machine; the other one is
asked every few milliseconds until it answers so. Milliseconds from the acknowledgement until the last request that got
an answer of before was sent; 0 where the first one got the new answer.
"""

import argparse
import asyncio
import http.client
import tempfile
import time
from contextlib import closing
from pathlib import Path

from app.kernel import installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from tests.bench.harness import AGENT, markdown_table, percentile
from tests.cluster import Cluster, cluster_of
from tests.databases import PostgresTemplate
from tests.object_server import object_server_running
from tests.serving import Server, key_with_room
from tests.world import SECRET

EVERY = 0.002  # seconds
ANSWERS = (410, 302)  # paused, and going on


def status_of(server: Server) -> int:
    """What a machine answers for the link."""
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)) as connection:
        connection.request("GET", "/changes", headers={"Host": server.host, "User-Agent": AGENT})
        return connection.getresponse().status


def measure(cluster: Cluster, key: str, changes: int) -> list[float]:
    """For how many milliseconds the other machine did not show each change."""
    here, there = cluster.machines
    link = here.api("POST", "/links", key, {"url": "https://example.com", "slug": "changes"})[1]["data"]["id"]
    took = list[float]()
    for number in range(changes):
        before = status_of(there)
        wanted = ANSWERS[number % 2]
        code, answer = here.api("PATCH", f"/links/{link}", key, {"paused": wanted == 410})
        acknowledged = time.perf_counter()
        if code != 200 or (number and before == wanted):
            raise RuntimeError(f"{code} {answer}, {before} before")
        asked, stale = time.perf_counter(), acknowledged
        while status_of(there) != wanted:
            stale = asked
            time.sleep(EVERY)
            asked = time.perf_counter()
        took.append((stale - acknowledged) * 1000)
    return took


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--changes", type=int, default=40)
    changes = parser.parse_args().changes
    with tempfile.TemporaryDirectory() as place, object_server_running() as files:
        folder = Path(place)
        installation.use(Installation(Config(data_dir=folder / "own", secret_key=SECRET)))
        template = PostgresTemplate(folder)
        url = asyncio.run(template.fresh(folder))
        with cluster_of(folder, url, files) as cluster:
            key = asyncio.run(key_with_room(cluster.env))
            cluster.start_both()
            took = sorted(measure(cluster, key, changes))
        template.close()
    row = [str(len(took)), *(f"{value:.0f}" for value in (percentile(took, 0.5), percentile(took, 0.99), took[-1]))]
    print(markdown_table(["changes", "p50, ms", "p99, ms", "longest, ms"], [row]))


if __name__ == "__main__":
    main()
