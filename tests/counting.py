"""Counts the SQL a block of code sends, so that a cost is pinned by a test.

The block's own statements count, and those of the tasks it starts (a request of the test client is one). Tasks that run
beside it, such as an intake of visits, are not its cost, though the logger of the database is one for all.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NamedTuple

_LOGGER = logging.getLogger("tortoise.db_client")


class Statement(NamedTuple):
    """A statement with placeholders, and their values."""

    sql: str
    values: list[Any]


class _Tally(logging.Handler):
    def __init__(self, *, served: bool) -> None:
        super().__init__(logging.DEBUG)
        self.served = served
        self.messages: list[str] = []
        self.statements: list[Statement] = []

    def emit(self, record: logging.LogRecord) -> None:
        within = self.served or self in _TALLIES.get()
        if not within or record.getMessage().startswith(("Created connection", "Closed connection")):
            return
        self.messages.append(record.getMessage())
        if record.msg == "%s: %s" and isinstance(record.args, tuple):
            sql, values = record.args
            self.statements.append(Statement(str(sql), [*(values or [])]))  # type: ignore[misc]


_TALLIES: ContextVar[tuple[_Tally, ...]] = ContextVar("tallies of the blocks around this code", default=())


@contextmanager
def _tallied(*, served: bool = False) -> Iterator[_Tally]:
    tally, level, propagates = _Tally(served=served), _LOGGER.level, _LOGGER.propagate
    token = _TALLIES.set((*_TALLIES.get(), tally))
    _LOGGER.addHandler(tally)
    _LOGGER.setLevel(logging.DEBUG)
    _LOGGER.propagate = False  # writing the statements into the log takes longer than most of them
    try:
        yield tally
    finally:
        _LOGGER.removeHandler(tally)
        _LOGGER.setLevel(level)
        _LOGGER.propagate = propagates
        _TALLIES.reset(token)


@contextmanager
def queries(*, served: bool = False) -> Iterator[list[str]]:
    """The statements sent inside the block, in order (BEGIN and COMMIT are not among them).

    With `served`, those of all tasks: who asks through a socket is answered by a task of the server.
    """
    with _tallied(served=served) as tally:
        yield tally.messages


@contextmanager
def statements() -> Iterator[list[Statement]]:
    """The same statements with their values, to be explained."""
    with _tallied() as tally:
        yield tally.statements
