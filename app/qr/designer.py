"""The designer's page: rendering its form and loading what the form refers to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Response

from app.accounts import authentication
from app.kernel.refusal import Refusal
from app.kernel.uuid_parser import parse_uuid
from app.links.listing import own as own_link
from app.names.models import Name
from app.payloads.kinds import kind_of
from app.qr import listing
from app.qr.forms import CodeForm
from app.qr.listing import own
from app.qr.look import Said
from app.qr.models import LINK, PAGE, QrCode
from app.qr.render import pool
from app.qr.saved_style import QrStyle
from app.web import htmx


async def designer(form: CodeForm, name: Name | None, code: QrCode | None = None, *, tried: bool = False,
                   status: int = 200) -> Response:
    """Render the designer with the values of `form`. With `tried` (the preview button), htmx gets only the preview."""
    if code and not code.dynamic:
        form.keep_secrets(code)
    preview_only = tried and htmx.asks_for_fragment()
    context: dict[str, Any] = {"form": form, "name": name, "code": code, "proof": None, "active": "qr",
                               "tried": preview_only}
    try:
        look = await form.look(authentication.account())
        context |= {"logo": look.logo, "proof": await pool.proof(said(form, name, code), look)}
    except Refusal as refusal:
        if tried or code or name:
            form.blame(refusal)
        context.setdefault("logo", None)
    if preview_only:
        return await htmx.answer("qr/_stage.html", **context)
    form.shown_again()
    styles = await QrStyle.owned_by(authentication.account())
    kind = None if name else kind_of(form["kind"])
    return await htmx.answer("qr/designer.html", status=status, kind=kind, styles=styles, **context)


def said(form: CodeForm, name: Name | None, code: QrCode | None = None) -> Said:
    """The content to encode for a form. A new dynamic code has no mark yet: a placeholder of the same length is used.
    """
    if code and code.dynamic:
        return code.said
    return Said(f"{name.url}?qr=00000", ours=True) if name else Said(form.content)


async def name_of(form: CodeForm) -> Name | None:
    """The name that a form's code will carry; None for a static code. Raises: NotFound."""
    if form["kind"] == LINK:
        link = await own_link(authentication.account(), read_uuid(form["link"]))
        return await Name.own(link.short_code, link_id=link.id)
    if form["kind"] == PAGE:
        return await listing.page_name(authentication.account(), form["name"])
    kind_of(form["kind"])
    return None


async def code_of(form: CodeForm) -> QrCode | None:
    """The existing code that a form changes; None for a new one. Raises: NotFound."""
    return await own(authentication.account(), read_uuid(form["code"])) if form["code"] else None


def read_uuid(text: str) -> UUID:
    """Parse a UUID; the nil UUID, which nothing has, for anything else."""
    return parse_uuid(text) or UUID(int=0)
