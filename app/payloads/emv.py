"""The encoding of EMV payment codes: objects of a two-digit tag, a two-digit length and a value, and a checksum.

Source: EMVCo, "QR Code Specification for Payment Systems: Merchant-Presented Mode", 1.1, sections 3 and 4.
"""

import binascii
import re

from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal

OBJECT_HEAD = re.compile(r"\d{4}", re.ASCII)
CHECKSUM, CHECKSUM_OBJECT = "63", re.compile("6304([0-9A-Fa-f]{4})")

document_code(
    "INVALID_QRIS",
    400,
    N_("The text of a QRIS is incomplete, or not one that Indonesian payment apps accept."),
    N_("Copy the whole text of your static QRIS; the message says what is wrong with it."),
    form_status=422,
)


class InvalidQris(Refusal):
    """The payload is not a valid QRIS; the base of all refusals of this module."""

    code, field, says = "INVALID_QRIS", "payload", N_("That is not a QRIS.")


class PayloadTruncated(InvalidQris):
    """The payload ends before the length that an object declares."""

    says = N_("The code is cut off: part %(tag)s is not whole. Copy all of it.")


class ChecksumMissing(InvalidQris):
    """The payload has no checksum object."""

    says = N_("The code is cut off: its checksum, part 63 at the end, is missing. Copy all of it.")


class WrongChecksum(InvalidQris):
    """The checksum does not match the payload."""

    says = N_("The checksum is wrong: it should be %(expected)s and is %(found)s. Some letter was changed or lost.")


class MalformedObject(InvalidQris):
    """The text at a position does not begin with a tag and a length."""

    says = N_("The text at character %(place)s is not a part of a QRIS.")


class DuplicateTag(InvalidQris):
    """The same tag occurs twice on one level."""

    says = N_("Part %(tag)s is in it twice.")


class WrongLength(InvalidQris):
    """An object is empty, or its value does not have the length that its tag prescribes."""

    says = N_("Part %(tag)s has the wrong length.")


class DataAfterChecksum(InvalidQris):
    """There is data after the checksum object."""

    says = N_("Something follows the checksum, which must be the last part.")


def parse_objects(text: str, within: str = "") -> dict[str, str]:
    """Parse a text into values by tag, in their order; `within` is the prefix of a template's tags, such as `62.`.

    Raises: NotAnObject and PayloadTruncated (WrongLength inside a template), DataAfterChecksum, WrongLength for an
    empty value, DuplicateTag.
    """
    values: dict[str, str] = {}
    position = 0
    while position < len(text):
        if CHECKSUM in values and not within:
            raise DataAfterChecksum
        head = text[position : position + 4]
        tag = within + head[:2]
        if not OBJECT_HEAD.fullmatch(head.ljust(4, "0")):
            raise WrongLength(tag=within.rstrip(".")) if within else MalformedObject(place=position + 1)
        value = text[position + 4 : position + 4 + int(head[2:] or 0)]
        if len(head) < 4 or len(value) < int(head[2:]):
            raise WrongLength(tag=within.rstrip(".")) if within else PayloadTruncated(tag=tag)
        if not value:
            raise WrongLength(tag=tag)
        if head[:2] in values:
            raise DuplicateTag(tag=tag)
        values[head[:2]] = value
        position += 4 + len(value)
    return values


def parse_payload(text: str) -> dict[str, str]:
    """Verify the checksum of a complete payload and return its objects by tag.

    Raises: those of `parse_objects`, WrongChecksum, ChecksumMissing.
    """
    if CHECKSUM_OBJECT.fullmatch(text[-8:]) and (expected := compute_checksum(text[:-4])) != text[-4:].upper():
        raise WrongChecksum(expected=expected, found=text[-4:].upper())
    values = parse_objects(text)
    if CHECKSUM not in values:
        raise ChecksumMissing
    if not CHECKSUM_OBJECT.fullmatch(text[-8:]):
        raise WrongLength(tag=CHECKSUM)
    return values


def serialize_with_checksum(values: dict[str, str]) -> str:
    """Serialize objects in their order, with a newly computed checksum at the end."""
    text = "".join(serialize_object(tag, value) for tag, value in values.items() if tag != CHECKSUM) + f"{CHECKSUM}04"
    return text + compute_checksum(text)


def serialize_object(tag: str, value: str) -> str:
    """Serialize one object; its value must have 1 to 99 characters."""
    return f"{tag}{len(value):02}{value}"


def compute_checksum(text: str) -> str:
    """CRC-16/CCITT-FALSE (polynomial 0x1021, initial value 0xFFFF) of the UTF-8 bytes, as four capital hex digits."""
    return f"{binascii.crc_hqx(text.encode(), 0xFFFF):04X}"
