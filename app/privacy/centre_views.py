"""The privacy centre (Settings → Privacy): correction, consents, restriction, objection, requests and deletion.

Its sections are in page_sections under PAGE; the export of data adds its own. Of consents and requests a section shows
the first rows, and a page all of them.
"""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash, request

from app.accounts import authentication, document_versions
from app.accounts.consent import AGE, AI_NEWS, NEWS, TERMS, Consent
from app.accounts.models import Account
from app.accounts.request_account import PERSONAL, BlueprintActs
from app.accounts.roles import MANAGE_ACCOUNT
from app.accounts.user import User
from app.kernel import installation
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, Refusal
from app.privacy import restriction
from app.privacy.privacy_request import KINDS, OUTCOMES, PrivacyRequest
from app.privacy.request_handling import submit_request
from app.web import client_info, envelope, htmx, page_sections
from app.web.first_rows import FirstRows, first_rows
from app.web.forms import Form
from app.web.list_search import ListSearch
from app.web.pagination import page_after, page_or_first

HOME, PAGE, PAGE_SIZE = "/dashboard/settings/privacy", "privacy", 30
CONSENTS = {
    TERMS: N_("Terms, privacy policy and the other legal pages"),
    AGE: N_("You are old enough to use Kliqs"),
    NEWS: N_("Emails with news about Kliqs"),
    AI_NEWS: N_("Emails about AI models"),
}
blueprint = Blueprint("privacy_centre", __name__, url_prefix=HOME)
authentication.require_sign_in(
    blueprint,
    BlueprintActs(
        read=PERSONAL,
        write=PERSONAL,
        acts={"freeze": MANAGE_ACCOUNT, "unfreeze": MANAGE_ACCOUNT},
        in_grace=frozenset({"withdraw_news", "withdraw_ai_news", "object_to_notices", "send_request", "freeze"}),
    ),
)


@blueprint.get("")
async def privacy_page() -> Response:
    """The page of the privacy centre."""
    return await _privacy_page(Form())


@blueprint.post("/actions/agree-to-news")
async def agree_to_news() -> Response:
    """Records that the user agrees to emails with news."""
    await authentication.current_user().choose_news(agreed=True)
    return await _back(_("You get emails with news from now on."))


@blueprint.post("/actions/withdraw-news")
async def withdraw_news() -> Response:
    """Takes back the consent to emails with news."""
    await authentication.current_user().choose_news(agreed=False)
    return await _back(_("You get no more emails with news."))


@blueprint.post("/actions/withdraw-ai-news")
async def withdraw_ai_news() -> Response:
    """Takes back the consent to emails about AI models."""
    await authentication.current_user().choose_ai_news(agreed=False)
    return await _back(_("You get no more emails about AI models."))


@blueprint.post("/actions/object")
async def object_to_notices() -> Response:
    """Ends all emails but those that protect the user."""
    user = authentication.current_user()
    await user.choose_limit_emails(wanted=False)
    await user.choose_news(agreed=False)
    await user.choose_ai_news(agreed=False)
    return await _back(_("You get only emails that protect you from now on."))


@blueprint.post("/actions/freeze")
async def freeze() -> Response:
    """Freezes the account."""
    await restriction.freeze(authentication.current_account(), authentication.current_user())
    return await _back(_("The workspace is frozen: visits are no longer recorded, and its links lead on."))


@blueprint.post("/actions/unfreeze")
async def unfreeze() -> Response:
    """Ends the freeze of the account."""
    await restriction.unfreeze(authentication.current_account(), authentication.current_user())
    return await _back(_("Visits are recorded again."))


@blueprint.get("/consents")
async def list_consents() -> Response:
    """All that the user agreed to, the newest first, or the next rows that htmx requests."""
    user, search = authentication.current_user(), ListSearch.of(f"{HOME}/consents", request.args)
    consents = Consent.filter(user_id=user.id)
    page = await page_after(consents, by="id", after=search.after, size=PAGE_SIZE, descending=True)
    rows = page.rows if page.next else [*page.rows, *await _consents_at_sign_up(user)]
    return await _list("consent", rows=rows, next=page.next, search=search, labels=CONSENTS)


