"""Contact cards: vCard 3.0 (RFC 2426) and the shorter MeCard (NTT DoCoMo)."""

import re
from collections.abc import Mapping

from app.kernel.destination import add_scheme, clean_url
from app.kernel.refusal import N_, Refusal
from app.payloads.field import Field
from app.payloads.kind import PayloadKind
from app.payloads.message import validate_email_address
from app.payloads.phone_number import format_dial_string


def escape_text(text: str) -> str:
    """Escape a text value of a vCard or an iCalendar file: a backslash before `\\ ; ,`, a line break as `\\n`."""
    return re.sub(r"([\\;,])", r"\\\1", text).replace("\n", "\\n")


def format_vcard(values: Mapping[str, str]) -> str:
    """Format the fields of `VCARD` as a vCard 3.0 with CRLF lines.

    Lines are not folded: phones read long lines, and some phones read no folded ones.

    Raises: InvalidNumber, InvalidEmailAddress and those of `clean_url`, each with the field it concerns.
    """
    safe = {name: escape_text(value) for name, value in values.items()}
    full_name = " ".join(part for part in (safe["first"], safe["last"]) if part)
    parts = ("street", "city", "region", "postcode", "country")
    postal_address = f";;{';'.join(safe[part] for part in parts)}" if any(values[part] for part in parts) else ""
    lines = {
        "N": f"{safe['last']};{safe['first']};;;",
        "FN": full_name,
        "ORG": safe["company"],
        "TITLE": safe["job"],
        "TEL;TYPE=CELL": _format_number(values, "mobile"),
        "TEL;TYPE=WORK,VOICE": _format_number(values, "phone"),
        "EMAIL;TYPE=INTERNET": escape_text(_format_email(values)),
        "URL": _format_website(values),
        "ADR;TYPE=WORK": postal_address,
        "NOTE": safe["note"],
    }
    card = ["BEGIN:VCARD", "VERSION:3.0", *(f"{name}:{value}" for name, value in lines.items() if value), "END:VCARD"]
    return "\r\n".join(card) + "\r\n"


def format_mecard(values: Mapping[str, str]) -> str:
    """Format the fields of `MECARD` as `MECARD:N:Last,First;TEL:…;;`.

    The format has no line breaks and no fields for a job title or an office number. Raises: as `format_vcard`.
    """
    names = ",".join(_escape_mecard(values[part]) for part in ("last", "first") if values[part])
    parts = {
        "N": names,
        "ORG": _escape_mecard(values["company"]),
        "TEL": _format_number(values, "mobile"),
        "EMAIL": _escape_mecard(_format_email(values)),
        "URL": _escape_mecard(_format_website(values)),
        "ADR": _escape_mecard(values["street"]),
        "NOTE": _escape_mecard(values["note"]),
    }
    return f"MECARD:{';'.join(f'{name}:{value}' for name, value in parts.items() if value)};;"


def _escape_mecard(text: str) -> str:
    """Escape a value for MeCard; blanks and line breaks become single spaces."""
    return re.sub(r'([\\;,:"])', r"\\\1", " ".join(text.split()))


def _format_number(values: Mapping[str, str], field: str) -> str:
    """The phone number in dialable form; empty where the field is empty."""
    return format_dial_string(values[field], field) if values[field] else ""


def _format_email(values: Mapping[str, str]) -> str:
    """The normalized email address; empty where the field is empty."""
    return validate_email_address(values["email"]).normalized if values["email"] else ""


def _format_website(values: Mapping[str, str]) -> str:
    """The website with a scheme, checked; empty where the field is empty. Raises: those of `clean_url`."""
    raw = values["website"]
    try:
        return clean_url(add_scheme(raw)) if raw else ""
    except Refusal as refusal:
        refusal.field = "website"
        raise


_NAMES = (
    Field("first", N_("First name"), N_("Or the name of your shop."), required=True, most=60),
    Field("last", N_("Last name"), most=60),
    Field("company", N_("Company"), most=80),
)
_MOBILE = Field("mobile", N_("Mobile number"), N_("0812…; other countries with + in front."), most=40)
_ONLINE = (Field("email", N_("Email address"), most=254), Field("website", N_("Website"), most=300))
_STREET = Field("street", N_("Street and number"), most=120)
_NOTE = Field("note", N_("Note"), N_("Every word makes the code finer and harder to scan."), "textarea", most=200)
_CITY = (
    Field("city", N_("City"), most=60),
    Field("region", N_("Province"), most=60),
    Field("postcode", N_("Postcode"), most=12),
    Field("country", N_("Country"), most=60),
)

VCARD = PayloadKind(
    "vcard",
    N_("Contact (vCard)"),
    N_("Saves you in the phone's contacts, with company, address and website."),
    (
        *_NAMES,
        Field("job", N_("Job title"), most=80),
        _MOBILE,
        Field("phone", N_("Office number"), most=40),
        *_ONLINE,
        _STREET,
        *_CITY,
        _NOTE,
    ),
    format_vcard,
)
MECARD = PayloadKind(
    "mecard",
    N_("Contact, short (MeCard)"),
    N_(
        "Saves you in the phone's contacts. Holds less than a vCard, so the code is coarser and scans from further "
        "away."
    ),
    (*_NAMES, _MOBILE, *_ONLINE, Field("street", N_("Address"), most=200), _NOTE),
    format_mecard,
)
