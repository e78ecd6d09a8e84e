"""The operator's page of the queues: jobs, what waits for webhooks and for social networks, and endpoints that fail."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.console import queue_search
from app.console.endpoint_list_views import failing_endpoints, with_hosts
from app.console.queue_search import HOME, STATES, JobSearch, failed_jobs
from app.jobs.models import Job
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_
from app.operators import navigation
from app.operators.guard import register_operator_pages
from app.operators.navigation import Entry
from app.ops import job_acts
from app.publishing.delivery.backlog import post_backlog
from app.publishing.networks import publishing_switch
from app.web import envelope, htmx
from app.web.first_rows import FirstRows, first_rows
from app.webhooks.backlog import delivery_backlog

blueprint = Blueprint("operator_queues", __name__, url_prefix=HOME)
register_operator_pages(blueprint)
navigation.add_entry(Entry("queues", N_("Queues"), "stack-2", HOME, order=50, waiting=failed_jobs))
DONE = {
    "retry": (job_acts.retry_job, N_("It waits again.")),
    "cancel": (job_acts.cancel_job, N_("It is cancelled.")),
    "run": (job_acts.run_job_now, N_("It is due now.")),
}


@blueprint.get("")
async def list_jobs() -> Response:
    """The page of the queues, or the part of it that htmx requests for a search or for its next rows."""
    search = JobSearch.of(request.args)
    region = await queue_search.list_context(search)
    templates = "console/_job_rows.html", "console/_jobs.html"
    if (part := await htmx.render_part_of_list(search.cursor, *templates, **region)) is not None:
        return part
    kinds = await queue_search.count_kinds()
    region |= {
        "kinds": kinds,
        "kind_choices": [(kind, kind) for kind, _waiting, _failed in kinds],
        "choices": [("", _("Waiting, running, failed")), *((state, _(words[0])) for state, words in STATES.items())],
    }
    return await htmx.render_response("console/queues.html", active="queues", **await _others(), **region)


@blueprint.post("/<uuid:id>/actions/<any(retry, cancel, run):verb>")
async def act(id: UUID, verb: str) -> Response:
    """Retries, cancels or brings forward a job, and shows the list again. Raises: NotFound."""
    change, done = DONE[verb]
    try:
        await change(id)
    except job_acts.NotInThatState as refusal:
        notice: Any = {"text": envelope.refusal_message(refusal), "kind": "warm"}
        await flash(notice)
    else:
        await flash(_(done))
    return htmx.redirect_to(JobSearch.of(request.args).url())


@blueprint.get("/<uuid:id>/cancel")
async def cancel_form(id: UUID) -> Response:
    """Asks whether a job is to be cancelled; for one that has ended, redirects to the list."""
    job = await Job.get_or_none(id=id)
    if job is None or job.ended_at:
        return htmx.redirect_to(HOME)
    return await htmx.render_response("console/cancel_job.html", active="queues", job=job)


async def _others() -> dict[str, Any]:
    """Returns what waits outside of the table of jobs."""
    endpoints = await first_rows(failing_endpoints().order_by("failing_since", "id"))
    return {
        "deliveries": await delivery_backlog(),
        "posts": await post_backlog() if publishing_switch.is_on() else None,
        "endpoints": FirstRows(with_hosts(endpoints.rows), endpoints.number),
    }
