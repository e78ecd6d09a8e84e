"""Forwards a visitor's query string to a destination as it came: what is not decoded cannot be changed by encoding it.

A raw query is the bytes behind the `?` of the request, read as Latin-1: one character for each byte.
"""

from urllib.parse import unquote_to_bytes

from app.visits.capture import without_marks

# Not allowed in a header or a URL: controls, blanks, bytes beyond ASCII, and the quotes that browsers encode in queries
ENCODED = {code: f"%{code:02X}" for code in (*range(0x21), ord('"'), ord("'"), *range(0x7F, 0x100))}


def forwarded(destination_url: str, query: str) -> str:
    """The destination with the visitor's raw query behind its own, before the fragment.

    A parameter of the destination goes where the visitor sends one of the same name; marks of ours stay here.
    Everything else is passed on byte for byte, except that bytes beyond ASCII, blanks and quotes are percent-encoded.
    """
    theirs = without_marks(query)
    if not theirs:
        return destination_url
    page, hash_mark, fragment = destination_url.partition("#")
    page, _, own = page.partition("?")
    kept = []
    if own:
        names = {_name(pair) for pair in theirs.split("&") if pair}
        kept = [pair for pair in own.split("&") if not pair or _name(pair) not in names]
    return f"{page}?{'&'.join([*kept, encoded(theirs)])}{hash_mark}{fragment}"


def encoded(query: str) -> str:
    """A raw query as it may stand in a header."""
    return query.translate(ENCODED)


def _name(pair: str) -> bytes:
    """The name of a raw pair, decoded, to compare it."""
    name = pair.partition("=")[0].replace("+", " ").encode("latin-1")
    return unquote_to_bytes(name) if b"%" in name else name
