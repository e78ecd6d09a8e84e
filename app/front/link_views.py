"""Public routes of short links: redirects, previews with `+`, passwords and click limits, and pages for links that are
closed.
"""

import re
from urllib.parse import quote

from quart import Blueprint, Response, abort, current_app, request
from werkzeug.exceptions import MethodNotAllowed

from app.abuse.reason_for_visitors import reason_for_visitors
from app.front import bio_page_views
from app.front.link_pages import link_page, looking_page, password_page, preview_page, redirect_response, visitor_page
from app.front.redirect_service import RedirectService, fetches_previews, key_and_further_path, user_agents_ready
from app.front.request_headers import RequestHeaders
from app.kernel import clock
from app.kernel.refusal import N_, Refusal
from app.kernel.throttle import Throttle
from app.links.click_limit import admit_visit
from app.links.lifecycle import State
from app.links.link_preview import LinkPreview, load_preview
from app.links.models import Link
from app.links.path_appending import clean_path
from app.links.query_forwarding import encode_query
from app.links.redirect_decision import UNKNOWN_NAME, Decision, closed, decide, follow
from app.links.resolution import BLOCKED_BY_HOST, BLOCKED_WITH_ACCOUNT, ResolvedPage, Target
from app.names import slug as slugs
from app.names.name_on_domain import INSTALLATION
from app.pages.models import Page
from app.visits.recording.capture import Visitor
from app.visits.recording.parse import classify_visitor
from app.visits.recording.repeated_requests import was_admitted
from app.visits.visit import Purpose, Who
from app.web import client_info, csrf, hosts
from app.web.forms import Form

blueprint = Blueprint("front", __name__)
READ_METHODS = ("GET", "HEAD")
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
async def follow_longer_path() -> Response | None:
    """Answers `/name/more` for a link that adds the further path to its destination. No route matches such a path, or
    one of a bio page does.
    """
    if hosts.surface_of_path() != "public" or request.method not in {*READ_METHODS, "POST"}:
        return None
    key, path = key_and_further_path(INSTALLATION, request.scope["raw_path"])
    target = (await bio_page_views.resolve_name(key.folded)).target if key is not None else None
    if target is None or not target.append_path or key is None:
        return None
    link, known = await _read_link(key.folded, target)
    return await (_submit(link, known, path) if request.method == "POST" else _answer(link, known, path))


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
    has_button = link is not None and bool(decision.location) and link.click_limit is not None and not decision.ended
    return (*READ_METHODS, "POST") if has_button or decision.page == "locked" else READ_METHODS


@blueprint.get("/<name>")
async def follow_link(name: str) -> Response:
    """Redirects to the destination of a link, shows a bio page, or shows why the link is closed. `name+` shows where
    the link goes; `@name` is redirected to `/name`.
    """
    if name.startswith("@"):
        query = encode_query(_raw_query())
        return redirect_response("/" + quote(name[1:]) + (query and f"?{query}"), 302)
    if preview := PREVIEW_NAME.fullmatch(name):
        return await _preview(preview[1])
    link, known, record = await _resolve(name)
    if record is not None:
        return await bio_page_views.serve_page(record) or await _unpublished_page(record)
    return await _answer(link, known)


@blueprint.post("/<name>")
async def submit_link_form(name: str) -> Response:
    """Redirects a visitor who sends the password of a locked link, or presses the button of a click-limited one.

    Raises: MethodNotAllowed where the link has no form; a link that ended meanwhile shows its page.
    """
    link, known, record = await _resolve(name)
    if record is not None:
        raise MethodNotAllowed(READ_METHODS)
    return await _submit(link, known)


async def _answer(link: Link | None, known: bool, path: str = "") -> Response:
    """Answers a GET or HEAD of a link; `path` is the raw path behind its name."""
    decision, visitor = await _decide(link, known, path)
    card = await load_preview(link) if link and _gets_card(link, visitor) else None
    if link and decision.leads_on and not decision.ended:
        return await _follow_and_record(link, decision, visitor, card)
    return await link_page(decision, link, card)


def _gets_card(link: Link, visitor: Visitor) -> bool:
    """Whether a visitor fetches previews and the link has one."""
    return link.has_own_preview and fetches_previews(visitor.agent)


async def _submit(link: Link | None, known: bool, path: str = "") -> Response:
    """Answers the form of a link. Raises: MethodNotAllowed where it has none."""
    decision, visitor = await _decide(link, known, path)
    if link and decision.leads_on and link.click_limit is not None and not decision.ended:
        return await _follow_and_record(link, _after_form(decision), visitor)
    if decision.page != "locked" or link is None:
        if (decision.leads_on and not decision.ended) or decision == UNKNOWN_NAME:
            raise MethodNotAllowed(READ_METHODS)
        return await link_page(_after_form(decision), link)
    csrf.require_same_origin()
    form = await Form.submitted()
    try:
        await _check_password(link, form["password"])
    except Refusal as refusal:
        return await password_page(link, form.blame(refusal), refusal)
    now = clock.now()
    facts = await _service().facts_for(link, visitor, now)
    unlocked = follow(link, _raw_query(), now, facts, path=clean_path(path) or "")
    return await _follow_and_record(link, _after_form(unlocked), visitor)


