"""The parser of UUIDs in URLs, forms and cursors."""

from uuid import UUID

LENGTH = 36


def parse_uuid(text: str) -> UUID | None:
    """Returns the UUID in the hyphenated form that we write (RFC 9562 §4, in any case); None for any other text.

    Python's parser also accepts braces, `urn:uuid:` and missing hyphens, which would give one object several URLs.
    """
    if len(text) != LENGTH or not text.isascii():
        return None
    try:
        uuid = UUID(text)
    except ValueError:
        return None
    return uuid if str(uuid) == text.lower() else None
