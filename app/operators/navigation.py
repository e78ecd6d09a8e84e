"""The navigation of the operator's console: a registry to which each package adds its pages when it is imported.

A page is marked as the current one by the key of its entry, which its view passes to the template as `active`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tortoise.queryset import QuerySet

from app.kernel.i18n import gettext as _
from app.kernel.row_counts import count_rows


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the console in the navigation.

    label is English, to be translated. order decides the place: entries with smaller numbers come first. waiting
    returns the rows that wait for an operator on the page; they are counted on every page of the console, so an index
    must make that cheap. on_phone puts the entry into the tab bar of phones, which has room for four; short is its
    label there. shown returns whether the installation has the page.
    """

    key: str
    label: str
    icon: str
    url: str
    order: int
    waiting: Callable[[], QuerySet[Any]] | None = None
    on_phone: bool = False
    short: str = ""
    shown: Callable[[], bool] = lambda: True


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """An entry as a template shows it: with its label in the reader's language and the number of what waits."""

    key: str
    label: str
    icon: str
    url: str
    waiting: int
    on_phone: bool
    short: str


_entries: dict[str, Entry] = {}


def add_entry(entry: Entry) -> None:
    """Adds a page to the navigation. Raises: ValueError when another entry has its key."""
    if _entries.get(entry.key, entry) != entry:
        raise ValueError(f"There is an entry {entry.key} already.")
    _entries[entry.key] = entry


async def load_entries() -> list[ShownEntry]:
    """Returns the entries that the installation has, in their order, with how much waits; in one statement."""
    shown = sorted((entry for entry in _entries.values() if entry.shown()), key=lambda entry: entry.order)
    rows = {entry.key: entry.waiting() for entry in shown if entry.waiting}
    numbers = dict(zip(rows, await count_rows(*rows.values()), strict=True))
    return [
        ShownEntry(
            entry.key,
            _(entry.label),
            entry.icon,
            entry.url,
            numbers.get(entry.key, 0),
            entry.on_phone,
            _(entry.short or entry.label),
        )
        for entry in shown
    ]
