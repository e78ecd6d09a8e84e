"""`GET /api/v1/me`: the account that an API key belongs to, its plan and its usage."""

from pydantic import Field
from quart import Blueprint, Response

from app.kernel import clock
from app.kernel.api_model import ApiModel
from app.kernel.refusal import N_
from app.keys import api_authentication
from app.plans import quota
from app.web import envelope
from app.web.openapi import Operation

blueprint = Blueprint("account_api", __name__, url_prefix="/api/v1")
api_authentication.require_api_key(blueprint)


class Amounts(ApiModel):
    """How many requests and links: allowed or used."""

    requests: int = Field(description=N_("API requests in the UTC month."))
    links: int = Field(description=N_("Short links that exist."))


class Me(ApiModel):
    """The account of an API key with its limits and usage."""

    name: str = Field(description=N_("The account's name."))
    plan: str = Field(description=N_("free, starter, pro or business."))
    limits: Amounts = Field(description=N_("What the account may use."))
    used: Amounts = Field(description=N_("Used so far, this request included."))
    resets_at: str = Field(
        json_schema_extra={"format": "date-time"}, description=N_("When the month's requests reset.")
    )


OPERATIONS = [
    Operation(
        "me",
        "GET",
        "/me",
        N_("Your plan and usage"),
        N_("The plan, its limits and what is used of them."),
        Me,
        scope="account:read",
    )
]


@blueprint.get("/me")
async def read_account() -> Response:
    """Returns the account's plan, its limits and what is used of them, this request included."""
    async with api_authentication.counted_request():
        account, share = api_authentication.key_owner(), api_authentication.monthly_usage()
    links = quota.links_usage(account)
    payload = Me(
        name=account.name,
        plan=account.plan_name,
        limits=Amounts(requests=share.limit, links=links.limit),
        used=Amounts(requests=share.used, links=links.used),
        resets_at=clock.format_rfc3339(clock.start_of_next_month()),
    )
    return envelope.success_response(payload.model_dump())
