"""Settings of the journal, in which visits wait for the database."""

from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings

from app.kernel.refusal import N_


class JournalSettings(BaseSettings):
    """How visits are kept until the database takes them."""

    journal_sync: Literal["second", "always", "ship"] = Field(
        "second",
        description=N_(
            "When visits reach the disk itself: every second, or always before they are answered. A killed "
            "process loses none either way; only a power cut can. With ship, every second, and into the storage of "
            "files as well, from where another machine takes them in should this one not come back."
        ),
    )
    journal_limit: int = Field(
        1024, ge=16, description=N_("MiB of visits that may wait on disk while the database does not take them.")
    )
