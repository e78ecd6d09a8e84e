"""Public routes of short links: redirects, previews with `+`, passwords and click limits, and pages for links that are
closed.
"""

import asyncio
import re
from urllib.parse import quote

from quart import Blueprint, Response, abort, current_app, g, request
from werkzeug.datastructures import Headers as WerkzeugHeaders
from werkzeug.exceptions import MethodNotAllowed

from app.front import bio_page_views
from app.front.query_forwarding import encode_query
from app.front.redirect_decision import CLOSED_DECISIONS, UNKNOWN_NAME, Decision, decide, redirect_url
from app.front.redirect_service import RedirectService, RequestHeaders
from app.kernel import clock, site
from app.kernel.display_url import split_for_display
from app.kernel.refusal import N_, Refusal
from app.kernel.throttle import Throttle
from app.links.lifecycle import State
from app.links.models import Link, admit_visit
from app.links.resolution import ResolvedPage, Target
from app.names import slug as slugs
from app.pages.models import Page
from app.visits.recording.capture import Visitor
from app.visits.recording.parse import classify_visitor
from app.visits.visit import Purpose, Who
from app.web import client_info, csrf, envelope, hosts, security_headers
from app.web.forms import Form
from app.web.templates import render_template

blueprint = Blueprint("front", __name__)
FORM_PAGE_POLICY = security_headers.VISITOR_POLICY.replace("form-action 'self'", "form-action 'self' http: https:")
READ_METHODS, FORM_TEMPLATES = ("GET", "HEAD"), {"front/locked.html", "front/limited.html"}
NAME_PATH = re.compile("/([^/]+)/?")
PREVIEW_NAME = re.compile(r"([^+]*)\+[^\w+]*")  # with trailing punctuation of a sentence
by_link_and_address = Throttle("unlock by link and address", 10, 15)
by_link = Throttle("unlock by link", 300, 15)


class ShuttingDown(Refusal):
    """Raised while the process stops and no longer records visits."""

    code, says = "BUSY", N_("We are restarting. Try again in a second.")


class WrongLinkPassword(Refusal):
    """Raised when the password of a locked link is wrong."""

    code, field, says = "WRONG_PASSWORD", "password", N_("Wrong password.")


@blueprint.before_request
async def require_visitor_surface() -> None:
    """Answers 404 on surfaces other than the public and the marketing one: `/dashboard/typo` is a path of the
    dashboard, not a short link.
    """
    if hosts.surface_of_path() not in {"public", "marketing"}:
        abort(404)


@blueprint.before_app_request
async def set_allowed_methods() -> None:
    """Names the methods that a link allows in a 405 for an unsupported one: the routing table knows the pattern
    only.
    """
    match = NAME_PATH.fullmatch(request.path) if hosts.surface_of_path() == "public" else None
    if match and isinstance(request.routing_exception, MethodNotAllowed):
        raise MethodNotAllowed(await _methods_of(match[1]))


async def _methods_of(name: str) -> tuple[str, ...]:
    """Returns the methods that a name allows (RFC 9110 §10.2.1). POST is among them only while a password or a click
    limit waits for a form.
    """
    link, known, _record = await _resolve(name)
    decision = decide(link, known, "", clock.now())
    has_button = link is not None and bool(decision.location) and link.click_limit is not None
    return (*READ_METHODS, "POST") if has_button or decision.page == "locked" else READ_METHODS


@blueprint.get("/<name>")
async def follow_link(name: str) -> Response:
    """Redirects to the destination of a link, shows a bio page, or shows why the link is closed. `name+` shows where
    the link goes; `@name` is redirected to `/name`.
    """
    if name.startswith("@"):
        query = encode_query(_raw_query())
        return _redirect_response("/" + quote(name[1:]) + (query and f"?{query}"), 302)
    if preview := PREVIEW_NAME.fullmatch(name):
        return await _preview_page(preview[1])
    link, known, record = await _resolve(name)
    if record is not None:
        return await bio_page_views.serve_page(record) or await _unpublished_page(record)
    decision = decide(link, known, _raw_query(), clock.now())
    if link and decision.location:
        return await _follow_and_record(link, decision)
    return await _respond(decision, link)


@blueprint.post("/<name>")
async def submit_link_form(name: str) -> Response:
    """Redirects a visitor who sends the password of a locked link, or presses the button of a click-limited one.

    Raises: MethodNotAllowed where the link has no form; a link that ended meanwhile shows its page.
    """
    link, known, record = await _resolve(name)
    if record is not None:
        raise MethodNotAllowed(READ_METHODS)
    decision = decide(link, known, _raw_query(), clock.now())
    if decision.location and link and link.click_limit is not None:
        return await _follow_and_record(link, decision._replace(status=303))
    if decision.page != "locked" or link is None:
        if decision.location or decision == UNKNOWN_NAME:
            raise MethodNotAllowed(READ_METHODS)
        return await _respond(decision, link)
    csrf.require_same_origin()
    form = await Form.submitted()
    try:
        await _check_password(link, form["password"])
    except Refusal as refusal:
        return await _password_page(link, form.blame(refusal), refusal)
    return await _follow_and_record(link, Decision(303, location=redirect_url(link, _raw_query())))


