"""Metrics are off unless asked for, shown to who may see them, and right over several processes."""

import asyncio
import re
import urllib.error
import urllib.request
from datetime import timedelta
from pathlib import Path

import pytest
from werkzeug.datastructures import Headers

from app import create_app, jobs
from app.accounts.models import Account
from app.front.redirect_service import redirects_running
from app.jobs import Job
from app.kernel import installation
from app.kernel.config import Config
from app.ops.metrics import metrics_task
from app.payments import ordering, transitions
from app.payments.providers import registry
from tests.client import browsers_of
from tests.conftest import Clock
from tests.databases import ON_POSTGRES, Template
from tests.payments.fake_provider import BUYER
from tests.serving import Server, environment, serving
from tests.waiting import eventually

TOKEN = "the-token-of-prometheus"


def metrics(server: Server, token: str) -> str:
    request = urllib.request.Request(f"{server.url}/metrics", headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request, timeout=5) as answer:
        return str(answer.read().decode())


def refused(server: Server, token: str) -> int:
    with pytest.raises(urllib.error.HTTPError) as caught:
        metrics(server, token)
    with caught.value:
        return caught.value.code


async def test_nobody_sees_metrics_that_nobody_turned_on(template: Template, tmp_path: Path) -> None:
    with serving(environment(tmp_path / "data", await template.fresh(tmp_path))) as server:
        assert refused(server, "") == 404


def gathered(server: Server) -> str:
    """The metrics once they tell of twenty redirects that were taken in, else nothing."""
    text = metrics(server, TOKEN)
    ways = [float(number) for number in re.findall(r'kliqs_links_followed_total{way="\w+"} (\S+)', text)]
    return text if sum(ways) == 20 and "kliqs_visits_taken_in_total 20.0" in text else ""


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_metrics_are_shown_to_a_bearer_of_the_token_alone(config: Config) -> None:
    app = browsers_of(create_app(config.model_copy(update={"metrics_token": TOKEN})))
    async with redirects_running(config, config.database_url, app.extensions["redirects"]), metrics_task(app, TOKEN):
        client = app.test_client()
        for wrong in ("", TOKEN, f"Basic {TOKEN}", f"Token {TOKEN}", f"Bearer{TOKEN}", "Bearer", f"Bearer {TOKEN}x"):
            answer = await client.get("/metrics", headers={"Authorization": wrong})
            assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer"), wrong
        twice = Headers([("Authorization", f"Bearer {TOKEN}")] * 2)
        assert (await client.get("/metrics", headers=twice)).status_code == 401
        for right in (f"Bearer {TOKEN}", f"bearer {TOKEN}"):
            assert (await client.get("/metrics", headers={"Authorization": right})).status_code == 200


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_metrics_tell_how_many_jobs_wait_since_when_and_how_they_ended(config: Config, moved: Clock) -> None:
    for _ in range(2):
        await jobs.enqueue("visits.rewrite")
    moved.on(timedelta(seconds=90))
    app = browsers_of(create_app(config.model_copy(update={"metrics_token": TOKEN})))
    worker = app.extensions["worker"]
    claimed = await Job.claim(["visits.rewrite"], timedelta(seconds=60))
    assert claimed
    await worker.execute(claimed)
    async with redirects_running(config, config.database_url, app.extensions["redirects"]), metrics_task(app, TOKEN):
        async with asyncio.timeout(30):
            text = ""
            while "kliqs_jobs_waiting 1.0" not in text:
                answer = await app.test_client().get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
                text = await answer.get_data(as_text=True)
    assert 'kliqs_jobs_ended_total{kind="visits.rewrite",outcome="finished"} 1.0' in text
    assert "kliqs_jobs_oldest_seconds 90.0" in text


@ON_POSTGRES
async def test_metrics_tell_of_redirects_over_all_processes(template: Template, tmp_path: Path) -> None:
    env = environment(tmp_path / "data", await template.fresh(tmp_path), KLIQS_METRICS_TOKEN=TOKEN)
    with serving(env, "--processes", "2") as server:
        server.command("account", "create", "dewi@example.com", "--password-stdin", stdin="correct horse\n")
        key = server.command("key", "create", "dewi@example.com", "--name", "tests").strip().splitlines()[-1]
        server.api("POST", "/links", key, {"url": "https://example.com/", "slug": "promo"})
        for _ in range(20):
            with pytest.raises(urllib.error.HTTPError) as caught:
                _follow(server)
            assert caught.value.code == 302
            caught.value.close()
        assert refused(server, "wrong") == 401
        text = await eventually(lambda: gathered(server))
        kept = [path for path in (tmp_path / "data").rglob("*") if path.exists()]
        assert any(path.suffix == ".db" for path in kept), "several processes"
        assert not [path for path in kept if path.stat().st_mode & 0o077]
        assert "kliqs_visits_taken_in_total 20.0" in text
        assert "kliqs_processes 2.0" in text and "kliqs_database_up 1.0" in text
        assert 'kliqs_request_seconds_count{status="2xx",surface="api"} 1.0' in text


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def _follow(server: Server) -> None:
    urllib.request.build_opener(_Stay).open(f"{server.url}/promo", timeout=5)


@pytest.mark.parametrize("dialect", ["sqlite"], indirect=True)
async def test_metrics_tell_how_many_orders_are_in_each_state_and_what_providers_reported(
    config: Config, sari: Account
) -> None:
    installation.current().config = config.model_copy(update={"transfer_instructions": "BCA 1"})
    for paid in (True, False, False):
        order = await ordering.open_order(sari, "pro", 1, registry.provider("transfer"), BUYER)
        if paid:
            await transitions.mark_paid(order)
    app = browsers_of(create_app(config.model_copy(update={"metrics_token": TOKEN})))
    async with redirects_running(config, config.database_url, app.extensions["redirects"]), metrics_task(app, TOKEN):
        client, bearer = app.test_client(), {"Authorization": f"Bearer {TOKEN}"}
        assert (await client.post("/api/hooks/test", data=b"{}")).status_code == 403

        async def shown() -> str:
            text = await (await client.get("/metrics", headers=bearer)).get_data(as_text=True)
            return text if 'kliqs_orders{state="paid"} 1.0' in text else ""

        text = await eventually(shown)
    assert 'kliqs_orders{state="pending"} 2.0' in text and 'kliqs_orders{state="refunded"} 0.0' in text
    assert 'kliqs_webhooks_total{outcome="forged",provider="test"} 1.0' in text
