"""A visitor's query string arrives at the destination byte for byte."""

from urllib.parse import unquote_to_bytes

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.links.query_forwarding import append_query

PIECES = [
    b"qr",
    b"QR",
    b"%71r",
    b"qrx",
    b"a",
    b"b",
    b"%61",
    b"A",
    b"=",
    b"=",
    b"&",
    b"&",
    b"+",
    b"%20",
    b"%",
    b"%zz",
    b"%FF",
    b"\xff",
    b"\xc3\xa9",
    b"'",
    b'"',
    b" ",
    b";",
    b"?",
    b"/",
    b":",
    b"[]",
    b"%00",
    b"%26",
    b"%3D",
    b"{",
    b"|",
    b"\\",
    b"^",
]
QUERIES = st.binary(max_size=40).map(lambda raw: raw.replace(b"#", b"")) | st.lists(
    st.sampled_from(PIECES), max_size=12
).map(b"".join)
OWN = st.lists(st.sampled_from([piece for piece in PIECES if piece.isascii() and piece != b" "]), max_size=8).map(
    lambda pieces: b"".join(pieces).decode()
)


def sent(raw: bytes) -> str:
    """Bytes as they stand in a Location header: what is no URL is percent-encoded, and nothing else."""
    odd = set(range(0x21)) | set(range(0x7F, 0x100)) | set(b"'\"")
    return "".join(f"%{byte:02X}" if byte in odd else chr(byte) for byte in raw)


def name(pair: bytes) -> bytes:
    return unquote_to_bytes(pair.split(b"=")[0].replace(b"+", b" "))


@given(query=QUERIES, own=OWN, fragment=st.sampled_from(["", "#", "#part?x=1&qr=2"]))
def test_whatever_a_visitor_sends_arrives_and_the_owners_query_stays_as_it_is(
    query: bytes, own: str, fragment: str
) -> None:
    mark = own and f"?{own}"
    arrived = append_query(f"https://example.com/path{mark}{fragment}", query.decode("latin-1"))

    theirs = [pair for pair in query.split(b"&") if name(pair).lower() != b"qr"]
    names = {name(pair) for pair in theirs if pair}
    kept = [pair for pair in own.split("&") if not pair or name(pair.encode()) not in names] if own else []
    pairs = [*kept, *map(sent, theirs)]
    if b"&".join(theirs):
        assert arrived == f"https://example.com/path?{'&'.join(pairs)}{fragment}"
    else:
        assert arrived == f"https://example.com/path{mark}{fragment}"
    assert arrived.isascii()
    assert arrived.isprintable()


@pytest.mark.parametrize("count", [200, 5_000])
def test_however_many_parameters_there_are_all_arrive(count: int) -> None:
    query = "&".join(f"p{number}" for number in range(count))
    assert append_query("https://example.com/?own=1", query) == f"https://example.com/?own=1&{query}"
