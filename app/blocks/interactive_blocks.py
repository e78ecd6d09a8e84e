"""Interactive blocks: an event, a contact card, an email form, a QR code and a tip by QRIS."""

from collections.abc import Sequence

from app.blocks.kind import Destination, Kind, Values
from app.kernel.refusal import N_
from app.payloads import contact, event, qris
from app.payloads.field import Field, InvalidContent

MOST_AMOUNTS = 6
DEFAULT_AMOUNTS = "10000, 25000, 50000"


class InvalidAmounts(InvalidContent):
    """The amounts of a tip are too many, too large, or not whole rupiah."""

    field = "amounts"
    says = N_("Write up to six amounts in whole rupiah with commas between them, such as 10000, 25000, 50000.")


class QrisNotStatic(InvalidContent):
    """The QRIS already contains an amount, so it cannot be used again."""

    field, says = "payload", N_("This QRIS is for one payment only. Use the static one of your shop.")


def _check_event(values: dict[str, str]) -> dict[str, str]:
    """The values with normalised times. Raises: those of `event.format_event`."""
    event.format_event(values)
    return values | event.datetime_local_values(values)


def _event_destinations(values: Values, items: Sequence[Values]) -> list[Destination]:
    return [Destination("", values["title"], values["url"])] if values["url"] else []


def _check_contact(values: dict[str, str]) -> dict[str, str]:
    """The values unchanged. Raises: those of `contact.format_vcard`."""
    contact.format_vcard(dict.fromkeys(VCARD_FIELDS, "") | values)
    return values


def tip_amounts(values: Values) -> list[int]:
    """The amounts that visitors of a tip block choose from, in whole rupiah, ascending. Raises: InvalidAmounts."""
    parts = [part.strip().removeprefix("Rp").replace(".", "") for part in values["amounts"].split(",") if part.strip()]
    if len(parts) > MOST_AMOUNTS or not all(part.isascii() and part.isdigit() and len(part) < 10 for part in parts):
        raise InvalidAmounts
    choices = sorted({int(part) for part in parts})
    if any(not 0 < amount <= qris.MAX_RUPIAH for amount in choices):
        raise InvalidAmounts
    return choices


def _check_tip(values: dict[str, str]) -> dict[str, str]:
    """The values with a normalised payload and list of amounts. Raises: QrisNotStatic, InvalidAmounts, those of
    `parse_qris`.
    """
    choices = ", ".join(str(amount) for amount in tip_amounts(values)) or DEFAULT_AMOUNTS
    payload = qris.clean_payload(values["payload"])
    if not qris.parse_qris(payload).static:
        raise QrisNotStatic
    return values | {"payload": payload, "amounts": choices}


VCARD_FIELDS = tuple(field.name for field in contact.VCARD.fields)
EVENT = Kind(
    "event",
    N_("Event"),
    N_("What happens when, how many days are left, and a file for the calendar."),
    "calendar-event",
    (*event.EVENT.fields, Field("url", N_("Tickets or details"), N_("May stay empty."), "url", most=2_048)),
    check=_check_event,
    destinations=_event_destinations,
    words="acara agenda jadwal kalender calendar tanggal date tiket ticket konser concert kelas class webinar "
    "undangan hitung mundur countdown",
)
CONTACT = Kind(
    "contact",
    N_("Contact card"),
    N_("A tap saves you in the visitor's contacts."),
    "address-book",
    (Field("title", N_("Title"), required=True, most=80), *contact.VCARD.fields),
    check=_check_contact,
    words="kontak vcard kartu nama telepon phone nomor hp simpan save",
)
FORM = Kind(
    "form",
    N_("Email form"),
    N_("People leave their address for your news. We never write to them."),
    "mail",
    (
        Field("title", N_("Title"), required=True, most=80),
        Field("button", N_("Words on the button"), N_("Such as Follow. May stay empty."), most=24),
        Field(
            "consent",
            N_("What people agree to"),
            N_("Such as: one email a month about new collections."),
            "textarea",
            True,
            300,
        ),
        Field("thanks", N_("What people read after it"), N_("May stay empty."), most=200),
        Field(
            "confirm",
            N_("Ask for confirmation by email"),
            N_("Keeps wrong and strangers' addresses out of your list. Who unsubscribed before is always asked."),
            "checkbox",
        ),
    ),
    words="newsletter langganan subscribe pelanggan surel email daftar formulir kabar news",
)
CODE = Kind(
    "qr",
    N_("QR code"),
    N_("A code on the page, for a screen at your counter."),
    "qrcode",
    (
        Field("title", N_("Title"), required=True, most=80),
        Field("content", N_("What it says"), N_("An address or words. Empty: the address of this page."), most=300),
    ),
    words="barcode kode qr scan pindai",
)
TIP = Kind(
    "tip",
    N_("Tip by QRIS"),
    N_("Visitors choose an amount and scan your own QRIS. The money goes to you; Kliqs neither holds nor confirms it."),
    "credit-card",
    (
        Field("title", N_("Title"), required=True, most=80),
        Field(
            "payload",
            N_("Your static QRIS"),
            N_("Take a photo of your sticker, or paste the text of the code. It begins with 000201."),
            "qris",
            True,
            600,
            verbatim=True,
        ),
        Field("amounts", N_("Amounts to choose from"), N_("In rupiah, with commas between them."), most=80),
    ),
    check=_check_tip,
    words="qris donasi donation saweria trakteer traktir bayar pay payment uang money dukung support gopay ovo dana",
)
