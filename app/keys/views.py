"""The pages of API keys: list, create and replace (with the key shown once), revoke, self-test, code examples."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, current_app, flash, request
from tortoise.expressions import Q

from app.accounts import authentication, emails
from app.accounts.confirmation import needs_confirmation
from app.accounts.models import Account
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import MANAGE_KEYS
from app.accounts.security_log import record_event
from app.kernel import clock, secrets, site
from app.kernel.bidi import isolate
from app.kernel.db import transaction
from app.kernel.error_codes import API_CODES
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.kernel.versioned_rows import get_or_refuse
from app.keys import key_form, self_test
from app.keys.code_snippets import render_snippets
from app.keys.models import ApiKey, KeyUsage, MonthlyUsage
from app.keys.refusals import FormAlreadySubmitted
from app.keys.rotation import replace_key
from app.keys.sidebar_plan import summarize_plan
from app.web import client_info, envelope, htmx
from app.web.audit_target import set_audit_target
from app.web.event_stream import format_event, stream_response
from app.web.forms import Form
from app.web.pagination import page_or_first
from app.web.templates import render_template

blueprint = Blueprint("keys", __name__, url_prefix="/dashboard/settings/api-keys")
authentication.require_sign_in(blueprint, BlueprintActs(MANAGE_KEYS, MANAGE_KEYS))
ACTIVE_FIRST = (Q(revoked_at__isnull=True), Q(revoked_at__isnull=False))
PAGE_SIZE, HOME = 50, "/dashboard/settings/api-keys/"


@blueprint.get("/")
async def list_keys() -> Response:
    """Shows the list of keys."""
    return await _page()


@blueprint.get("/new")
@needs_confirmation
async def create_form() -> Response:
    """Shows the form for a new key."""
    return await _new_page(key_form.new_form(), secrets.new_token())


async def _new_page(form: Form, form_token: str, status: int = 200) -> Response:
    return await htmx.render_response(
        "keys/new.html", status=status, form=form, form_token=form_token, active="keys", **key_form.rights_context()
    )


@blueprint.post("/")
@needs_confirmation
async def create() -> Response:
    """Creates a key and shows its raw text once; the form again with 422 if it is refused."""
    form, account = await Form.submitted(), authentication.current_account()
    try:
        name, terms = key_form.read_new_key(form)
        key, raw = await ApiKey.issue(
            account, name, once=form["once"], made_by=authentication.current_user().id, terms=terms
        )
        await _tell_of_key(key)
    except FormAlreadySubmitted as refusal:
        return await _list_with_warning(refusal)
    except Refusal as refusal:
        return await _new_page(form.blame(refusal), form["once"], 422)
    set_audit_target(key.name)
    return await _page(raw=raw, key=key)


async def _list_with_warning(refusal: Refusal) -> Response:
    """Shows the list with the message of a refusal."""
    warning: Any = {"text": envelope.refusal_message(refusal), "kind": "warm"}
    set_audit_target("")
    await flash(warning)
    return htmx.redirect_to(HOME)


@blueprint.get("/<uuid:id>/replace")
@needs_confirmation
async def replace_form(id: UUID) -> Response:
    """Asks before a key is replaced by a new one. Raises: NotFound."""
    key = await _own(id)
    return await htmx.render_page_or_fragment("keys/replace.html", "keys/_replace.html", key=key, active="keys")


@blueprint.post("/<uuid:id>/replace")
@needs_confirmation
async def replace(id: UUID) -> Response:
    """Replaces a key by a new one, whose raw text is shown once. Raises: NotFound."""
    old = await _own(id)
    try:
        key, raw = await replace_key(old, authentication.current_user().id)
    except Refusal as refusal:
        return await _list_with_warning(refusal)
    await _tell_of_key(key)
    if htmx.wants_fragment():
        toast = {"text": _("%(name)s is replaced; both keys work for 24 hours.") % {"name": isolate(key.name)}}
        return await htmx.render_response(
            "keys/_created.html", event="dialog:close", raw=raw, key=key, toast=toast, **await list_context()
        )
    return await _page(raw=raw, key=key)


@blueprint.get("/<uuid:id>/revoke")
async def revoke_confirmation(id: UUID) -> Response:
    """Asks for confirmation before a key is revoked. Raises: NotFound."""
    key = await _own(id)
    if key.revoked_at:
        return htmx.redirect_to(HOME)
    return await htmx.render_response(
        "keys/_revoke.html" if htmx.wants_fragment() else "keys/revoke.html", key=key, active="keys"
    )


@blueprint.post("/<uuid:id>/revoke")
async def revoke(id: UUID) -> Response:
    """Revokes a key. Raises: NotFound."""
    key = await _own(id)
    await key.revoke()
    message = _("%(name)s is revoked.") % {"name": isolate(key.name)}
    if htmx.wants_fragment():
        toast = {"text": message}
        return await htmx.render_response(
            "keys/_revoked.html", event="dialog:close", toast=toast, **await list_context()
        )
    await flash(message)
    return htmx.redirect_to(HOME)


@blueprint.post("/<uuid:id>/keep")
async def keep(id: UUID) -> Response:
    """Lets a key go on whose maker left. Raises: NotFound."""
    key = await _own(id)
    if await key.cancel_end():
        message = _("%(name)s goes on.") % {"name": isolate(key.name)}
    else:
        message = _("%(name)s has ended already.") % {"name": isolate(key.name)}
        set_audit_target("")
    if htmx.wants_fragment():
        return await htmx.render_response("keys/_revoked.html", toast={"text": message}, **await list_context())
    await flash(message)
    return htmx.redirect_to(HOME)


@blueprint.post("/self-test")
async def self_test_run() -> Response:
    """Runs the self-test with the submitted key: as an event stream for htmx, otherwise as a page with all steps."""
    key, address = (await Form.submitted())["key"], client_info.request_address()
    running = self_test.run_self_test(_app(), key, address)
    if htmx.wants_fragment():
        account = authentication.current_account()
        return stream_response(_step_events(running, account), account.time_zone)
    return await _page(steps=[step async for step in running])


async def _step_events(running: AsyncGenerator[self_test.Step], account: Account) -> AsyncGenerator[str]:
    """Yields an event for each step, with the list so far; the last one updates the page with the new usage.

    The stream outlives the request's `g`, so the account is passed in.
    """
    steps: list[self_test.Step] = []
    async with aclosing(running):
        yield await _event("keys/_steps.html", _progress(steps, running=True))
        async for step in running:
            steps.append(step)
            yield await _event("keys/_steps.html", _progress(steps, running=True))
    figures = {"account": account, "usage": await summarize_plan(account)}
    yield await _event("keys/_tested.html", _progress(steps) | await list_context(account) | figures)


async def _event(template: str, context: dict[str, Any]) -> str:
    """Renders a template as one server-sent event."""
    return format_event(await render_template(template, **context))


def _progress(steps: list[self_test.Step], *, running: bool = False) -> dict[str, Any]:
    """Returns the finished steps, the names of the others, and whether the next one is running."""
    return {"steps": steps, "waiting": self_test.STEP_NAMES[len(steps) :], "running": running, "codes": API_CODES}


async def _own(id: UUID) -> ApiKey:
    """Returns a key of the signed-in account. Raises: NotFound."""
    key = await get_or_refuse(ApiKey.owned_by(authentication.current_account()), id)
    set_audit_target(key.name)
    return key


async def list_context(account: Account | None = None) -> dict[str, Any]:
    """Returns a page of keys, active ones first, with this month's usage of each and of the account."""
    account, month = account or authentication.current_account(), clock.month_key()
    keys, cursor = ApiKey.owned_by(account).select_related("made_by"), request.args.get("cursor")
    page = await page_or_first(keys, by="created_at", cursor=cursor, size=PAGE_SIZE, groups=ACTIVE_FIRST)
    if any(key.ended and not key.revoked_at for key in page.rows):
        await ApiKey.revoke_ended(account.id)
        page = await page_or_first(keys, by="created_at", cursor=cursor, size=PAGE_SIZE, groups=ACTIVE_FIRST)
    used = await KeyUsage.filter(key_id__in=[key.id for key in page.rows], month=month).values_list(
        "key_id", "requests"
    )
    return {
        "keys": page.rows,
        "replacing": [key for key in page.rows if key.replaced_at and not key.revoked_at],
        "used": dict(used),
        "share": await MonthlyUsage.usage_of(account),
        "resets_at": clock.start_of_next_month(),
        "more": page.next,
        "month": month,
    }


async def _page(raw: str = "", key: ApiKey | None = None, steps: list[self_test.Step] | None = None) -> Response:
    """Renders the list of keys, with a new raw key or the steps of a self-test if there are any."""
    context = await list_context() | _progress(steps or [])
    examples = render_snippets(site.url("api", "/api/v1/links"))
    return await htmx.render_response(
        "keys/index.html",
        raw=raw,
        key=key,
        snippets=examples,
        request_count=self_test.REQUEST_COUNT,
        active="keys",
        **context,
    )


def _app() -> Any:
    """Returns the app itself instead of its context-local proxy."""
    return current_app._get_current_object()  # type: ignore[attr-defined]


async def _tell_of_key(key: ApiKey) -> None:
    """Writes a new key into the security log of the user who made it, and tells them by email."""
    user = authentication.current_user()
    async with transaction():
        await record_event(user.id, "key_made", key.name)
        await emails.send_key_made(user, key.name, client_info.device_name())
