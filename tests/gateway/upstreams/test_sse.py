"""Streams of events are parsed as the HTML Standard says, wherever they are cut, and no event grows without end."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.gateway.upstreams import sse
from app.gateway.upstreams.sse import Event, EventParser, EventTooLong


def parsed(text: bytes, cuts: list[int] | None = None) -> list[Event]:
    """The events of a stream that arrives in pieces."""
    parser, places = EventParser(), [0, *sorted(cuts or ()), len(text)]
    pieces = [text[a:b] for a, b in pairwise(places)]
    return [event for piece in pieces for event in parser.feed(piece)] + parser.end()


@pytest.mark.parametrize(
    "text, events",
    [
        (b"data: a\n\n", [Event("", b"a")]),
        (b"data:a\n\ndata:  b\n\n", [Event("", b"a"), Event("", b" b")]),
        (b"data: a\r\n\r\ndata: b\r\n\r\n", [Event("", b"a"), Event("", b"b")]),
        (b"data: a\r\rdata: b\r\r", [Event("", b"a"), Event("", b"b")]),
        (b"data: a\r\n\ndata: b\n\r\n", [Event("", b"a"), Event("", b"b")]),
        (b"data: a\ndata: b\n\n", [Event("", b"a\nb")]),
        (b"event: ping\ndata: a\nid: 7\nretry: 5\n\ndata: b\n\n", [Event("ping", b"a"), Event("", b"b")]),
        (b": comment\n\n:\n\ndata: a\n\n", [Event("", b"a")]),
        (b"event: nothing\n\ndata: a\n\n", [Event("", b"a")]),
        (b"data\n\n", [Event("", b"")]),
        (b"\xef\xbb\xbfdata: a\n\n", [Event("", b"a")]),
        (b"unknown: a\n{}\n\n", []),
        (b"data: a\n\ndata: [DONE]", [Event("", b"a"), Event("", b"[DONE]")]),
        ("data: é😀\n\n".encode(), [Event("", "é😀".encode())]),
        (b"", []),
        (b"\n\n\r\r\n", []),
    ],
)
def test_events_are_parsed_as_the_standard_says(text: bytes, events: list[Event]) -> None:
    assert parsed(text) == events
    assert parsed(text, list(range(len(text)))) == events, "byte by byte"


lines = st.sampled_from(["data: é", "data:", "event: x", ": c", "", "data: [DONE]", "id", "data: {}"])
ends = st.sampled_from(["\n", "\r\n", "\r"])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(lines, ends)), st.data())
def test_where_a_stream_is_cut_makes_no_difference(rows: list[tuple[str, str]], data: st.DataObject) -> None:
    text = "".join(line + end for line, end in rows).encode()
    cuts = data.draw(st.lists(st.integers(0, len(text)), max_size=10))
    assert parsed(text, cuts) == parsed(text)


def test_an_event_may_not_be_longer_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sse, "MAX_EVENT", 1000)
    assert len(parsed(b"data: " + b"a" * 900 + b"\n\n")) == 1
    for text in (b"data: " + b"a" * 2000, b"data: aaaaaaaaaaaaaaaa\n" * 100, b": " + b"a" * 2000):
        parser = EventParser()
        with pytest.raises(EventTooLong):
            [parser.feed(text[i : i + 100]) for i in range(0, len(text), 100)]
    many = EventParser()
    assert len([event for _ in range(1000) for event in many.feed(b"data: " + b"a" * 100 + b"\n\n")]) == 1000


def test_an_event_of_many_short_lines_is_bounded_by_all_that_was_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sse, "MAX_EVENT", 10_000)
    parser = sse.EventParser()
    for _ in range(1_400):
        parser.feed(b"data:x\n")
    with pytest.raises(sse.EventTooLong):
        parser.feed(b"data:x\n" * 100)
