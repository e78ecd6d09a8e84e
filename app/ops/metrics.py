"""`/metrics` for Prometheus: disabled unless KLIQS_METRICS_TOKEN is set, and answered only to requests with that token.

The redirect path counts in plain integers; a task copies them into prometheus-client once a second, and reads from the
database what all processes share. With several processes that library adds their values up (PROMETHEUS_MULTIPROC_DIR,
set before it is imported).
"""

from __future__ import annotations

import hmac
import os
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path
from typing import Any

from quart import Blueprint, Quart, Response, abort, current_app, g, request

from app.kernel.background import background_tasks, repeat
from app.kernel.outage_log import log_outage
from app.kernel.private_files import make_folder
from app.ops.doctor import DATABASE_ERRORS
from app.ops.measures.backups import BackupMeasures
from app.ops.measures.factory import Measures, MetricFactory
from app.ops.measures.gateway import GatewayMeasures
from app.ops.measures.money import PaymentMeasures
from app.ops.measures.queues import JobMeasures, MailMeasures, PostMeasures, WebhookMeasures
from app.ops.measures.redirects import RedirectMeasures
from app.ops.measures.system import PoolMeasures, ProcessMeasures, SealingMeasures
from app.ops.request_rates import RequestRates
from app.web import hosts

blueprint = Blueprint("metrics", __name__)
SECONDS_BETWEEN_UPDATES, UPDATES_BETWEEN_SAMPLES = 1.0, 15
BUCKETS = (0.005, 0.02, 0.05, 0.1, 0.25, 1, 5)  # seconds
TYPE = "text/plain; version=0.0.4; charset=utf-8"
MEASURES: tuple[Callable[[MetricFactory], Measures], ...] = (
    RedirectMeasures,
    JobMeasures,
    MailMeasures,
    WebhookMeasures,
    PostMeasures,
    PaymentMeasures,
    GatewayMeasures,
    PoolMeasures,
    ProcessMeasures,
    SealingMeasures,
    BackupMeasures,
)


class Metrics:
    """The metrics of a process; created once in each, after it is forked."""

    def __init__(self, app: Quart) -> None:
        make = MetricFactory()
        self.app, self.registry, self.request_rates = app, make.registry, RequestRates()
        self.requests = make.histogram("request_seconds", "Requests the app answered.", BUCKETS, "surface", "status")
        self.database_up = make.gauge(
            "database_up", "0 while a process cannot read from the database.", joined="livemin"
        )
        self.measures = [measures(make) for measures in MEASURES]
        self._updates = count()

    def gather(self) -> None:
        """Copies what this process knows in memory into the metrics."""
        for measures in self.measures:
            measures.gather(self.app)

    async def update(self) -> None:
        """Brings up to date what is due; it is called once a second."""
        number = next(self._updates)
        self.gather()
        if number % UPDATES_BETWEEN_SAMPLES == 0:
            self.request_rates.sample(self.of_all_processes())
        await self.read(number)

    async def read(self, update: int) -> None:
        """Reads from the database what is due to be read at this update, and notes whether the database answers."""
        due = [measures for measures in self.measures if measures.seconds and update % measures.seconds == 0]
        try:
            for measures in due:
                await measures.read()
        except DATABASE_ERRORS as error:
            log_outage("metrics_not_read", error)
            self.database_up.set(0)
        else:
            if due:
                self.database_up.set(1)

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
    updates = repeat(metrics.update, SECONDS_BETWEEN_UPDATES, "metrics_not_updated", at_once=True)
    async with background_tasks(updates, name="metrics"):
        yield


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
