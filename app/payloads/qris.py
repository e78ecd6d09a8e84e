"""QRIS, Indonesia's payment code: who is paid, how much, and a code for one amount made of a shop's own.

It is EMVCo's merchant-presented mode (tags and formats: its table 3.1 and following) with the national switch's
part, `ID.CO.QRIS.WWW`, which holds the merchant's national number (NMID). We check form and checksum; whether the
merchant exists, only a bank can say.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from app.kernel import i18n
from app.kernel.refusal import N_
from app.kernel.text import whole
from app.payloads import emv
from app.payloads.emv import InvalidQris, WrongLength

FIRST, STATIC, DYNAMIC = "000201", "11", "12"
METHOD, MONEY, AMOUNT, TIP, FEE, PERCENT, COUNTRY = "01", "53", "54", "55", "56", "57", "58"
RUPIAH, INDONESIA, NATIONAL = "360", "ID", "ID.CO.QRIS.WWW"
LENGTHS = {"00": 2, METHOD: 2, "52": 4, MONEY: 3, TIP: 2, COUNTRY: 2}
NEEDED = ("52", MONEY, COUNTRY, "59", "60")
SUM = re.compile(r"\d{1,13}(\.\d{0,2})?", re.ASCII)
LONGEST_PAYLOAD = 2_048  # EMVCo allows 512 characters; the rest is for the line breaks of a paste
MOST_RUPIAH = 10_000_000  # of one QRIS payment: Bank Indonesia, since 1 March 2022
TIPS = {"01": "asked", "02": "fixed", "03": "percent"}


class NotQris(InvalidQris):
    says = N_("That is not a QRIS. A QRIS begins with 000201.")


class NoNationalPart(InvalidQris):
    says = N_("That is a payment code, but not a QRIS: ID.CO.QRIS.WWW is not in it.")


class OtherCountry(InvalidQris):
    says = N_("That is a payment code of another country: money %(money)s, country %(country)s.")


class MissingPart(InvalidQris):
    says = N_("Part %(tag)s is missing.")


class WrongValue(InvalidQris):
    says = N_("Part %(tag)s says “%(value)s”, which means nothing there.")


class WrongAmount(InvalidQris):
    field, says = "amount", N_("Give an amount from Rp1 to Rp10,000,000, in whole rupiah.")


class WrongFee(InvalidQris):
    field, says = "fee", N_("Give a fee in whole rupiah, less than Rp10,000,000.")


class AmountThere(InvalidQris):
    field, says = "amount", N_("This QRIS has an amount already: %(amount)s.")


@dataclass(frozen=True, slots=True)
class Acquirer:
    """Who collects the money: `guid` such as ID.CO.BCA.WWW, and the merchant's numbers and size (UMI, UKE, …) there."""

    guid: str
    account: str
    merchant: str
    criteria: str


@dataclass(frozen=True, slots=True)
class Merchant:
    """What a QRIS says. `category` is an ISO 18245 code; `amount` and `tip_value` are rupiah, or percent for a tip of
    "percent"; `tip` is "", "asked", "fixed" or "percent". `additional` and `local` are EMV's templates 62 and 64.
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


def tidied(payload: str) -> str:
    """A pasted payload without the line breaks and outer blanks that came with it. Refusals: NotQris."""
    if len(payload) > LONGEST_PAYLOAD:
        raise NotQris
    text = whole(re.sub(r"[\r\n\t]", "", payload).strip())
    if not text.startswith(FIRST):
        raise NotQris
    return text


def read(payload: str) -> Merchant:
    """What a pasted or scanned QRIS says.

    Refusals, of the field "payload": NotQris, those of `emv.checked`, OtherCountry, MissingPart, WrongLength,
    WrongValue, NoNationalPart.
    """
    found = _objects(payload)
    acquirers = {tag: _acquirer(tag, value) for tag, value in found.items() if "26" <= tag <= "51"}
    national = [one for one in acquirers.values() if one.guid.upper() == NATIONAL]
    if not national:
        raise NoNationalPart
    tip, value = _tip(found)
    return Merchant(
        found["59"], found["60"], found.get("61", ""), found[COUNTRY], found["52"], national[0].merchant,
        tuple(one for one in acquirers.values() if one not in national), found.get(METHOD, STATIC) == STATIC,
        _sum(found, AMOUNT) if AMOUNT in found else None, tip, value,
        emv.objects(found.get("62", ""), "62."), emv.objects(found.get("64", ""), "64."),
    )


def with_amount(payload: str, rupiah: int, *, fee: int = 0, replacing: bool = False) -> str:
    """The dynamic QRIS of a static one, for one payment of `rupiah`, a fixed fee beside it where `fee` is given.

    A tip the merchant set stays when there is no fee. Refusals: those of `read`, WrongAmount, WrongFee, AmountThere.
    """
    merchant, found = read(payload), _objects(payload)
    if not 0 < rupiah <= MOST_RUPIAH:
        raise WrongAmount
    if not 0 <= fee < MOST_RUPIAH:
        raise WrongFee
    if merchant.amount is not None and not replacing:
        raise AmountThere(amount=f"Rp{i18n.number(int(merchant.amount))}")
    changed = {METHOD: DYNAMIC, AMOUNT: str(rupiah)}
    if fee:
        found.pop(PERCENT, None)
        changed |= {TIP: "02", FEE: str(fee)}
    return emv.sealed(_placed(found, changed))


def _placed(found: dict[str, str], changed: dict[str, str]) -> dict[str, str]:
    """The objects with those that changed: in their old place, or a new one before the first with a higher tag."""
    order = list(found)
    for tag in changed.keys() - found.keys():
        order.insert(next((at for at, other in enumerate(order) if other > tag), len(order)), tag)
    return {tag: changed.get(tag) or found[tag] for tag in order}


def _objects(payload: str) -> dict[str, str]:
    found = emv.checked(tidied(payload))
    for tag in NEEDED:
        if tag not in found:
            raise MissingPart(tag=tag)
    for tag, length in LENGTHS.items():
        if len(found.get(tag, " " * length)) != length:
            raise WrongLength(tag=tag)
    if (found[MONEY], found[COUNTRY]) != (RUPIAH, INDONESIA):
        raise OtherCountry(money=found[MONEY], country=found[COUNTRY])
    if found.get(METHOD, STATIC) not in {STATIC, DYNAMIC}:
        raise WrongValue(tag=METHOD, value=found[METHOD])
    return found


def _acquirer(tag: str, value: str) -> Acquirer:
    inner = emv.objects(value, f"{tag}.")
    if "00" not in inner:
        raise MissingPart(tag=f"{tag}.00")
    return Acquirer(inner["00"], inner.get("01", ""), inner.get("02", ""), inner.get("03", ""))


def _tip(found: dict[str, str]) -> tuple[str, Decimal | None]:
    """The tip that is asked for, with the value that belongs to it: EMVCo, 4.4.3."""
    if TIP not in found:
        return "", None
    if found[TIP] not in TIPS:
        raise WrongValue(tag=TIP, value=found[TIP])
    holder = {"fixed": FEE, "percent": PERCENT}.get(tip := TIPS[found[TIP]])
    if holder and holder not in found:
        raise MissingPart(tag=holder)
    return tip, _sum(found, holder) if holder else None


def _sum(found: dict[str, str], tag: str) -> Decimal:
    if len(found[tag]) > 13 or not SUM.fullmatch(found[tag]):
        raise WrongValue(tag=tag, value=found[tag])
    return Decimal(found[tag])
