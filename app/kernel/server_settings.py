"""Settings of the HTTP server: which of its parts answer, its connections, its log, and how it ends."""

from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings

from app.kernel.refusal import N_

LogLevel = Literal["debug", "info", "warning", "error"]
LogFormat = Literal["json", "text"]


class ServerSettings(BaseSettings):
    """How requests are served."""

    lane: Literal["on", "asgi", "off"] = Field(
        "on",
        description=N_(
            "Where short links are answered: on, before the HTTP server; asgi, in the server but before the "
            "app; off, in the app."
        ),
    )
    connections: int = Field(10_000, ge=16, le=1_000_000, description=N_("How many connections may be open at once."))
    keep_alive: int = Field(
        75, ge=1, le=3_600, description=N_("Seconds that an idle connection is kept; more than a proxy in front.")
    )
    log_level: LogLevel = Field(
        "info",
        description=N_(
            "The least important lines of the log: info has one for each request that the app answers, warning only "
            "what is not as it should be."
        ),
    )
    log_format: LogFormat = Field(
        "json", description=N_("How lines of the log are written: json for programs, text for people.")
    )
    drain_seconds: int = Field(
        0,
        ge=0,
        le=600,
        description=N_(
            "Seconds for which a server that is told to stop still answers, while /readyz says 503 so that a load "
            "balancer sends new requests elsewhere."
        ),
    )
