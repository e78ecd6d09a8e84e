"""The files that visitors can download from a page: calendar events and contact cards."""

from app.pages.block import Block
from app.payloads import contact, event


def calendar_file(block: Block) -> bytes:
    """The iCalendar file (`text/calendar`, RFC 5545) of a complete event block."""
    return event.format_event(block.values).encode()


def contact_file(block: Block) -> bytes:
    """The vCard file (`text/vcard`, RFC 2426) of a complete contact block."""
    empty = dict.fromkeys((field.name for field in contact.VCARD.fields), "")
    return contact.format_vcard(empty | block.values).encode()
