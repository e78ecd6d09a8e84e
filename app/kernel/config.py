"""Settings, read once from KLIQS_* environment variables. Each has its line in the documentation.

A wrong or missing one keeps the program from starting, with a sentence that says which and why.
"""

import os
import re
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Literal, Self

from limits import parse as parse_limit
from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import SettingsConfigDict

from app.kernel.mail_settings import MailSettings
from app.kernel.operator_settings import OperatorSettings
from app.kernel.price_settings import PriceSettings
from app.kernel.refusal import N_
from app.kernel.site import Site

ROOT = Path(__file__).resolve().parent.parent.parent
LEAST_SECRET, LEAST_TOKEN = 32, 16


class WrongSettings(Exception):
    """One sentence a line for each setting that is wrong."""


class Config(MailSettings, OperatorSettings, PriceSettings):
    """What the operator decides. Paths are relative to the working directory."""

    model_config = SettingsConfigDict(env_prefix="KLIQS_", frozen=True, extra="ignore", hide_input_in_errors=True)

    env: Literal["development", "production"] = Field(
        "development",
        description=N_("production refuses to start without a secret and hosts, and hides the pattern page."),
    )
    data_dir: Path = Field(
        Path("var"), description=N_("Where the SQLite file, uploaded media and the development secret live.")
    )
    database_url: str = Field(
        "", description=N_("postgres://user:password@host/name; empty: SQLite in the data directory.")
    )
    bind: str = Field("127.0.0.1:8000", description=N_("The address and port to listen on."))
    hosts: str = Field(
        "",
        description=N_("One host (kliqs.example) or five (public=… dashboard=… api=… docs=… marketing=…); "
                       "empty: this machine only."),
    )
    secret_key: str = Field(
        "",
        description=N_("At least 32 characters. To rotate, put the new one first and keep the old ones behind it, "
                       "separated by spaces."),
    )
    trusted_hops: int = Field(
        0, ge=0, le=16, description=N_("How many proxies of yours stand in front and append X-Forwarded-For.")
    )
    country_header: str = Field(
        "",
        description=N_("A header in which your proxy names the visitor's country, such as CF-IPCountry; heeded only "
                       "with KLIQS_TRUSTED_HOPS above 0."),
    )
    burst_limit: str = Field(
        "1200/minute",
        description=N_("Requests one address may make per time, such as 1200/minute, 20/second or 5000/hour."),
    )
    lane: Literal["on", "asgi", "off"] = Field(
        "on",
        description=N_("How short links are followed: on answers before the server, asgi before the app, off in it."),
    )
    connections: int = Field(10_000, ge=16, le=1_000_000, description=N_("How many connections may be open at once."))
    journal_sync: Literal["second", "always"] = Field(
        "second",
        description=N_("When visits reach the disk itself: every second, or always before they are answered. A killed "
                       "process loses none either way; only a power cut can."),
    )
    journal_limit: int = Field(
        1024, ge=16, description=N_("MiB of visits that may wait on disk while the database does not take them.")
    )
    metrics_token: str = Field(
        "", description=N_("Turns /metrics on for Prometheus, shown to whoever sends this as a Bearer token.")
    )

    @classmethod
    def from_env(cls) -> Self:
        """Reads the environment. Raises WrongSettings, naming every setting that is wrong."""
        try:
            return cls()
        except ValidationError as error:
            raise WrongSettings("\n".join(_sentence(problem) for problem in error.errors())) from None

    @field_validator("bind")
    @classmethod
    def _bind(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if not host or not port.isdigit() or int(port) > 65535:
            raise ValueError("give host:port, for example 127.0.0.1:8000")
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if value and value.partition("://")[0] not in {"postgres", "postgresql", "asyncpg", "sqlite"}:
            raise ValueError("give postgres://user:password@host/name or sqlite:///path/to/file")
        return value

    @field_validator("country_header")
    @classmethod
    def _header(cls, value: str) -> str:
        if not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{0,64}", value):  # a token: RFC 9110, 5.6.2
            raise ValueError("give the name of a header, for example CF-IPCountry")
        return value

    @field_validator("burst_limit")
    @classmethod
    def _burst(cls, value: str) -> str:
        try:
            parse_limit(value)
        except ValueError:
            raise ValueError("give a number and a time, for example 1200/minute") from None
        return value

    @field_validator("metrics_token")
    @classmethod
    def _metrics(cls, value: str) -> str:
        if value and (len(value) < LEAST_TOKEN or not value.isascii()):
            raise ValueError(f"give at least {LEAST_TOKEN} ASCII characters")
        return value

    @model_validator(mode="after")
    def _together(self) -> Self:
        try:
            Site.parse(self.hosts, bind=self.bind, secure=self.production)
        except ValueError as error:
            raise ValueError(f"KLIQS_HOSTS: {error}") from None
        if any(len(key) < LEAST_SECRET for key in self.secret_key.split()):
            raise ValueError(f"KLIQS_SECRET_KEY: give at least {LEAST_SECRET} characters; this makes one: "
                             'python3 -c "import secrets; print(secrets.token_urlsafe(48))"')
        needed = {"SECRET_KEY": self.secret_key.split(), "HOSTS": self.hosts}
        if self.production and (missing := [name for name, value in needed.items() if not value]):
            raise ValueError("\n".join(f"KLIQS_{name}: in production it must be set" for name in missing))
        return self

    @property
    def production(self) -> bool:
        return self.env == "production"

    @property
    def site(self) -> Site:
        return Site.parse(self.hosts, bind=self.bind, secure=self.production)

    @property
    def secret_file(self) -> Path:
        return self.data_dir / "secret"

    @property
    def media_dir(self) -> Path:
        return self.data_dir / "media"

    @property
    def metrics_dir(self) -> Path:
        return self.data_dir / "metrics"

    @property
    def journal_dir(self) -> Path:
        return self.data_dir / "journal"

    def prepare(self) -> None:
        """Makes the data directory; SQLite hangs for ever after a first connection to a missing one."""
        self.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds password hashes and a secret
        self.media_dir.mkdir(exist_ok=True)
        self.metrics_dir.mkdir(exist_ok=True)
        self.journal_dir.mkdir(exist_ok=True)

    def secret_keys(self) -> list[str]:
        """The signing secrets, newest first; a development one is made once and kept in the data directory."""
        if keys := self.secret_key.split():
            return keys
        self.prepare()
        if not self.secret_file.exists():
            self._make_secret()
        return [self.secret_file.read_text().strip()]

    def _make_secret(self) -> None:
        """Written whole before it gets its name: processes that start together must not read half of it."""
        handle, draft = tempfile.mkstemp(dir=self.data_dir, prefix="secret-")
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_urlsafe(48))
        with suppress(FileExistsError):
            self.secret_file.hardlink_to(draft)
        Path(draft).unlink()


def _sentence(problem: object) -> str:
    assert isinstance(problem, dict)  # noqa: S101 - pydantic's ErrorDetails is a TypedDict
    where = "KLIQS_" + str(problem["loc"][0]).upper() + ": " if problem["loc"] else ""
    return where + str(problem["msg"]).removeprefix("Value error, ")
