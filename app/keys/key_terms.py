"""What a key may do, from where, and for how long: chosen when it is made, and taken over when it is replaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.kernel.refusal import N_, Refusal
from app.keys.scopes import EVERYTHING

NEVER = "never"
LIFETIMES: Mapping[str, int | None] = {"90": 90, "365": 365, NEVER: None}  # days, by the value of the form's field


class UnknownLifetime(Refusal):
    """The lifetime is none that a key can have."""

    code, field, says = "INVALID_LIFETIME", "expires", N_("Choose 90 days, a year or never.")


@dataclass(frozen=True, slots=True)
class KeyTerms:
    """The terms of a key: `scopes` and `networks` as they are stored, `days` None for ever."""

    scopes: str = EVERYTHING
    networks: str = ""
    days: int | None = None

    def end_from(self, start: datetime) -> datetime | None:
        """Returns when a key ends that begins at `start`; None for never."""
        return start + timedelta(days=self.days) if self.days is not None else None


def parse_lifetime(choice: str) -> int | None:
    """Returns the days of a choice in the form, None for ever; no choice is for ever. Raises: UnknownLifetime."""
    if (choice or NEVER) not in LIFETIMES:
        raise UnknownLifetime
    return LIFETIMES[choice or NEVER]
