"""Metrics of what waits: jobs by kind, emails, events for webhooks, and posts."""

from __future__ import annotations

from quart import Quart

from app.jobs.queue import backlog_by_kind
from app.jobs.worker import Worker
from app.mail.backlog import mail_backlog
from app.ops.measures.factory import MetricFactory
from app.publishing.delivery.backlog import post_backlog
from app.publishing.posts.phases import PHASES
from app.webhooks.backlog import delivery_backlog

JOB_STATES, EMAIL_STATES = ("waiting", "running", "failed"), ("waiting", "sent", "given_up")


class JobMeasures:
    """The queue of jobs, and what the worker of this process did."""

    seconds = 5

    def __init__(self, make: MetricFactory) -> None:
        self.advance = make.advance
        self.ended = make.counter("jobs_ended", "Jobs that ended, by kind and outcome.", "kind", "outcome")
        self.duration = make.counter("jobs_seconds", "Seconds that handlers of jobs ran, by kind.", "kind")
        self.waiting = make.gauge("jobs_waiting", "Jobs that are due and not begun.")
        self.oldest = make.gauge("jobs_oldest_seconds", "For how long the oldest of them has been due.")
        self.jobs = make.gauge(
            "jobs", "Jobs by kind: due and not begun, running, failed in the last 30 days.", "kind", "state"
        )
        self.oldest_of_kind = make.gauge(
            "job_kind_oldest_seconds", "For how long the oldest job of a kind that is not begun has been due.", "kind"
        )

    def gather(self, app: Quart) -> None:
        """Copies the counters of the worker."""
        worker: Worker = app.extensions["worker"]
        for (kind, outcome), number in worker.outcomes.items():
            self.advance(self.ended.labels(kind, outcome), number)
        for kind, seconds in worker.seconds.items():
            self.advance(self.duration.labels(kind), seconds)

    async def read(self) -> None:
        """Reads the queue."""
        backlogs = await backlog_by_kind()
        self.waiting.set(sum(backlog.waiting for backlog in backlogs.values()))
        self.oldest.set(max((backlog.oldest for backlog in backlogs.values()), default=0.0))
        for kind, backlog in backlogs.items():
            for state in JOB_STATES:
                self.jobs.labels(kind, state).set(getattr(backlog, state))
            self.oldest_of_kind.labels(kind).set(backlog.oldest)


class MailMeasures:
    """The queue of emails."""

    seconds = 15

    def __init__(self, make: MetricFactory) -> None:
        self.emails = make.gauge("emails", "Emails of the last week, by state.", "state")
        self.oldest = make.gauge("emails_oldest_seconds", "For how long the oldest email that waits has waited.")

    def gather(self, app: Quart) -> None:
        """Copies nothing: how emails end is counted with their jobs, of the kind mail.send."""

    async def read(self) -> None:
        """Reads the queue."""
        backlog = await mail_backlog()
        for state in EMAIL_STATES:
            self.emails.labels(state).set(getattr(backlog, state))
        self.oldest.set(backlog.oldest)


class WebhookMeasures:
    """Events that wait to be sent to endpoints."""

    seconds = 5

    def __init__(self, make: MetricFactory) -> None:
        self.due = make.gauge("webhook_deliveries_due", "Events that are due to be sent.")
        self.oldest = make.gauge("webhook_oldest_seconds", "For how long the oldest of them has been due.")

    def gather(self, app: Quart) -> None:
        """Copies nothing: requests to endpoints are counted with all calls."""

    async def read(self) -> None:
        """Reads the outbox."""
        backlog = await delivery_backlog()
        self.due.set(backlog.due)
        self.oldest.set(backlog.oldest)


class PostMeasures:
    """Posts to social networks."""

    seconds = 60

    def __init__(self, make: MetricFactory) -> None:
        self.posts = make.gauge("posts", "Posts to networks, by phase.", "phase")
        self.waiting = make.gauge("posts_waiting", "Posts that are due and not begun.")
        self.oldest = make.gauge("posts_oldest_seconds", "For how long the oldest of them has been due.")

    def gather(self, app: Quart) -> None:
        """Copies nothing."""

    async def read(self) -> None:
        """Reads the posts."""
        backlog = await post_backlog()
        for phase in PHASES:
            self.posts.labels(phase).set(backlog.phases.get(phase, 0))
        self.waiting.set(backlog.waiting)
        self.oldest.set(backlog.oldest)
