"""Networks of tests, and a job that publishes nothing."""

from collections.abc import Iterator

import pytest

from app import jobs
from app.jobs.registry import KINDS
from app.publishing.networks.registry import NETWORKS
from app.publishing.posts.publication_jobs import PUBLISH
from tests.publishing.posts.stand_ins import Plain, Strict


@pytest.fixture(autouse=True)
def _networks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("app.publishing.networks.registry.NETWORKS", NETWORKS)
    for network in (Plain(), Strict()):
        monkeypatch.setitem(NETWORKS, network.name, network)
    if PUBLISH not in KINDS:

        @jobs.handler(PUBLISH)
        async def publish(_job: jobs.Job) -> None:
            return None

        yield
        KINDS.pop(PUBLISH, None)
        return
    yield
