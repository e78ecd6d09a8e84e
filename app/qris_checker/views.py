"""The QRIS checker: shows whom a payment code pays and whether it is valid, and derives a code for one amount.

Nothing is stored: the pasted payload goes from form to form, and the derived code is embedded in the page.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from typing import Any

from quart import Blueprint, Response

from app.accounts import authentication
from app.kernel.refusal import Refusal
from app.payloads import qris
from app.payloads.qris import Merchant
from app.payloads.qris_kind import QRIS
from app.qr.design import Design
from app.qr.forms import GIVEN, CodeForm
from app.qr.look import Look, Said
from app.qr.render import pool
from app.qr.saved_style import QrStyle
from app.qr.verdict import Verdict
from app.qris_checker.forms import QrisForm
from app.web import envelope, htmx

blueprint = Blueprint("qris", __name__, url_prefix="/dashboard/qr/qris")
authentication.protect(blueprint)
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
    return await htmx.answer("qris/index.html", active="qr", form=QrisForm(), merchant=None, made=None, given={})


@blueprint.post("/")
async def check() -> Response:
    """Show the data of a QRIS and, where an amount was sent, the QRIS derived for it."""
    form, look, status = await QrisForm.submitted(), await _default_look(), 200
    context: dict[str, Any] = {"merchant": None, "made": None, "given": {}}
    try:
        await form.look()
        context |= {"merchant": form.merchant, "given": _designer_fields(form["payload"], look)}
        if form.asks:
            context["made"] = await _derive_code(form.content, look)
            context["given"] = _designer_fields(form.content, look)
    except Refusal as refusal:
        form.blame(refusal)
        status = envelope.status_of(refusal)
    return await htmx.answer("qris/index.html", active="qr", form=form, status=status, **context)


async def _default_look() -> Look:
    """The account's default style, or the design's own defaults."""
    style = await QrStyle.usual(authentication.account())
    return style.look if style else Look(Design())


async def _derive_code(content: str, look: Look) -> DerivedCode:
    """Draw a QRIS and check whether it scans. Raises: those of `pool.render_file`."""
    code = Said(content)
    files = {form: await pool.image(code, look.design, look.logo, form, FILE_WIDTH) for form in ("svg", "png")}
    urls = {form: f"data:{pool.TYPES[form]};base64,{b64encode(file).decode()}" for form, file in files.items()}
    verdict = (await pool.proof(code, look)).verdict
    return DerivedCode(content, qris.read(content), urls["svg"], urls["png"], verdict)


def _designer_fields(content: str, look: Look) -> dict[str, str]:
    """The hidden fields that open this QRIS in the designer, in the account's default style; a switch that is off is
    left out.
    """
    values = CodeForm.dressed(look, QRIS.key).values | {f"{GIVEN}payload": content}
    return {name: value for name, value in values.items() if value or name != "logo"}
