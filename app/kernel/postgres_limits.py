"""How many connections a process opens to PostgreSQL, and how long it waits for each thing it asks of it.

Statements end at the server by `lock_timeout` and `statement_timeout`; a server that does not answer at all is noticed
by `server_pulse`, and a network that takes packets away by TCP. Migrations may take as long as they need.
"""

POOL = 20  # connections for each process, unless KLIQS_DATABASE_POOL says otherwise
SLOW_READS = 4  # of them that slow reads may have at the same time, unless KLIQS_DATABASE_SLOW_READS says otherwise
BESIDE_POOL = 2  # more for each process: one that hears of changed names, and one that asks a slow server if it lives
PATIENCE = 5.0  # seconds to wait for a connection before the request gets a 503
PROBE = 1.5  # seconds in which a server that lives accepts a connection
RELEASE = 1.0  # seconds in which a statement that nobody waits for any more must end before its connection is closed
CLOSING = 5.0  # seconds that statements may still take when the pool is closed
LOCK_TIMEOUT = 5_000  # milliseconds to wait for a lock before the request gets a 503
STATEMENT_TIMEOUT = 20_000  # milliseconds of one statement, a report's, too
KEEPALIVE = {"TCP_KEEPIDLE": 15, "TCP_KEEPINTVL": 5, "TCP_KEEPCNT": 3}  # seconds, seconds, times
TCP_USER_TIMEOUT = 10_000  # milliseconds until what was sent must be acknowledged
