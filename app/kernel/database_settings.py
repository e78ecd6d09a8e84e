"""The settings of the database: its address, how many connections, and a second address past a pooler."""

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from app.kernel import setting_checks
from app.kernel.postgres_limits import POOL, SLOW_READS
from app.kernel.refusal import N_


class DatabaseSettings(BaseSettings):
    """The settings of the database; SQLite needs only its address, if that."""

    database_url: str = Field(
        "", repr=False, description=N_("postgres://user:password@host/name; empty: SQLite in the data directory.")
    )
    database_direct_url: str = Field(
        "",
        repr=False,
        description=N_(
            "The address of PostgreSQL itself, when KLIQS_DATABASE_URL leads through a pooler in transaction mode, "
            "such as PgBouncer; empty: there is no pooler."
        ),
    )
    database_pool: int = Field(
        POOL, ge=2, le=500, description=N_("How many connections to PostgreSQL each process opens at most.")
    )
    database_slow_reads: int = Field(
        SLOW_READS, ge=1, le=499, description=N_("How many of them statistics and searches may have at the same time.")
    )

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        setting_checks.check_database_url(value)
        return value

    @field_validator("database_direct_url")
    @classmethod
    def _direct(cls, value: str) -> str:
        if value and not value.startswith(tuple(f"{scheme}://" for scheme in setting_checks.POSTGRES)):
            raise ValueError("give postgres://user:password@host/name")
        setting_checks.check_database_url(value)
        return value

    def database_problems(self) -> list[str]:
        """Returns a sentence for each of these settings that does not go with the others."""
        problems = []
        if self.database_slow_reads >= self.database_pool:
            problems.append("KLIQS_DATABASE_SLOW_READS: must be less than KLIQS_DATABASE_POOL")
        if self.database_direct_url and not self.database_url.startswith(setting_checks.POSTGRES):
            problems.append("KLIQS_DATABASE_DIRECT_URL: set KLIQS_DATABASE_URL, too, to the address of the pooler")
        return problems
