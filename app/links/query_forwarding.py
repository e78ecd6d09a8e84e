"""Forwards a visitor's query string to a link's destination without decoding it, so that no encoding is changed.

A raw query is the bytes behind the `?` of the request read as Latin-1: one character for each byte.
"""

from urllib.parse import unquote_to_bytes

from app.visits.recording.capture import without_qr_parameters

# What a header or a URL must not hold: controls, blanks, bytes beyond ASCII, and the quotes that browsers encode
ESCAPES = {code: f"%{code:02X}" for code in (*range(0x21), ord('"'), ord("'"), *range(0x7F, 0x100))}


def append_query(destination_url: str, query: str) -> str:
    """Returns the destination URL with the visitor's raw query appended to its own query, before the fragment.

    A parameter of the destination is dropped where the visitor sends one of the same name. The `qr` parameters that our
    QR codes add are not forwarded. Everything else is passed on byte for byte; bytes beyond ASCII, blanks and quotes
    are percent-encoded.
    """
    visitor_query = without_qr_parameters(query)
    if not visitor_query:
        return destination_url
    page, hash_mark, fragment = destination_url.partition("#")
    page, _, own_query = page.partition("?")
    own_pairs = []
    if own_query:
        names = {_parameter_name(pair) for pair in visitor_query.split("&") if pair}
        own_pairs = [pair for pair in own_query.split("&") if not pair or _parameter_name(pair) not in names]
    return f"{page}?{'&'.join([*own_pairs, encode_query(visitor_query)])}{hash_mark}{fragment}"


def encode_query(query: str) -> str:
    """Percent-encodes what a header or a URL must not hold in a raw query."""
    return query.translate(ESCAPES)


def _parameter_name(pair: str) -> bytes:
    """Returns the decoded name of a raw `name=value` pair, for comparison."""
    name = pair.partition("=")[0].replace("+", " ").encode("latin-1")
    return unquote_to_bytes(name) if b"%" in name else name
