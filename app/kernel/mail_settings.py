"""How this installation sends email: the settings KLIQS_SMTP_* and KLIQS_RESEND_KEY."""

from typing import Literal, NamedTuple

from email_validator import EmailNotValidError, validate_email
from pydantic import Field
from pydantic_settings import BaseSettings

from app.kernel.refusal import N_

Security = Literal["starttls", "tls", "none"]
RESEND = "https://api.resend.com/emails"


class SmtpServer(NamedTuple):
    """An SMTP server, the credentials for it, and the sender address."""

    host: str
    port: int
    user: str
    password: str
    security: Security
    sender: str


class ResendAccount(NamedTuple):
    """An account at resend.com; `url` is the API endpoint that emails are posted to."""

    key: str
    sender: str
    url: str = RESEND


MailBackend = SmtpServer | ResendAccount


class MailSettings(BaseSettings):
    """Without an SMTP host and a Resend key, emails stay in the database for a week; `kliqs mail` shows them."""

    smtp_host: str = Field(
        "",
        description=N_(
            "The mail server that emails are sent through; empty, and no KLIQS_RESEND_KEY: nothing is sent."
        ),
    )
    smtp_port: int = Field(587, ge=1, le=65535, description=N_("Its port: 587 for starttls, 465 for tls."))
    smtp_user: str = Field("", description=N_("The user name on that server; empty: no sign-in."))
    smtp_password: str = Field("", repr=False, description=N_("The password of that user."))
    smtp_security: Security = Field(
        "starttls", description=N_("starttls, tls, or none for a server on this machine only.")
    )
    smtp_from: str = Field(
        "", description=N_("The sender address of emails, such as hello@kliqs.example; also for Resend.")
    )
    resend_key: str = Field(
        "", repr=False, description=N_("Sends emails through resend.com instead, with this API key.")
    )

    def mail_problems(self) -> list[str]:
        """Returns a sentence for each contradiction between the mail settings."""
        problems = []
        if self.smtp_host and self.resend_key:
            problems.append("KLIQS_RESEND_KEY: emails can be sent in one way only; unset this or KLIQS_SMTP_HOST")
        if not self.resend_key.isprintable() or not self.resend_key.isascii():
            problems.append("KLIQS_RESEND_KEY: give the key as it is shown at resend.com, re_…")
        if self.smtp_host or self.resend_key:
            try:
                validate_email(self.smtp_from, check_deliverability=False)
            except EmailNotValidError:
                setting = "KLIQS_SMTP_HOST" if self.smtp_host else "KLIQS_RESEND_KEY"
                problems.append(f"KLIQS_SMTP_FROM: with {setting}, give the sender address of emails")
        return problems

    @property
    def mail_backend(self) -> MailBackend | None:
        """How emails are sent; None if they are only kept in the database."""
        if self.resend_key:
            return ResendAccount(self.resend_key, self.smtp_from)
        if not self.smtp_host:
            return None
        return SmtpServer(
            self.smtp_host, self.smtp_port, self.smtp_user, self.smtp_password, self.smtp_security, self.smtp_from
        )
