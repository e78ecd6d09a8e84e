"""Settings, read once from KLIQS_* environment variables. Each has its line in the documentation.

A wrong or missing one keeps the program from starting, with a sentence that says which and why.
"""

import glob
import os
import re
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, Self
from urllib.parse import unquote

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import SettingsConfigDict

from app.kernel.mail_settings import MailSettings
from app.kernel.net_allow import NetSettings
from app.kernel.operator_settings import OperatorSettings
from app.kernel.price_settings import PriceSettings
from app.kernel.private_files import draft, make_folder
from app.kernel.refusal import N_
from app.kernel.setting_checks import (
    check_bind,
    check_burst_limit,
    check_database_url,
    is_loopback,
    unknown_settings,
)
from app.kernel.surfaces import Site

LEAST_SECRET, LEAST_TOKEN = 32, 16
OURS = re.compile(r"kliqs\.[\w.-]*|secret.*|media|metrics|journal|batches|geo|demo|lost\+found")


class WrongSettings(Exception):
    """One sentence a line for each setting that is wrong."""


class Config(MailSettings, NetSettings, OperatorSettings, PriceSettings):
    """What the operator decides. Paths are relative to the working directory."""

    model_config = SettingsConfigDict(env_prefix="KLIQS_", frozen=True, extra="ignore", hide_input_in_errors=True)

    env: Literal["development", "production"] = Field(
        "development",
        description=N_("production refuses to start without a secret and hosts, and hides the pattern page. Set it, to "
                       "either, before the server listens where other machines reach it."),
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
    keep_alive: int = Field(
        75, ge=1, le=3_600,
        description=N_("How many seconds an idle connection is kept; more than a proxy in front keeps its own."),
    )
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
        """Reads the environment. Raises WrongSettings, naming every setting that is wrong or unknown."""
        sentences, config = unknown_settings(os.environ, cls.model_fields), None
        try:
            config = cls()
        except ValidationError as error:
            sentences += cls._sentences(error)
        if sentences or config is None:
            raise WrongSettings("\n".join(sentences))
        return config

    @classmethod
    def _sentences(cls, error: ValidationError) -> list[str]:
        """All that is wrong: pydantic asks what several settings must be together only when each is right alone."""
        wrong: dict[str, Any] = {str(problem["loc"][0]): cls.model_fields[str(problem["loc"][0])].default
                                 for problem in error.errors() if problem["loc"]}
        sentences = [_sentence(problem) for problem in error.errors()]
        if wrong:
            try:
                cls(**wrong)
            except ValidationError as together:
                sentences += [_sentence(problem) for problem in together.errors()]
        return sentences

    @field_validator("bind")
    @classmethod
    def _bind(cls, value: str) -> str:
        check_bind(value)
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        check_database_url(value)
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
        check_burst_limit(value)
        return value

    @field_validator("metrics_token")
    @classmethod
    def _metrics(cls, value: str) -> str:
        if value and (len(value) < LEAST_TOKEN or not value.isascii()):
            raise ValueError(f"give at least {LEAST_TOKEN} ASCII characters")
        return value

    @field_validator("hosts")
    @classmethod
    def _hosts(cls, value: str) -> str:
        Site.parse(value, bind="127.0.0.1:8000", secure=True)
        return value

    @field_validator("secret_key")
    @classmethod
    def _secret(cls, value: str) -> str:
        if any(len(key) < LEAST_SECRET for key in value.split()):
            raise ValueError(f"give at least {LEAST_SECRET} characters; this makes one: "
                             'python3 -c "import secrets; print(secrets.token_urlsafe(48))"')
        return value

    @model_validator(mode="after")
    def _together(self) -> Self:
        needed = {"SECRET_KEY": self.secret_key.split(), "HOSTS": self.hosts}
        missing = [f"KLIQS_{name}: in production it must be set" for name, value in needed.items() if not value]
        if wrong := [*self.mail_problems(), *(missing if self.production else [])]:
            raise ValueError("\n".join(wrong))
        return self

    def check_serving(self) -> None:
        """Raises WrongSettings where strangers would reach a server whose operator did not say what it is for."""
        if "env" not in self.model_fields_set and not is_loopback(self.bind):
            raise WrongSettings(
                f"KLIQS_ENV: other machines would reach {self.bind}, so say what this server is for. For the public "
                "set KLIQS_ENV=production, with KLIQS_HOSTS and KLIQS_SECRET_KEY. To try Kliqs in a network that you "
                "trust set KLIQS_ENV=development. For this machine alone listen on 127.0.0.1.")

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
        if (file := self.sqlite_file) and not file.parent.is_dir():
            raise WrongSettings(f"KLIQS_DATABASE_URL: there is no folder {file.parent}")
        make_folder(self.data_dir, tighten_existing=self._data_dir_is_ours())  # password hashes and a secret are in it
        for folder in (self.media_dir, self.metrics_dir, self.journal_dir):
            make_folder(folder)

    def _data_dir_is_ours(self) -> bool:
        """Whether nothing else lies there: a folder that was somebody's before, such as /srv, is left as it is."""
        with suppress(OSError):
            return all(path.name.startswith(".") or OURS.fullmatch(path.name) for path in self.data_dir.iterdir())
        return False

    def private_paths(self) -> list[Path]:
        """The files and folders that only their owner should read, wherever the settings put them; all are there."""
        paths = [self.data_dir] * self._data_dir_is_ours()
        with suppress(OSError):
            paths += sorted(path for path in self.data_dir.iterdir() if OURS.fullmatch(path.name))
        if file := self.sqlite_file:
            paths += sorted(file.parent.glob(f"{glob.escape(file.name.removesuffix(file.suffix))}.*"))
        return paths

    @property
    def sqlite_file(self) -> Path | None:
        """The main file of a database that the settings name themselves."""
        scheme, _, rest = self.database_url.partition("://")
        return Path(unquote(rest.partition("?")[0])) if scheme == "sqlite" and ":memory:" not in rest else None

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
        with draft(self.data_dir, "secret-") as (file, path):
            file.write(secrets.token_urlsafe(48).encode())
        with suppress(FileExistsError):
            self.secret_file.hardlink_to(path)
        path.unlink()


def _sentence(problem: object) -> str:
    assert isinstance(problem, dict)  # noqa: S101 - pydantic's ErrorDetails is a TypedDict
    where = "KLIQS_" + str(problem["loc"][0]).upper() + ": " if problem["loc"] else ""
    return where + str(problem["msg"]).removeprefix("Value error, ")
