"""Credits that the operator gives to a workspace, such as after a fault, or takes back."""

from __future__ import annotations

from uuid import uuid4

from app.accounts.models import Account
from app.gateway.metering.balance import CORRECTION, MICRO, AiBalance
from app.gateway.metering.ledger import CreditsUsed, add_entry
from app.kernel.db import transaction
from app.kernel.refusal import N_, Faults, Refusal
from app.kernel.text import clean_line
from app.operators.operator_log import add_sentences, record_act

MOST_RUPIAH, MAX_NOTE = 1_000_000_000, 200
add_sentences(
    {
        "ai_credits_given": N_("gave %(thing)s credits for AI models: %(detail)s rupiah."),
        "ai_credits_taken": N_("took credits for AI models back from %(thing)s: %(detail)s rupiah."),
    }
)


class InvalidGift(Refusal):
    """The amount is no whole number of rupiah in the bounds."""

    code, field, says = "INVALID_AI_CREDITS", "rupiah", N_("Give whole rupiah, from 1 to 1,000,000,000.")


async def give_credits(account: Account, rupiah: int, note: str = "", *, take_back: bool = False) -> int:
    """Gives whole rupiah of credits that do not expire, or takes so many back; returns the whole rupiah that are left.

    `note` is shown in the workspace's statement. Raises: InvalidGift, TooLong; CreditsUsed if so many are not left.
    """
    faults, clean_note = Faults.gather(), ""
    with faults.catching():
        if not 1 <= rupiah <= MOST_RUPIAH:
            raise InvalidGift
    with faults.catching():
        clean_note = clean_line(note, MAX_NOTE, "note")
    faults.raise_if_any()
    amount, act = (-rupiah, "ai_credits_taken") if take_back else (rupiah, "ai_credits_given")
    async with transaction():
        try:
            await add_entry(account.id, CORRECTION, amount * MICRO, f"operator {uuid4()}", clean_note)
        except CreditsUsed:
            raise CreditsUsed(field="rupiah") from None
        await record_act(act, account.name, str(rupiah))
    return (await AiBalance.get(account_id=account.id)).left // MICRO
