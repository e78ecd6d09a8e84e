"""What a provider says about somebody who signed in there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.accounts.sign_up_checks import InvalidEmail, normalize_email
from app.kernel import text

LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Profile:
    """The identity (issuer and subject), the email in its canonical form or empty, and the name or an empty text.

    `email_verified` is whether the provider has checked that the address belongs to the person.
    """

    issuer: str
    subject: str
    email: str = ""
    email_verified: bool = False
    name: str = ""


def clean_email(value: Any) -> str:
    """Returns an email in its canonical form; empty for anything that is none."""
    try:
        return normalize_email(text.replace_surrogates(value)) if isinstance(value, str) else ""
    except InvalidEmail:
        return ""


def clean_name(value: Any) -> str:
    """Returns a name on one line, shortened to 80 characters; empty for anything that is no text."""
    return text.cut_line(value, LONGEST_NAME) if isinstance(value, str) else ""
