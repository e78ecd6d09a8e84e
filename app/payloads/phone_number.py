"""Phone numbers as people write them, made the ones that the world can dial: ITU-T E.164, RFC 3966."""

import re

from app.kernel import text
from app.kernel.refusal import N_
from app.payloads.field import Field, InvalidContent
from app.payloads.kind import Kind

HOME, LONGEST = "62", 40  # Indonesia; characters, separators among them
DASH = re.compile(r"[\u2010-\u2015\u2212]")
FORBIDDEN = re.compile(r"[^\d +().\-/]")
SERVICE = re.compile(r"1\d{2,6}")  # 112, 14045, 1500888: dialled as they are, within Indonesia


class InvalidNumber(InvalidContent):
    field, says = "number", N_("That is not a phone number. Write it like 0812-3456-789 or +62 812-3456-789.")


class OtherCountry(InvalidNumber):
    says = N_("Start numbers of other countries with + and the country's code, such as +65.")


def tidied(raw: str, field: str = "number") -> str:
    """Country code and number, digits only: `0812-3456-789`, `+62 812…`, `62812…` and `812…` are all `62812…`.

    Refusals: InvalidNumber, and OtherCountry for digits that begin like no Indonesian number.
    """
    plain = DASH.sub("-", text.normalized(text.trimmed(raw), LONGEST + 1, "NFKC")).lstrip("( ")
    digits = re.sub(r"\D", "", plain)
    if len(plain) > LONGEST or FORBIDDEN.search(plain) or not digits.isascii() or plain.rfind("+") > 0:
        raise InvalidNumber(field=field)
    number = _international(digits, plus=plain.startswith("+"), field=field)
    home = number.startswith(HOME)
    if not (9 if home else 7) <= len(number) <= 15:
        raise InvalidNumber(field=field)
    return number


def _international(digits: str, *, plus: bool, field: str) -> str:
    if not plus and digits.startswith("00"):
        digits, plus = digits[2:], True
    if not plus and digits.startswith("0"):
        return HOME + digits[1:]
    if digits.startswith(HOME):
        return HOME + digits.removeprefix(HOME).removeprefix("0")  # +62 (0) 812
    if not plus and digits.startswith("8"):
        return HOME + digits
    if not plus or digits.startswith("0"):
        raise (InvalidNumber if digits.startswith("0") or len(digits) < 7 else OtherCountry)(field=field)
    return digits


def dialled(raw: str, field: str = "number") -> str:
    """As a phone dials it: `+62812…`, or a short Indonesian service number such as 112 or 1500888 as it is.

    Refusals: those of `tidied`.
    """
    short = re.sub(r"[ .\-]", "", raw[:LONGEST + 1])
    return short if short.isascii() and SERVICE.fullmatch(short) else f"+{tidied(raw, field)}"


PHONE = Kind(
    "phone", N_("Phone call"), N_("Puts your number into the phone's dialler. Calling is one more tap."),
    (Field("number", N_("Phone number"), N_("0812… or 021…; other countries with + in front."), "text", True, 40),),
    lambda given: f"tel:{dialled(given['number'])}",
)
