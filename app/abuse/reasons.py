"""The reasons for which the operator blocks something. The owner and visitors read them in their language."""

from __future__ import annotations

from collections.abc import Mapping

from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, InvalidRequest

REASONS: Mapping[str, str] = {
    "phishing": N_("Phishing: asks for secrets in a false name"),
    "scam": N_("Scam: a false shop, prize or investment"),
    "malware": N_("Spreads harmful software"),
    "gambling": N_("Gambling, which is against the law here"),
    "illegal": N_("Shows something illegal or hateful"),
    "impersonation": N_("Pretends to be somebody else"),
    "copyright": N_("Uses what belongs to somebody else"),
    "spam": N_("Spam"),
    "other": N_("Against the rules of this site"),
}
OF_REPORTS: Mapping[str, str] = {  # what visitors choose (app/reports) to what the operator probably decides
    "deceives": "phishing",
    "harms": "malware",
    "illegal": "illegal",
    "stolen": "copyright",
    "other": "other",
}
SHORT: Mapping[str, str] = {  # a visitor's reason in a word or two, for lists
    "deceives": N_("Phishing"),
    "harms": N_("Malware"),
    "illegal": N_("Illegal"),
    "stolen": N_("Copyright"),
    "other": N_("Something else"),
    "": N_("Found by us"),
}
WEIGHTS: Mapping[str, int] = {"harms": 40, "deceives": 35, "illegal": 20, "stolen": 10, "other": 5, "": 0}


class UnknownBlockReason(InvalidRequest):
    """The reason is not in REASONS."""

    field, says = "reason", N_("Choose the reason.")


def check_reason(key: str) -> str:
    """Returns the key of a reason. Raises: UnknownBlockReason."""
    if key not in REASONS:
        raise UnknownBlockReason
    return key


def reason_words(key: str) -> str:
    """Returns a reason in the reader's language; "" for none."""
    return _(REASONS[key]) if key in REASONS else ""
