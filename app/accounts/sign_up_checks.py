"""Checks what people enter when they sign up."""

from __future__ import annotations

from typing import Any

from email_validator import EmailNotValidError, validate_email

from app.accounts import document_versions
from app.kernel import clock, installation, passwords, secrets, text
from app.kernel.refusal import N_, Faults, Refusal

MAX_EMAIL_LENGTH = 254  # RFC 5321, 4.5.3.1.3


class InvalidEmail(Refusal):
    """Raised for a text that is no email address."""

    code, field, says = "INVALID_EMAIL", "email", N_("That is not an email address.")


class NameMissing(Refusal):
    """Raised for an empty name."""

    code, field, says = "NAME_MISSING", "name", N_("Tell us your name.")


class SignUpClosed(Refusal):
    """Raised while the operator lets nobody sign up, nor begin without an account."""

    code, says = "SIGN_UP_CLOSED", N_("Nobody can sign up here at the moment. Whoever has an account can sign in.")


class AgeNotConfirmed(Refusal):
    """Raised when the age is not confirmed."""

    code, field, says = "AGE_NOT_STATED", "of_age", N_("Please confirm your age.")


def is_sign_up_open() -> bool:
    """Whether people may sign up (KLIQS_SIGN_UP)."""
    return installation.current().config.sign_up == "open"


def require_open_sign_up() -> None:
    """Checks that people may sign up. Raises: SignUpClosed."""
    if not is_sign_up_open():
        raise SignUpClosed


async def new_user_columns(email: str, name: str, password: str, *, of_age: bool) -> dict[str, Any]:
    """The columns of a new user from the sign-up form, with the password hashed.

    Raises: those of `check_sign_up`, Busy.
    """
    address, name = await check_sign_up(email, name, password, of_age=of_age)
    hashed, now = await passwords.hash_password(password), clock.now()
    return {
        "email": address,
        "name": name,
        "password_hash": hashed,
        "age_confirmed_at": now,
        "created_at": now,
        "terms_seen": document_versions.newest_date(),
    }


async def check_sign_up(email: str, name: str, password: str, *, of_age: bool) -> tuple[str, str]:
    """The email and the name in the form in which they are stored.

    Raises: NameMissing or TooLong, InvalidEmail, those of `passwords.check_new_password`, AgeNotConfirmed; all that
    apply at once.
    """
    faults, address, clean_name = Faults.gather(), "", ""
    with faults.catching():
        clean_name = check_name(name)
    with faults.catching():
        address = normalize_email(email)
    with faults.catching():
        await passwords.check_new_password(password, email, name)
    with faults.catching():
        if not of_age:
            raise AgeNotConfirmed
    faults.raise_if_any()
    return address, clean_name


def check_name(raw: str) -> str:
    """A name on one trimmed line, as it is stored. Raises: NameMissing, TooLong."""
    if not (name := text.clean_line(raw, 80, "name")):
        raise NameMissing
    return name


def normalize_email(raw: str) -> str:
    """The canonical form in which an email is stored and compared. Raises: InvalidEmail."""
    address = text.trim(raw)
    if len(address) > MAX_EMAIL_LENGTH:
        raise InvalidEmail
    try:
        return validate_email(address, check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        raise InvalidEmail from None


def normalize_sign_in_email(raw: str) -> str:
    """The canonical form of a sign-in email; an invalid one becomes a digest, which no account has.

    Invalid emails thus pass through the same rate limits as valid ones.
    """
    try:
        return normalize_email(raw)
    except InvalidEmail:
        return secrets.sha256_hex(text.replace_surrogates(raw))
