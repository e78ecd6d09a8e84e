"""`python -m tests.bench.batch`: what a code costs, what five hundred do, and how links are followed meanwhile.

A real server makes and packs a batch of 500 links; beside it one client follows a link every few milliseconds, first
with nothing else to do, then while the batch is made, then while it is drawn. Compare within one run only.
"""

import http.client
import statistics
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from http.cookiejar import CookieJar
from pathlib import Path

from app.qr.design import Design
from app.qr.render.drawing import draw_code
from app.qr.render.matrix import encode_short_url
from app.qr.render.pdf import render_pdf
from app.qr.render.png import render_png
from app.qr.render.svg import render_svg
from app.qr.scan_check import is_readable, rasterize_on_white
from app.qr.scannability import check_scannability
from tests.serving import Server, environment, serving

ROWS, EVERY, QUIET = 500, 0.005, 5.0
EMAIL, PASSWORD = "bench@example.com", "correct horse battery"
CHOSEN = {
    "kind": "link",
    "form": "svg",
    "size": "1000",
    "paper": "a4",
    "grid": "3x8",
    "margin": "8",
    "captions": "1",
    "marks": "1",
    "style": "",
}


class Follower(threading.Thread):
    """Follows a link again and again; keeps how many milliseconds each answer took."""

    def __init__(self, port: int) -> None:
        super().__init__(daemon=True)
        self.port, self.took, self.going = port, list[float](), True

    def run(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        while self.going:
            began = time.perf_counter()
            connection.request("GET", "/bench-me", headers={"User-Agent": "Mozilla/5.0 Firefox/133.0"})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 302:
                raise RuntimeError(f"{answer.status} instead of a redirect")
            self.took.append((time.perf_counter() - began) * 1000)
            time.sleep(EVERY)

    def since(self, mark: int, name: str) -> str:
        took = sorted(self.took[mark:])
        p99 = took[int(len(took) * 0.99)]
        return (
            f"{name:<34}p50 {statistics.median(took):>7.2f} ms   p99 {p99:>7.2f} ms   most {took[-1]:>7.2f} ms   "
            f"{len(took)} followed"
        )


class Person:
    """Somebody signed in, with a browser's cookies."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        self.opener.addheaders = [("Sec-Fetch-Site", "same-origin"), ("User-Agent", "Mozilla/5.0 Firefox/133.0")]
        self.send("/login", {"email": EMAIL, "password": PASSWORD})

    def send(self, path: str, form: dict[str, str] | None = None) -> tuple[str, bytes]:
        """Where it ended, and what was there."""
        given = None if form is None else urllib.parse.urlencode(form).encode()
        with self.opener.open(f"{self.server.url}{path}", given, timeout=120) as answer:
            return urllib.parse.urlsplit(answer.url).path, answer.read()


def worker_memory(server: int) -> int:
    """The most memory that a batch worker of a server has had so far, in kilobytes; 0 when none runs."""
    most = 0
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it may end while it is looked at
            status = (process / "status").read_text()
            if f"PPid:\t{server}\n" in status and b"batch.worker" in (process / "cmdline").read_bytes():
                most = max(most, int(status.partition("VmHWM:")[2].split()[0]))
    return most


def timed(work: Callable[[int], object], rounds: int = 40) -> str:
    took = []
    for at in range(rounds):
        began = time.perf_counter()
        work(at)
        took.append((time.perf_counter() - began) * 1000)
    return f"{statistics.median(took):>7.2f} ms"


def one_code() -> None:
    """What the steps of a single code cost; a fresh content each time, so that nothing is cached."""
    design = Design()
    made = [encode_short_url(f"https://kliqs.me/promo-{at}?qr=abcde", "m") for at in range(40)]
    drawings = [draw_code(one, design) for one in made]
    print("one code, median:")
    print("  encoded           ", timed(lambda at: encode_short_url(f"https://kliqs.me/p{at}?qr=abcde", "m")))
    print("  drawn             ", timed(lambda at: draw_code(made[at], design)))
    print("  verdict, 5 views  ", timed(lambda at: check_scannability(made[at], design, None, drawings[at])))
    print("  read once, clean  ", timed(lambda at: is_readable(rasterize_on_white(drawings[at], 6), made[at].content)))
    for name, write in (
        ("svg", render_svg),
        ("png 1000", lambda one: render_png(one, 1000)),
        ("pdf", lambda one: render_pdf(one, 60)),
    ):
        print(f"  as {name:<15}", timed(lambda at, write=write: write(drawings[at])))  # type: ignore[misc]


def five_hundred(server: Server) -> None:
    key = server.command("key", "create", EMAIL, "--name", "bench").strip().splitlines()[-1]
    server.api("POST", "/links", key, {"url": "https://example.com/", "slug": "bench-me"})
    follower, person = Follower(server.port), Person(server)
    follower.start()
    time.sleep(QUIET)
    print(follower.since(0, "followed, nothing else"))
    typed = "url,slug,title\n" + "\n".join(f"https://example.com/{at},,Table {at}" for at in range(ROWS - 1))

    mark, began = len(follower.took), time.perf_counter()
    place, _ = person.send("/dashboard/batch/", CHOSEN | {"typed": typed})
    print(f"{ROWS - 1} rows, dry run: {time.perf_counter() - began:.2f} s")
    began = time.perf_counter()
    person.send(f"{place}/make", {})
    print(f"{ROWS - 1} links and codes made: {time.perf_counter() - began:.2f} s")
    print(follower.since(mark, "followed, while they are made"))

    mark, peak = len(follower.took), 0
    while b"codes.zip" not in person.send(place)[1]:
        peak = max(peak, worker_memory(server.process.pid))
        time.sleep(0.5)
    print(f"memory of the worker at most: {peak / 1024:.0f} MB")
    print(f"{ROWS - 1} files and the sheet drawn: {time.perf_counter() - began:.2f} s after the button")
    print(follower.since(mark, "followed, while they are drawn"))
    follower.going = False
    for name in ("codes.zip", "sheet.pdf"):
        print(f"{name}: {len(person.send(f'{place}/{name}')[1]) / 1000:.0f} kB")


def main() -> None:
    print(f"python {sys.version.split()[0]}")
    one_code()
    with tempfile.TemporaryDirectory() as place:
        (folder := Path(place, "data")).mkdir()
        with serving(environment(folder)) as server:
            server.command("account", "create", EMAIL, "--password-stdin", "--plan", "business", given=f"{PASSWORD}\n")
            five_hundred(server)


if __name__ == "__main__":
    main()
