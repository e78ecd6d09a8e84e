"""Where this installation stores its files: the settings KLIQS_STORAGE_*."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

from pydantic import AliasChoices, Field, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from app.kernel.refusal import N_
from app.kernel.s3_signing import Credentials

BUCKET = re.compile(r"[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")
PREFIX = re.compile(r"[0-9A-Za-z_-][0-9A-Za-z._-]*(/[0-9A-Za-z_-][0-9A-Za-z._-]*)*")
REGION = re.compile(r"[A-Za-z0-9-]{1,40}")
EXAMPLE = "give s3://bucket/prefix?endpoint=https://s3.example.com&region=eu-central-1"
DEFAULT_REGION = "us-east-1"
OPTIONS = {"endpoint", "public", "region"}


class Bucket(NamedTuple):
    """A bucket of an S3 server, as a storage address names it.

    `prefix` comes before all keys. `endpoint` is the server's origin, empty for AWS; `public` is the origin under which
    browsers reach it, empty where they do not.
    """

    name: str
    prefix: str
    endpoint: str
    public: str
    region: str

    @classmethod
    def parse(cls, url: str) -> Bucket:
        """Reads a storage address. Raises ValueError with a sentence for the operator."""
        parts = urlsplit(url)
        options, prefix = dict(parse_qsl(parts.query, keep_blank_values=True)), parts.path.strip("/")
        if parts.scheme != "s3" or not BUCKET.fullmatch(parts.netloc) or (prefix and not PREFIX.fullmatch(prefix)):
            raise ValueError(f"{EXAMPLE}; credentials go into KLIQS_STORAGE_KEY and KLIQS_STORAGE_SECRET")
        if unknown := sorted(options.keys() - OPTIONS):
            raise ValueError(f"{unknown[0]} is no option of a storage; there are endpoint, public and region")
        endpoint = _origin(options.get("endpoint", ""))
        public = _origin(options.get("public", "")) or (endpoint if endpoint.startswith("https:") else "")
        region = options.get("region") or DEFAULT_REGION
        if not REGION.fullmatch(region):
            raise ValueError("the region is a word, for example eu-central-1")
        if not endpoint:
            public = public or f"https://s3.{region}.amazonaws.com"
        return cls(parts.netloc, prefix, endpoint, public, region)


def _origin(url: str) -> str:
    """Returns an origin without its slash. Raises ValueError for what is none."""
    parts = urlsplit(url)
    if url and (
        parts.scheme not in {"http", "https"}
        or not parts.hostname
        or parts.username
        or parts.path.strip("/")
        or parts.query
    ):
        raise ValueError("endpoint and public are origins, for example https://s3.example.com")
    return url.rstrip("/")


class StorageSettings(BaseSettings):
    """Where files are stored; without an address in the data directory."""

    model_config = SettingsConfigDict(populate_by_name=True)  # some have two names in the environment

    storage_url: str = Field(
        "",
        description=N_(
            "Where files are stored that all machines share: s3://bucket/prefix?endpoint=…; empty: the data "
            "directory. The page about storage says more."
        ),
    )
    storage_key: str = Field(
        "",
        repr=False,
        validation_alias=AliasChoices("KLIQS_STORAGE_KEY", "AWS_ACCESS_KEY_ID"),
        description=N_("Its access key; AWS_ACCESS_KEY_ID is read, too. Empty: the role of the machine."),
    )
    storage_secret: str = Field(
        "",
        repr=False,
        validation_alias=AliasChoices("KLIQS_STORAGE_SECRET", "AWS_SECRET_ACCESS_KEY"),
        description=N_("The secret of that access key; AWS_SECRET_ACCESS_KEY is read, too."),
    )
    storage_token: str = Field(
        "",
        repr=False,
        validation_alias=AliasChoices("KLIQS_STORAGE_TOKEN", "AWS_SESSION_TOKEN"),
        description=N_("The token of an access key that is temporary; AWS_SESSION_TOKEN is read, too."),
    )

    @field_validator("storage_url")
    @classmethod
    def _storage_address(cls, value: str) -> str:
        if value:
            Bucket.parse(value)
        return value

    def storage_problems(self) -> list[str]:
        """Returns a sentence for each contradiction between the settings of the storage."""
        if self.storage_url and bool(self.storage_key) != bool(self.storage_secret):
            return ["KLIQS_STORAGE_KEY and KLIQS_STORAGE_SECRET: set both of them, or neither"]
        return []

    @property
    def storage_credentials(self) -> Credentials | None:
        """The credentials for the storage; None where the role of the machine gives them."""
        if not self.storage_key:
            return None
        return Credentials(self.storage_key, self.storage_secret, self.storage_token)
