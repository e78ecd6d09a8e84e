"""The settings that an operator may change while the servers run, and the checks of what is typed for them.

A setting is in CHANGEABLE if a wrong value locks nobody out, sends nothing to another place, deletes nothing, is no
secret, and if everything that reads it reads it again. fixed_settings.py says why the others are not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic import ValidationError

from app.kernel import installation
from app.kernel.config import Config
from app.kernel.refusal import N_, Faults, Refusal

LONGEST_VALUE = 300  # characters


class ChangeableSetting(NamedTuple):
    """A setting: the name of its field in Config, its label, and the group it is in.

    The label is English, to be translated, or the own name of a network.
    """

    name: str
    label: str
    group: str

    @property
    def variable(self) -> str:
        """The name of the environment variable, which people know the setting by."""
        return f"KLIQS_{self.name.upper()}"

    @property
    def description(self) -> str:
        """What the documentation says of the setting; English, to be translated."""
        return Config.model_fields[self.name].description or ""

    @property
    def default(self) -> str:
        """The text of the value that it has where nobody set it."""
        return text_of(Config.model_fields[self.name].default)

    @property
    def choices(self) -> tuple[str, ...]:
        """The texts of all values that it may have; () where people type one."""
        annotation: Any = Config.model_fields[self.name].annotation
        if annotation is bool:
            return ("on", "off")
        return get_args(annotation) if get_origin(annotation) is Literal else ()


GROUPS: Mapping[str, str] = {
    "people": N_("People and limits"),
    "identity": N_("Who runs this installation"),
    "publishing": N_("Publishing"),
    "ai": N_("AI models"),
    "server": N_("Log"),
}
CHANGEABLE: tuple[ChangeableSetting, ...] = (
    ChangeableSetting("sign_up", N_("Sign-up"), "people"),
    ChangeableSetting("burst_limit", N_("Requests of one address"), "people"),
    ChangeableSetting("session_idle_minutes", N_("Minutes until an unused session ends"), "people"),
    ChangeableSetting("young_account_days", N_("Days in which new accounts are checked more"), "people"),
    ChangeableSetting("operator_name", N_("Name of the operator"), "identity"),
    ChangeableSetting("operator_address", N_("Address of the operator"), "identity"),
    ChangeableSetting("contact_email", N_("Contact address"), "identity"),
    ChangeableSetting("publishing", N_("Publishing to social networks"), "publishing"),
    ChangeableSetting("instagram", "Instagram", "publishing"),
    ChangeableSetting("tiktok", "TikTok", "publishing"),
    ChangeableSetting("facebook", "Facebook", "publishing"),
    ChangeableSetting("x", "X", "publishing"),
    ChangeableSetting("linkedin", "LinkedIn", "publishing"),
    ChangeableSetting("mastodon", "Mastodon", "publishing"),
    ChangeableSetting("tiktok_audited", N_("TikTok has audited your app"), "publishing"),
    ChangeableSetting("linkedin_organizations", N_("LinkedIn has approved company pages"), "publishing"),
    ChangeableSetting("x_links", N_("Addresses in posts at X"), "publishing"),
    ChangeableSetting("x_post_cents", N_("US cents for a post at X"), "publishing"),
    ChangeableSetting("x_link_post_cents", N_("US cents for a post with an address at X"), "publishing"),
    ChangeableSetting("gateway", N_("AI gateway"), "ai"),
    ChangeableSetting("gateway_assistant_model", N_("Model of the suggestions"), "ai"),
    ChangeableSetting("gateway_requests", N_("Requests a minute of a key"), "ai"),
    ChangeableSetting("gateway_tokens", N_("Tokens a minute of a key"), "ai"),
    ChangeableSetting("gateway_streams", N_("Open requests of a key"), "ai"),
    ChangeableSetting("gateway_rate_days", N_("Days that a dollar rate is used"), "ai"),
    ChangeableSetting("gateway_anomaly_floor", N_("Rupiah an hour until unusual spending pauses a key"), "ai"),
    ChangeableSetting("gateway_most_credits", N_("Most rupiah of credits in an order"), "ai"),
    ChangeableSetting("gateway_keep_alive", N_("Seconds between keep-alive lines of an answer"), "ai"),
    ChangeableSetting("log_level", N_("Written to the log"), "server"),
)
BY_NAME: Mapping[str, ChangeableSetting] = {setting.name: setting for setting in CHANGEABLE}
SENTENCES = {  # for what the checks of a single setting refuse
    "burst_limit": N_("Give a number of at least 1 and a time, such as 1200/minute."),
    "contact_email": N_("Give an email address, such as hello@kliqs.example."),
    "session_idle_minutes": N_("Give 0 for no end, or at least 30 minutes."),
}


class InvalidSetting(Refusal):
    """The value does not fit the setting. `says` depends on what is wrong."""

    code, says = "INVALID_SETTING", N_("This value does not fit the setting.")


def text_of(value: object) -> str:
    """Returns a value of a setting as people write it into the environment."""
    if isinstance(value, bool):
        return "on" if value else "off"
    return f"{value:g}" if isinstance(value, float) else str(value)


def with_values(config: Config, values: Mapping[str, str]) -> Config:
    """Returns the settings with these texts for changeable settings, and defaults for the others of them.

    What the environment sets stays as it is. Raises: Faults or InvalidSetting, each with the field of a setting.
    """
    fixed = installation.current().fixed
    free = {name for name in BY_NAME if name not in fixed}
    everything = {name: getattr(config, name) for name in Config.model_fields}
    defaults = {name: Config.model_fields[name].default for name in free}
    try:
        checked = Config(**(everything | defaults | {name: text for name, text in values.items() if name in free}))
    except ValidationError as error:
        faults = Faults.gather()
        faults.refusals += [_refusal(problem) for problem in error.errors()]
        faults.raise_if_any()
    return config.model_copy(update={name: getattr(checked, name) for name in free})


def _refusal(problem: Any) -> InvalidSetting:
    """Returns one of pydantic's validation errors as a refusal with the setting as its field."""
    longest = N_("At most %(most)s characters, please.")
    field, bounds = str(problem["loc"][0]) if problem["loc"] else "", problem.get("ctx", {})
    match problem["type"]:
        case "int_parsing" | "int_from_float" | "int_type" | "int_parsing_size":
            return InvalidSetting(field=field, says=N_("Give a whole number, in digits only."))
        case "float_parsing" | "finite_number":
            return InvalidSetting(field=field, says=N_("Give a number, with a point before decimals."))
        case "greater_than_equal":
            return InvalidSetting(field=field, says=N_("Give at least %(least)s."), least=text_of(bounds["ge"]))
        case "less_than_equal":
            return InvalidSetting(field=field, says=N_("Give at most %(most)s."), most=text_of(bounds["le"]))
        case "string_too_long":
            return InvalidSetting(field=field, says=longest, most=bounds["max_length"])
        case "literal_error" | "bool_parsing":
            return InvalidSetting(field=field, says=N_("Choose one of the values."))
    return InvalidSetting(field=field, says=SENTENCES.get(field, InvalidSetting.says))
