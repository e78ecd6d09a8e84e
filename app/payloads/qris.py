"""QRIS, Indonesia's payment code: read whom it pays and how much, and derive a code for one amount from a merchant's
own.

QRIS is EMVCo's merchant-presented mode (tags and formats: its table 3.1 and following) with the template of the
national switch, `ID.CO.QRIS.WWW`, which holds the merchant's national number (NMID). The form and the checksum are
checked here; only a bank can say whether the merchant exists.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from app.kernel import i18n
from app.kernel.refusal import N_
from app.kernel.text import replace_surrogates
from app.payloads import emv
from app.payloads.emv import InvalidQris, WrongLength

PREFIX, STATIC, DYNAMIC = "000201", "11", "12"
INITIATION_METHOD, CURRENCY, AMOUNT, TIP, FEE, PERCENT, COUNTRY = "01", "53", "54", "55", "56", "57", "58"
RUPIAH, INDONESIA, NATIONAL = "360", "ID", "ID.CO.QRIS.WWW"
LENGTHS = {"00": 2, INITIATION_METHOD: 2, "52": 4, CURRENCY: 3, TIP: 2, COUNTRY: 2}
MANDATORY_TAGS = ("52", CURRENCY, COUNTRY, "59", "60")
DECIMAL = re.compile(r"\d{1,13}(\.\d{0,2})?", re.ASCII)
LONGEST_PAYLOAD = 2_048  # EMVCo allows 512 characters; the rest is for the line breaks of a paste
MAX_RUPIAH = 10_000_000  # of one QRIS payment: Bank Indonesia, since 1 March 2022
TIPS = {"01": "asked", "02": "fixed", "03": "percent"}


class NotQris(InvalidQris):
    """The text does not begin like a QRIS."""

    says = N_("That is not a QRIS. A QRIS begins with 000201.")


class NationalPartMissing(InvalidQris):
    """The code is a payment code without the template of Indonesia's national switch."""

    says = N_("That is a payment code, but not a QRIS: ID.CO.QRIS.WWW is not in it.")


class OtherCountry(InvalidQris):
    """The currency or the country is not Indonesia's."""

    says = N_("That is a payment code of another country: money %(money)s, country %(country)s.")


class MissingPart(InvalidQris):
    """A required object is missing."""

    says = N_("Part %(tag)s is missing.")


class WrongValue(InvalidQris):
    """The value of an object is not one that the specification knows."""

    says = N_("Part %(tag)s has the value “%(value)s”, which is not allowed there.")


class WrongAmount(InvalidQris):
    """The amount is not a whole number of rupiah from 1 to 10,000,000."""

    field, says = "amount", N_("Give an amount from Rp1 to Rp10,000,000, in whole rupiah.")


class WrongFee(InvalidQris):
    """The fee is not a whole number of rupiah below 10,000,000."""

    field, says = "fee", N_("Give a fee in whole rupiah, less than Rp10,000,000.")


class AmountPresent(InvalidQris):
    """The QRIS has an amount already, and replacing it was not requested."""

    field, says = "amount", N_("This QRIS has an amount already: %(amount)s.")


@dataclass(frozen=True, slots=True)
class Acquirer:
    """An institution that collects the money: `guid` such as ID.CO.BCA.WWW, the merchant's account and number there,
    and its size class in `criteria` (UMI, UKE, …).
    """

    guid: str
    account: str
    merchant: str
    criteria: str


@dataclass(frozen=True, slots=True)
class Merchant:
    """The data of a QRIS. `category` is an ISO 18245 code; `tip` is "", "asked", "fixed" or "percent".

    `amount` and `tip_value` are rupiah; `tip_value` is per cent for a tip of "percent". `additional` and `local` are
    the objects of EMV's templates 62 and 64. `static` is whether the code can be paid more than once.
    """

    name: str
    city: str
    postal_code: str
    country: str
    category: str
    nmid: str
    acquirers: tuple[Acquirer, ...]
    static: bool
    amount: Decimal | None
    tip: str
    tip_value: Decimal | None
    additional: dict[str, str]
    local: dict[str, str]


def clean_payload(payload: str) -> str:
    """Remove line breaks and outer blanks from a pasted payload. Raises: NotQris."""
    if len(payload) > LONGEST_PAYLOAD:
        raise NotQris
    text = replace_surrogates(re.sub(r"[\r\n\t]", "", payload).strip())
    if not text.startswith(PREFIX):
        raise NotQris
    return text


