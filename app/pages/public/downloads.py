"""Files that visitors take away from a page."""

from app.pages.block import Block
from app.payloads import contact, event


def calendar_file(block: Block) -> bytes:
    """The event of a complete block for a calendar: `text/calendar`, RFC 5545."""
    return event.vevent(block.given).encode()


def contact_file(block: Block) -> bytes:
    """The card of a complete block for a phone's contacts: `text/vcard`, RFC 2426."""
    return contact.vcard(dict.fromkeys((field.name for field in contact.VCARD.fields), "") | block.given).encode()
