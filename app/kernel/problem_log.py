"""Logs an exception that nothing else handles: with its traceback, unless it only says that something is away."""

import structlog

from app.kernel.outage_log import log_outage
from app.kernel.transient_errors import is_unavailable

log = structlog.get_logger()


def log_problem(event: str, error: BaseException, **facts: object) -> None:
    """Logs a fault of ours with its traceback, and an outage in one line a minute."""
    if is_unavailable(error):
        log_outage(event, error, **facts)
    else:
        log.error(event, exc_info=error, **facts)
