"""Bodies that came compressed (RFC 9110, 8.4.1), expanded no further than the caller allows."""

import zlib
from collections.abc import Iterator

import brotli

ACCEPTED = "gzip, deflate, br"
MEMBERS = 100  # of one gzip body: RFC 1952 lets it have any number, and each costs time though it holds nothing


class Corrupt(Exception):
    """The body is not what its Content-Encoding says, ends too early or has a coding that was not offered."""


class Oversized(Exception):
    """The body expands to more bytes than the caller allows."""


def decode(body: bytes, coding: str, most: int) -> bytes:
    """The body without its Content-Encoding, at most `most` bytes of it.

    An empty coding and `identity` change nothing. Never holds much more than `most` bytes, whatever the body would
    expand to. Raises Corrupt, Oversized.
    """
    name, pieces = coding.strip().lower().removeprefix("x-"), []
    try:
        for piece in _pieces(body, name, most + 1):
            pieces.append(piece)
            if sum(map(len, pieces)) > most:
                raise Oversized
    except (zlib.error, brotli.error):
        raise Corrupt from None
    return b"".join(pieces)


def _pieces(body: bytes, name: str, most: int) -> Iterator[bytes]:
    if name in {"", "identity"} or not body:
        return iter([body])
    if name == "gzip":
        return _gzip(body, most)
    if name == "deflate":
        return _deflate(body, most)
    if name == "br":
        return _brotli(body, most)
    raise Corrupt


def _gzip(body: bytes, most: int) -> Iterator[bytes]:
    for _ in range(MEMBERS):
        member = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
        piece = member.decompress(body, most)
        yield piece
        if not member.eof:
            raise Corrupt
        body = member.unused_data
        if not body:
            return
    raise Corrupt


def _deflate(body: bytes, most: int) -> Iterator[bytes]:
    """RFC 9110 wants the format of zlib; some servers send bare deflate instead, and clients take both."""
    zlib_format = body[0] & 0x0F == zlib.DEFLATED
    stream = zlib.decompressobj(wbits=zlib.MAX_WBITS if zlib_format else -zlib.MAX_WBITS)
    yield stream.decompress(body, most)
    if not stream.eof:
        raise Corrupt


def _brotli(body: bytes, most: int) -> Iterator[bytes]:
    stream = brotli.Decompressor()
    yield stream.process(body, output_buffer_limit=most)
    while not stream.is_finished():
        if stream.can_accept_more_data():
            raise Corrupt
        yield stream.process(b"", output_buffer_limit=most)
