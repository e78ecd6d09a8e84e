"""Which test left a connection to SQLite open.

Its thread would report to the closed loop of that test, and the garbage collector would complain about it in another
test, which had nothing to do with it.
"""

from typing import Any
from weakref import WeakSet

import aiosqlite

_made: "WeakSet[aiosqlite.Connection]" = WeakSet()


def watch_connections() -> None:
    """Lets `open_connections` know every connection from now on."""
    initialise = aiosqlite.Connection.__init__

    def initialise_and_note(connection: aiosqlite.Connection, *args: Any, **named: Any) -> None:
        initialise(connection, *args, **named)
        _made.add(connection)

    aiosqlite.Connection.__init__ = initialise_and_note  # type: ignore[assignment, method-assign]


def open_connections() -> list[aiosqlite.Connection]:
    """Returns the connections that are open, each once."""
    left = [connection for connection in _made if connection._connection is not None]
    _made.clear()
    return left
