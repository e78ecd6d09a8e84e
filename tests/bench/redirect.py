"""`python -m tests.bench.redirect [seconds] [rounds]`: what a redirect costs beside nginx's static answer, in one run.

nginx (`return 302`, one worker) and Kliqs (one process, its intake included) share one core and are measured in turn;
wrk has the other core, 64 connections and a thousand names, each request with a browser's headers and a referrer.
Everything is recorded durably. Printed are the medians of the rounds, their ratios, and whether Kliqs has in its
database what it answered. The ratio of rates is what a visitor gets; the ratio of CPU times per request stays true when
others use the machine. `--ways` measures the slower ways of answering as well, bio pages, and names that nobody has.

Compare within one run only. Needs Debian's packages nginx-light and wrk.
"""

import asyncio
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
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from app.accounts.models import Account
from app.accounts.registration import register
from app.kernel import db, installation
from app.kernel.config import Config
from app.links.models import Link
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page
from tests.serving import ROOT, Server, environment, free_port, start

CONNECTIONS, SECONDS, ROUNDS, NAMES, SERVER_CORE, LOAD_CORE = 64, 3.0, 5, 1000, 0, "1"
TOKEN, PAGE = "only-for-this-bench", "bench-page"
SCRIPT = """
wrk.headers["User-Agent"] = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) \
Chrome/131.0.0.0 Safari/537.36"
wrk.headers["Accept-Language"] = "id,en;q=0.8"
wrk.headers["Accept"] = "text/html"
wrk.headers["Accept-Encoding"] = "gzip, deflate, br"
wrk.headers["Referer"] = "https://l.instagram.com/"
wrk.headers["Sec-Fetch-Dest"] = "document"
wrk.headers["Sec-Fetch-Mode"] = "navigate"
local requests, n = {{}}, 0
init = function(args)
  for i = 1, {names} do requests[i] = wrk.format("GET", (string.gsub("{path}", "#", tostring(i - 1)))) end
end
request = function()
  n = n % {names} + 1
  return requests[n]
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
class Target:
    """Something that answers requests: its port, its process, and what was measured. `path` holds a `#` for the number
    of the name.
    """

    name: str
    port: int
    pid: int
    path: str = "/bench-#"
    server: Server | None = None
    visits: Path | None = None
    rates: list[float] = field(default_factory=list)
    tails: list[float] = field(default_factory=list)
    costs: list[float] = field(default_factory=list)

    def measure(self, folder: Path, seconds: float) -> None:
        """One round of load, and until the visits of this round are in the database."""
        script = folder / f"{self.port}.lua"
        script.write_text(SCRIPT.format(names=NAMES, path=self.path))
        before, address = cpu_seconds(self.pid), f"http://127.0.0.1:{self.port}"
        load = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds:g}s", "--latency", "-s", str(script), address]
        output = subprocess.run(["taskset", "-c", LOAD_CORE, *load], capture_output=True, text=True, check=True).stdout
        self.settle()
        requests = int(first_match(r"(\d+) requests in", output))
        self.rates.append(float(first_match(r"Requests/sec:\s+([\d.]+)", output)))
        self.tails.append(milliseconds(first_match(r"\n +99%\s+(\S+)", output)))
        self.costs.append((cpu_seconds(self.pid) - before) / requests * 1e6)

    def settle(self) -> None:
        """Waits until the rest of the journal is taken in, so that its CPU time is counted with its requests."""
        if self.visits is not None:
            recorded(self)

    def pin(self) -> None:
        """Keeps all threads of the process on the servers' core."""
        for task in Path(f"/proc/{self.pid}/task").iterdir():
            os.sched_setaffinity(int(task.name), {SERVER_CORE})

    @property
    def rate(self) -> float:
        """Requests a second, the median of the rounds."""
        return statistics.median(self.rates)

    @property
    def cost(self) -> float:
        """CPU microseconds a request, the median of the rounds."""
        return statistics.median(self.costs)

    def __str__(self) -> str:
        tail = statistics.median(self.tails)
        return f"{self.name:<34}{self.rate:>9.0f}/s   p99 {tail:>7.2f} ms   CPU {self.cost:>6.1f} us"


