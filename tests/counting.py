"""Counts the SQL a block of code sends, so that a cost is pinned by a test."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple


class Statement(NamedTuple):
    """A statement with placeholders, and their values."""

    sql: str
    values: list[Any]


class _Tally(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.messages: list[str] = []
        self.statements: list[Statement] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
        if record.msg == "%s: %s" and isinstance(record.args, tuple):
            sql, values = record.args
            self.statements.append(Statement(str(sql), [*(values or [])]))  # type: ignore[misc]


@contextmanager
def _tallied() -> Iterator[_Tally]:
    logger, tally = logging.getLogger("tortoise.db_client"), _Tally()
    level = logger.level
    logger.addHandler(tally)
    logger.setLevel(logging.DEBUG)
    try:
        yield tally
    finally:
        logger.removeHandler(tally)
        logger.setLevel(level)


@contextmanager
def queries() -> Iterator[list[str]]:
    """The statements sent inside the block, in order (BEGIN and COMMIT are not among them)."""
    with _tallied() as tally:
        yield tally.messages


@contextmanager
def statements() -> Iterator[list[Statement]]:
    """The same statements with their values, to be explained."""
    with _tallied() as tally:
        yield tally.statements
