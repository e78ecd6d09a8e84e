"""The proxies in front of this server, and what it believes them."""

import re

from pydantic import Field, field_validator
from pydantic_settings import BaseSettings

from app.kernel.refusal import N_


class ProxySettings(BaseSettings):
    """Without `trusted_hops` nothing that a proxy writes is believed: a visitor could have written it."""

    trusted_hops: int = Field(0, ge=0, le=16, description=N_("How many proxies of yours append X-Forwarded-For."))
    country_header: str = Field(
        "",
        description=N_(
            "A header in which your proxy names the visitor's country, such as CF-IPCountry; used only with "
            "KLIQS_TRUSTED_HOPS above 0."
        ),
    )
    request_id_header: str = Field(
        "",
        description=N_(
            "A header in which your proxy gives each request an id, such as X-Request-ID, so that a request it repeats "
            "on another machine counts once; it must overwrite what visitors send. Used only with KLIQS_TRUSTED_HOPS "
            "above 0."
        ),
    )

    @field_validator("country_header", "request_id_header")
    @classmethod
    def _header(cls, value: str) -> str:
        if not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]{0,64}", value):  # a token: RFC 9110, 5.6.2
            raise ValueError("give the name of a header, for example CF-IPCountry or X-Request-ID")
        return value
