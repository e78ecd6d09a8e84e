"""The QRIS kind of static codes: a merchant's own payment code checked and redrawn, or one derived for an amount."""

import re
from collections.abc import Mapping

from app.kernel.refusal import N_, Refusal
from app.payloads import emv, qris
from app.payloads.field import Field
from app.payloads.kind import PayloadKind

GROUPED_DIGITS = re.compile(r"\d{1,3}([.,]\d{3})+|\d{1,13}", re.ASCII)


def parse_rupiah(raw: str) -> int | None:
    """Parse whole rupiah as people type them: `25000`, `25.000`, `Rp 25,000`. Returns None for anything else."""
    text = re.sub(r"^rp\.?\s*", "", raw.strip(), flags=re.IGNORECASE)
    return int(re.sub(r"[.,]", "", text)) if GROUPED_DIGITS.fullmatch(text) else None


def _parse_sum(raw: str, wrong: type[Refusal]) -> int:
    """A typed sum, 0 where it is empty. Raises: the refusal `wrong` when the text is not a whole number of rupiah."""
    if (value := parse_rupiah(raw or "0")) is None:
        raise wrong
    return value


def _format_fields(values: Mapping[str, str]) -> str:
    """The content for the fields of `QRIS`. Raises: those of `parse_qris` and `add_amount`."""
    payload, fee = qris.clean_payload(values["payload"]), _parse_sum(values["fee"], qris.WrongFee)
    if values["amount"] or fee:
        return qris.add_amount(
            payload, _parse_sum(values["amount"], qris.WrongAmount), fee=fee, replacing=bool(values["replacing"])
        )
    qris.parse_qris(payload)
    return emv.serialize_with_checksum(emv.parse_payload(payload))


QRIS = PayloadKind(
    "qris",
    N_("QRIS payment"),
    N_(
        "Checks the QRIS your bank gave you and draws it anew, or makes one for a single amount. The money goes where "
        "your QRIS says; we never touch it."
    ),
    (
        Field(
            "payload",
            N_("QRIS text"),
            N_("Upload a picture of your QRIS, or paste what it says: 000201…"),
            "textarea",
            True,
            1_000,
            verbatim=True,
        ),
        Field("amount", N_("Amount"), N_("In rupiah. Empty: the customer types it."), "number", most=20),
        Field("fee", N_("Fee"), N_("A fixed sum in rupiah on top of the amount."), "number", most=20),
        Field("replacing", N_("Replace the amount in it"), N_("When your QRIS has an amount already."), "checkbox"),
    ),
    _format_fields,
)
