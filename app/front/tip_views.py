"""Tips that confirm themselves: the amount, the code to pay with, and whether it has arrived, in the look of the page.

They exist where the owner of a bio page has connected a payment service. There are no cookies. A script asks every few
seconds whether the tip has arrived; without scripts a link does it.
"""

from __future__ import annotations

import math
from datetime import timedelta
from uuid import UUID

import structlog
from quart import Blueprint, Response, abort, redirect

from app.front.bio_page_views import open_block
from app.kernel import clock, encryption, i18n, site
from app.kernel.refusal import NotFound, Refusal
from app.pages.block import Block
from app.pages.content import Content
from app.pages.models import Page
from app.pages.public.themed_subpages import STYLESHEETS, render_visitor_page, requested_language
from app.payments.money import RUPIAH, InvalidAmount, parse_money
from app.payments.providers.provider import ProviderError
from app.payments.tips import taking_tips, tip_checks
from app.payments.tips.tip import Tip
from app.payments.tips.tip_connection import TipConnection
from app.web import assets, client_info, envelope, hosts
from app.web.forms import Form

blueprint = Blueprint("tip_pages", __name__)
SCRIPT = "js/tip.js"  # the one file that the page of a code runs
log = structlog.get_logger()


@blueprint.before_request
async def require_public_surface() -> None:
    """Answers 404 on every surface but the public one."""
    if hosts.surface_of_path() != "public":
        abort(404)


@blueprint.get("/<name>/tip-<block_id>")
async def choose_amount(name: str, block_id: str) -> Response:
    """The form on a page of its own. Raises: NotFound, also without a payment service."""
    page, content, block, _connection = await _offer(name, block_id)
    return await _render_form(page, content, block, Form())


@blueprint.post("/<name>/tip-<block_id>")
async def open_tip(name: str, block_id: str) -> Response:
    """Opens a tip and leads to its code; a refused form is shown again. Raises: NotFound."""
    page, content, block, connection = await _offer(name, block_id)
    form = await Form.submitted()
    try:
        tip = await taking_tips.open_tip(
            connection, page.slug, _amount(form["amount"]), page_id=page.id, address=client_info.rate_limit_address()
        )
    except (ProviderError, encryption.Undecipherable) as error:
        log.warning("tip_not_opened", problem=type(error).__name__)
        return await _render_form(page, content, block, form, status=422, down=True)
    except Refusal as refusal:
        response = await _render_form(page, content, block, form.blame(refusal), status=envelope.page_status(refusal))
        if refusal.retry_after is not None:
            response.headers["Retry-After"] = str(refusal.retry_after)
        return response
    return redirect(f"/{page.slug}/tip-{block.id}/{tip.id}", 303)  # type: ignore[return-value]


@blueprint.get("/<name>/tip-<block_id>/<uuid:id>")
async def show_payment(name: str, block_id: str, id: UUID) -> Response:
    """The code of a tip, or that it has arrived. Raises: NotFound."""
    page, content, block = await open_block(name, block_id, "tip")
    i18n.set_language(requested_language() or content.language)
    tip = await Tip.get_or_none(id=id, account_id=page.account_id)
    if tip is None:
        raise NotFound
    tip = await tip_checks.look_at(tip)
    response = await render_visitor_page(
        "tips/payment.html",
        page,
        stylesheets=(*STYLESHEETS, "tip"),
        page=page,
        block=block,
        tip=tip,
        minutes=math.ceil((tip.expires_at - clock.now()) / timedelta(minutes=1)),
    )
    script = site.url("public", assets.asset_url(SCRIPT))
    response.headers["Content-Security-Policy"] += f"; script-src {script}; connect-src 'self'"
    return response


async def _offer(name: str, block_id: str) -> tuple[Page, Content, Block, TipConnection]:
    """Returns a page, a tip block of it, and the payment service of its owner. Raises: NotFound."""
    page, content, block = await open_block(name, block_id, "tip")
    connection = await TipConnection.of_account(page.account_id)
    if connection is None or page.account.suspended_at is not None:
        raise NotFound
    i18n.set_language(requested_language() or content.language)
    return page, content, block, connection


async def _render_form(
    page: Page, content: Content, block: Block, form: Form, *, status: int = 200, down: bool = False
) -> Response:
    return await render_visitor_page(
        "tips/form.html",
        page,
        status=status,
        stylesheets=(*STYLESHEETS, "tip"),
        page=page,
        block=block,
        form=form,
        down=down,
    )


def _amount(typed: str) -> int:
    """Returns a typed amount in whole rupiah, 0 for what is none."""
    try:
        return parse_money(typed, RUPIAH)
    except InvalidAmount:
        return 0
