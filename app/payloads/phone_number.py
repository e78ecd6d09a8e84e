"""Phone numbers as people write them, normalized to international form: ITU-T E.164, RFC 3966."""

import re

from app.kernel import text
from app.kernel.refusal import N_
from app.payloads.field import Field, InvalidContent
from app.payloads.kind import PayloadKind

INDONESIA, LONGEST = "62", 40  # Indonesia; characters, separators among them
DASH = re.compile(r"[\u2010-\u2015\u2212]")
FORBIDDEN = re.compile(r"[^\d +().\-/]")
SERVICE = re.compile(r"1\d{2,6}")  # 112, 14045, 1500888: dialled as they are, within Indonesia


class InvalidNumber(InvalidContent):
    """The text is not a phone number."""

    field, says = "number", N_("That is not a phone number. Write it like 0812-3456-789 or +62 812-3456-789.")


class OtherCountry(InvalidNumber):
    """The digits begin like no Indonesian number and have no country code with +."""

    says = N_("Start numbers of other countries with + and the country's code, such as +65.")


def normalize_phone_number(raw: str, field: str = "number") -> str:
    """Normalize a number to country code and number, digits only: `0812-3456-789`, `+62 812…`, `62812…` and `812…` all
    become `62812…`.

    Raises: InvalidNumber, and OtherCountry for digits that begin like no Indonesian number; each with `field`.
    """
    plain = DASH.sub("-", text.normalize(text.trim(raw), LONGEST + 1, "NFKC")).lstrip("( ")
    digits = re.sub(r"\D", "", plain)
    if len(plain) > LONGEST or FORBIDDEN.search(plain) or not digits.isascii() or plain.rfind("+") > 0:
        raise InvalidNumber(field=field)
    number = _add_country_code(digits, plus=plain.startswith("+"), field=field)
    indonesian = number.startswith(INDONESIA)
    if not (9 if indonesian else 7) <= len(number) <= 15:
        raise InvalidNumber(field=field)
    return number


def _add_country_code(digits: str, *, plus: bool, field: str) -> str:
    """The digits with their country code. Raises: InvalidNumber, OtherCountry."""
    if not plus and digits.startswith("00"):
        digits, plus = digits[2:], True
    if not plus and digits.startswith("0"):
        return INDONESIA + digits[1:]
    if digits.startswith(INDONESIA):
        return INDONESIA + digits.removeprefix(INDONESIA).removeprefix("0")  # +62 (0) 812
    if not plus and digits.startswith("8"):
        return INDONESIA + digits
    if not plus or digits.startswith("0"):
        raise (InvalidNumber if digits.startswith("0") or len(digits) < 7 else OtherCountry)(field=field)
    return digits


def format_dial_string(raw: str, field: str = "number") -> str:
    """The number as a phone dials it: `+62812…`, or a short Indonesian service number such as 112 or 1500888 unchanged.

    Raises: those of `normalize_phone_number`.
    """
    short = re.sub(r"[ .\-]", "", raw[: LONGEST + 1])
    return short if short.isascii() and SERVICE.fullmatch(short) else f"+{normalize_phone_number(raw, field)}"


PHONE = PayloadKind(
    "phone",
    N_("Phone call"),
    N_("Puts your number into the phone's dialler. Calling is one more tap."),
    (Field("number", N_("Phone number"), N_("0812… or 021…; other countries with + in front."), "text", True, 40),),
    lambda values: f"tel:{format_dial_string(values['number'])}",
)
