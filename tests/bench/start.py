"""`python -m tests.bench.start [times]`: what the start of a server costs, with a database that is up to date.

First by phases, in a process of its own: CPU seconds and MiB after importing, after making the app, after its startup,
and after one page, and how many modules are loaded. Then as an operator starts it: CPU and memory of the server once
it is ready and has shown one page, and of the processes that it started, a second later. Medians of `times` starts, 5
unless told otherwise, after one that does not count. Figures of a shared machine: compare within one run.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.serving import ROOT, Server, environment, start

TIMES, TICK = 5, os.sysconf("SC_CLK_TCK")
PHASES = """
import asyncio, json, sys, time
from pathlib import Path
phases = {}

def note(name):
    status = Path("/proc/self/status").read_text()
    phases[name] = [time.process_time(), int(status.split("VmRSS:")[1].split()[0]) / 1024, len(sys.modules)]

note("python")
try:
    import app.__main__, gc
    gc.disable()
    import app.cli
    gc.freeze()
    gc.enable()
except ModuleNotFoundError:  # of versions before there was one
    import app.cli
note("imported")
from app import create_app
app = create_app()
note("made")

async def serve():
    async with app.test_app():
        note("serving")
        response = await app.test_client().get("/login", headers={"Host": "localhost:8000"})
        assert response.status_code == 200
        note("one page")

asyncio.run(serve())
print(json.dumps(phases))
"""


def phases(env: dict[str, str]) -> dict[str, list[float]]:
    """CPU seconds, MiB and modules after each phase."""
    command = [sys.executable, "-c", PHASES]
    printed = subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True, text=True).stdout
    result: dict[str, list[float]] = json.loads(printed.splitlines()[-1])
    return result


def cost(process: str) -> list[float]:
    """CPU seconds of a process, its MiB, and of them those that no other process shares."""
    folder = Path("/proc", process)
    fields = (folder / "stat").read_text().rpartition(")")[2].split()
    status = (folder / "status").read_text()
    memory = [int(status.split(f"{name}:")[1].split()[0]) / 1024 for name in ("VmRSS", "RssAnon")]
    return [(int(fields[11]) + int(fields[12])) / TICK, *memory]


def children(server: Server) -> list[str]:
    """The ids of the processes that a server started."""
    return Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text().split()


def served(env: dict[str, str]) -> dict[str, list[float]]:
    """The same of a server that shows one page, and of its children added up, a second later."""
    server = start(env)
    try:
        urllib.request.urlopen(f"{server.url}/login").close()
        own = cost(str(server.process.pid))
        time.sleep(1)
        theirs = [cost(child) for child in children(server)]
        return {"the server": own, "its children": [sum(column) for column in zip(*theirs, strict=True)] or [0.0] * 3}
    finally:
        server.stop()


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else TIMES
    for title, columns, measure in (
        ("phase", ("CPU s", "MiB", "modules"), phases),
        ("served", ("CPU s", "MiB", "MiB of its own"), served),
    ):
        with tempfile.TemporaryDirectory() as place:
            env = environment(Path(place) / "data", PYTHONPYCACHEPREFIX=str(Path(place) / "bytecode"))
            env.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed Kliqs has its bytecode
            runs = [measure(env) for _ in range(times + 1)][1:]
        print(f"{title:<16}" + "".join(f"{name:>16}" for name in columns))
        for name in runs[0]:
            medians = [statistics.median(figures) for figures in zip(*(run[name] for run in runs), strict=True)]
            print(f"{name:<16}{medians[0]:>16.2f}" + "".join(f"{figure:>16.0f}" for figure in medians[1:]))


if __name__ == "__main__":
    main()