def parse_qris(payload: str) -> Merchant:
    """Parse a pasted or scanned QRIS.

    Raises, with the field "payload": NotQris, those of `parse_payload`, OtherCountry, MissingPart, WrongLength,
    WrongValue, NationalPartMissing.
    """
    objects = _parse_and_check(payload)
    nmid, acquirers = _parse_acquirers(objects)
    tip, tip_value = _parse_tip(objects)
    return Merchant(
        objects["59"],
        objects["60"],
        objects.get("61", ""),
        objects[COUNTRY],
        objects["52"],
        nmid,
        acquirers,
        objects.get(INITIATION_METHOD, STATIC) == STATIC,
        _parse_decimal(objects, AMOUNT) if AMOUNT in objects else None,
        tip,
        tip_value,
        emv.parse_objects(objects.get("62", ""), "62."),
        emv.parse_objects(objects.get("64", ""), "64."),
    )


def add_amount(payload: str, rupiah: int, *, fee: int = 0, replacing: bool = False) -> str:
    """Derive a dynamic QRIS for one payment of `rupiah` from a static one; a `fee` above 0 is a fixed fee on top.

    The merchant's own tip setting stays when there is no fee. Raises: those of `parse_qris`, WrongAmount, WrongFee, and
    AmountPresent unless `replacing`.
    """
    merchant, objects = parse_qris(payload), _parse_and_check(payload)
    if not 0 < rupiah <= MAX_RUPIAH:
        raise WrongAmount
    if not 0 <= fee < MAX_RUPIAH:
        raise WrongFee
    if merchant.amount is not None and not replacing:
        raise AmountPresent(amount=f"Rp{i18n.format_number(int(merchant.amount))}")
    changed = {INITIATION_METHOD: DYNAMIC, AMOUNT: str(rupiah)}
    if fee:
        objects.pop(PERCENT, None)
        changed |= {TIP: "02", FEE: str(fee)}
    return emv.serialize_with_checksum(_apply_changes(objects, changed))


def _apply_changes(objects: dict[str, str], changed: dict[str, str]) -> dict[str, str]:
    """The objects with `changed` applied: in their old place, or a new one before the first with a higher tag."""
    order = list(objects)
    for tag in changed.keys() - objects.keys():
        order.insert(next((index for index, other in enumerate(order) if other > tag), len(order)), tag)
    return {tag: changed.get(tag) or objects[tag] for tag in order}


def _parse_and_check(payload: str) -> dict[str, str]:
    """The objects of a payload, with the mandatory tags, lengths and country checked. Raises: as `parse_qris`."""
    objects = emv.parse_payload(clean_payload(payload))
    for tag in MANDATORY_TAGS:
        if tag not in objects:
            raise MissingPart(tag=tag)
    for tag, length in LENGTHS.items():
        if len(objects.get(tag, " " * length)) != length:
            raise WrongLength(tag=tag)
    if (objects[CURRENCY], objects[COUNTRY]) != (RUPIAH, INDONESIA):
        raise OtherCountry(money=objects[CURRENCY], country=objects[COUNTRY])
    if objects.get(INITIATION_METHOD, STATIC) not in {STATIC, DYNAMIC}:
        raise WrongValue(tag=INITIATION_METHOD, value=objects[INITIATION_METHOD])
    return objects


def _parse_acquirers(objects: dict[str, str]) -> tuple[str, tuple[Acquirer, ...]]:
    """The merchant's national number (NMID), and the acquirers without the national switch. Raises: MissingPart,
    WrongLength, NationalPartMissing.
    """
    acquirers = [_parse_acquirer(tag, value) for tag, value in objects.items() if "26" <= tag <= "51"]
    national = [acquirer for acquirer in acquirers if acquirer.guid.upper() == NATIONAL]
    if not national:
        raise NationalPartMissing
    return national[0].merchant, tuple(acquirer for acquirer in acquirers if acquirer not in national)


def _parse_acquirer(tag: str, value: str) -> Acquirer:
    """Parse an acquirer's template, tags 26 to 51. Raises: MissingPart, WrongLength."""
    inner = emv.parse_objects(value, f"{tag}.")
    if "00" not in inner:
        raise MissingPart(tag=f"{tag}.00")
    return Acquirer(inner["00"], inner.get("01", ""), inner.get("02", ""), inner.get("03", ""))


def _parse_tip(objects: dict[str, str]) -> tuple[str, Decimal | None]:
    """The kind of tip and the value that belongs to it: EMVCo, 4.4.3. Raises: WrongValue, MissingPart."""
    if TIP not in objects:
        return "", None
    if objects[TIP] not in TIPS:
        raise WrongValue(tag=TIP, value=objects[TIP])
    value_tag = {"fixed": FEE, "percent": PERCENT}.get(tip := TIPS[objects[TIP]])
    if value_tag and value_tag not in objects:
        raise MissingPart(tag=value_tag)
    return tip, _parse_decimal(objects, value_tag) if value_tag else None


def _parse_decimal(objects: dict[str, str], tag: str) -> Decimal:
    """The amount or percentage in an object. Raises: WrongValue."""
    if len(objects[tag]) > 13 or not DECIMAL.fullmatch(objects[tag]):
        raise WrongValue(tag=tag, value=objects[tag])
    return Decimal(objects[tag])
