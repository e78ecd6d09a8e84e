"""Parses a stream of events (`text/event-stream`, HTML Standard 9.2.6) as it arrives, within a limit for each event."""

from __future__ import annotations

from typing import NamedTuple

MAX_EVENT = 16 * 1024 * 1024  # bytes: an event may hold a picture in Base64
BOM = b"\xef\xbb\xbf"


class Event(NamedTuple):
    """An event: its name, empty where the stream does not say, and its data as it was sent."""

    name: str
    data: bytes


class EventTooLong(Exception):
    """An event is longer than MAX_EVENT."""


class EventParser:
    """Takes pieces of a stream, which may be cut anywhere, and returns the events that are whole.

    Lines may end with LF, CRLF or CR. Comments, `id` and `retry` are skipped, and so are events without data.
    """

    def __init__(self) -> None:
        self._line: list[bytes] = []  # the pieces of a line whose end has not come
        self._data: list[bytes] = []
        self._name = b""
        self._held = self._data_held = 0
        self._began = self._after_cr = False

    def feed(self, piece: bytes) -> list[Event]:
        """Returns the events that this piece completes, in their order. Raises EventTooLong."""
        text = self._with_plain_line_ends(piece)
        self._held += len(text)
        first, newline, rest = text.partition(b"\n")
        self._line.append(first)
        events: list[Event] = []
        if newline:
            lines = [b"".join(self._line), *rest.split(b"\n")]
            self._line = [lines.pop()]
            for line in lines:
                self._take(line, events)
            self._held = len(self._line[0]) + self._data_held
        if self._held > MAX_EVENT:
            raise EventTooLong
        return events

    def end(self) -> list[Event]:
        """Returns the last event of a stream that ends without the empty line after it."""
        events: list[Event] = []
        self._take(b"".join(self._line), events)
        self._take(b"", events)
        self._line = []
        return events

    def _with_plain_line_ends(self, piece: bytes) -> bytes:
        """Returns a piece with LF at the end of each line; of a CRLF that was cut in two, CR ended the line."""
        if self._after_cr and piece:
            self._after_cr, piece = False, piece.removeprefix(b"\n")
        if b"\r" not in piece:
            return piece
        self._after_cr = piece.endswith(b"\r")
        return piece.replace(b"\r\n", b"\n").replace(b"\r", b"\n")

    def _take(self, line: bytes, events: list[Event]) -> None:
        """Processes a line: a field, or the end of an event."""
        if not self._began:
            self._began, line = True, line.removeprefix(BOM)
        if not line:
            if self._data:
                events.append(Event(self._name.decode(errors="replace"), b"\n".join(self._data)))
            self._data, self._name, self._data_held = [], b"", 0
            return
        name, _, value = line.partition(b":")
        if name == b"data":
            self._data.append(value.removeprefix(b" "))
            self._data_held += len(line) + 1  # whole lines, so that many short ones are bounded, too
        elif name == b"event":
            self._name = value.removeprefix(b" ")
