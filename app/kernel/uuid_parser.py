"""The one reader of ids that come back from an address, a form or a cursor."""

from uuid import UUID

LENGTH = 36


def parse_uuid(text: str) -> UUID | None:
    """The UUID that is written as we write them (RFC 9562 §4, in any case); None for anything else.

    Python's own reader also takes braces, `urn:uuid:` and no hyphens, so that one id would have many names.
    """
    if len(text) != LENGTH or not text.isascii():
        return None
    try:
        found = UUID(text)
    except ValueError:
        return None
    return found if str(found) == text.lower() else None
