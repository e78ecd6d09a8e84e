"""Planned posts as an iCalendar file (RFC 5545), for the calendar of a phone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from app.kernel import clock, site
from app.payloads.contact import escape_text
from app.publishing.planning.calendar_entries import CalendarEntry

LONGEST_LINE = 75  # octets, RFC 5545, 3.1
MINUTES = 15  # how long an entry takes in the calendar; the alarm rings at its beginning


def calendar_file(entries: Iterable[CalendarEntry]) -> str:
    """Returns a calendar with one event for each post at each of its times."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Kliqs//Publishing//EN", "METHOD:PUBLISH"]
    for entry in entries:
        lines += _event(entry)
    return "\r\n".join(folded for line in [*lines, "END:VCALENDAR"] for folded in _fold(line)) + "\r\n"


def _event(entry: CalendarEntry) -> list[str]:
    """The lines of one event; its UID is the same whenever the file is made."""
    address = site.url("dashboard", f"/dashboard/publishing/posts/{entry.post_id}")
    return [
        "BEGIN:VEVENT",
        f"UID:{entry.post_id}-{_utc(entry.at)}@kliqs",
        f"DTSTAMP:{_utc(clock.now())}",
        f"DTSTART:{_utc(entry.at)}",
        f"DURATION:PT{MINUTES}M",
        f"SUMMARY:{escape_text(entry.title)}",
        f"URL:{address}",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escape_text(entry.title)}",
        "TRIGGER:PT0M",
        "END:VALARM",
        "END:VEVENT",
    ]


def _utc(when: datetime) -> str:
    return f"{when:%Y%m%dT%H%M%SZ}"


def _fold(line: str) -> list[str]:
    """Splits a line into pieces of at most LONGEST_LINE octets, not inside of a character."""
    pieces, piece = [], ""
    for char in line:
        if len((piece + char).encode()) > LONGEST_LINE:
            pieces.append(piece)
            piece = " "
        piece += char
    return [*pieces, piece]
