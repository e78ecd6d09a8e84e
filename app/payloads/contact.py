"""Contact cards: vCard 3.0 (RFC 2426) and the shorter MeCard (NTT DoCoMo)."""

import re
from collections.abc import Mapping

from app.kernel.destination import add_scheme, clean_url
from app.kernel.refusal import N_, Refusal
from app.payloads.field import Field
from app.payloads.kind import Kind
from app.payloads.message import address
from app.payloads.phone_number import dialled


def escaped(text: str) -> str:
    """A text value of a vCard or an iCalendar: `\\ ; ,` behind a backslash, a line break as `\\n`."""
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def vcard(given: Mapping[str, str]) -> str:
    """A card of CRLF lines, not folded: phones read long ones, and some no folded ones.

    Refusals: those of phone numbers, addresses and destinations, by field.
    """
    said = {name: escaped(value) for name, value in given.items()}
    whole = " ".join(part for part in (said["first"], said["last"]) if part)
    place = ("street", "city", "region", "postcode", "country")
    lines = {
        "N": f"{said['last']};{said['first']};;;", "FN": whole, "ORG": said["company"], "TITLE": said["job"],
        "TEL;TYPE=CELL": _number(given, "mobile"), "TEL;TYPE=WORK,VOICE": _number(given, "phone"),
        "EMAIL;TYPE=INTERNET": escaped(_email(given)), "URL": _website(given),
        "ADR;TYPE=WORK": f";;{';'.join(said[part] for part in place)}" if any(given[part] for part in place) else "",
        "NOTE": said["note"],
    }
    card = ["BEGIN:VCARD", "VERSION:3.0", *(f"{name}:{value}" for name, value in lines.items() if value), "END:VCARD"]
    return "\r\n".join(card) + "\r\n"


def mecard(given: Mapping[str, str]) -> str:
    """`MECARD:N:Last,First;TEL:…;;`. It knows no line breaks; names, numbers and a note are all it holds.

    Refusals: as `vcard`.
    """
    names = ",".join(_in_mecard(given[part]) for part in ("last", "first") if given[part])
    parts = {
        "N": names, "ORG": _in_mecard(given["company"]), "TEL": _number(given, "mobile"),
        "EMAIL": _in_mecard(_email(given)), "URL": _in_mecard(_website(given)), "ADR": _in_mecard(given["street"]),
        "NOTE": _in_mecard(given["note"]),
    }
    return f"MECARD:{';'.join(f'{name}:{value}' for name, value in parts.items() if value)};;"


def _in_mecard(text: str) -> str:
    return re.sub(r'([\\;,:"])', r"\\\1", " ".join(text.split()))


def _number(given: Mapping[str, str], field: str) -> str:
    return dialled(given[field], field) if given[field] else ""


def _email(given: Mapping[str, str]) -> str:
    return address(given["email"]).normalized if given["email"] else ""


def _website(given: Mapping[str, str]) -> str:
    raw = given["website"]
    try:
        return clean_url(add_scheme(raw)) if raw else ""
    except Refusal as refusal:
        refusal.field = "website"
        raise


_NAMES = (Field("first", N_("First name"), N_("Or the name of your shop."), required=True, most=60),
          Field("last", N_("Last name"), most=60), Field("company", N_("Company"), most=80))
_MOBILE = Field("mobile", N_("Mobile number"), N_("0812…; other countries with + in front."), most=40)
_ONLINE = (Field("email", N_("Email address"), most=254), Field("website", N_("Website"), most=300))
_STREET = Field("street", N_("Street and number"), most=120)
_NOTE = Field("note", N_("Note"), N_("Every word makes the code finer and harder to scan."), "textarea", most=200)
_CITY = (Field("city", N_("City"), most=60), Field("region", N_("Province"), most=60),
         Field("postcode", N_("Postcode"), most=12), Field("country", N_("Country"), most=60))

VCARD = Kind(
    "vcard", N_("Contact (vCard)"), N_("Saves you in the phone's contacts, with company, address and website."),
    (*_NAMES, Field("job", N_("Job title"), most=80), _MOBILE, Field("phone", N_("Office number"), most=40),
     *_ONLINE, _STREET, *_CITY, _NOTE),
    vcard,
)
MECARD = Kind(
    "mecard", N_("Contact, short (MeCard)"),
    N_("Saves you in the phone's contacts. Holds less than a vCard, so the code is coarser and scans from further "
       "away."),
    (*_NAMES, _MOBILE, *_ONLINE, Field("street", N_("Address"), most=200), _NOTE),
    mecard,
)
