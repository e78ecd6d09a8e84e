"""The designer's page: renders its form and loads the objects that the form refers to."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from quart import Response

from app.accounts import authentication
from app.kernel.refusal import Refusal
from app.kernel.uuid_parser import parse_uuid
from app.links.links_page import get_owned_link as own_link
from app.names.models import Name
from app.payloads.registry import get_kind
from app.qr import listing
from app.qr.forms import CodeForm
from app.qr.listing import get_own_code
from app.qr.look import CodeContent
from app.qr.models import LINK, PAGE, QrCode
from app.qr.render import pool
from app.qr.saved_style import SavedStyle
from app.web import htmx


async def render_designer(
    form: CodeForm, name: Name | None, code: QrCode | None = None, *, is_preview: bool = False, status: int = 200
) -> Response:
    """Render the designer with the values of `form`. With `is_preview`, htmx gets only the preview."""
    if code and not code.dynamic:
        form.keep_secrets(code)
    preview_only = is_preview and htmx.wants_fragment()
    context: dict[str, Any] = {
        "form": form,
        "name": name,
        "code": code,
        "active": "qr",
        "preview_only": preview_only,
        **await _draw_preview(form, name, code, shows_refusal=bool(is_preview or code or name)),
    }
    if preview_only:
        return await htmx.render_response("qr/_preview.html", **context)
    form.withhold_secrets()
    styles = await SavedStyle.owned_by(authentication.current_account())
    kind = None if name else get_kind(form["kind"])
    return await htmx.render_response("qr/designer.html", status=status, kind=kind, styles=styles, **context)


async def _draw_preview(
    form: CodeForm, name: Name | None, code: QrCode | None, *, shows_refusal: bool
) -> dict[str, Any]:
    """The logo and the proof of a form's code for the template, both None when the form is refused.

    With `shows_refusal` the form then gets the message.
    """
    try:
        look = await form.look(authentication.current_account())
        return {"logo": look.logo, "proof": await pool.draw_proof(content_for_form(form, name, code), look)}
    except Refusal as refusal:
        if shows_refusal:
            form.blame(refusal)
        return {"logo": None, "proof": None}


def content_for_form(form: CodeForm, name: Name | None, code: QrCode | None = None) -> CodeContent:
    """The content to encode for a form. A new dynamic code has no mark yet: a placeholder of the same length is
    used.
    """
    if code and code.dynamic:
        return code.encoded_content
    return CodeContent(f"{name.url}?qr=00000", ours=True) if name else CodeContent(form.content)


async def load_name(form: CodeForm) -> Name | None:
    """The name that a form's code will carry; None for a static code. Raises: NotFound."""
    if form["kind"] == LINK:
        link = await own_link(authentication.current_account(), parse_uuid_or_nil(form["link"]))
        return await Name.find_owned(link.short_code, link_id=link.id)
    if form["kind"] == PAGE:
        return await listing.get_own_page_name(authentication.current_account(), form["name"])
    get_kind(form["kind"])
    return None


async def load_code(form: CodeForm) -> QrCode | None:
    """The existing code that a form changes; None for a new one. Raises: NotFound."""
    return (
        await get_own_code(authentication.current_account(), parse_uuid_or_nil(form["code"])) if form["code"] else None
    )


def parse_uuid_or_nil(text: str) -> UUID:
    """Parse a UUID; the nil UUID, which nothing has, for anything else."""
    return parse_uuid(text) or UUID(int=0)
