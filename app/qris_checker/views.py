"""The QRIS checker: whom a payment code pays, whether it is whole, and one of it for a single amount.

Nothing is kept: what was pasted goes from form to form, and the code that is made is part of the page.
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
WIDTH = 1000  # pixels


@dataclass(frozen=True, slots=True)
class Made:
    """A code to show at once: `svg` and `png` are `data:` addresses, so that nothing needs to be kept."""

    content: str
    merchant: Merchant
    svg: str
    png: str
    verdict: Verdict


@blueprint.get("/")
async def index() -> Response:
    return await htmx.answer("qris/index.html", active="qr", form=QrisForm(), merchant=None, made=None, given={})


@blueprint.post("/")
async def check() -> Response:
    """What a QRIS says and, where an amount is given, the one that asks for it."""
    form, look, status = await QrisForm.submitted(), await _usual(), 200
    found: dict[str, Any] = {"merchant": None, "made": None, "given": {}}
    try:
        await form.look()
        found |= {"merchant": form.merchant, "given": _designed(form["payload"], look)}
        if form.asks:
            found["made"] = await _made(form.content, look)
            found["given"] = _designed(form.content, look)
    except Refusal as refusal:
        form.blame(refusal)
        status = envelope.status_of(refusal)
    return await htmx.answer("qris/index.html", active="qr", form=form, status=status, **found)


async def _usual() -> Look:
    style = await QrStyle.usual(authentication.account())
    return style.look if style else Look(Design())


async def _made(content: str, look: Look) -> Made:
    said = Said(content)
    files = {form: await pool.image(said, look.design, look.logo, form, WIDTH) for form in ("svg", "png")}
    found = {form: f"data:{pool.TYPES[form]};base64,{b64encode(file).decode()}" for form, file in files.items()}
    verdict = (await pool.proof(said, look)).verdict
    return Made(content, qris.read(content), found["svg"], found["png"], verdict)


def _designed(content: str, look: Look) -> dict[str, str]:
    """The designer's fields for this QRIS in the account's usual look; a switch that is off is not sent."""
    values = CodeForm.dressed(look, QRIS.key).values | {f"{GIVEN}payload": content}
    return {name: value for name, value in values.items() if value or name != "logo"}
