"""The marketing front page: the form that shortens a URL without an account, the plans, common questions and a sample
bio page.
"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup
from quart import Blueprint, Response

from app.accounts import claim_cookie
from app.front import sample_page
from app.gateway.navigation import is_gateway_shown
from app.kernel import i18n, linked_data, site
from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_
from app.plans import prices, quota
from app.plans.plan_limits import GUEST, PLANS
from app.qr.design import Design
from app.qr.render.drawing import draw_code
from app.qr.render.matrix import encode_matrix
from app.qr.render.svg import render_svg
from app.web import hosts, htmx, security_headers
from app.web.forms import Form

blueprint = Blueprint("landing", __name__)
hosts.serve_on("marketing", "sample")
QUESTIONS = (
    (
        N_("What does it cost?"),
        N_(
            "It is free to start, and you need no card. Larger plans give you more links, API requests and pages; the "
            "details are above."
        ),
    ),
    (
        N_("What happens to my links when a limit is reached?"),
        N_("They keep working, always. A limit only stops you from making new ones."),
    ),
    (
        N_("Can I change where a printed QR code leads?"),
        N_(
            "Yes, at any time: the code carries a short link of yours, and that can be changed. We read every "
            "design back, "
            "small, blurred and faint, before you print it."
        ),
    ),
    (
        N_("Do you track the people who click?"),
        N_(
            "No. We set no cookie, store no IP address and build no profile. You see how many people came, from "
            "where and "
            "with what kind of device, but not who they are."
        ),
    ),
    (
        N_("What if I stop, or want to leave?"),
        N_(
            "Download your pages, statistics and subscribers as files, fetch your links through the API, and "
            "delete your "
            "account yourself. Kliqs is open source: you can also run it on your own server."
        ),
    ),
    (
        N_("Do I need an account to try it?"),
        N_(
            "No. Shorten a link or build a bio page right away. This device remembers what you made, and when you "
            "sign up it all moves into your account."
        ),
    ),
)


@blueprint.get("/")
async def home() -> Response:
    """Renders the front page. `full` tells the template that this guest has used up the guest quota of links."""
    guest = await claim_cookie.guest_of_browser()
    page = await htmx.render_response(
        "front/home.html",
        form=Form(),
        limit_reached=guest is not None and quota.links_usage(guest).full,
        plans=PLANS.values(),
        gateway_on=await is_gateway_shown(),
        guest=GUEST,
        prices=prices,
        questions=QUESTIONS,
        code=_qr_code(site.url("marketing")),
        data=_structured_data(),
    )
    page.headers["Cache-Control"] = "private, no-cache"
    if site.current().split:  # the form posts to the dashboard's origin
        dashboard = site.current().origins["dashboard"]
        policy = security_headers.APP_POLICY.replace("form-action 'self'", f"form-action {dashboard}")
        page.headers["Content-Security-Policy"] = policy
    return page


@blueprint.get("/sample")
async def show_sample() -> Response:
    """Returns the sample bio page, which the front page shows in an iframe. It is rendered like every bio page, but
    belongs to no account.
    """
    rendered = sample_page.render_sample_page(i18n.current_language())
    response = Response(
        rendered.html,
        content_type="text/html; charset=utf-8",
        headers={
            "Content-Security-Policy": rendered.csp,
            "X-Robots-Tag": "noindex",
            "Cache-Control": "public, max-age=600",
        },
    )
    response.vary.update(["Accept-Language", "Cookie"])
    return response


def _structured_data() -> Markup:
    """Describes the product and its questions to search engines (schema.org/SoftwareApplication and FAQPage)."""
    offers = [
        {"@type": "Offer", "name": _(plan.label), "price": prices.price_of(plan), "priceCurrency": "IDR"}
        for plan in PLANS.values()
    ]
    questions = [
        {"@type": "Question", "name": _(question), "acceptedAnswer": {"@type": "Answer", "text": _(answer)}}
        for question, answer in QUESTIONS
    ]
    software = {
        "@type": "SoftwareApplication",
        "name": "Kliqs",
        "url": site.url("marketing"),
        "operatingSystem": "Web",
        "applicationCategory": "BusinessApplication",
        "offers": offers,
    }
    return linked_data.json_ld_script({"@graph": [software, {"@type": "FAQPage", "mainEntity": questions}]})


@lru_cache(8)
def _qr_code(url: str) -> Markup:
    """Draws a QR code of the URL of the front page, for people who look at it on a computer."""
    return Markup(render_svg(draw_code(encode_matrix(url, "m"), Design(dark="#884b1c"))))  # noqa: S704 - our own drawing
