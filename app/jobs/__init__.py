"""Work that happens later: mail, sweeps, packing, whatever need not be done before a request is answered.

`await jobs.enqueue("mail.send", {"letter": id})` inside the caller's transaction; `@jobs.handler("mail.send")` on the
function that does it, in the package whose work it is. One table and one worker serve all kinds.
"""

from app.jobs.kinds import GiveUp, RetryLater, handler
from app.jobs.models import Job, LeaseLost, PayloadTooLarge
from app.jobs.queue import cancel, enqueue, retry
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
]
