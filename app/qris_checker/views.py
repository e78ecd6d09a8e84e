"""The QRIS checker: shows whom a payment code pays and whether it is valid, and derives a code for one amount.

Nothing is stored: the pasted payload goes from form to form, and the derived code is embedded in the page.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from typing import Any

from quart import Blueprint, Response

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import READ
from app.kernel.refusal import Refusal
from app.payloads import qris
from app.payloads.qris import Merchant
from app.payloads.qris_kind import QRIS
from app.qr.design import Design
from app.qr.forms import FIELD_PREFIX, CodeForm
from app.qr.look import CodeContent, Look
from app.qr.render import pool
from app.qr.saved_style import SavedStyle
from app.qr.verdict import Verdict
from app.qris_checker.forms import QrisForm
from app.web import envelope, htmx

blueprint = Blueprint("qris", __name__, url_prefix="/dashboard/qr/qris")
authentication.require_sign_in(blueprint, BlueprintActs(acts={"check": READ}))
FILE_WIDTH = 1000  # pixels


@dataclass(frozen=True, slots=True)
class DerivedCode:
    """A derived QRIS to show: `svg` and `png` are `data:` URLs, so that no file needs to be stored."""

    content: str
    merchant: Merchant
    svg: str
    png: str
    verdict: Verdict


@blueprint.get("/")
async def index() -> Response:
    """The empty form."""
    return await htmx.render_response(
        "qris/index.html", active="qr", form=QrisForm(), merchant=None, derived=None, designer_values={}
    )


@blueprint.post("/")
async def check() -> Response:
    """Show the data of a QRIS and, where an amount was sent, the QRIS derived for it."""
    form, look, status = await QrisForm.submitted(), await _default_look(), 200
    context: dict[str, Any] = {"merchant": None, "derived": None, "designer_values": {}}
    try:
        await form.read_picture()
        context |= {"merchant": form.merchant, "designer_values": _designer_fields(form["payload"], look)}
        if form.has_amount_field:
            context["derived"] = await _derive_code(form.content, look)
            context["designer_values"] = _designer_fields(form.content, look)
    except Refusal as refusal:
        form.blame(refusal)
        status = envelope.page_status(refusal)
    return await htmx.render_response("qris/index.html", active="qr", form=form, status=status, **context)


async def _default_look() -> Look:
    """The account's default style, or the design's own defaults."""
    style = await SavedStyle.default_for(authentication.current_account())
    return style.look if style else Look(Design())


async def _derive_code(content: str, look: Look) -> DerivedCode:
    """Draw a QRIS and check whether it scans. Raises: those of `pool.render_file`."""
    code = CodeContent(content)
    files = {form: await pool.render_file(code, look.design, look.logo, form, FILE_WIDTH) for form in ("svg", "png")}
    urls = {form: f"data:{pool.TYPES[form]};base64,{b64encode(file).decode()}" for form, file in files.items()}
    verdict = (await pool.draw_proof(code, look)).verdict
    return DerivedCode(content, qris.parse_qris(content), urls["svg"], urls["png"], verdict)


def _designer_fields(content: str, look: Look) -> dict[str, str]:
    """The hidden fields that open this QRIS in the designer, in the account's default style; a switch that is off is
    left out.
    """
    values = CodeForm.from_look(look, QRIS.key).values | {f"{FIELD_PREFIX}payload": content}
    return {name: value for name, value in values.items() if value or name != "logo"}
