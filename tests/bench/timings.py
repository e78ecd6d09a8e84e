"""How fast pages are for people: first paint, largest paint, shift and bytes, in Chromium on a slow phone's line.

`python -m tests.bench.timings` makes a demo world, serves it and prints a row for each page. The line is that of
Lighthouse's mobile preset: 150 ms there and back, 1.6 Mbit/s down, a processor four times as slow.
"""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from tests.bench.harness import markdown_table
from tests.serving import environment, serving

PAGES = ("/rumahkawung", "/", "/docs/", "/docs/first-bio-page", "/privacy", "/login")
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
PAINTS = """() => new Promise((done) => {
  const told = {largest: 0, shift: 0};
  const watch = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({type, buffered: true});
  watch("largest-contentful-paint", (one) => { told.largest = one.startTime; });
  watch("layout-shift", (one) => { told.shift += one.value; });
  setTimeout(() => {
    const first = performance.getEntriesByName("first-contentful-paint")[0];
    const all = [performance.getEntriesByType("navigation")[0], ...performance.getEntriesByType("resource")];
    done({...told, first: first ? first.startTime : 0, bytes: all.reduce((sum, one) => sum + one.transferSize, 0),
          requests: all.length});
  }, 1500);
})"""


def measure(browser: Any, url: str) -> dict[str, float]:
    """What a first visit to a page costs, nothing of it kept from before."""
    page = browser.new_page(viewport={"width": 390, "height": 844})
    wire = page.context.new_cdp_session(page)
    wire.send("Network.emulateNetworkConditions", LINE)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(url, wait_until="load")
    told: dict[str, float] = page.evaluate(PAINTS)
    page.close()
    return told


def main() -> None:
    from playwright.sync_api import sync_playwright

    with (
        tempfile.TemporaryDirectory() as directory,
        serving(environment(Path(directory) / "data")) as server,
        sync_playwright() as playwright,
    ):
        server.command("demo", "--password", "kopi susu gula aren")
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        rows = [(path, measure(browser, server.url + path)) for path in PAGES]
        browser.close()
    heads = ("", "first paint, ms", "largest paint, ms", "shift", "kB", "requests")
    print(
        markdown_table(
            heads,
            (
                (
                    path,
                    f"{timing['first']:.0f}",
                    f"{timing['largest']:.0f}",
                    f"{timing['shift']:.3f}",
                    f"{timing['bytes'] / 1000:.1f}",
                    f"{timing['requests']:.0f}",
                )
                for path, timing in rows
            ),
        )
    )


if __name__ == "__main__":
    main()
