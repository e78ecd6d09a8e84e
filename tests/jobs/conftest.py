"""Kinds of jobs that exist for one test."""

from collections.abc import Iterator

import pytest

from app.jobs import kinds


@pytest.fixture(autouse=True)
def _kinds_of_this_test(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A test begins without any kind, and what it registers is gone after it."""
    before = dict(kinds.KINDS)
    kinds.KINDS.clear()
    yield
    kinds.KINDS.clear()
    kinds.KINDS.update(before)
