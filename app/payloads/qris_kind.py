"""The QRIS kind: a shop's own payment code checked, or made one for an amount."""

import re
from collections.abc import Mapping

from app.kernel.refusal import N_, Refusal
from app.payloads import emv, qris
from app.payloads.field import Field
from app.payloads.kind import Kind

GROUPED = re.compile(r"\d{1,3}([.,]\d{3})+|\d{1,13}", re.ASCII)


def rupiah(raw: str) -> int | None:
    """Whole rupiah as people type them: `25000`, `25.000`, `Rp 25,000`; None for anything else."""
    text = re.sub(r"^rp\.?\s*", "", raw.strip(), flags=re.IGNORECASE)
    return int(re.sub(r"[.,]", "", text)) if GROUPED.fullmatch(text) else None


def _typed(raw: str, wrong: type[Refusal]) -> int:
    if (value := rupiah(raw or "0")) is None:
        raise wrong
    return value


def _write(given: Mapping[str, str]) -> str:
    payload, fee = qris.tidied(given["payload"]), _typed(given["fee"], qris.WrongFee)
    if given["amount"] or fee:
        return qris.with_amount(payload, _typed(given["amount"], qris.WrongAmount), fee=fee,
                                replacing=bool(given["replacing"]))
    qris.read(payload)
    return emv.sealed(emv.checked(payload))


QRIS = Kind(
    "qris", N_("QRIS payment"),
    N_("Checks the QRIS your bank gave you and draws it anew, or makes one for a single amount. The money goes where "
       "your QRIS says; we never touch it."),
    (
        Field("payload", N_("QRIS text"), N_("Upload a picture of your QRIS, or paste what it says: 000201…"),
              "textarea", True, 1_000, verbatim=True),
        Field("amount", N_("Amount"), N_("In rupiah. Empty: the customer types it."), "number", most=20),
        Field("fee", N_("Fee"), N_("A fixed sum in rupiah on top of the amount."), "number", most=20),
        Field("replacing", N_("Replace the amount in it"), N_("When your QRIS has an amount already."), "checkbox"),
    ),
    _write,
)
