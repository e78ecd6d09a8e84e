"""`kliqs jobs …`: lists, retries and cancels jobs, and runs due ones without a server."""

from __future__ import annotations

from uuid import UUID

import click

from app.jobs.models import FAILED, Job
from app.jobs.worker import Worker
from app.kernel import clock
from app.kernel.refusal import NotFound
from app.ops import job_acts
from app.ops.command_runner import with_database
from app.ops.operator_actions import OperationDeclined

STATES = ("waiting", "running", "finished", "failed", "cancelled")


@click.group("jobs")
def job_commands() -> None:
    """List, retry, cancel and run work that happens later: mail, sweeps, packing."""


@job_commands.command("list")
@click.option("--state", type=click.Choice(STATES), help="Only those; without it, all that wait, run or failed.")
@click.option("--kind", metavar="KIND", help="Only those of a kind, such as mail.send.")
@click.option("--most", type=click.IntRange(1, 10_000), default=100, show_default=True, help="How many at most.")
@with_database()
async def list_jobs(state: str | None, kind: str | None, most: int) -> None:
    """List jobs, newest first: id, time, state, kind, number of tries and the reason of a failure."""
    selected = Job.in_state(state) if state else Job.filter(outcome__in=["", FAILED])
    rows = await (selected.filter(kind=kind) if kind else selected).order_by("-due_at", "-id").limit(most)
    for job in rows:
        progress = f"{job.done} of {job.total}" if job.total else ""
        click.echo(
            "  ".join(
                filter(
                    None,
                    (
                        str(job.id),
                        clock.format_rfc3339(job.ended_at or job.due_at),
                        f"{job.state:<9}",
                        f"{job.kind:<18}",
                        f"tried {job.tries}",
                        progress,
                        job.reason,
                    ),
                )
            )
        )
    if not rows:
        click.echo("There is no such job.")


@job_commands.command("retry")
@click.argument("ids", metavar="ID…", type=click.UUID, nargs=-1, required=True)
@with_database()
async def retry_jobs(ids: tuple[UUID, ...]) -> None:
    """Retry failed jobs as if they were new; a running server begins them at once."""
    for id in ids:
        try:
            await job_acts.retry_job(id)
        except (NotFound, job_acts.NotInThatState):
            raise OperationDeclined(
                f"{id} is no failed job, or the same work waits already: kliqs jobs list --state failed."
            ) from None
        click.echo(f"{id} waits again.")


@job_commands.command("cancel")
@click.argument("ids", metavar="ID…", type=click.UUID, nargs=-1, required=True)
@with_database()
async def cancel_jobs(ids: tuple[UUID, ...]) -> None:
    """Cancel jobs that wait or run; what runs is stopped within a minute."""
    for id in ids:
        try:
            await job_acts.cancel_job(id)
        except (NotFound, job_acts.NotInThatState):
            raise OperationDeclined(f"{id} neither waits nor runs: kliqs jobs list.") from None
        click.echo(f"{id} is cancelled.")


@job_commands.command("run")
@click.option("--kind", metavar="KIND", default="", help="Only jobs of a kind, such as mail.send.")
@with_database()
async def run_jobs(kind: str) -> None:
    """Run due jobs until none is left, beside a server or without one."""
    worker = Worker()
    finished = await worker.run_due(kind)
    failed = sum(count for (_, outcome), count in worker.outcomes.items() if outcome == FAILED)
    click.echo(f"{finished:,} jobs are finished, {failed:,} failed.")
