"""The rules of a link in the JSON API, for requests and responses; the descriptions also appear in the documentation.

These models only check types. `validation.py` checks the rest and raises refusals with the path of the field.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field

from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_
from app.links.rules.rule import MAX_CONDITIONS, MAX_DESTINATIONS, MAX_NAME, MAX_RULES, MAX_VALUES
from app.web.openapi import without_defaults

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
ZONE = N_("The time zone of the clocks, such as Asia/Jakarta.")


class _Part(ApiModel):
    """The base of these models: types are strict, unknown fields are ignored."""

    model_config = ConfigDict(strict=True, extra="ignore", populate_by_name=True, json_schema_extra=without_defaults)


class DeviceCondition(_Part):
    """A condition on the class of device."""

    kind: Literal["device"] = Field(description=N_("The device is a phone, a tablet or a computer."))
    values: list[Literal["phone", "tablet", "desktop"]] = Field(
        min_length=1, max_length=MAX_VALUES, description=N_("One of these must fit.")
    )


class SystemCondition(_Part):
    """A condition on the operating system."""

    kind: Literal["system"] = Field(description=N_("The operating system of the device."))
    values: list[Literal["iOS", "Android", "Windows", "macOS", "Linux", "ChromeOS"]] = Field(
        min_length=1, max_length=MAX_VALUES, description=N_("One of these must fit.")
    )


class BrowserCondition(_Part):
    """A condition on the browser."""

    kind: Literal["browser"] = Field(description=N_("The browser, or the app that shows the page."))
    values: list[str] = Field(
        min_length=1,
        max_length=MAX_VALUES,
        description=N_("Names as your statistics show them, such as Chrome or Instagram; one must fit."),
    )


class CountryCondition(_Part):
    """A condition on the country."""

    kind: Literal["country"] = Field(description=N_("The country the visitor is in."))
    values: list[str] = Field(
        min_length=1, max_length=MAX_VALUES, description=N_("ISO 3166-1 codes such as ID; one must fit.")
    )


class CityCondition(_Part):
    """A condition on the city."""

    kind: Literal["city"] = Field(description=N_("The city, where this installation knows cities."))
    values: list[str] = Field(
        min_length=1,
        max_length=MAX_VALUES,
        description=N_("Names as your statistics show them, in any case; one must fit."),
    )


class ReferrerCondition(_Part):
    """A condition on the site a visitor comes from."""

    kind: Literal["referrer"] = Field(description=N_("The website or app the visitor comes from."))
    values: list[str] = Field(
        min_length=1,
        max_length=MAX_VALUES,
        description=N_("Hosts such as instagram.com, which stand for their subdomains too; one must fit."),
    )


class LanguageCondition(_Part):
    """A condition on the visitor's languages."""

    kind: Literal["language"] = Field(description=N_("The language of the visitor's browser."))
    values: list[str] = Field(
        min_length=1,
        max_length=MAX_VALUES,
        description=N_(
            "Languages such as en, which includes en-GB, or en-GB, which does not include en; one must fit."
        ),
    )
    match: Literal["first", "any"] = Field(
        "first",
        description=N_(
            "“first”: only the language the visitor likes best counts. “any”: every language the browser accepts."
        ),
    )


class QueryCondition(_Part):
    """A condition on a query parameter."""

    kind: Literal["query"] = Field(description=N_("A parameter behind the ? of the short link."))
    name: str = Field(description=N_("The name of the parameter, in the case in which it is sent."))
    test: Literal["is", "present", "empty"] = Field(
        "is",
        description=N_(
            "“is”: it has exactly this value. “present”: it is there. “empty”: it is there without a value."
        ),
    )
    value: str = Field("", description=N_("The value, for “is”."))


class WeekdayCondition(_Part):
    """A condition on the day of the week."""

    kind: Literal["weekday"] = Field(description=N_("The day of the week."))
    values: list[Day] = Field(min_length=1, max_length=MAX_VALUES, description=N_("One of these must fit."))
    zone: str = Field(description=ZONE)


class TimeCondition(_Part):
    """A condition on the time of day."""

    kind: Literal["time"] = Field(description=N_("The time of day."))
    start: str = Field(alias="from", description=N_("When the window begins, such as 17:00."))
    end: str = Field(alias="until", description=N_("When it ends; earlier than “from” for a window over midnight."))
    zone: str = Field(description=ZONE)
    days: list[Day] = Field(
        [], max_length=MAX_VALUES, description=N_("Only windows that begin on these days; every day when left out.")
    )


class PeriodCondition(_Part):
    """A condition on the date and time."""

    kind: Literal["period"] = Field(description=N_("A period of time. Give one bound at least."))
    start: str | None = Field(None, alias="from", description=N_("From when on, an ISO time with an offset."))
    end: str | None = Field(None, alias="until", description=N_("Until when, an ISO time with an offset."))


class VisitorCondition(_Part):
    """A condition on who comes."""

    kind: Literal["visitor"] = Field(description=N_("Who comes, and how."))
    value: Literal["people", "scans"] = Field(
        description=N_("“people”: no bots and previews of apps. “scans”: only by a QR code.")
    )


AnyCondition = Annotated[
    DeviceCondition
    | SystemCondition
    | BrowserCondition
    | CountryCondition
    | CityCondition
    | ReferrerCondition
    | LanguageCondition
    | QueryCondition
    | WeekdayCondition
    | TimeCondition
    | PeriodCondition
    | VisitorCondition,
    Field(discriminator="kind"),
]


class RuleDestination(_Part):
    """A place that a rule leads to."""

    url: str = Field(json_schema_extra={"maxLength": 2048}, description=N_("A whole http or https address."))
    weight: int = Field(
        100, ge=0, le=100, description=N_("Its share of the rule's visitors in percent; all shares add up to 100.")
    )


class LinkRule(_Part):
    """A rule of a link."""

    id: str = Field(
        "",
        json_schema_extra={"maxLength": 16},
        description=N_("Send it back unchanged, so that the rule keeps its statistics. Made by us when left out."),
    )
    name: str = Field("", max_length=MAX_NAME, description=N_("A name for your own list."))
    on: bool = Field(True, description=N_("While false, the rule is passed over."))
    when: list[AnyCondition] = Field(
        [], max_length=MAX_CONDITIONS, description=N_("All of these must hold; none means that everybody fits.")
    )
    to: list[RuleDestination] = Field(
        min_length=1, max_length=MAX_DESTINATIONS, description=N_("Where it leads: one place, or a split by shares.")
    )

    def as_json(self) -> dict[str, Any]:
        """Returns the rule as `Changes` takes it."""
        return self.model_dump(by_alias=True, exclude_none=True)


Rules = Annotated[
    list[LinkRule],
    Field(
        max_length=MAX_RULES,
        description=N_("Rules in the order in which they are tried; the first that fits decides. [] removes all."),
    ),
]