@blueprint.get("/requests")
async def list_requests() -> Response:
    """All requests of the user to the operator, the newest first, or the next rows that htmx requests."""
    search = ListSearch.of(f"{HOME}/requests", request.args)
    requests = PrivacyRequest.filter(user_id=authentication.current_user().id)
    page = await page_or_first(requests, by="created_at", cursor=search.after, size=PAGE_SIZE)
    return await _list("request", rows=page.rows, next=page.next, search=search, kinds=KINDS, outcomes=OUTCOMES)


@blueprint.post("/requests")
async def send_request() -> Response:
    """Sends a request to the operator; a refused form is shown again."""
    user, form = authentication.current_user(), await Form.submitted()
    try:
        await submit_request(form["kind"], form["text"], "", client_info.rate_limit_address(), user)
    except Refusal as refusal:
        return await _privacy_page(form.blame(refusal), refusal)
    return await _back(_("Your request is with the operator. The day of the answer is below."))


async def _list(noun: str, **context: Any) -> Response:
    templates = f"privacy/{noun}s.html", f"privacy/_{noun}_rows.html"
    return await htmx.render_page_or_fragment(*templates, active="settings", **context)


async def _back(message: str) -> Response:
    await flash(message)
    return htmx.redirect_to(HOME)


async def _privacy_page(form: Form, refusal: Refusal | None = None) -> Response:
    user, account = authentication.current_user(), authentication.current_account()
    page = await htmx.render_response(
        "privacy/index.html",
        status=envelope.page_status(refusal) if refusal else 200,
        form=form,
        active="settings",
        sections=await page_sections.load_sections(PAGE, user, account),
    )
    if refusal is not None and refusal.retry_after is not None:
        page.headers["Retry-After"] = str(refusal.retry_after)
    return page


async def _load_nothing(_user: User, _account: Account) -> dict[str, Any]:
    return {}


async def _load_consents(user: User, _account: Account) -> dict[str, Any]:
    """The first of the consents, the newest first."""
    part, signing_up = (
        await first_rows(Consent.filter(user_id=user.id).order_by("-id")),
        await _consents_at_sign_up(user),
    )
    rows = part.rows if part.cut else [*part.rows, *signing_up]
    part = FirstRows(rows, part.number + len(signing_up))
    return {"consents": part, "labels": CONSENTS, "newest": document_versions.newest_date()}


async def _consents_at_sign_up(user: User) -> list[Consent]:
    """What a user without a row of it agreed to by signing up, as their own row has it; empty for all others."""
    if await Consent.filter(user_id=user.id, kind=TERMS).exists():
        return []
    return [Consent(kind=TERMS, version=user.terms_seen, agreed_at=user.created_at)]


async def _load_requests(user: User, _account: Account) -> dict[str, Any]:
    """The first of the user's requests, the newest first, and the kinds to choose from."""
    privacy_requests = await first_rows(PrivacyRequest.filter(user_id=user.id).order_by("-created_at", "-id"))
    operator = installation.current().config.contact_email
    return {"privacy_requests": privacy_requests, "kinds": KINDS, "outcomes": OUTCOMES, "operator": operator}


page_sections.add_section(PAGE, 20, "privacy/_correction.html", _load_nothing)
page_sections.add_section(PAGE, 30, "privacy/_consents.html", _load_consents)
page_sections.add_section(PAGE, 40, "privacy/_restriction.html", _load_nothing)
page_sections.add_section(PAGE, 50, "privacy/_objection.html", _load_nothing)
page_sections.add_section(PAGE, 60, "privacy/_requests.html", _load_requests)
page_sections.add_section(PAGE, 90, "privacy/_deletion.html", _load_nothing)
