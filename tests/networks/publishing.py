"""What tests of adapters share: settings that lead to a stand-in, contents, and progress that survives crashes."""

from __future__ import annotations

from typing import Any

import orjson
import pytest

from app.kernel import installation
from app.kernel.http_client import Limits
from app.publishing.networks import client
from app.publishing.networks.client import NetworkClient
from app.publishing.networks.network import Network, Progress, Sent, Target
from app.publishing.networks.post_content import MediaFile, PostContent


class Crash(Exception):
    """The process dies."""


class Memory:
    """The stored progress of one variant. With `dies_at` the process dies right before that save, counted from 0."""

    def __init__(self) -> None:
        self.stored, self.saves = b"{}", 0
        self.dies_at: int | None = None

    @property
    def values(self) -> dict[str, Any]:
        """What is stored."""
        return dict(orjson.loads(self.stored))

    def progress(self) -> Progress:
        """The progress as another process reads it."""
        progress = Progress(self.values, self._save)
        self._current = progress
        return progress

    async def _save(self) -> None:
        if self.saves == self.dies_at:
            self.dies_at = None
            raise Crash
        self.saves += 1
        self.stored = orjson.dumps(self._current.values)


def settings(**values: Any) -> None:
    """Sets settings of the installation, and lets requests reach this machine."""
    current = installation.current()
    current.config = current.config.model_copy(update={"net_allow": "127.0.0.1", **values})


def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests end after a moment, so that a test of a slow network is quick."""
    monkeypatch.setattr(client, "LIMITS", Limits(connect=10, idle=10, total=0.4, redirects=0))


def post(text: str = "Kopi pagi", *media: MediaFile, **fields: Any) -> PostContent:
    """A variant."""
    return PostContent("7b0e7d3e-0000-4000-8000-000000000001", text, media, **fields)


async def publish(
    network: Network, access: NetworkClient, target: Target, content: PostContent, memory: Memory | None = None
) -> Sent:
    """Prepares and sends, as the delivery does it."""
    memory = memory or Memory()
    await network.prepare(access, target, content, memory.progress())
    sent = await network.send(access, target, content, memory.values)
    return await network.confirm(access, target, sent)
