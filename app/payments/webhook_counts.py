"""Counts the notifications of payment providers for the metrics; of a forged one nothing else is kept."""

from __future__ import annotations

from collections import Counter

from app.kernel import installation


class WebhookCounts(Counter[tuple[str, str]]):
    """How many notifications arrived in this process, by provider and outcome; it is a resource of the installation."""


def count_webhook(source: str, outcome: str) -> None:
    """Counts a notification."""
    installation.current().resource(WebhookCounts)[source, outcome] += 1
