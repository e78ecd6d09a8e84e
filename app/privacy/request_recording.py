"""Records requests about somebody's data that came by email, by letter or otherwise, as an operator typed them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.accounts.sign_up_checks import normalize_email
from app.kernel import clock, i18n, text
from app.kernel.db import transaction
from app.kernel.refusal import N_, Faults, InvalidRequest
from app.operators.operator_log import add_sentences, record_act
from app.privacy.privacy_request import CHANNELS, LONGEST_CONCERN, LONGEST_NAME, MAX_TEXT, PrivacyRequest
from app.privacy.request_handling import check_kind, clean_words, store_request

OLDEST = timedelta(days=365)
add_sentences({"privacy_recorded": N_("recorded the privacy request %(thing)s.")})


class UnknownChannel(InvalidRequest):
    """Raised for a way that is not in CHANNELS, or the form, which nobody records."""

    field, says = "channel", N_("Choose how it came.")


class SenderMissing(InvalidRequest):
    """Raised for a request without an address and without a name."""

    field, says = "name", N_("Type a name or an email address: who asks?")


class InvalidReceipt(InvalidRequest):
    """Raised for a request that would have come in the future, or more than a year ago."""

    field, says = "received", N_("It came in the past, and not longer ago than a year.")


class UnknownLanguage(InvalidRequest):
    """Raised for a language that Kliqs does not speak."""

    field, says = "language", N_("Choose a language.")


@dataclass(frozen=True, slots=True)
class TypedRequest:
    """What an operator typed: texts of a form, and when the request came in; None for now."""

    kind: str
    name: str
    email: str
    language: str
    channel: str
    concerns: str
    words: str
    received: datetime | None


async def record_request(typed: TypedRequest) -> PrivacyRequest:
    """Stores a request, due by the term of its kind after it came in; its receipt goes to the address, if there is one.

    Raises: UnknownKind, UnknownChannel, UnknownLanguage, SenderMissing, InvalidEmail, InvalidReceipt, TextMissing,
    TooLong; all that apply at once.
    """
    columns, received = check_request(typed), typed.received or clock.now()
    async with transaction():
        privacy_request = await store_request(columns, received)
        await record_act("privacy_recorded", str(privacy_request.id))
    return privacy_request


def check_request(typed: TypedRequest) -> dict[str, str]:
    """Returns the columns of a request that an operator typed. Raises: those of `record_request`."""
    faults, columns = Faults.gather(), {"kind": typed.kind, "channel": typed.channel, "language": typed.language}
    with faults.catching():
        _check_choices(typed)
    with faults.catching():
        columns["name"] = text.clean_line(typed.name, LONGEST_NAME, "name")
        if not columns["name"] and not typed.email.strip():
            raise SenderMissing
    with faults.catching():
        columns["email"] = normalize_email(typed.email) if typed.email.strip() else ""
    with faults.catching():
        columns["concerns"] = text.clean_line(typed.concerns, LONGEST_CONCERN, "concerns")
    with faults.catching():
        columns["text"] = clean_words(typed.words, MAX_TEXT, "text")
    faults.raise_if_any()
    return columns | {"answer": ""}


def _check_choices(typed: TypedRequest) -> None:
    """Checks what is no text. Raises: UnknownKind, UnknownChannel, UnknownLanguage, InvalidReceipt; all at once."""
    faults = Faults.gather()
    with faults.catching():
        check_kind(typed.kind)
    with faults.catching():
        if typed.channel not in CHANNELS or typed.channel == "form":
            raise UnknownChannel
    with faults.catching():
        if typed.language not in i18n.LANGUAGES:
            raise UnknownLanguage
    with faults.catching():
        if typed.received is not None and not clock.now() - OLDEST <= typed.received <= clock.now():
            raise InvalidReceipt
    faults.raise_if_any()
