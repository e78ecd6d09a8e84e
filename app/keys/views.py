"""Settings → API keys: create, reveal once, list, revoke, test, snippets."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, current_app, flash, render_template, request, stream_with_context
from tortoise.expressions import RawSQL

from app.accounts import authentication
from app.accounts.models import Account
from app.kernel import clock, secrets, site
from app.kernel.bidi import isolated
from app.kernel.error_codes import API_CODES
from app.kernel.i18n import gettext as _
from app.kernel.queries import get_or_refuse
from app.kernel.refusal import Refusal
from app.keys import self_test
from app.keys.code_snippets import snippets
from app.keys.models import AlreadyIssued, ApiKey, KeyUsage, Usage
from app.web import client_info, envelope, htmx
from app.web.forms import Form

blueprint = Blueprint("keys", __name__, url_prefix="/dashboard/settings/api-keys")
authentication.protect(blueprint)
SIZE, HOME = 50, "/dashboard/settings/api-keys/"


@blueprint.get("/")
async def index() -> Response:
    return await _page()


@blueprint.get("/new")
async def new() -> Response:
    template = "keys/_new.html" if htmx.asks_for_fragment() else "keys/new.html"
    return await htmx.answer(template, form=Form(), once=secrets.token(), active="keys")


@blueprint.post("/")
async def create() -> Response:
    form = await Form.submitted()
    try:
        key, raw = await ApiKey.issue(authentication.account(), form["name"], once=form["once"])
    except AlreadyIssued as refusal:
        warning: Any = {"text": envelope.said(refusal), "kind": "warm"}
        await flash(warning)
        return htmx.go(HOME)
    except Refusal as refusal:
        template = "keys/_refused.html" if htmx.asks_for_fragment() else "keys/new.html"
        return await htmx.answer(template, status=422, form=form.blame(refusal), once=form["once"], active="keys")
    if htmx.asks_for_fragment():
        toast = {"text": _("%(name)s is created.") % {"name": isolated(key.name)}}
        return await htmx.answer("keys/_created.html", event="dialog:close", raw=raw, key=key, toast=toast,
                               **await _listed())
    return await _page(raw=raw, key=key)


@blueprint.get("/<uuid:id>/revoke")
async def ask(id: UUID) -> Response:
    key = await _own(id)
    if key.revoked_at:
        return htmx.go(HOME)
    return await htmx.answer("keys/_revoke.html" if htmx.asks_for_fragment() else "keys/revoke.html", key=key,
                           active="keys")


@blueprint.post("/<uuid:id>/revoke")
async def revoke(id: UUID) -> Response:
    key = await _own(id)
    await key.revoke()
    said = _("%(name)s is revoked.") % {"name": isolated(key.name)}
    if htmx.asks_for_fragment():
        return await htmx.answer("keys/_revoked.html", event="dialog:close", toast={"text": said}, **await _listed())
    await flash(said)
    return htmx.go(HOME)


@blueprint.post("/self-test")
async def test() -> Response:
    running = self_test.run(_app(), (await Form.submitted())["key"], client_info.address())
    if htmx.asks_for_fragment():
        events = stream_with_context(_streamed)(running, authentication.account())
        response = Response(events, content_type="text/event-stream")
        response.timeout = None
        response.headers["X-Accel-Buffering"] = "no"
        return response
    return await _page(steps=[step async for step in running])


async def _streamed(running: AsyncGenerator[self_test.Step], account: Account) -> AsyncGenerator[str]:
    """One event a step: the list so far and the step under way; the last brings what the requests changed.

    The stream outlives the request's `g`, so whose it is goes along.
    """
    steps: list[self_test.Step] = []
    async with aclosing(running):
        yield await _event("keys/_steps.html", _progress(steps, running=True))
        async for step in running:
            steps.append(step)
            yield await _event("keys/_steps.html", _progress(steps, running=True))
    yield await _event("keys/_tested.html", _progress(steps) | await _listed(account) | {"account": account})


async def _event(template: str, context: dict[str, Any]) -> str:
    html = await render_template(template, **context)
    return "".join(f"data: {line}\n" for line in html.splitlines()) + "\n"


def _progress(steps: list[self_test.Step], *, running: bool = False) -> dict[str, Any]:
    """The steps that ended, the names of those to come, and whether the first of these is running now."""
    return {"steps": steps, "waiting": self_test.NAMES[len(steps):], "running": running, "codes": API_CODES}


async def _own(id: UUID) -> ApiKey:
    return await get_or_refuse(ApiKey.owned_by(authentication.account()), id)


async def _listed(account: Account | None = None) -> dict[str, Any]:
    """The keys, active ones first, with this month's requests of each, and the account's."""
    account, month = account or authentication.account(), clock.month()
    asked = request.args.get("page", "1")
    number = max(1, int(asked)) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 1
    rows = ApiKey.owned_by(account).annotate(off=RawSQL("revoked_at IS NOT NULL"))  # NULL sorts apart by dialect
    keys = await rows.order_by("off", "-created_at", "-id").offset((number - 1) * SIZE).limit(SIZE + 1)
    used = await KeyUsage.filter(key_id__in=[key.id for key in keys], month=month).values_list("key_id", "requests")
    return {"keys": keys[:SIZE], "used": dict(used), "share": await Usage.share(account),
            "resets_at": clock.next_month(), "more": number + 1 if len(keys) > SIZE else None, "month": month}


async def _page(raw: str = "", key: ApiKey | None = None, steps: list[self_test.Step] | None = None) -> Response:
    context = await _listed() | _progress(steps or [])
    shown = snippets(site.url("api", "/api/v1/links"))
    return await htmx.answer("keys/index.html", raw=raw, key=key, snippets=shown, cost=self_test.COST, active="keys",
                           **context)


def _app() -> Any:
    return current_app._get_current_object()  # type: ignore[attr-defined]
