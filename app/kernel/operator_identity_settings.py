"""Who runs this installation and is responsible for it: what the legal pages show, and how new accounts are trusted."""

from typing import Literal

from email_validator import EmailNotValidError, validate_email
from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from app.kernel.refusal import N_


class OperatorSettings(BaseSettings):
    """Without `operator_name`, the legal pages state that whoever runs this address is responsible."""

    operator_name: str = Field(
        "",
        max_length=200,
        description=N_(
            "The person or company that runs this installation and answers for it; shown on the legal pages."
        ),
    )
    operator_address: str = Field(
        "",
        max_length=300,
        description=N_("Their postal address with the country, shown beside the name; may stay empty."),
    )
    contact_email: str = Field(
        "",
        description=N_(
            "Where people write about privacy, abuse and security; shown on the legal pages and in security.txt."
        ),
    )
    sign_up: Literal["open", "closed"] = Field(
        "open",
        description=N_(
            "closed: nobody can sign up or begin without an account; kliqs account create still makes accounts."
        ),
    )
    read_only: bool = Field(
        False,
        description=N_(
            "Shows a demo: everybody may look around, nothing can be changed. kliqs demo --read-only sets it."
        ),
    )

    young_account_days: int = Field(
        7,
        ge=0,
        le=365,
        description=N_("For how many days after sign-up the links of an account are checked against the block lists."),
    )

    @field_validator("contact_email")
    @classmethod
    def _contact(cls, value: str) -> str:
        if value:
            try:
                validate_email(value, check_deliverability=False)
            except EmailNotValidError:
                raise ValueError("give an email address, for example hello@kliqs.example") from None
        return value
