"""Settings, read once from KLIQS_* environment variables. The documentation lists every one of them.

If a setting is wrong or missing, the program does not start and prints a sentence that names the setting and the
reason.
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

from app.kernel import setting_checks
from app.kernel.backup_settings import BackupSettings
from app.kernel.database_settings import DatabaseSettings
from app.kernel.gateway_settings import GatewaySettings
from app.kernel.http_allow_list import NetSettings
from app.kernel.journal_settings import JournalSettings
from app.kernel.mail_settings import MailSettings
from app.kernel.oauth_settings import OauthSettings
from app.kernel.operator_identity_settings import OperatorSettings
from app.kernel.payment_settings import PaymentSettings
from app.kernel.private_files import make_folder, temporary_file
from app.kernel.proxy_settings import ProxySettings
from app.kernel.publishing_settings import PublishingSettings
from app.kernel.redis_settings import RedisSettings
from app.kernel.refusal import N_
from app.kernel.server_settings import ServerSettings
from app.kernel.session_settings import SessionSettings
from app.kernel.storage_settings import StorageSettings
from app.kernel.surfaces import Site

MIN_TOKEN_LENGTH = 16
OWN_ENTRIES = re.compile(
    r"kliqs\.[\w.-]*|secret.*|media|metrics|journal|shipped|batches|exports|imports|posts|visits|geo|demo|work|cache|lost\+found"
)


class InvalidSettings(Exception):
    """One or more settings are wrong. The message has one sentence on each line, for the operator."""


class Config(
    BackupSettings,
    DatabaseSettings,
    JournalSettings,
    MailSettings,
    OauthSettings,
    GatewaySettings,
    NetSettings,
    OperatorSettings,
    PaymentSettings,
    ProxySettings,
    PublishingSettings,
    RedisSettings,
    ServerSettings,
    SessionSettings,
    StorageSettings,
):
    """All settings of the installation. Paths are relative to the working directory."""

    model_config = SettingsConfigDict(env_prefix="KLIQS_", frozen=True, extra="ignore", hide_input_in_errors=True)

    env: Literal["development", "production"] = Field(
        "development",
        description=N_(
            "production refuses to start without a secret and hosts, and hides the pattern page. Set it, to "
            "either, before the server listens where other machines reach it."
        ),
    )
    data_dir: Path = Field(
        Path("var"), description=N_("Where the SQLite file, uploaded media and the development secret live.")
    )
    bind: str = Field("127.0.0.1:8000", description=N_("The address and port to listen on."))
    hosts: str = Field(
        "",
        description=N_(
            "One host (kliqs.example) or five (public=… dashboard=… api=… docs=… marketing=…); "
            "empty: this machine only."
        ),
    )
    secret_key: str = Field(
        "",
        repr=False,
        description=N_(
            "At least 32 characters. To rotate, put the new one first and keep the old ones behind it, "
            "separated by spaces."
        ),
    )
    secrets_dir: Path | None = Field(
        None,
        description=N_(
            "A folder with further settings, each in a file with the name of its variable, such as kliqs_secret_key: "
            "for secrets of Docker (/run/secrets) and credentials of systemd. The environment goes first."
        ),
    )
    burst_limit: str = Field(
        "1200/minute",
        description=N_(
            "Requests one address may make per time, such as 1200/minute; all processes and machines share them."
        ),
    )
    metrics_token: str = Field(
        "",
        repr=False,
        description=N_("Turns /metrics on for Prometheus, shown to whoever sends this as a Bearer token."),
    )

    @classmethod
    def from_env(cls) -> Self:
        """Reads the environment. Raises InvalidSettings, which names every setting that is wrong or unknown."""
        folder = setting_checks.secrets_folder(os.environ)
        names = {path.name: "" for path in folder.iterdir()} if folder else {}
        sentences, config = (
            setting_checks.unknown_settings({**names, **os.environ}, cls.model_fields.keys() - {"oidc"}),
            None,
        )
        try:
            config = cls(_secrets_dir=folder)
        except ValidationError as error:
            sentences += cls._sentences(error, folder)
        if sentences or config is None:
            raise InvalidSettings("\n".join(sentences))
        return config

    @classmethod
    def _sentences(cls, error: ValidationError, folder: Path | None) -> list[str]:
        """Returns a sentence for every problem, including those between several settings.

        Pydantic runs the checks between settings only when each setting is valid by itself. So they are run a second
        time here, with the default value in place of each invalid one.
        """
        defaults: dict[str, Any] = {
            str(problem["loc"][0]): cls.model_fields[str(problem["loc"][0])].default
            for problem in error.errors()
            if problem["loc"]
        }
        sentences = [setting_checks.sentence_of_problem(problem) for problem in error.errors()]
        if defaults:
            try:
                cls(_secrets_dir=folder, **defaults)
            except ValidationError as combined:
                sentences += [setting_checks.sentence_of_problem(problem) for problem in combined.errors()]
        return sentences

    @field_validator("secrets_dir")
    @classmethod
    def _secrets(cls, value: Path | None) -> Path | None:
        if value and not value.is_dir():
            raise ValueError(f"there is no folder {value}")
        return value

    @field_validator("bind")
    @classmethod
    def _bind(cls, value: str) -> str:
        setting_checks.check_bind(value)
        return value

    @field_validator("burst_limit")
    @classmethod
    def _burst(cls, value: str) -> str:
        setting_checks.check_burst_limit(value)
        return value

    @field_validator("metrics_token")
    @classmethod
    def _metrics(cls, value: str) -> str:
        if value and (len(value) < MIN_TOKEN_LENGTH or not value.isascii()):
            raise ValueError(f"give at least {MIN_TOKEN_LENGTH} ASCII characters")
        return value

    @field_validator("hosts")
    @classmethod
    def _hosts(cls, value: str) -> str:
        Site.parse(value, bind="127.0.0.1:8000", secure=True)
        return value

    @field_validator("secret_key")
    @classmethod
    def _secret(cls, value: str) -> str:
        setting_checks.check_secret_key(value)
        return value

    @model_validator(mode="after")
    def _check_combinations(self) -> Self:
        needed = {"SECRET_KEY": self.secret_key.split(), "HOSTS": self.hosts}
        missing = [f"KLIQS_{name}: in production it must be set" for name, value in needed.items() if not value]
        checks = (self.oauth_problems, self.payment_problems, self.publishing_problems)
        providers = [problem for check in checks for problem in check(production=self.production)]
        own = (self.database_problems, self.mail_problems, self.storage_problems, self.backup_problems)
        settings = [problem for check in own for problem in check()]
        if problems := [*settings, *providers, *(missing if self.production else [])]:
            raise ValueError("\n".join(problems))
        return self

    def check_env_is_set(self) -> None:
        """Raises InvalidSettings if other machines could reach the server although KLIQS_ENV is not set."""
        if "env" not in self.model_fields_set and not setting_checks.is_loopback(self.bind):
            raise InvalidSettings(
                f"KLIQS_ENV: other machines would reach {self.bind}, so say what this server is for. For the public "
                "set KLIQS_ENV=production, with KLIQS_HOSTS and KLIQS_SECRET_KEY. To try Kliqs in a network that you "
                "trust set KLIQS_ENV=development. For this machine alone listen on 127.0.0.1."
            )

    @property
    def production(self) -> bool:
        """Whether KLIQS_ENV is `production`."""
        return self.env == "production"

    @property
    def site(self) -> Site:
        """The origins of the five surfaces, from KLIQS_HOSTS and KLIQS_BIND."""
        return Site.parse(self.hosts, bind=self.bind, secure=self.production)

    @property
    def secret_file(self) -> Path:
        """Where the generated signing secret is kept if KLIQS_SECRET_KEY is empty."""
        return self.data_dir / "secret"

    @property
    def metrics_dir(self) -> Path:
        """The folder in which the server's processes share their Prometheus figures."""
        return self.data_dir / "metrics"

    @property
    def journal_dir(self) -> Path:
        """The folder of the visit journal."""
        return self.data_dir / "journal"

    def prepare(self) -> None:
        """Creates the data directory and its folders. Raises InvalidSettings, OSError.

        SQLite would hang for ever after a first connection to a file in a missing folder.
        """
        if (file := self.sqlite_file) and not file.parent.is_dir():
            raise InvalidSettings(f"KLIQS_DATABASE_URL: there is no folder {file.parent}")
        make_folder(self.data_dir, tighten_existing=self._data_dir_is_ours())  # it holds password hashes and a secret
        for folder in (self.metrics_dir, self.journal_dir):
            make_folder(folder)

    def _data_dir_is_ours(self) -> bool:
        """Whether the data directory holds only Kliqs' own files. A folder such as /srv keeps its permissions."""
        with suppress(OSError):
            names = [path.name for path in self.data_dir.iterdir()]
            return all(name.startswith(".") or OWN_ENTRIES.fullmatch(name) for name in names)
        return False

    def private_paths(self) -> list[Path]:
        """Returns the existing files and folders that only their owner should be able to read."""
        paths = [self.data_dir] * self._data_dir_is_ours()
        with suppress(OSError):
            paths += sorted(path for path in self.data_dir.iterdir() if OWN_ENTRIES.fullmatch(path.name))
        if file := self.sqlite_file:
            paths += sorted(file.parent.glob(f"{glob.escape(file.name.removesuffix(file.suffix))}.*"))
        return paths

    @property
    def sqlite_file(self) -> Path | None:
        """The main SQLite file that KLIQS_DATABASE_URL names; None for any other database or an empty setting."""
        scheme, _, rest = self.database_url.partition("://")
        return Path(unquote(rest.partition("?")[0])) if scheme == "sqlite" and ":memory:" not in rest else None

    def secret_keys(self) -> list[str]:
        """Returns the signing secrets, newest first; without KLIQS_SECRET_KEY one that is generated once and kept."""
        if keys := self.secret_key.split():
            return keys
        self.prepare()
        if not self.secret_file.exists():
            self._make_secret()
        return [self.secret_file.read_text().strip()]

    def _make_secret(self) -> None:
        """Writes a generated secret to `secret_file`, unless the file exists.

        The file is complete before it gets its name: processes that start at the same time must not read half of it.
        """
        with temporary_file(self.data_dir, "secret-") as (file, path):
            file.write(secrets.token_urlsafe(48).encode())
        with suppress(FileExistsError):
            self.secret_file.hardlink_to(path)
        path.unlink()
