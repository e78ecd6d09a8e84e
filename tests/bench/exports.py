"""`python -m tests.bench.exports [sqlite|postgres ...]`: what an export of 10³, 10⁴ and 10⁵ links costs.

Each size is measured in a process of its own: the seconds of its processor time (`time.process_time`), the most memory
while it writes (VmHWM, set back before) and how much that is above the memory before. The ratio compares its processor
time with that of compressing the same files alone, which no export can do without.
"""

import asyncio
import gc
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from app import create_app
from app.accounts.models import Account
from app.kernel import db, installation
from app.kernel.config import Config
from app.kernel.installation import Installation
from app.privacy.export.archive import ExportArchive
from app.privacy.export.contents import write_contents
from app.server_process import GARBAGE_THRESHOLD
from tests import world
from tests.bench.harness import markdown_table, memory
from tests.databases import TEMPLATES
from tests.filled import Sizes, analyze, fill_account

LINKS, LIMIT = (10**3, 10**4, 10**5), 10**7
HEADS = (
    "",
    "links",
    "CPU, s",
    "CPU a link, ms",
    "× compressing alone",
    "most memory, MiB",
    "of it new",
    "longest turn, ms",
    "ZIP, MB",
)


async def measure(url: str, dialect: str, links: int, place: Path) -> list[str]:
    """The figures of an export of so many links."""
    config = Config(data_dir=place, database_url=url, hosts="https://kliqs.test", secret_key=world.SECRET)
    config.prepare()
    installation.use(Installation(config))
    create_app(config)
    async with db.database_open(url):
        sari = await world.sari()
        await Account.all().update(links_limit=LIMIT)
        await fill_account(sari, dialect, Sizes(links), 0)
        await analyze()
        figures = await _export(await Account.get(id=sari.id), links, place / "export.zip")
    return [dialect, f"{links:,}", *figures]


async def _export(sari: Account, links: int, file: Path) -> list[str]:
    """Writes the export of an account with so many links, and returns the figures after the second column."""
    gc.collect()
    gc.freeze()  # as the server does
    gc.set_threshold(GARBAGE_THRESHOLD)
    Path("/proc/self/clear_refs").write_text("5")  # sets VmHWM back
    before, began, user = memory(os.getpid()), time.process_time(), await world.owner(sari)
    turns = asyncio.create_task(_longest_turn())
    await write_contents(ExportArchive(file), user, sari, _ignore)
    seconds, most = time.process_time() - began, memory(os.getpid(), "VmHWM")
    turns.cancel()
    return [
        f"{seconds:.2f}",
        f"{seconds / links * 1000:.2f}",
        f"{seconds / _compress_again(file):.0f}",
        f"{most:.0f}",
        f"{most - before:.0f}",
        f"{await turns:.0f}",
        f"{file.stat().st_size / 2**20:.1f}",
    ]


async def _longest_turn() -> float:
    """Returns, once it is cancelled, the most ms of processor time for which the event loop served nothing else."""
    longest, last = 0.0, time.thread_time()
    with suppress(asyncio.CancelledError):
        while True:
            await asyncio.sleep(0.002)
            longest, last = max(longest, time.thread_time() - last), time.thread_time()
    return longest * 1000


async def _ignore(_rows: int) -> None:
    """Takes no notice of the progress."""


def _compress_again(file: Path) -> float:
    """The seconds of processor time of compressing the members of an archive, each in one piece."""
    seconds = 0.0
    with (
        zipfile.ZipFile(file) as archive,
        zipfile.ZipFile(file.with_suffix(".again"), "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for name in archive.namelist():
            content, began = archive.read(name), time.process_time()
            out.writestr(name, content)
            seconds += time.process_time() - began
    return seconds


def row(dialect: str, links: int) -> list[str]:
    """The figures for so many links, in a new database."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "var"
        folder.mkdir()
        template: Any = TEMPLATES[dialect](Path(place))
        try:
            return asyncio.run(measure(asyncio.run(template.fresh(folder)), dialect, links, folder))
        finally:
            template.close()


def main() -> None:
    words = sys.argv[1:]
    if words and words[0] == "one":
        print("\t".join(row(words[1], int(words[2]))))
        return
    rows = []
    for dialect in [word for word in words if word in TEMPLATES] or list(TEMPLATES):
        for links in LINKS:
            command = [sys.executable, "-m", "tests.bench.exports", "one", dialect, str(links)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
            rows.append(done.stdout.splitlines()[-1].split("\t"))
    print(markdown_table(HEADS, rows))


if __name__ == "__main__":
    main()
