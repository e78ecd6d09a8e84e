"""Decompresses response bodies (RFC 9110, 8.4.1) up to a size limit."""

import zlib
from collections.abc import Iterator

import brotli

ACCEPTED = "gzip, deflate, br"
MEMBERS = 100  # of one gzip body: RFC 1952 allows any number, and even an empty one takes time


class CorruptBody(Exception):
    """The body cannot be decoded: it is malformed, incomplete, or in a coding that is not in ACCEPTED."""


class BodyTooLarge(Exception):
    """The body is longer than the limit when decompressed."""


def decode(body: bytes, coding: str, most: int) -> bytes:
    """Returns the decompressed body, of at most `most` bytes. `coding` is the value of Content-Encoding.

    With an empty coding or `identity` the body is returned unchanged. Memory use stays near `most` bytes, even for a
    body that would expand to far more. Raises: CorruptBody, BodyTooLarge.
    """
    name, pieces = coding.strip().lower().removeprefix("x-"), []
    try:
        for piece in _pieces(body, name, most + 1):
            pieces.append(piece)
            if sum(map(len, pieces)) > most:
                raise BodyTooLarge
    except (zlib.error, brotli.error):
        raise CorruptBody from None
    return b"".join(pieces)


def _pieces(body: bytes, name: str, most: int) -> Iterator[bytes]:
    """Returns an iterator over the decompressed pieces of a body, each of at most `most` bytes. Raises: CorruptBody."""
    if name in {"", "identity"} or not body:
        return iter([body])
    if name == "gzip":
        return _gzip(body, most)
    if name == "deflate":
        return _deflate(body, most)
    if name == "br":
        return _brotli(body, most)
    raise CorruptBody


def _gzip(body: bytes, most: int) -> Iterator[bytes]:
    """Yields the decompressed members of a gzip body."""
    for _ in range(MEMBERS):
        member = zlib.decompressobj(wbits=16 + zlib.MAX_WBITS)
        piece = member.decompress(body, most)
        yield piece
        if not member.eof:
            raise CorruptBody
        body = member.unused_data
        if not body:
            return
    raise CorruptBody


def _deflate(body: bytes, most: int) -> Iterator[bytes]:
    """Decompresses deflate. RFC 9110 requires the zlib format; some servers send raw deflate, so both are accepted."""
    zlib_format = body[0] & 0x0F == zlib.DEFLATED
    stream = zlib.decompressobj(wbits=zlib.MAX_WBITS if zlib_format else -zlib.MAX_WBITS)
    yield stream.decompress(body, most)
    if not stream.eof:
        raise CorruptBody


def _brotli(body: bytes, most: int) -> Iterator[bytes]:
    """Yields the decompressed pieces of a Brotli body."""
    stream = brotli.Decompressor()
    yield stream.process(body, output_buffer_limit=most)
    while not stream.is_finished():
        if stream.can_accept_more_data():
            raise CorruptBody
        yield stream.process(b"", output_buffer_limit=most)
