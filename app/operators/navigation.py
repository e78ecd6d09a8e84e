"""The navigation of the operator's console: a registry to which each package adds its pages when it is imported.

A page is marked as the current one by the key of its entry, which its view passes to the template as `active`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from app.kernel.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the console in the navigation.

    label is English, to be translated. order decides the place: entries with smaller numbers come first. count returns
    how many things of the page wait for an operator; it is asked for on every page of the console, so it must be one
    cheap query. on_phone puts the entry into the tab bar of phones, which has room for four; short is its label there.
    shown returns whether the installation has the page.
    """

    key: str
    label: str
    icon: str
    url: str
    order: int
    count: Callable[[], Awaitable[int]] | None = None
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
    """Returns the entries that the installation has, in their order, with what waits."""
    shown = sorted((entry for entry in _entries.values() if entry.shown()), key=lambda entry: entry.order)
    return [
        ShownEntry(
            entry.key,
            _(entry.label),
            entry.icon,
            entry.url,
            await entry.count() if entry.count else 0,
            entry.on_phone,
            _(entry.short or entry.label),
        )
        for entry in shown
    ]
