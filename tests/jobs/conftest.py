"""Kinds of jobs that exist for one test."""

from collections.abc import Iterator

import pytest

from app.jobs import registry


@pytest.fixture(autouse=True)
def _kinds_of_this_test(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test begins without any kind, and what it registers is gone after it."""
    before = dict(registry.KINDS)
    registry.KINDS.clear()
    yield
    registry.KINDS.clear()
    registry.KINDS.update(before)
