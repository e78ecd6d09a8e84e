"""The setting of how long people stay signed in without doing anything."""

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from app.kernel.refusal import N_

DEFAULT_IDLE_MINUTES = 14 * 24 * 60
MIN_IDLE_MINUTES = 30  # when a session was used is stored every ten minutes


class SessionSettings(BaseSettings):
    """The settings of sessions."""

    session_idle_minutes: int = Field(
        DEFAULT_IDLE_MINUTES,
        ge=0,
        le=43_200,
        description=N_(
            "Minutes after which a session ends that is not used, between 30 and 43200; 0 for none. A session ends "
            "30 days after it began in any case."
        ),
    )

    @field_validator("session_idle_minutes")
    @classmethod
    def _idle(cls, value: int) -> int:
        if 0 < value < MIN_IDLE_MINUTES:
            raise ValueError(f"give 0 or at least {MIN_IDLE_MINUTES}")
        return value
