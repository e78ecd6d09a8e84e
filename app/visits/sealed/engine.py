"""DuckDB, which reads and writes the files of sealed visits: in worker threads, with bounded memory and time.

One database in memory for each installation, opened on first use (the import alone takes 40 MB and half a second). It
reads and writes below the store's directory only, and reads files of a remote storage through this process; it loads no
extension and downloads nothing: Parquet is part of the wheel. DuckDB has no statement time-out: a timer interrupts it.
"""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import structlog

from app.kernel import installation
from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal
from app.visits.sealed.file_store import FOLDER, PROTOCOL, FileStore

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY, AT_ONCE, MOST_WAITING = "128MB", 2, 48  # with 64 MB reports of several dimensions fail
NICENESS = 10  # of 19; requests of other people go before reports
REPORT_SECONDS, WORK_SECONDS = 15.0, 3_600.0
SETTINGS = {
    "threads": 1,  # the server's other work runs on the same cores
    "memory_limit": MEMORY,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "enable_external_access": False,
    "integer_division": True,
    "parquet_metadata_cache": True,
    "preserve_insertion_order": False,
}
Rows = list[tuple[Any, ...]]
log = structlog.get_logger()

document_code(
    "REPORT_TOO_LARGE",
    503,
    N_("The report would take too long to count."),
    N_("Ask for a shorter period or with fewer filters."),
)


class TooManyReports(Refusal):
    """So many reports are being computed that another one would wait too long."""

    code, says, retry_after = "BUSY", N_("Many reports are being counted at the moment. Try again in a few seconds."), 5


class ReportTookTooLong(Refusal):
    """A report was interrupted, or needs more memory than it may have."""

    code, retry_after = "REPORT_TOO_LARGE", 60
    says = N_("Counting this takes too long. Choose a shorter period or fewer filters.")


class VisitFilesUnavailable(Refusal):
    """A file of the manifest cannot be read: its folder is not mounted, or the storage does not answer."""

    code, retry_after = "BUSY", 60
    says = N_("The statistics of past days cannot be read at the moment. Try again in a minute.")


class Engine:
    """An installation's DuckDB and its worker threads. `store` is where the files are."""

    def __init__(self) -> None:
        self.store = FileStore(installation.current().storage)
        self._threads = ThreadPoolExecutor(AT_ONCE, "visits", _yield_to_requests)
        self._worker = ThreadPoolExecutor(1, "sealing", _yield_to_requests)
        self._opening = threading.Lock()
        self._database: DuckDBPyConnection | None = None
        self._waiting = 0

    async def report(self, sql: str, values: Sequence[Any]) -> Rows:
        """Runs a statement of a report and returns its rows. Raises: TooManyReports, ReportTookTooLong."""
        if self._waiting >= MOST_WAITING:
            raise TooManyReports
        self._waiting += 1
        try:
            return await self._run(self._threads, [(sql, values)], REPORT_SECONDS)
        except _out_of_memory() as error:
            log.warning("report_needs_too_much_memory", problem=str(error)[:300])
            raise ReportTookTooLong from error
        finally:
            self._waiting -= 1

    async def run_job(self, *statements: str) -> Rows:
        """Runs statements of a job one after the other on one connection; returns the rows of the last one."""
        return await self._run(self._worker, [(sql, ()) for sql in statements], WORK_SECONDS)

    def close(self) -> None:
        """Ends the threads and closes the database; a later statement opens them again."""
        with self._opening:
            if self._database is not None:
                self._database.interrupt()
                self._database.close()
                self._database = None

    async def _run(self, threads: ThreadPoolExecutor, statements: list[tuple[str, Sequence[Any]]], most: float) -> Rows:
        call = _Call(self, statements)
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(most):
                return await asyncio.shield(running := loop.run_in_executor(threads, call.run))
        except (TimeoutError, asyncio.CancelledError) as error:
            call.interrupt()
            while not (await asyncio.wait([running], timeout=0.2))[0]:
                call.interrupt()  # DuckDB forgets an interrupt that comes just before a statement begins
            if isinstance(error, TimeoutError):
                raise ReportTookTooLong from error
            raise

    def connect(self) -> DuckDBPyConnection:
        """Returns a new connection to the database, which the first call opens."""
        with self._opening:
            if self._database is None:
                self._database = _open(self.store)
            return self._database.cursor()


def _out_of_memory() -> type[Exception]:
    """The exception of a statement that needs more than MEMORY, although it may use the temporary folder."""
    from duckdb import OutOfMemoryException

    return OutOfMemoryException


def _yield_to_requests() -> None:
    """Lowers the priority of this thread. Linux alone has one for each thread (setpriority(2), "C library/kernel
    differences"); elsewhere it would be that of the whole process.
    """
    if sys.platform == "linux":
        thread = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, thread, max(NICENESS, os.getpriority(os.PRIO_PROCESS, thread)))


class _Call:
    """Statements that run in a thread, and that another thread can interrupt."""

    def __init__(self, engine: Engine, statements: list[tuple[str, Sequence[Any]]]) -> None:
        self.engine, self.statements = engine, statements
        self._connection: DuckDBPyConnection | None = None
        self._interrupted = False

    def run(self) -> Rows:
        import duckdb

        rows: Rows = []
        with self.engine.connect() as self._connection:
            for sql, values in self.statements:
                if self._interrupted:
                    break
                try:
                    rows = self._connection.execute(sql, values or None).fetchall()
                except duckdb.Error as error:
                    # an exception of RemoteFiles arrives as a plain Error, with its traceback as the message
                    if type(error) is not duckdb.Error and not isinstance(error, duckdb.IOException):
                        raise
                    log.warning("visit_files_unavailable", problem=str(error)[:300])
                    raise VisitFilesUnavailable from error
        return rows

    def interrupt(self) -> None:
        self._interrupted = True
        if self._connection is not None:
            from duckdb import ConnectionException

            with suppress(ConnectionException):  # it has ended meanwhile
                self._connection.interrupt()


def _open(store: FileStore) -> DuckDBPyConnection:
    import duckdb  # on first use: see above

    store.prepare()
    allowed = [str(store.directory)]
    connection = duckdb.connect(":memory:")
    if store.storage.remote:
        from app.visits.sealed.remote_files import RemoteFiles  # which imports fsspec

        connection.register_filesystem(RemoteFiles(store.storage))
        allowed.append(f"{PROTOCOL}://{FOLDER}/")
    settings = {**SETTINGS, "allowed_directories": allowed, "temp_directory": str(store.work)}
    for name, value in sorted(settings.items(), key=lambda item: item[0] == "enable_external_access"):
        connection.execute(f"SET GLOBAL {name} = {_literal(value)}")
    connection.execute("SET lock_configuration = true")
    return connection


def _literal(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    return text_literal(value) if isinstance(value, str) else str(value).lower()


def text_literal(text: str) -> str:
    """Returns a text as an SQL literal, for statements that take no placeholders."""
    return "'" + text.replace("'", "''") + "'"


def current() -> Engine:
    """Returns the engine of the current installation."""
    return installation.current().resource(Engine)
