"""Somebody who signs up: what they say of themselves, checked."""

from __future__ import annotations

from typing import Any

from email_validator import EmailNotValidError, validate_email

from app.accounts import terms
from app.kernel import clock, passwords, secrets, text
from app.kernel.refusal import N_, Refusal

LONGEST_EMAIL = 254  # RFC 5321, 4.5.3.1.3


class InvalidEmail(Refusal):
    code, field, says = "INVALID_EMAIL", "email", N_("That is not an email address.")


class NameMissing(Refusal):
    code, field, says = "NAME_MISSING", "name", N_("Tell us your name.")


class TooYoung(Refusal):
    code, field, says = "AGE_NOT_STATED", "of_age", N_("Please confirm your age.")


async def introduced(email: str, name: str, password: str, *, of_age: bool) -> dict[str, Any]:
    """The columns of somebody who signs up. Refusals: NameMissing, InvalidEmail, WeakPassword, TooYoung, Busy."""
    name, address = text.line(name, 80, "name"), folded_email(email)
    if not name:
        raise NameMissing
    passwords.checked(password)
    if not of_age:
        raise TooYoung
    hashed, now = await passwords.hashed(password), clock.now()
    return {"email": address, "name": name, "password_hash": hashed, "of_age_at": now, "created_at": now,
            "terms_seen": terms.newest()}


def folded_email(raw: str) -> str:
    """The one form in which an email is kept and compared. Refusals: InvalidEmail."""
    address = text.trimmed(raw)
    if len(address) > LONGEST_EMAIL:
        raise InvalidEmail
    try:
        return validate_email(address, check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        raise InvalidEmail from None


def guessed(raw: str) -> str:
    """As `folded_email`, but what is no email is a guess like any other: it finds nobody and is counted apart."""
    try:
        return folded_email(raw)
    except InvalidEmail:
        return secrets.digest(text.whole(raw))
