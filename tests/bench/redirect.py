"""`python -m tests.bench.redirect`: what following a link costs, and showing a page, each way, in one interleaved run.

The server has one core and wrk (Debian's package) another; 64 connections; medians of several rounds. Compare within
one run only: figures of a shared machine move by the hour. nginx's static `return 302` is measured where it is
installed. Everything is recorded durably; at the end what each server answered (its own /metrics) is compared with
what is in its database.
"""

import os
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from tests.serving import COMMAND, ROOT, Server, environment, free_port, start

CONNECTIONS, SECONDS, ROUNDS = 64, 4, 5
TOKEN = "only-for-this-bench"
AGENT = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0"
SCRIPT = """
local pages, n = {pages}, 0
wrk.headers["User-Agent"] = "{agent}"
wrk.headers["Accept-Language"] = "id,en;q=0.8"
wrk.headers["Accept"] = "text/html"
wrk.headers["Accept-Encoding"] = "gzip, deflate, br"
request = function()
  n = n + 1
  return wrk.format("GET", n % 100 < pages and "/no-such-link" or "{path}")
end
"""
NGINX = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{ access_log off; client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
  uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e; keepalive_requests 100000000;
  server {{ listen 127.0.0.1:{port}; location / {{ return 302 https://example.com/; }} }} }}
"""


@dataclass
class Way:
    """Something that answers redirects: where, and which process it is."""

    name: str
    port: int
    pid: int
    path: str = "/bench"
    pages: int = 0
    visits: Path | None = None
    server: Server | None = None
    rates: list[float] = field(default_factory=list)
    tails: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)

    def measure(self, folder: Path) -> None:
        """One round of load."""
        script = folder / f"{self.port}-{self.pages}.lua"
        script.write_text(SCRIPT.format(pages=self.pages, agent=AGENT, path=self.path))
        before, address = cpu(self.pid), f"http://127.0.0.1:{self.port}"
        load = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "-s", str(script), address]
        output = subprocess.run(["taskset", "-c", "1", *load], capture_output=True, text=True, check=True).stdout
        requests = int(first_match(r"(\d+) requests in", output))
        self.rates.append(float(first_match(r"Requests/sec:\s+([\d.]+)", output)))
        self.tails.append(milliseconds(first_match(r"\n +99%\s+(\S+)", output)))
        self.costs.append((cpu(self.pid) - before) / requests * 1e6)

    def says(self, bare: float) -> str:
        rate = statistics.median(self.rates)
        return (
            f"{self.name:<34}{rate:>9.0f}/s   p99 {statistics.median(self.tails):>7.2f} ms   "
            f"CPU {statistics.median(self.costs):>6.1f} us   {rate / bare:>6.2f} x bare"
        )


def first_match(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    if match is None:
        raise RuntimeError(text)
    return match[1]


def milliseconds(text: str) -> float:
    number, unit = float(text.rstrip("mus")), text.lstrip("0123456789.")
    return number * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def cpu(pid: int) -> float:
    """Seconds of processor time a process and its threads have used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def kliqs(folder: Path, lane: str) -> tuple[subprocess.Popen[bytes], Way]:
    """A server with one link, with or without a lane."""
    env = environment(folder / lane, KLIQS_LANE=lane, KLIQS_METRICS_TOKEN=TOKEN)
    (folder / lane).mkdir()
    server = start(env)
    server.command("account", "create", "bench@example.com", "--password-stdin", stdin="correct horse\n")
    key = server.command("key", "create", "bench@example.com", "--name", "bench").strip().splitlines()[-1]
    server.api("POST", "/links", key, {"url": "https://example.com/", "slug": "bench"})
    blocks = [{"kind": "link", "title": f"Shop {at}", "url": f"https://example.com/{at}"} for at in range(12)]
    _, page = server.api("POST", "/pages", key, {"name": "Bench", "slug": "bench-page", "blocks": blocks})
    server.api("PUT", f"/pages/{page['data']['id']}/publication", key, {})
    visits = folder / lane / "kliqs.visits.sqlite3"
    names = {"off": "the Quart route", "asgi": "the ASGI lane", "on": "the protocol lane"}
    return server.process, Way(names[lane], server.port, server.process.pid, visits=visits, server=server)


def other(command: list[str], port: int, name: str) -> tuple[subprocess.Popen[bytes], Way]:
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    time.sleep(2)
    return process, Way(name, port, process.pid, path="/")


def nginx(folder: Path) -> tuple[subprocess.Popen[bytes], Way] | None:
    if shutil.which("nginx") is None:
        return None
    port, conf = free_port(), folder / "nginx.conf"
    conf.write_text(NGINX.format(folder=folder, port=port))
    process, way = other(["nginx", "-c", str(conf), "-p", str(folder)], port, "nginx, static return 302")
    way.pid = int(subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, check=True).stdout.split()[0])
    return process, way


def answered(way: Way) -> int:
    """How many redirects a server says it answered."""
    assert way.server is not None
    request = urllib.request.Request(f"{way.server.url}/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    with urllib.request.urlopen(request, timeout=20) as metrics_response:
        return int(
            sum(map(float, re.findall(r"^kliqs_links_followed_total.* (\S+)$", metrics_response.read().decode(), re.M)))
        )


def recorded(way: Way) -> int:
    """How many visits are in the database, once no more come."""
    assert way.visits is not None
    last = -1
    while True:
        with sqlite3.connect(way.visits) as raw:
            now = int(raw.execute("SELECT COUNT(*) FROM visits").fetchone()[0])
        if now == last:
            return now
        last = now
        time.sleep(2)


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        folder, port = Path(place), free_port()
        bare = other([sys.executable, "-m", "tests.bench.bare", f"127.0.0.1:{port}"], port, "bare ASGI 302, hypercorn")
        started = [bare, *(kliqs(folder, lane) for lane in ("off", "asgi", "on"))]
        started += [one for one in [nginx(folder)] if one]
        protocol, off = started[3][1], started[1][1]
        mixes = [
            Way(f"{name}, {pages} % pages", way.port, way.pid, pages=pages)
            for pages in (10, 50, 100)
            for way, name in ((off, "no lane"), (protocol, "protocol lane"))
        ]
        sheets = [
            Way(f"a bio page, {name}", way.port, way.pid, path="/bench-page")
            for way, name in ((off, "no lane"), (protocol, "protocol lane"))
        ]
        ways = [way for _, way in started] + mixes + sheets
        try:
            for _, way in started:
                for task in Path(f"/proc/{way.pid}/task").iterdir():
                    os.sched_setaffinity(int(task.name), {0})
            for _ in range(ROUNDS):
                for way in ways:
                    way.measure(folder)
            rate = statistics.median(ways[0].rates)
            print("\n".join(way.says(rate) for way in ways))
            for _, way in started[1:4]:
                print(f"{way.name}: answered {answered(way)}, recorded {recorded(way)}")
        finally:
            for process, _ in started:
                process.terminate()
                process.wait(20)


if __name__ == "__main__":
    if shutil.which("wrk") is None:
        sys.exit("apt-get install wrk")
    print(f"python {sys.version.split()[0]}, {' '.join(COMMAND[-1:])}")
    main()
