"""The setting of the Redis that several machines share."""

from urllib.parse import urlsplit

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from app.kernel.refusal import N_

SCHEMES = {"redis", "rediss", "unix"}
EXAMPLE = "give redis://:password@host:6379/0, rediss://… with TLS, or unix:///path/to/socket"


class RedisSettings(BaseSettings):
    """Where Redis is. Its password is in the address, which is never logged."""

    redis_url: str = Field(
        "",
        repr=False,
        description=N_(
            "redis://:password@host:6379/0, or rediss://… with TLS: counts KLIQS_BURST_LIMIT exactly over all "
            "machines. Empty, the processes tell each other through PostgreSQL. Kliqs works while Redis is away."
        ),
    )

    @field_validator("redis_url")
    @classmethod
    def _redis(cls, value: str) -> str:
        if value and not _is_redis_url(value):
            raise ValueError(EXAMPLE)
        return value


def _is_redis_url(value: str) -> bool:
    """Whether the address names a server or a socket; what is wrong with it is not repeated, for it has a password."""
    try:
        url = urlsplit(value)
        has_place = bool(url.path) if url.scheme == "unix" else bool(url.hostname) and (url.port or 1) > 0
    except ValueError:
        return False
    return url.scheme in SCHEMES and has_place
