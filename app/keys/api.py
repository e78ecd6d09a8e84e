"""`GET /api/v1/me`: whose key this is and what is left of the plan."""

from pydantic import BaseModel, Field
from quart import Blueprint, Response

from app.kernel import clock
from app.kernel.refusal import N_
from app.keys import api_authentication
from app.plans import quota
from app.web import envelope
from app.web.openapi import Operation

blueprint = Blueprint("me_api", __name__, url_prefix="/api/v1")
api_authentication.protect(blueprint)


class Amounts(BaseModel):
    requests: int = Field(description=N_("API requests in the UTC month."))
    links: int = Field(description=N_("Short links that exist."))


class Me(BaseModel):
    name: str = Field(description=N_("The account's name."))
    plan: str = Field(description=N_("free, starter, pro or business."))
    limits: Amounts = Field(description=N_("What the account may use."))
    used: Amounts = Field(description=N_("Used so far, this request included."))
    resets_at: str = Field(json_schema_extra={"format": "date-time"},
                           description=N_("When the month's requests reset."))


OPERATIONS = [
    Operation("me", "GET", "/me", N_("Your plan and usage"), N_("The plan, its limits and what is used of them."), Me),
]


@blueprint.get("/me")
async def me() -> Response:
    async with api_authentication.counted():
        account, share = api_authentication.account(), api_authentication.share()
    links = quota.links_share(account)
    answer = Me(
        name=account.name, plan=account.plan_name, limits=Amounts(requests=share.limit, links=links.limit),
        used=Amounts(requests=share.used, links=links.used), resets_at=clock.stamp(clock.next_month()),
    )
    return envelope.ok(answer.model_dump())
