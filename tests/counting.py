"""Counts the SQL a block of code sends, so that a cost is pinned by a test."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Tally(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.statements: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.statements.append(record.getMessage())


@contextmanager
def queries() -> Iterator[list[str]]:
    """The statements sent inside the block, in order (BEGIN and COMMIT are not among them)."""
    logger, tally = logging.getLogger("tortoise.db_client"), _Tally()
    level = logger.level
    logger.addHandler(tally)
    logger.setLevel(logging.DEBUG)
    try:
        yield tally.statements
    finally:
        logger.removeHandler(tally)
        logger.setLevel(level)