def first_match(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    if match is None:
        raise RuntimeError(text)
    return match[1]


def milliseconds(text: str) -> float:
    number, unit = float(text.rstrip("mus")), text.lstrip("0123456789.")
    return number * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def cpu_seconds(pid: int) -> float:
    """Seconds of processor time that a process and its threads have used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_megabytes(pid: int) -> float:
    """The largest resident memory of a process so far."""
    return int(first_match(r"VmHWM:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())) / 1024


def start_kliqs(folder: Path, lane: str = "on") -> Target:
    """A server with a thousand links, with or without a lane."""
    data = folder / lane
    data.mkdir()
    server = start(environment(data, KLIQS_LANE=lane, KLIQS_METRICS_TOKEN=TOKEN, KLIQS_SECRET_KEY="x" * 40))
    try:
        asyncio.run(fill(data))
    except BaseException:
        server.stop()
        raise
    names = {"off": "the Quart route", "asgi": "the ASGI lane", "on": "Kliqs, the protocol lane"}
    target = Target(names[lane], server.port, server.process.pid, server=server)
    target.visits = data / "kliqs.visits.sqlite3"
    return target


async def fill(data: Path) -> None:
    """Makes the links and the page of the bench."""
    config = Config(data_dir=data, secret_key="x" * 40)
    installation.use(installation.Installation(config))
    async with db.database_open(db.resolve_database_url("", data)):
        account = (await register("bench@example.com", "Bench", "correct horse battery", plan="pro")).account
        await Account.filter(id=account.id).update(links_limit=NAMES)
        await account.refresh_from_db()
        for number in range(NAMES):
            await Link.shorten(account, url=f"https://example.com/{number}", slug=f"bench-{number}")
        titles = [f"Shop {number}" for number in range(12)]
        blocks = [Block.new("link", {"title": title, "url": "https://example.com/", "note": ""}) for title in titles]
        await (await Page.make(account, PAGE, Content(name="Bench", blocks=tuple(blocks)))).publish(account)


def start_nginx(folder: Path) -> tuple[subprocess.Popen[bytes], Target]:
    """nginx with a static redirect; the target's process is its only worker."""
    port, conf = free_port(), folder / "nginx.conf"
    conf.write_text(NGINX.format(folder=folder, port=port))
    process = subprocess.Popen(["nginx", "-c", str(conf), "-p", str(folder)], stderr=subprocess.DEVNULL)
    time.sleep(1)
    worker = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, check=True).stdout.split()[0]
    return process, Target("nginx, static return 302", port, int(worker))


def answered(target: Target) -> int:
    """How many redirects a server says it answered."""
    assert target.server is not None
    request = urllib.request.Request(f"{target.server.url}/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    with urllib.request.urlopen(request, timeout=20) as response:
        return int(sum(map(float, re.findall(r"^kliqs_links_followed_total.* (\S+)$", response.read().decode(), re.M))))


def recorded(target: Target) -> int:
    """How many visits are in the database, once no more come."""
    assert target.visits is not None
    last = -1
    while True:
        with sqlite3.connect(target.visits, timeout=30) as raw:
            count = int(raw.execute("SELECT COUNT(*) FROM visits").fetchone()[0])
        if count == last:
            return count
        last = count
        time.sleep(1)


def start_bare() -> tuple[subprocess.Popen[bytes], Target]:
    """An ASGI app that answers every request with the same 302, under our runner."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "tests.bench.bare", f"127.0.0.1:{port}"], cwd=ROOT)
    time.sleep(2)
    return process, Target("bare ASGI 302, hypercorn", port, process.pid)


def slower_ways(kliqs: Target, folder: Path) -> list[Target]:
    """The other ways of answering a link, and what each of the first and the last way answers besides links."""
    others = [start_kliqs(folder, lane) for lane in ("asgi", "off")]
    besides = [
        Target(f"{name}, {way.name}", way.port, way.pid, path=path)
        for name, path in (("page", f"/{PAGE}"), ("unknown name", "/no-such-link-#"))
        for way in (kliqs, others[-1])
    ]
    return [*others, *besides]


def compare(seconds: float, rounds: int, *, ways: bool) -> None:
    """Measures all in turn and prints the ratios of Kliqs and nginx."""
    with tempfile.TemporaryDirectory() as place, ExitStack() as stack:
        kliqs = start_kliqs(Path(place))
        (process, nginx), extra = start_nginx(Path(place)), []
        stack.callback(process.terminate)
        if ways:
            process, bare = start_bare()
            stack.callback(process.terminate)
            extra = [bare, *slower_ways(kliqs, Path(place))]
        targets = [nginx, kliqs, *extra]
        for server in [target.server for target in targets if target.server]:
            stack.callback(server.stop)
        for target in targets:
            target.pin()
        for _ in range(rounds):
            for target in targets:
                target.measure(Path(place), seconds)
        print(*targets, sep="\n")
        print(
            f"ratio of rates {kliqs.rate / nginx.rate:.2f}, of CPU {nginx.cost / kliqs.cost:.2f}; "
            f"{resident_megabytes(kliqs.pid):.0f} MB at most"
        )
        for target in [target for target in targets if target.server]:
            print(f"{target.name}: answered {answered(target)}, recorded {recorded(target)}")


def main() -> None:
    """Runs the bench as the arguments say: seconds, rounds, and --ways for every way to answer."""
    if missing := [name for name in ("wrk", "nginx") if shutil.which(name) is None]:
        sys.exit(f"missing: {', '.join(missing)}; apt-get install nginx-light wrk")
    numbers = [float(word) for word in sys.argv[1:] if not word.startswith("-")]
    seconds, rounds = (*numbers, *(SECONDS, ROUNDS)[len(numbers) :])[:2]
    compare(seconds, int(rounds), ways="--ways" in sys.argv[1:])


if __name__ == "__main__":
    main()
