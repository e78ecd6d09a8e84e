"""The tasks that run while the app is served: the database, name look-up, visit recording and the worker of jobs.

Work that can be done later is a job (app/jobs): mail, sweeps, sealing days of visits, packing batches, filling search
columns. Each job is done once, however many processes and
machines serve. The tasks of a single process are no jobs: its journal of visits and the ingester, its cache of names,
the live feeds of its readers, its log of API requests, its metrics.
"""

from collections.abc import AsyncGenerator
from contextlib import AbstractAsyncContextManager, AsyncExitStack

from quart import Quart, Response, request

from app import jobs
from app.abuse import blocked_host_links, intake, scan_jobs
from app.audience import webhook_data as subscriber_data
from app.batch import packing_jobs
from app.blocklists import list_updates
from app.front.lanes import asgi_lane
from app.front.redirect_service import RedirectService, redirects_running
from app.gateway.contents import content_store as ai_contents
from app.gateway.credits import credit_goods
from app.gateway.metering import alerts as ai_alerts
from app.gateway.metering import plan_credits, reaper, request_retention
from app.gateway.notices import emails as ai_notice_emails
from app.gateway.routing.settling import requests_settled
from app.gateway.upstreams.upstream_client import upstream_connections
from app.gateway.videos import polling as ai_videos
from app.guests.claim import pages_rerendered_on_claim
from app.jobs.worker import Worker
from app.kernel import database_upgrade, db
from app.kernel.config import Config
from app.kernel.redis_link import redis_connected
from app.keys import expiry_reminders
from app.keys.request_log import LOG
from app.links import timed_webhook_events
from app.links import webhook_data as link_data
from app.links.checker import broken_email, host_job, queueing
from app.mail import delivery
from app.operators import announcing
from app.operators.announcing import announcements_kept_current
from app.operators.live_process import signs_of_life
from app.operators.stored_settings import settings_kept_current
from app.ops import retention_sweep, scheduled_backup, search_backfill
from app.ops.metrics import metrics_task
from app.pages.api import webhook_data as page_data
from app.pages.public.page_cache import pages_rerendered_for_tips
from app.payments import order_checks, plan_jobs
from app.payments.exchange_rate import rates_kept_current
from app.payments.tips import tip_checks
from app.privacy import erasure, request_handling
from app.privacy.bring_in import import_jobs
from app.privacy.export import export_job
from app.publishing.api import webhook_data as post_data
from app.publishing.connections import disconnect as revoke_job
from app.publishing.connections import health_job, permission_expiry, picture_job
from app.publishing.delivery import emails as post_emails
from app.publishing.delivery import lost_jobs as lost_post_jobs
from app.publishing.delivery import network_limits, publish_job
from app.publishing.delivery.bio_page_rerendering import rerender_pages_after_publication
from app.publishing.files import check_job, retention
from app.qr import webhook_data as code_data
from app.qr.render.pool import drawing_process_running
from app.visits import account_jobs, upkeep
from app.visits.recording.geo_refresh import country_database_kept_current
from app.web import burst_limit, hosts
from app.webhooks import delivery_jobs as webhook_jobs
from app.webhooks import limit_events

# modules that register jobs when imported
JOBS = (
    account_jobs,
    ai_alerts,
    ai_contents,
    ai_notice_emails,
    ai_videos,
    announcing,
    broken_email,
    check_job,
    delivery,
    erasure,
    expiry_reminders,
    export_job,
    scan_jobs,
    health_job,
    host_job,
    blocked_host_links,
    import_jobs,
    intake,
    list_updates,
    permission_expiry,
    network_limits,
    order_checks,
    packing_jobs,
    picture_job,
    plan_credits,
    plan_jobs,
    post_emails,
    lost_post_jobs,
    publish_job,
    queueing,
    reaper,
    request_retention,
    request_handling,
    retention,
    retention_sweep,
    revoke_job,
    scheduled_backup,
    search_backfill,
    tip_checks,
    upkeep,
    timed_webhook_events,
    webhook_jobs,
)
MODELS = "v1"  # the first segment of paths of the API of models, which changes no link
# modules that register, when imported, how things are shown in webhook events
WEBHOOK_DATA = (code_data, limit_events, link_data, page_data, post_data, subscriber_data)
# modules that install, when imported, what orders buy (app/payments/goods.py)
GOODS = (credit_goods,)


def install(app: Quart, config: Config) -> None:
    """Starts all of these tasks with the app, each before those that depend on it, and stops them with the app."""
    country, request_id = config.country_header.lower().encode(), config.request_id_header.lower().encode()
    following = app.extensions["redirects"] = RedirectService(config.trusted_hops, country, request_id)
    worker = app.extensions["worker"] = Worker()
    if config.lane != "off":
        asgi_lane.install(app, following)

    @app.while_serving
    async def serving() -> AsyncGenerator[None]:
        config.prepare()
        url = db.resolve_database_url(config.database_url, config.data_dir)
        await database_upgrade.upgrade_database(url)
        async with db.database_open(url), AsyncExitStack() as stack:
            for task in (redirects_running(config, url, following), *_background_tasks(app, config, worker)):
                await stack.enter_async_context(task)
            await jobs.enqueue(search_backfill.KIND, unique=search_backfill.KIND)
            yield

    @app.after_request
    async def await_lookup_sync(response: Response) -> Response:
        changes_links = request.method not in {"GET", "HEAD", "OPTIONS"} and hosts.first_path_segment() != MODELS
        if following.lookup and changes_links:
            await following.lookup.wait_until_current()  # the next request sees the changed link
        return response


def _background_tasks(app: Quart, config: Config, worker: Worker) -> tuple[AbstractAsyncContextManager[object], ...]:
    """Returns the context managers of the other tasks, in the order of their start."""
    return (
        settings_kept_current(),
        signs_of_life(),
        scan_jobs.links_checked_when_lists_change(),
        intake.reports_become_cases(),
        redis_connected(),
        app.extensions[burst_limit.EXTENSION].shared(),
        pages_rerendered_on_claim(),
        pages_rerendered_for_tips(),
        rerender_pages_after_publication(),
        upkeep.sealed_visits_open(),
        metrics_task(app, config.metrics_token),
        rates_kept_current(),
        country_database_kept_current(),
        announcements_kept_current(),
        upstream_connections(),
        worker.running(),
        app.extensions[LOG].running(),
        drawing_process_running(),
        requests_settled(),
    )
