"""Messages that a phone opens ready to send: email (RFC 6068), SMS (`SMSTO:`), WhatsApp (wa.me)."""

from collections.abc import Mapping
from urllib.parse import quote

from email_validator import EmailNotValidError, ValidatedEmail, validate_email

from app.kernel.refusal import N_
from app.payloads.field import Field, InvalidContent
from app.payloads.kind import PayloadKind
from app.payloads.phone_number import format_dial_string, normalize_phone_number

LONGEST_ADDRESS = 254  # RFC 5321, 4.5.3.1.3


class InvalidEmailAddress(InvalidContent):
    """The text is not an email address."""

    field, says = "email", N_("That is not an email address.")


def validate_email_address(raw: str, field: str = "email") -> ValidatedEmail:
    """Validate the syntax of an email address; deliverability is not checked. Raises: InvalidEmailAddress, with
    `field`.
    """
    if len(raw) > LONGEST_ADDRESS:
        raise InvalidEmailAddress(field=field)
    try:
        return validate_email(raw, check_deliverability=False)
    except EmailNotValidError:
        raise InvalidEmailAddress(field=field) from None


def format_mailto(to: str, subject: str = "", body: str = "") -> str:
    """Format `mailto:…?subject=…&body=…`; line breaks become %0D%0A (RFC 6068, 5). Raises: InvalidEmailAddress."""
    email = validate_email_address(to)
    parameters = {"subject": subject, "body": body.replace("\n", "\r\n")}
    query = "&".join(f"{name}={quote(value, safe='')}" for name, value in parameters.items() if value)
    domain = email.ascii_domain or email.domain
    return f"mailto:{quote(email.local_part, safe='')}@{domain}{'?' if query else ''}{query}"


def format_smsto(number: str, words: str = "") -> str:
    """Format `SMSTO:+62812…:words`. The words are not escaped: readers take all that follows the second colon.

    Raises: those of `normalize_phone_number`.
    """
    return f"SMSTO:{format_dial_string(number)}" + (f":{words}" if words else "")


def format_whatsapp_url(number: str, words: str = "") -> str:
    """Format `https://wa.me/62812…?text=…` (faq.whatsapp.com/5913398998672934).

    Raises: those of `normalize_phone_number`.
    """
    return f"https://wa.me/{normalize_phone_number(number)}" + (f"?text={quote(words, safe='')}" if words else "")


def _number_field(hint: str) -> Field:
    """The field for a phone number."""
    return Field("number", N_("Phone number"), hint, "text", True, 40)


def _format_email(values: Mapping[str, str]) -> str:
    """The content for the fields of `EMAIL`."""
    return format_mailto(values["email"], values["subject"], values["message"])


WHATSAPP = PayloadKind(
    "whatsapp",
    N_("WhatsApp chat"),
    N_("Opens a chat with you, your words already typed; the customer taps send."),
    (
        _number_field(N_("The one WhatsApp is on: 0812…; other countries with + in front.")),
        Field(
            "message",
            N_("First message"),
            N_("What the customer will send you, such as “Hi, I want to order”."),
            "textarea",
            most=500,
        ),
    ),
    lambda values: format_whatsapp_url(values["number"], values["message"]),
)
EMAIL = PayloadKind(
    "email",
    N_("Email"),
    N_("Opens a new email to you, ready to send."),
    (
        Field("email", N_("Email address"), required=True, most=254),
        Field("subject", N_("Subject"), most=150),
        Field("message", N_("Message"), input="textarea", most=500),
    ),
    _format_email,
)
SMS = PayloadKind(
    "sms",
    N_("SMS"),
    N_("Opens a text message to your number, ready to send. The sender pays for it."),
    (
        _number_field(N_("0812… or a short number; other countries with + in front.")),
        Field("message", N_("Message"), input="textarea", most=300),
    ),
    lambda values: format_smsto(values["number"], values["message"]),
)
