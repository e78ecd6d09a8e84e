"""PostgreSQL and PgBouncer as Debian ships them, for what the PostgreSQL of the other tests cannot do: TLS, a pooler.

Both refuse to run as root, so they run as the user `postgres` then.
"""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from tests.serving import free_port
from tests.waiting import DEADLINE, wait_until

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1:]
PGBOUNCER = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
NEEDS_POSTGRES = pytest.mark.skipif(not PROGRAMS, reason="PostgreSQL of Debian is not installed")
NEEDS_PGBOUNCER = pytest.mark.skipif(not (PROGRAMS and PGBOUNCER), reason="pgbouncer of Debian is not installed")
QUICK = ["fsync=off", "full_page_writes=off", "autovacuum=off", "shared_buffers=16MB"]
POOLER = """
[databases]
{database} = host={folder} port={server} dbname={database} user=kliqs
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 8
server_reset_query =
logfile = {folder}/pgbouncer.log
"""


def _program(name: str) -> str:
    return str(PROGRAMS[0] / name)


def _user() -> dict[str, Any]:
    """How a program is started that refuses to be root."""
    return {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}


@dataclass
class DebianPostgres:
    """A server with a database and a role `kliqs`, which anybody on this machine may use; or one of its databases."""

    folder: Path
    port: int
    database: str = "kliqs"

    @property
    def url(self) -> str:
        return f"postgres://kliqs:kliqs@127.0.0.1:{self.port}/{self.database}"

    def another(self, database: str) -> "DebianPostgres":
        """The server with a new database without a table."""
        self.sql(f"CREATE DATABASE {database} OWNER kliqs")
        return replace(self, database=database)

    def sql(self, *statements: str, database: str = "postgres") -> None:
        """Runs statements as the superuser."""
        for statement in statements:
            command = [_program("psql"), "-qh", str(self.folder), "-p", str(self.port), "-U", "postgres", database]
            subprocess.run([*command, "-c", statement], check=True, capture_output=True)

    @contextmanager
    def pooler(self) -> Iterator[str]:
        """PgBouncer in transaction mode in front of it; the URL through it."""
        port, settings = free_port(), self.folder / "pgbouncer.ini"
        settings.write_text(POOLER.format(folder=self.folder, server=self.port, port=port, database=self.database))
        settings.chmod(0o644)
        assert PGBOUNCER
        with _running([PGBOUNCER, str(settings)], port):
            yield f"postgres://kliqs:kliqs@127.0.0.1:{port}/{self.database}"


@contextmanager
def debian_postgres(*settings: str, access: str = "host all all 127.0.0.1/32 trust") -> Iterator[DebianPostgres]:
    """A new server of Debian with these settings; `access` is the line of pg_hba.conf for TCP."""
    folder = Path(tempfile.mkdtemp(prefix="kliqs-debian-"))  # short, as the path of a socket must be
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    try:
        data, port = folder / "data", free_port()
        initdb = [_program("initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8"]
        subprocess.run(initdb, check=True, capture_output=True, **_user())
        with (data / "pg_hba.conf").open("w") as file:
            file.write(f"local all all trust\n{access}\n")
        options = [
            word for setting in [*QUICK, f"unix_socket_directories={folder}", *settings] for word in ("-c", setting)
        ]
        command = [_program("postgres"), "-D", str(data), "-p", str(port), "-h", "127.0.0.1", *options]
        with _running(command, port):
            server = DebianPostgres(folder, port)
            wait_until(lambda: _answers(server))
            server.sql("CREATE ROLE kliqs LOGIN PASSWORD 'kliqs'", "CREATE DATABASE kliqs OWNER kliqs")
            yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _answers(server: DebianPostgres) -> bool:
    with suppress(subprocess.CalledProcessError):
        server.sql("SELECT 1")
        return True
    return False


@contextmanager
def _running(command: list[str], port: int) -> Iterator[None]:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **_user()) as process:
        try:
            wait_until(lambda: _listens(port) or process.poll() is not None)
            assert process.poll() is None, command
            yield
        finally:
            process.terminate() if "pgbouncer" in command[0] else process.send_signal(2)
            try:
                process.wait(DEADLINE / 2)
            except subprocess.TimeoutExpired:
                process.kill()


def _listens(port: int) -> bool:
    with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False
