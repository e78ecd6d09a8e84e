"""`/metrics` for Prometheus: disabled unless KLIQS_METRICS_TOKEN is set, and answered only to requests with that token.

The redirect path counts in plain integers; a task copies them into prometheus-client once a second. With several
processes that library adds their values up (PROMETHEUS_MULTIPROC_DIR, set before it is imported).
"""

from __future__ import annotations

import asyncio
import hmac
import os
import time
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

from quart import Blueprint, Quart, Response, abort, current_app, g, request

from app.front.redirect_service import RedirectService
from app.jobs import queue
from app.jobs.queue import Backlog
from app.jobs.worker import Worker
from app.kernel import installation
from app.kernel.private_files import make_folder
from app.ops.backup_status import BackupStatus, backup_status
from app.ops.doctor import DATABASE_ERRORS
from app.ops.operator_actions import OperationDeclined
from app.ops.request_rates import RequestRates
from app.payments.operator.order_list import count_states
from app.payments.order_state import OrderState
from app.payments.webhook_counts import WebhookCounts
from app.publishing.delivery.backlog import PostBacklog, post_backlog
from app.publishing.posts.phases import PHASES
from app.web import hosts
from app.webhooks.backlog import DeliveryBacklog, delivery_backlog

blueprint = Blueprint("metrics", __name__)
SECONDS_BETWEEN_UPDATES, UPDATES_BETWEEN_BACKLOGS, UPDATES_BETWEEN_ORDERS = 1.0, 5, 60
UPDATES_BETWEEN_SAMPLES = 15
UPDATES_BETWEEN_BACKUPS = 300
TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """The metrics of a process; created once in each, after it is forked."""

    def __init__(self, app: Quart) -> None:
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

        self.app, self.registry, self._last_values = app, CollectorRegistry(), dict[Any, int]()
        self.request_rates = RequestRates()
        common: Any = {"registry": self.registry}
        self.followed = Counter("kliqs_links_followed", "Redirects answered, by the way they took.", ["way"], **common)
        self.taken = Counter("kliqs_visits_taken_in", "Visits taken from the journal into the database.", **common)
        self.lost = Counter("kliqs_visits_lost", "Visits that fitted nowhere any more.", **common)
        self.refused = Counter("kliqs_connections_refused", "Connections beyond KLIQS_CONNECTIONS.", **common)
        waiting = "Visits that wait for the database."
        self.waiting = Gauge("kliqs_journal_bytes", waiting, multiprocess_mode="livesum", **common)
        self.failing = Gauge(
            "kliqs_visits_failing", "1 while the database takes no visits.", multiprocess_mode="livemax", **common
        )
        self.connections = Gauge("kliqs_connections", "Open connections.", multiprocess_mode="livesum", **common)
        self.requests = Histogram(
            "kliqs_request_seconds",
            "Requests the app answered.",
            ["surface", "status"],
            buckets=(0.005, 0.02, 0.05, 0.1, 0.25, 1, 5),
            **common,
        )
        self._create_job_metrics(common)
        self._create_payment_metrics(common)

    def _create_job_metrics(self, common: Any) -> None:
        """Creates the metrics of the queue and its worker; `common` are the arguments that all metrics share."""
        from prometheus_client import Counter, Gauge

        self.jobs = Counter("kliqs_jobs_ended", "Jobs that ended, by kind and outcome.", ["kind", "outcome"], **common)
        self.jobs_waiting = Gauge(
            "kliqs_jobs_waiting", "Jobs that are due and not begun.", multiprocess_mode="livemax", **common
        )
        self.oldest_job = Gauge(
            "kliqs_jobs_oldest_seconds",
            "For how long the oldest of them has been due.",
            multiprocess_mode="livemax",
            **common,
        )

    def _create_payment_metrics(self, common: Any) -> None:
        """Creates the metrics of orders and of what providers report; `common` as above."""
        from prometheus_client import Counter, Gauge

        self.webhooks = Counter(
            "kliqs_webhooks", "Notifications of payment providers, by outcome.", ["provider", "outcome"], **common
        )
        self.orders = Gauge("kliqs_orders", "Orders, by state.", ["state"], multiprocess_mode="livemax", **common)
        self._create_webhook_metrics(common)
        self._create_post_metrics(common)
        self._create_backup_metrics(common)

    def _create_webhook_metrics(self, common: Any) -> None:
        """Creates the metrics of events that wait to be sent; `common` as above."""
        from prometheus_client import Gauge

        self.deliveries = Gauge(
            "kliqs_webhook_deliveries_due", "Events that are due to be sent.", multiprocess_mode="livemax", **common
        )
        self.oldest_delivery = Gauge(
            "kliqs_webhook_oldest_seconds",
            "For how long the oldest of them has been due.",
            multiprocess_mode="livemax",
            **common,
        )

    def _create_post_metrics(self, common: Any) -> None:
        """Creates the metrics of posts to social networks; `common` as above."""
        from prometheus_client import Gauge

        self.posts = Gauge(
            "kliqs_posts", "Posts to networks, by phase.", ["phase"], multiprocess_mode="livemax", **common
        )
        self.posts_waiting = Gauge(
            "kliqs_posts_waiting", "Posts that are due and not begun.", multiprocess_mode="livemax", **common
        )
        self.oldest_post = Gauge(
            "kliqs_posts_oldest_seconds",
            "For how long the oldest of them has been due.",
            multiprocess_mode="livemax",
            **common,
        )

    def _create_backup_metrics(self, common: Any) -> None:
        """Creates the metrics of the backups at KLIQS_BACKUP_URL; `common` as above. A time of 0 means never."""
        from prometheus_client import Gauge

        self.backup = Gauge(
            "kliqs_backup_seconds", "When the last backup was made.", multiprocess_mode="livemax", **common
        )
        self.verified_backup = Gauge(
            "kliqs_backup_verified_seconds",
            "When the last backup was made that was verified.",
            multiprocess_mode="livemax",
            **common,
        )

    def set_backups(self, status: BackupStatus | None) -> None:
        """Sets the times of the last backups, in seconds since 1970."""
        if status:
            self.backup.set(status.newest.made_at.timestamp() if status.newest else 0)
            self.verified_backup.set(status.newest_verified.made_at.timestamp() if status.newest_verified else 0)

    def gather(self) -> None:
        """Copies the plain counters of the redirect path into the metrics."""
        following: RedirectService = self.app.extensions["redirects"]
        connections = self.app.extensions.get("connections")
        if connections:
            self._advance(self.followed.labels("protocol"), connections.answered)
            self._advance(self.refused, connections.refused)
            self.connections.set(len(connections.lanes))
        for way, number in following.answered.items():
            self._advance(self.followed.labels(way), number)
        if run := following.recording:
            self._advance(self.taken, run.ingester.taken)
            self._advance(self.lost, run.journal.lost)
            self.waiting.set(run.journal.waiting)
            self.failing.set(bool(run.ingester.failing))
        worker: Worker = self.app.extensions["worker"]
        for (kind, outcome), number in worker.outcomes.items():
            self._advance(self.jobs.labels(kind, outcome), number)
        for (provider, outcome), number in installation.current().resource(WebhookCounts).items():
            self._advance(self.webhooks.labels(provider, outcome), number)

    def set_backlog(self, backlog: Backlog) -> None:
        """Sets how many jobs wait in the queue, which all processes share."""
        self.jobs_waiting.set(backlog.waiting)
        self.oldest_job.set(backlog.oldest)

    def set_deliveries(self, backlog: DeliveryBacklog) -> None:
        """Sets how many events are due to be sent."""
        self.deliveries.set(backlog.due)
        self.oldest_delivery.set(backlog.oldest)

    def set_orders(self, numbers: Mapping[str, int]) -> None:
        """Sets how many orders are in each state."""
        for state in OrderState:
            self.orders.labels(state.value).set(numbers.get(state.value, 0))

    def set_posts(self, backlog: PostBacklog) -> None:
        """Sets how many posts are in each phase, and how many are due and not begun."""
        for phase in PHASES:
            self.posts.labels(phase).set(backlog.phases.get(phase, 0))
        self.posts_waiting.set(backlog.waiting)
        self.oldest_post.set(backlog.oldest)

    def _advance(self, counter: Any, number: int) -> None:
        """Adds the growth of a plain counter since the last call to its metric."""
        counter.inc(number - self._last_values.get(counter, 0))
        self._last_values[counter] = number

    def text(self) -> bytes:
        """Returns the metrics of all processes in Prometheus text format."""
        from prometheus_client import generate_latest

        self.gather()
        return generate_latest(self.of_all_processes())

    def of_all_processes(self) -> Any:
        """Returns the registry with what all processes have counted."""
        if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
            return self.registry
        from prometheus_client import CollectorRegistry
        from prometheus_client.multiprocess import MultiProcessCollector

        MultiProcessCollector(registry := CollectorRegistry())  # type: ignore[no-untyped-call]
        return registry


