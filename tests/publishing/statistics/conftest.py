"""The visits of tests of statistics."""

from tests.analytics.conftest import visited

__all__ = ["visited"]
