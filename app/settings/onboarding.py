"""The first steps after signing up: a choice of what to create first, and three steps above the list of links.

The steps are shown until all are done or somebody dismisses them.
"""

from __future__ import annotations

from typing import NamedTuple

from quart import Blueprint, Response

from app.accounts import authentication
from app.accounts.models import Account
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.kernel import clock
from app.kernel.db import query_rows
from app.kernel.refusal import N_
from app.web import htmx

blueprint = Blueprint("onboarding", __name__, url_prefix="/dashboard/first-steps")
authentication.require_sign_in(blueprint, BlueprintActs(EDIT))

DONE = """SELECT EXISTS (SELECT 1 FROM qr_codes WHERE account_id = $1) AS codes,
    EXISTS (SELECT 1 FROM pages WHERE account_id = $1) AS pages,
    EXISTS (SELECT 1 FROM links WHERE account_id = $1 AND followed > 0) AS followed"""


CHOICES = (
    (
        "device-mobile",
        N_("A bio page"),
        N_("All your links, your WhatsApp and your shop on one page."),
        "/dashboard/pages/new",
    ),
    (
        "link",
        N_("A short link"),
        N_("A long address made short. You can change where it leads later."),
        "/dashboard/links/#new-link-url",
    ),
    (
        "qrcode",
        N_("A QR code"),
        N_("For a table, a parcel or a poster, checked before you print it."),
        "/dashboard/qr/new",
    ),
)  # icon; title and words (English, to be translated); URL of the page that creates it


STEPS = {
    "codes": (N_("Make a QR code"), N_("In your colours, checked before you print it."), "qrcode", "/dashboard/qr/new"),
    "pages": (
        N_("Build your bio page"),
        N_("All your links on one page, in two minutes."),
        "device-mobile",
        "/dashboard/pages/",
    ),
    "followed": (
        N_("See how many click"),
        N_("How many, from where, on what. Never who."),
        "chart-area-line",
        "/dashboard/analytics/",
    ),
}  # by the column of DONE that says whether it is done: title, words, icon and URL, as in Step


class Step(NamedTuple):
    """One step; `title` and `words` are English, to be translated."""

    title: str
    words: str
    icon: str
    url: str
    done: bool


async def first_steps(account: Account) -> list[Step]:
    """The steps that the account sees; an empty list once all are done or dismissed.

    From then on, it needs no query.
    """
    if account.onboarded_at:
        return []
    [counts] = await query_rows(DONE, [str(account.id)])
    steps = [Step(*step, done=bool(counts[column])) for column, step in STEPS.items()]
    if all(step.done for step in steps):
        await _finish(account)
        return []
    return steps


@blueprint.get("/")
async def first_visit_page() -> Response:
    """The page that asks a new account what to create first; it can be skipped, and stores no answer."""
    return await htmx.render_response("settings/first_visit.html", active="", choices=CHOICES)


@blueprint.post("/dismiss")
async def dismiss_steps() -> Response:
    """Hides the steps permanently."""
    await _finish(authentication.current_account())
    if htmx.wants_fragment():
        return await htmx.render_response("links/_first_steps.html", steps=[])
    return htmx.redirect_to("/dashboard/links/")


async def _finish(account: Account) -> None:
    """Records that the account needs the steps no longer."""
    account.onboarded_at = clock.now()
    await Account.filter(id=account.id).update(onboarded_at=account.onboarded_at)
