"""The legal pages, contact and `security.txt`: public, without cookies, usable without scripts."""

from datetime import timedelta
from typing import Any

from quart import Blueprint, Response, g, request

from app.accounts import authentication, document_versions
from app.accounts.request_account import PERSONAL, BlueprintActs
from app.kernel import clock, i18n, installation, site
from app.kernel.refusal import NotFound, Refusal
from app.legal import operator_identity
from app.legal.cookies import COOKIES
from app.legal.documents import TITLES, read_document
from app.legal.inventory import ROWS
from app.legal.model_processors import model_processors
from app.plans.plan_limits import PLANS
from app.privacy import request_handling
from app.privacy.privacy_request import KINDS
from app.web import client_info, envelope, hosts, htmx, security_headers
from app.web.forms import Form

blueprint = Blueprint("legal", __name__)
hosts.serve_on("marketing", "privacy", "terms", "cookies", "acceptable-use", "processors", "contact", "your-data")
terms_blueprint = Blueprint("terms", __name__, url_prefix="/dashboard/terms")
authentication.require_sign_in(terms_blueprint, BlueprintActs(PERSONAL, PERSONAL))
SECURITY = ".well-known/security.txt"
VALID_FOR = timedelta(days=180)  # RFC 9116 §2.5.5: less than a year


@blueprint.before_request
async def disable_cookies() -> None:
    """Makes a language chosen by `?lang=` apply to this page only, without a cookie."""
    g.cookieless = True


@blueprint.app_context_processor
def inject_changed_terms() -> dict[str, object]:
    """Gives templates the documents that changed since the signed-in user last agreed."""
    user = authentication.signed_in_user()
    return {"terms_changed": document_versions.changed_documents(user.terms_seen) if user else []}


@blueprint.get("/privacy", defaults={"name": "privacy"})
@blueprint.get("/terms", defaults={"name": "terms"})
@blueprint.get("/cookies", defaults={"name": "cookies"})
@blueprint.get("/acceptable-use", defaults={"name": "acceptable-use"})
@blueprint.get("/processors", defaults={"name": "processors"})
async def legal_page(name: str) -> Response:
    """A legal page."""
    shared = _shared()
    payments = operator_identity.takes_payments()
    article, parts = read_document(name, i18n.current_language(), shared["language_query"], payments=payments)
    return _revalidated(
        await htmx.render_response(
            "legal/page.html",
            name=name,
            article=article,
            parts=parts,
            versions=document_versions.VERSIONS[name],
            rows=ROWS,
            cookies=COOKIES,
            processors=[*operator_identity.processors(), *await model_processors()],
            **shared,
        )
    )


@blueprint.get("/your-data")
async def privacy_centre() -> Response:
    """Redirects to the privacy centre, which is on the host of the dashboard: the texts link to it."""
    return htmx.redirect_to(site.url("dashboard", "/dashboard/settings/privacy"))


@blueprint.get("/contact")
async def contact() -> Response:
    """How to reach the operator; `?plan=` names a plan that the visitor would like."""
    return await _contact_page(Form())


@blueprint.post("/contact")
async def send_request() -> Response:
    """Sends a request about somebody's data to the operator; a refused form is shown again.

    Raises: NotFound where no email can be sent, because the answer goes by email.
    """
    form = await Form.submitted()
    if installation.current().mail_backend is None:
        raise NotFound
    try:
        address = client_info.rate_limit_address()
        await request_handling.submit_request(form["kind"], form["text"], form["email"], address)
    except Refusal as refusal:
        response = await _contact_page(form.blame(refusal), status=envelope.page_status(refusal))
        if refusal.retry_after is not None:
            response.headers["Retry-After"] = str(refusal.retry_after)
        return response
    return await _contact_page(Form(), sent=True)


async def _contact_page(form: Form, *, status: int = 200, sent: bool = False) -> Response:
    response = await htmx.render_response(
        "legal/contact.html",
        status=status,
        plan=PLANS.get(request.args.get("plan", "")),
        form=form,
        sent=sent,
        kinds=KINDS if installation.current().mail_backend else {},
        **_shared(),
    )
    if site.current().split:  # one of its forms posts to the host of links
        public = site.current().origins["public"]
        policy = security_headers.APP_POLICY.replace("form-action 'self'", f"form-action 'self' {public}")
        response.headers["Content-Security-Policy"] = policy
    return _revalidated(response)


@blueprint.get(f"/{SECURITY}")
async def security_txt() -> Response:
    """The `security.txt` of RFC 9116."""
    email = operator_identity.operator().email
    lines = {
        "Contact": f"mailto:{email}" if email else site.url("marketing", "/contact"),
        "Expires": clock.format_rfc3339((clock.now() + VALID_FOR).replace(hour=0, minute=0, second=0, microsecond=0)),
        "Preferred-Languages": ", ".join(i18n.LANGUAGES),
        "Canonical": site.url("marketing", f"/{SECURITY}"),
        "Policy": site.url("marketing", "/acceptable-use#security"),
    }
    text = "".join(f"{name}: {value}\n" for name, value in lines.items())
    return Response(text, content_type="text/plain; charset=utf-8", headers={"Cache-Control": "public, max-age=86400"})


@terms_blueprint.post("/seen")
async def mark_terms_seen() -> Response:
    """Records that the user has seen the current versions, which hides the notice."""
    await authentication.current_user().agree_to_terms()
    if htmx.wants_fragment():
        return Response("")
    return htmx.redirect_to(authentication.local_path(request.headers.get("Referer", "")))


def _shared() -> dict[str, Any]:
    """Template variables of every page here; `language_query` keeps `?lang=` on links between them."""
    language = request.args.get("lang", "")
    return {
        "operator": operator_identity.operator(),
        "documents": TITLES,
        "language_query": f"?lang={language}" if language in i18n.LANGUAGES else "",
    }


def _revalidated(response: Response) -> Response:
    """Makes browsers revalidate the page and shared caches not store it."""
    response.headers["Cache-Control"] = "private, no-cache"
    return response
