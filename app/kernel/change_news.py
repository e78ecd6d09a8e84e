"""News of changes in the database, for what each process keeps of it: settings, models, rates and announcements.

On PostgreSQL, triggers send the name of a topic on the channel of names, which every process listens to
(app/links/name_cache.py). Without news, on SQLite or while that connection is broken, everybody reads again by the
clock; so news make it quicker, and nothing depends on them.
"""

from __future__ import annotations

import asyncio
from collections import Counter

SETTINGS, MODELS, RATES, ANNOUNCEMENTS = "#settings", "#models", "#rates", "#announcements"  # no name has this sign
TOPICS = (SETTINGS, MODELS, RATES, ANNOUNCEMENTS)


class ChangeNews:
    """A resource of the installation: by topic, how many changes there were, and an event for who waits for one."""

    def __init__(self) -> None:
        self.counts = Counter[str]()
        self.events = {topic: asyncio.Event() for topic in TOPICS}

    def add(self, *topics: str) -> None:
        """Takes in that something has changed, or may have."""
        for topic in topics:
            self.counts[topic] += 1
            self.events[topic].set()
