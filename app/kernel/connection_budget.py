"""Whether PostgreSQL lets the processes of an installation open as many connections as their settings allow."""

from dataclasses import dataclass

from app.kernel import db, installation
from app.kernel.postgres_limits import BESIDE_POOL

ROOM = """
    SELECT least(
        current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
            - coalesce(current_setting('reserved_connections', true)::int, 0),
        (SELECT nullif(rolconnlimit, -1) FROM pg_roles WHERE rolname = current_user),
        (SELECT nullif(datconnlimit, -1) FROM pg_database WHERE datname = current_database())) AS room"""


@dataclass(frozen=True, slots=True)
class ConnectionBudget:
    """How many connections PostgreSQL gives to Kliqs, and how many one process opens at most."""

    room: int
    each: int

    @property
    def processes(self) -> int:
        """For how many processes there is room."""
        return self.room // self.each

    def warning(self, processes: int) -> str:
        """Returns a sentence for the operator if so many processes may open too many connections, otherwise ""."""
        if processes <= self.processes:
            return ""
        return (
            f"PostgreSQL gives Kliqs {self.room} connections, and {processes * self.each} may be opened, {self.each} "
            "by each process: raise max_connections there, or lower KLIQS_DATABASE_POOL or --processes."
        )


async def connection_budget() -> ConnectionBudget:
    """Reads the limits of the server, the role and the database. The main database must be PostgreSQL and open.

    Through a pooler a process opens only the connections beside its pool.
    """
    config = installation.current().config
    pool = 0 if config.database_direct_url else db.pool_size()
    [row] = await db.query_rows(ROOM, [])
    return ConnectionBudget(row["room"], pool + BESIDE_POOL)
