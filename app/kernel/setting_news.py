"""News that a stored setting changed, for the task of this process that reads them (app/operators/stored_settings.py).

On PostgreSQL a trigger sends CHANGED on the channel of names, which every process listens to.
"""

from __future__ import annotations

import asyncio

CHANGED = "#settings"  # the notification; no name has this sign


class SettingNews:
    """A resource of the installation: `changed` is set when a setting may have changed since they were read."""

    def __init__(self) -> None:
        self.changed = asyncio.Event()
