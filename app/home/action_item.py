"""Things that the user should act on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Self


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


class ActionItems(NamedTuple):
    """The most urgent things to act on; `cut` says that there are more."""

    rows: Sequence[ActionItem]
    cut: bool = False

    @classmethod
    def first(cls, items: Sequence[ActionItem], most: int) -> Self:
        """Returns at most `most` of these items."""
        return cls(items[:most], len(items) > most)
