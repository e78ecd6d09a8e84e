"""Metrics of the process, its connections to the database, the disk, sealing, and calls to other systems."""

from __future__ import annotations

import platform
import shutil

from quart import Quart

from app.kernel import installation
from app.kernel.outside_calls import OUTCOMES, SYSTEMS, outside_calls
from app.kernel.package_files import version
from app.kernel.pool_usage import pool_usage
from app.ops.measures.factory import MetricFactory
from app.ops.process_facts import STARTED, read_process
from app.visits.localtime import DAY, EPOCH
from app.visits.sealed.progress import sealing_progress
from app.web.logs import lines_by_level


class ProcessMeasures:
    """What one process takes; of several it is the sum, but the most open files and the youngest start."""

    seconds = 0

    def __init__(self, make: MetricFactory) -> None:
        self.advance = make.advance
        self.processes = make.gauge("processes", "Processes that serve.", joined="livesum")
        self.memory = make.gauge("process_resident_bytes", "Memory of all processes.", joined="livesum")
        self.cpu = make.counter("process_cpu_seconds", "Processor time of all processes.")
        self.files = make.gauge("process_open_files", "Open files of the process that has most.")
        self.most_files = make.gauge("process_open_files_limit", "How many it may open.", joined="livemin")
        self.started = make.gauge("process_start_seconds", "Since 1970, when the youngest process started.")
        self.build = make.gauge("build", "Always 1; its labels are the versions.", "version", "python")
        self.lines = make.counter("log_lines", "Lines of the log, by level.", "level")

    def gather(self, app: Quart) -> None:
        """Reads what the system says of this process."""
        process = read_process()
        self.processes.set(1)
        self.memory.set(process.resident_bytes)
        self.advance(self.cpu, process.cpu_seconds)
        self.files.set(process.open_files)
        self.most_files.set(process.open_files_limit)
        self.started.set(STARTED)
        self.build.labels(version(), platform.python_version()).set(1)
        for level, number in lines_by_level.items():
            self.advance(self.lines.labels(level), number)

    async def read(self) -> None:
        """Reads nothing."""


class PoolMeasures:
    """Connections to the database, and calls to storage, mail server, webhooks and models."""

    seconds = 0

    def __init__(self, make: MetricFactory) -> None:
        self.advance = make.advance
        self.connections = make.gauge(
            "database_connections", "Connections to the database, by pool and state.", "pool", "state", joined="livesum"
        )
        self.waiting = make.gauge(
            "database_waiting", "Tasks that wait for a connection to the database.", "pool", joined="livesum"
        )
        self.calls = make.counter("outside_calls", "Calls to other systems, by outcome.", "system", "outcome")
        self.seconds_of = make.counter("outside_seconds", "Seconds that those calls took.", "system")

    def gather(self, app: Quart) -> None:
        """Reads the pools and copies the counts of calls."""
        for name, pool in pool_usage().items():
            for state in ("most", "opened", "used"):
                self.connections.labels(name, state).set(getattr(pool, state))
            self.waiting.labels(name).set(pool.waiting)
        calls = outside_calls()
        for system in SYSTEMS:
            self.advance(self.seconds_of.labels(system), calls.seconds[system])
            for outcome in OUTCOMES:
                self.advance(self.calls.labels(system, outcome), calls.outcomes[system, outcome])

    async def read(self) -> None:
        """Reads nothing."""


class SealingMeasures:
    """How far the sealing of visits has come, and the disk that it writes to."""

    seconds = 60

    def __init__(self, make: MetricFactory) -> None:
        self.open_days = make.gauge("sealing_open_days", "Days that are over and whose visits are not sealed.")
        self.last = make.gauge("sealing_last_day_seconds", "Since 1970, when the last sealed day began; 0 for none.")
        self.lag = make.gauge("sealing_lag_seconds", "For how long the oldest of those days has been due.")
        self.free = make.gauge("disk_free_bytes", "Free space where the data directory is.", joined="livemin")
        self.size = make.gauge("disk_bytes", "Size of the file system where the data directory is.")

    def gather(self, app: Quart) -> None:
        """Copies nothing."""

    async def read(self) -> None:
        """Reads the disk and the manifest."""
        disk = shutil.disk_usage(installation.current().config.data_dir)
        self.free.set(disk.free)
        self.size.set(disk.total)
        progress = await sealing_progress()
        self.open_days.set(progress.open_days)
        self.last.set((progress.last_sealed.toordinal() - EPOCH) * DAY / 1000 if progress.last_sealed else 0)
        self.lag.set(progress.lag)
