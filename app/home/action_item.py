"""One thing that the user should act on."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class ActionItem(NamedTuple):
    """One thing to act on: what it is, why it matters, and the label and path of what to do about it.

    `by` is until when it can be done; None is now.
    """

    icon: str
    title: str
    reason: str
    action: str
    path: str
    by: datetime | None = None
