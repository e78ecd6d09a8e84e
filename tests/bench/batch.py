"""`python -m tests.bench.batch [--rows 499]`: what a code costs, what many do, and how links are followed meanwhile.

A real server makes and packs a batch of links; beside it one client follows a link every few milliseconds, first
with nothing else to do, then while the batch is made, then while it is drawn. Compare within one run only.
"""

import argparse
import http.client
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from app.qr.design import Design
from app.qr.render.drawing import draw_code
from app.qr.render.matrix import encode_short_url
from app.qr.render.pdf import render_pdf
from app.qr.render.png import render_png
from app.qr.render.svg import render_svg
from app.qr.scan_check import is_readable, rasterize_on_white
from app.qr.verdict import check_scannability
from tests.bench.harness import AGENT, Client, markdown_table, percentile
from tests.serving import Server, environment, serving

EVERY, QUIET = 0.005, 5.0
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
            connection.request("GET", "/bench-me", headers={"User-Agent": AGENT})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 302:
                raise RuntimeError(f"{answer.status} instead of a redirect")
            self.took.append((time.perf_counter() - began) * 1000)
            time.sleep(EVERY)

    def since(self, mark: int) -> str:
        """Returns how long the answers took from number `mark` on."""
        took = self.took[mark:]
        p50, p99, most = statistics.median(took), percentile(took, 0.99), max(took)
        return f"p50 {p50:.2f}, p99 {p99:.2f}, most {most:.2f} ms"


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
    return f"{statistics.median(took):.2f} ms"


def one_code() -> Iterator[tuple[str, str]]:
    """Yields what the steps of a single code cost; a fresh content each time, so that nothing is cached."""
    design = Design()
    made = [encode_short_url(f"https://kliqs.me/promo-{at}?qr=abcde", "m") for at in range(40)]
    drawings = [draw_code(one, design) for one in made]
    yield "a code encoded", timed(lambda at: encode_short_url(f"https://kliqs.me/p{at}?qr=abcde", "m"))
    yield "a code drawn", timed(lambda at: draw_code(made[at], design))
    yield "its verdict, five views", timed(lambda at: check_scannability(made[at], design, None, drawings[at]))
    yield "read once, clean", timed(lambda at: is_readable(rasterize_on_white(drawings[at], 6), made[at].content))
    yield "as SVG", timed(lambda at: render_svg(drawings[at]))
    yield "as PNG of 1,000 pixels", timed(lambda at: render_png(drawings[at], 1000))
    yield "as PDF", timed(lambda at: render_pdf(drawings[at], 60))


def many_codes(server: Server, rows: int) -> Iterator[tuple[str, str]]:
    """Yields what a batch takes, and what follows of links take meanwhile."""
    key = server.command("key", "create", EMAIL, "--name", "bench").strip().splitlines()[-1]
    server.api("POST", "/links", key, {"url": "https://example.com/", "slug": "bench-me"})
    follower, person = Follower(server.port), Client(server).sign_in(EMAIL, PASSWORD)
    follower.start()
    time.sleep(QUIET)
    yield "a link followed, nothing else", follower.since(0)
    typed = "url,slug,title\n" + "\n".join(f"https://example.com/{at},,Table {at}" for at in range(rows))

    mark, began = len(follower.took), time.perf_counter()
    place = person.submit("/dashboard/batch/", CHOSEN | {"typed": typed})
    person.get(place)
    yield f"dry run of {rows} rows", f"{time.perf_counter() - began:.2f} s"
    began = time.perf_counter()
    person.submit(f"{place}/make", {"make": "1"})
    yield "their links and codes made", f"{time.perf_counter() - began:.2f} s"
    yield "a link followed meanwhile", follower.since(mark)

    mark, peak = len(follower.took), 0
    while b"codes.zip" not in person.get(place):
        peak = max(peak, worker_memory(server.process.pid))
        time.sleep(0.5)
    yield "their files and the print sheet drawn", f"{time.perf_counter() - began:.2f} s after the button"
    yield "a link followed meanwhile, too", follower.since(mark)
    yield "most memory of the worker", f"{peak / 1024:.0f} MiB"
    follower.going = False
    for name in ("codes.zip", "sheet.pdf"):
        yield name, f"{len(person.get(f'{place}/{name}')) / 1000:.0f} kB"


def main() -> None:
    """Measures both and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=499, help="links and codes of the batch")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        (folder := Path(place, "data")).mkdir()
        with serving(environment(folder)) as server:
            server.command("account", "create", EMAIL, "--password-stdin", "--plan", "business", given=f"{PASSWORD}\n")
            print(markdown_table(("", "median"), [*one_code(), *many_codes(server, options.rows)]))


if __name__ == "__main__":
    main()