async def _check_password(link: Link, password: str) -> None:
    """Raises: WrongLinkPassword; TooManyAttempts after too many wrong passwords."""
    await by_link_and_address.attempt(f"{link.id} {client_info.rate_limit_address()}")
    await by_link.attempt(str(link.id))
    if not await link.verify_password(password):
        raise WrongLinkPassword
    await by_link_and_address.take_back(f"{link.id} {client_info.rate_limit_address()}")
    await by_link.take_back(str(link.id))


async def _resolve(name: str) -> tuple[Link | None, bool, ResolvedPage | None]:
    """Returns the link, whether the name is known, and the page record. Most unknown names come from scanners: they
    cost one lookup and no ORM query.

    An unknown name is looked up again without trailing punctuation.
    """
    resolved = await bio_page_views.resolve_name(name)
    for candidate in slugs.names_before_punctuation(name) if not resolved.known else ():
        if (retried := await bio_page_views.resolve_name(candidate)).known:
            name, resolved = candidate, retried
            break
    if not resolved.known or resolved.page is not None:
        return None, resolved.known, resolved.page
    return *await Link.by_name(name), None


def _raw_query() -> str:
    return request.query_string.decode("latin1")


async def _follow_and_record(link: Link, decision: Decision) -> Response:
    """Records the visit and redirects. A click-limited link redirects people only, and no more often than its limit.

    For such a link a bot or a preview fetcher gets a page with a button, and a prefetch gets a 503, so that the browser
    repeats the request on a click. Raises: ShuttingDown while visits cannot be recorded, because an unrecorded visit is
    not answered.
    """
    service: RedirectService = current_app.extensions["redirects"]
    if service.recording is None:
        raise ShuttingDown(retry_after=1)
    headers = RequestHeaders(service.kept_names, request.scope["headers"])
    visitor = service.visitor(request.method, request.remote_addr or "", _raw_query(), headers)
    if request.method == "POST" and link.click_limit is not None:
        visitor = visitor._replace(purpose=Purpose.PRESS)
    only_looks = link.click_limit is not None and await _only_looks(visitor)
    if link.click_limit is not None and not only_looks and not await admit_visit(link.id):
        return await _respond(CLOSED_DECISIONS[State.USED_UP], link)
    service.answered["quart"] += not only_looks
    target = Target.of(link, await bio_page_views.detail_level_of(link))
    await service.recording.journal.record(service.visit_line(target, visitor, clock.now()))
    if not only_looks:
        return _redirect_response(decision.location, decision.status)
    if visitor.purpose is Purpose.PREFETCH:
        return _prefetch_refused()
    return await _page("front/limited.html", 200, link=link)


async def _only_looks(visitor: Visitor) -> bool:
    """Whether a visitor is no person; in a thread, because the first one waits for the patterns of user agents."""
    return await asyncio.to_thread(classify_visitor, visitor) is not Who.HUMAN


def _prefetch_refused() -> Response:
    """Answers a prefetch with an uncacheable 503 and Retry-After, so that the browser asks again on a click (RFC 9110
    §15.6.4).
    """
    return Response("", 503, {"Cache-Control": "no-store", "Retry-After": "1", "X-Robots-Tag": "noindex"})


async def _preview_page(name: str) -> Response:
    link, known, record = await _resolve(name)
    if record is not None:
        return _redirect_response("/" + quote(name), 302)
    decision = decide(link, known, "", clock.now())
    if link is None or decision.page not in {"", "locked"}:
        return await _respond(decision, link)
    private = link.state is State.LOCKED
    display_url = None if private else split_for_display(link.destination_url)
    return await _page("front/preview.html", 200, link=link, private=private, display_url=display_url)


async def _respond(decision: Decision, link: Link | None) -> Response:
    if decision.location:
        return _redirect_response(decision.location, decision.status)
    if decision.page == "locked" and link:
        return await _password_page(link, Form())
    return await _page("front/closed.html", decision.status, page=decision.page, link=link)


async def _unpublished_page(record: ResolvedPage) -> Response:
    """Returns the answer for a bio page that is not live: 451 where the operator blocked it, 404 where it was never
    published or was unpublished.
    """
    if not record.blocked:
        return await _page("front/closed.html", 404, page="unknown", link=None)
    return await _page("front/closed.html", 451, page="blocked", link=await Page.get(id=record.id))


async def _password_page(link: Link, form: Form, refusal: Refusal | None = None) -> Response:
    status = envelope.page_status(refusal) if refusal else 200
    page = await _page("front/locked.html", status, link=link, form=form)
    if refusal and refusal.retry_after:
        page.headers["Retry-After"] = str(refusal.retry_after)
    return page


async def _page(template: str, status: int, **context: object) -> Response:
    page = Response(await render_template(template, home=site.url("marketing"), **context), status)
    page.headers["Cache-Control"] = "private, no-store"
    page.headers["Referrer-Policy"] = "no-referrer" if template == "front/preview.html" else "same-origin"
    page.headers["X-Robots-Tag"] = "noindex"
    if template in FORM_TEMPLATES:  # browsers hold the redirect after a form against form-action
        page.headers["Content-Security-Policy"] = FORM_PAGE_POLICY
    return page


def _redirect_response(location: str, status: int) -> Response:
    """Sends exactly the headers that the lanes send; `g.bare` keeps the app from adding others."""
    g.bare = True
    response = Response("", status)
    response.headers = WerkzeugHeaders(Decision(status, location=location).headers(secure=site.current().secure))
    return response