def _after_form(decision: Decision) -> Decision:
    """Returns the decision with the status of a redirect after a form (RFC 9110 §15.4.4)."""
    return decision._replace(status=303) if decision.location else decision


async def _decide(link: Link | None, known: bool, path: str = "") -> tuple[Decision, Visitor]:
    """Returns the decision for this request of a link, and who sends it."""
    service, now = _service(), clock.now()
    headers = RequestHeaders(service.kept_names, request.scope["headers"])
    visitor = service.visitor(request.method, request.remote_addr or "", _raw_query(), headers)
    if request.method == "POST" and link is not None and link.click_limit is not None:
        visitor = visitor._replace(purpose=Purpose.PRESS)
    if link is not None and await _took_last_place(link, visitor):
        link.admitted -= 1  # for this decision, the place is free
    facts = await service.facts_for(link, visitor, now) if link is not None else None
    return decide(link, known, _raw_query(), now, facts, path=path), visitor


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
    return *await _read_link(name, resolved.target), None


async def _read_link(name: str, target: Target | None) -> tuple[Link | None, bool]:
    """Returns the link of a name that was resolved to `target`, and whether the name is known.

    That a link leads to a blocked host, or that its account is hidden, is in no column of its row: it is blocked here
    as the look-up blocked it.
    """
    link, known = await Link.by_name(name)
    if link is not None and target is not None and target.blocked_at in {BLOCKED_BY_HOST, BLOCKED_WITH_ACCOUNT}:
        link.blocked_at = link.blocked_at or clock.now()
    return link, known


def _raw_query() -> str:
    return request.query_string.decode("latin1")


def _service() -> RedirectService:
    service: RedirectService = current_app.extensions["redirects"]
    return service


async def _follow_and_record(
    link: Link, decision: Decision, visitor: Visitor, card: LinkPreview | None = None
) -> Response:
    """Records the visit and redirects, or answers a fetcher of previews with the link's `card`.

    A click-limited link redirects people only, and no more often than its limit.

    For such a link a bot or a preview fetcher gets a page with a button, and a prefetch gets a 503, so that the browser
    repeats the request on a click. Raises: ShuttingDown while visits cannot be recorded, because an unrecorded visit is
    not answered.
    """
    service = _service()
    if service.recording is None:
        raise ShuttingDown(retry_after=1)
    only_looks = card is not None or (link.click_limit is not None and await _only_looks(visitor))
    if link.click_limit is not None and not only_looks and not await _is_admitted(link, visitor):
        return await link_page(closed(link, State.USED_UP, _raw_query()), link)
    service.answered["quart"] += not only_looks
    target = Target.of(link, await bio_page_views.detail_level_of(link))
    await service.recording.journal.record(service.visit_line(target, visitor, clock.now(), decision))
    if not only_looks:
        return await link_page(decision, link)
    if card is None and visitor.purpose is Purpose.PREFETCH:
        return _prefetch_refused()
    return await looking_page(link, decision, card)


async def _took_last_place(link: Link, visitor: Visitor) -> bool:
    """Whether the click limit of a link is reached, and the same request was let through before."""
    if link.state is not State.USED_UP or not visitor.request:
        return False
    return await was_admitted(_service().request_keys.admission(visitor, str(link.id)))


async def _is_admitted(link: Link, visitor: Visitor) -> bool:
    """Whether the click limit of a link lets a visitor through."""
    return await admit_visit(link.id, _service().request_keys.admission(visitor, str(link.id)))


async def _only_looks(visitor: Visitor) -> bool:
    """Whether a visitor is no person."""
    await user_agents_ready()
    return classify_visitor(visitor) is not Who.HUMAN


def _prefetch_refused() -> Response:
    """Answers a prefetch with an uncacheable 503 and Retry-After, so that the browser asks again on a click (RFC 9110
    §15.6.4).
    """
    return Response("", 503, {"Cache-Control": "no-store", "Retry-After": "1", "X-Robots-Tag": "noindex"})


async def _preview(name: str) -> Response:
    link, known, record = await _resolve(name)
    if record is not None:
        return redirect_response("/" + quote(name), 302)
    decision, _ = await _decide(link, known)
    if link is None or not (decision.leads_on or decision.page == "locked"):
        return await link_page(decision, link)
    return await preview_page(link, decision)


async def _unpublished_page(record: ResolvedPage) -> Response:
    """Returns the answer for a bio page that is not live: 451 where the operator blocked it, 404 where it was never
    published or was unpublished.
    """
    if not record.blocked:
        return await visitor_page("front/closed.html", 404, page="unknown", link=None, why="")
    page = await Page.get(id=record.id)
    return await visitor_page("front/closed.html", 451, page="blocked", link=page, why=await reason_for_visitors(page))
