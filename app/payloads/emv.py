"""The form of EMV payment codes: objects of a two-digit tag, a two-digit length and a value, and a checksum.

EMVCo, "QR Code Specification for Payment Systems: Merchant-Presented Mode", 1.1, sections 3 and 4.
"""

import binascii
import re

from app.kernel.error_codes import document_code
from app.kernel.refusal import N_, Refusal

HEAD = re.compile(r"\d{4}", re.ASCII)
CHECKSUM, LAST = "63", re.compile("6304([0-9A-Fa-f]{4})")

document_code(
    "INVALID_QRIS", 400, N_("The text of a QRIS is not whole, or not one that Indonesian payment apps take."),
    N_("Copy the whole text of your static QRIS; the message says what is wrong with it."), form_status=422)


class InvalidQris(Refusal):
    code, field, says = "INVALID_QRIS", "payload", N_("That is not a QRIS.")


class CutOff(InvalidQris):
    says = N_("The code is cut off: part %(tag)s is not whole. Copy all of it.")


class NoChecksum(InvalidQris):
    says = N_("The code is cut off: its checksum, part 63 at the end, is missing. Copy all of it.")


class WrongChecksum(InvalidQris):
    says = N_("The checksum is wrong: it should be %(expected)s and is %(found)s. Some letter was changed or lost.")


class NotAnObject(InvalidQris):
    says = N_("What stands at character %(place)s is no part of a QRIS.")


class DuplicateTag(InvalidQris):
    says = N_("Part %(tag)s is in it twice.")


class WrongLength(InvalidQris):
    says = N_("Part %(tag)s has the wrong length.")


class AfterTheEnd(InvalidQris):
    says = N_("Something follows the checksum, which must be the last part.")


def objects(text: str, within: str = "") -> dict[str, str]:
    """The objects of a text by their tags, in their order; `within` is the template it is the value of: `62.`

    Refusals: NotAnObject and CutOff (in a template both are a WrongLength), AfterTheEnd, WrongLength (an empty one),
    DuplicateTag.
    """
    found: dict[str, str] = {}
    place = 0
    while place < len(text):
        if CHECKSUM in found and not within:
            raise AfterTheEnd
        head = text[place:place + 4]
        tag = within + head[:2]
        if not HEAD.fullmatch(head.ljust(4, "0")):
            raise WrongLength(tag=within.rstrip(".")) if within else NotAnObject(place=place + 1)
        value = text[place + 4:place + 4 + int(head[2:] or 0)]
        if len(head) < 4 or len(value) < int(head[2:]):
            raise WrongLength(tag=within.rstrip(".")) if within else CutOff(tag=tag)
        if not value:
            raise WrongLength(tag=tag)
        if head[:2] in found:
            raise DuplicateTag(tag=tag)
        found[head[:2]] = value
        place += 4 + len(value)
    return found


def checked(text: str) -> dict[str, str]:
    """The objects of a whole payload whose checksum is right.

    Refusals: those of `objects`, WrongChecksum, NoChecksum.
    """
    if LAST.fullmatch(text[-8:]) and (expected := checksum(text[:-4])) != text[-4:].upper():
        raise WrongChecksum(expected=expected, found=text[-4:].upper())
    found = objects(text)
    if CHECKSUM not in found:
        raise NoChecksum
    if not LAST.fullmatch(text[-8:]):
        raise WrongLength(tag=CHECKSUM)
    return found


def sealed(found: dict[str, str]) -> str:
    """The payload of these objects in their order, with a checksum of its own."""
    text = "".join(written(tag, value) for tag, value in found.items() if tag != CHECKSUM) + f"{CHECKSUM}04"
    return text + checksum(text)


def written(tag: str, value: str) -> str:
    """One object; its value has 1 to 99 characters."""
    return f"{tag}{len(value):02}{value}"


def checksum(text: str) -> str:
    """CRC-16/CCITT-FALSE (polynomial 0x1021, begun with 0xFFFF) of the UTF-8 bytes, as four capital hex digits."""
    return f"{binascii.crc_hqx(text.encode(), 0xFFFF):04X}"
