"""How mail leaves this installation: the KLIQS_SMTP_* part of the settings."""

from typing import Literal, NamedTuple, Self

from email_validator import EmailNotValidError, validate_email
from pydantic import Field, model_validator
from pydantic_settings import BaseSettings

from app.kernel.refusal import N_

Security = Literal["starttls", "tls", "none"]


class Server(NamedTuple):
    """A mail server, and as whom it is spoken to."""

    host: str
    port: int
    user: str
    password: str
    security: Security
    sender: str


class MailSettings(BaseSettings):
    """Without a host, mails stay in `outbox` of the data directory, to be read there."""

    smtp_host: str = Field("", description=N_(
        "The mail server that confirmations are sent through; empty: they stay in the folder outbox of the data "
        "directory."))
    smtp_port: int = Field(587, ge=1, le=65535, description=N_("Its port: 587 for starttls, 465 for tls."))
    smtp_user: str = Field("", description=N_("As whom to sign in there; empty: not at all."))
    smtp_password: str = Field("", description=N_("The password of that user."))
    smtp_security: Security = Field("starttls", description=N_(
        "starttls, tls, or none for a server on this machine only."))
    smtp_from: str = Field("", description=N_("The address mails come from, such as hello@kliqs.example."))

    @model_validator(mode="after")
    def _reachable(self) -> Self:
        if self.smtp_host:
            try:
                validate_email(self.smtp_from, check_deliverability=False)
            except EmailNotValidError:
                raise ValueError("KLIQS_SMTP_FROM: with KLIQS_SMTP_HOST, give the address mails come from") from None
        return self

    @property
    def mail_server(self) -> Server | None:
        """Where mails are sent; None where they are only kept."""
        if not self.smtp_host:
            return None
        return Server(self.smtp_host, self.smtp_port, self.smtp_user, self.smtp_password, self.smtp_security,
                      self.smtp_from)
