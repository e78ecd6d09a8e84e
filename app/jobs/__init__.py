"""Jobs: work that is done after the request that causes it, or by the clock, such as mail, sweeps and packing.

`await jobs.enqueue("mail.send", {"letter": id})` enqueues a job inside the caller's transaction. The decorator
`@jobs.handler("mail.send")` marks the function that does such jobs; it is in the package that the work belongs to. All
kinds of jobs share one table and one worker.
"""

from app.jobs.models import Job, LeaseLost, PayloadTooLarge
from app.jobs.queue import cancel, enqueue, retry, run_now
from app.jobs.registry import GiveUp, RetryLater, handler
from app.jobs.schedule import HOURLY, MINUTELY, NIGHTLY, Schedule

__all__ = [
    "HOURLY",
    "MINUTELY",
    "NIGHTLY",
    "GiveUp",
    "Job",
    "LeaseLost",
    "PayloadTooLarge",
    "RetryLater",
    "Schedule",
    "cancel",
    "enqueue",
    "handler",
    "retry",
    "run_now",
]