def prepare_multiprocess(folder: Path) -> Callable[[int], object]:
    """Prepares metrics for several processes, which count in files of this folder; call it before they are forked.

    Returns the function to call with the id of a process that died.
    """
    make_folder(folder)
    for left in folder.glob("*.db"):
        left.unlink()
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = str(folder)
    from prometheus_client.multiprocess import mark_process_dead

    return mark_process_dead


@asynccontextmanager
async def metrics_task(app: Quart, token: str) -> AsyncGenerator[None]:
    """Runs the task that updates the metrics while the block runs, if a token is set."""
    if not token:
        yield
        return
    metrics = app.extensions["metrics"] = Metrics(app)

    async def run() -> None:
        for update in count():
            metrics.gather()
            if update % UPDATES_BETWEEN_SAMPLES == 0:
                metrics.request_rates.sample(metrics.of_all_processes())
            with suppress(OperationDeclined, *DATABASE_ERRORS):
                await _read_backlogs(metrics, update)
            await asyncio.sleep(SECONDS_BETWEEN_UPDATES)

    task = asyncio.create_task(run(), name="metrics")
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _read_backlogs(metrics: Metrics, update: int) -> None:
    """Reads from the database what is due to be read at this update."""
    if update % UPDATES_BETWEEN_BACKLOGS == 0:
        metrics.set_backlog(await queue.backlog())
        metrics.set_deliveries(await delivery_backlog())
    if update % UPDATES_BETWEEN_ORDERS == 0:
        metrics.set_orders(await count_states())
        metrics.set_posts(await post_backlog())
    if update % UPDATES_BETWEEN_BACKUPS == 0:
        metrics.set_backups(await backup_status())


def measure_requests(app: Quart, token: str) -> None:
    """Measures the duration of every request of the app, by surface and status."""
    app.config["METRICS_TOKEN"] = token

    @app.after_request
    async def measure(response: Response) -> Response:
        if (metrics := app.extensions.get("metrics")) is not None:
            seconds = time.perf_counter() - g.began
            metrics.requests.labels(hosts.surface_of_path(), f"{response.status_code // 100}xx").observe(seconds)
        return response


@blueprint.get("/metrics")
async def metrics_endpoint() -> Response:
    """The metrics, for a request with the bearer token; 404 when metrics are off, 401 without the token."""
    metrics, token = current_app.extensions.get("metrics"), current_app.config["METRICS_TOKEN"]
    if metrics is None or not token:
        abort(404)
    scheme, _, shown = ",".join(request.headers.getlist("Authorization")).partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(shown.strip().encode(), token.encode()):
        return Response("", 401, {"WWW-Authenticate": "Bearer"})
    return Response(metrics.text(), content_type=TYPE, headers={"Cache-Control": "no-store"})
