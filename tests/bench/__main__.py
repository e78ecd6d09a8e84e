"""`python -m tests.bench`: a followed link against a bare ASGI 302 under the same server, in one run.

Prints requests a second, p50 and p99 of each, and the ratio. Figures of a shared machine: compare within one run only.
Needs nothing but this repository; the load comes from this process, on 127.0.0.1, bounded in count.
"""

import asyncio
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.serving import ROOT, environment, free_port, serving

Figures = tuple[list[float], list[float]]
CONNECTIONS, REQUESTS, ROUNDS = 16, 4_000, 3


async def load(port: int, path: str) -> tuple[float, list[float]]:
    """Requests a second, and each request's milliseconds."""
    times: list[float] = []
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUser-Agent: kliqs-bench\r\n\r\n".encode()

    async def one_connection() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(REQUESTS // CONNECTIONS):
            began = time.perf_counter()
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            if b" 302 " not in head.split(b"\r\n")[0]:
                raise RuntimeError(head.decode())
            times.append((time.perf_counter() - began) * 1000)
        writer.close()

    began = time.perf_counter()
    await asyncio.gather(*(one_connection() for _ in range(CONNECTIONS)))
    return len(times) / (time.perf_counter() - began), times


def say(name: str, rates: list[float], times: list[float]) -> float:
    """Prints one line; returns the median rate."""
    cuts = statistics.quantiles(times, n=100)
    rate = statistics.median(rates)
    print(f"{name:<24}{rate:>9.0f} requests/s   p50 {cuts[49]:6.2f} ms   p99 {cuts[98]:6.2f} ms")
    return rate


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, serving(environment(Path(folder) / "data")) as server:
        server.command("account", "create", "bench@example.com", "--password-stdin", given="correct horse\n")
        key = server.command("key", "create", "bench@example.com", "--name", "bench").strip().splitlines()[-1]
        server.api("POST", "/links", key, {"url": "https://example.com/", "slug": "bench"})
        bare_port = free_port()
        bare = subprocess.Popen([sys.executable, "-m", "tests.bench.bare", f"127.0.0.1:{bare_port}"], cwd=ROOT)
        time.sleep(2)
        try:
            results: dict[str, Figures] = {"a bare ASGI 302": ([], []), "a followed link": ([], [])}
            for _ in range(ROUNDS):
                places = ((bare_port, "/"), (server.port, "/bench"))
                for (rates, times), (port, path) in zip(results.values(), places, strict=True):
                    rate, took = asyncio.run(load(port, path))
                    rates.append(rate)
                    times += took
        finally:
            bare.terminate()
            bare.wait(10)
        first, second = (say(name, *figures) for name, figures in results.items())
        print(f"{'ratio':<24}{second / first:>9.2f} of the bare 302")


if __name__ == "__main__":
    main()
