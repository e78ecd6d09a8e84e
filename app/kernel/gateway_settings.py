"""The settings of the AI gateway. Upstreams, models and prices are not settings but rows (`kliqs gateway …`)."""

from pydantic import Field
from pydantic_settings import BaseSettings

from app.kernel.refusal import N_

LOG_DAYS, MOST_CONTENT_DAYS = 90, 90  # the usual days of the list of requests, and the most days of content


class GatewaySettings(BaseSettings):
    """The gateway is offered once an upstream is set up and a model is switched on."""

    gateway: bool = Field(True, description=N_("off: no AI gateway, whatever is set up for it."))
    gateway_requests: int = Field(
        300,
        ge=1,
        le=1_000_000,
        description=N_("Requests to models that one key may make a minute, where it has no limit of its own."),
    )
    gateway_tokens: int = Field(
        1_000_000,
        ge=1,
        le=10**9,
        description=N_("Tokens that one key may use a minute, where it has no limit of its own."),
    )
    gateway_streams: int = Field(
        50,
        ge=1,
        le=10_000,
        description=N_("Requests to models that one key may have open at once, where it has no limit of its own."),
    )
    gateway_keep_alive: int = Field(
        15,
        ge=1,
        le=300,
        description=N_(
            "Seconds of silence after which a streamed answer gets a comment, so that proxies keep it open."
        ),
    )
    gateway_log_days: int = Field(
        LOG_DAYS, ge=1, le=730, description=N_("For how many days requests to models are listed; sums by day are kept.")
    )
    gateway_content_days: int = Field(
        30,
        ge=0,
        le=MOST_CONTENT_DAYS,
        description=N_("For how many days a key may keep the content of its requests at most; 0: not at all."),
    )
    gateway_rate_days: int = Field(
        7, ge=1, le=90, description=N_("How old the rate of the dollar may be, in days, for models to be offered.")
    )
    gateway_anomaly_floor: int = Field(
        100_000,
        ge=1,
        le=1_000_000_000,
        description=N_(
            "Rupiah that a key must spend on AI models in an hour before it can be paused because it spends far more "
            "than usual."
        ),
    )
    gateway_assistant_model: str = Field(
        "",
        max_length=80,
        description=N_(
            "The model that writes captions, titles and alternative texts in Kliqs itself; empty: not offered."
        ),
    )
    gateway_most_credits: int = Field(
        20_000_000, ge=10_000, le=1_000_000_000, description=N_("The most rupiah of credits that one order may buy.")
    )
