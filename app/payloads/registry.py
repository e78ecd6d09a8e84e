"""All kinds of static codes, in the order in which they are offered."""

from app.kernel.refusal import N_, NotFound
from app.payloads.contact import MECARD, VCARD
from app.payloads.event import EVENT
from app.payloads.geo_location import GEO
from app.payloads.kind import PayloadKind
from app.payloads.message import EMAIL, SMS, WHATSAPP
from app.payloads.phone_number import PHONE
from app.payloads.qris_kind import QRIS
from app.payloads.text_and_url import TEXT, URL
from app.payloads.wifi import WIFI

STATIC = N_(
    "A static code holds everything itself. It works without us and for ever, but what it says cannot be "
    "changed once it is printed, and its scans cannot be counted."
)
KINDS: dict[str, PayloadKind] = {
    kind.key: kind for kind in (WHATSAPP, WIFI, URL, TEXT, VCARD, QRIS, EVENT, GEO, PHONE, EMAIL, SMS, MECARD)
}


def get_kind(key: str) -> PayloadKind:
    """The kind with this key. Raises: NotFound."""
    if key not in KINDS:
        raise NotFound
    return KINDS[key]
