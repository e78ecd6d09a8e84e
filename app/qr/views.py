"""The pages of QR codes: the list, and the designer for new and existing codes."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.kernel.versioned_rows import get_or_refuse
from app.links.links_page import get_owned_link as own_link
from app.media.models import Media
from app.names.models import Name
from app.payloads.registry import KINDS
from app.qr import listing
from app.qr.design import Design
from app.qr.designer import content_for_form, load_code, load_name, parse_uuid_or_nil, render_designer
from app.qr.forms import CodeForm
from app.qr.listing import Search, get_own_code
from app.qr.look import Look
from app.qr.models import LINK, PAGE, QrCode
from app.qr.render import pool
from app.qr.saved_style import SavedStyle
from app.web import envelope, htmx, limits
from app.web.audit_target import set_audit_target

blueprint = Blueprint("qr", __name__, url_prefix="/dashboard/qr")
limits.allow_body(limits.MAX_UPLOAD, "/dashboard/qr/.*")
authentication.require_sign_in(
    blueprint,
    BlueprintActs(
        acts={
            "choose_content": EDIT,
            "edit_code": EDIT,
            "new_designer": EDIT,
            "open_link_code": EDIT,
            "open_page_code": EDIT,
        }
    ),
)
ICONS = {
    "whatsapp": "brand-whatsapp",
    "wifi": "wifi",
    "url": "world",
    "text": "typography",
    "vcard": "address-book",
    "qris": "credit-card",
    "event": "calendar",
    "geo": "map-pin",
    "phone": "phone",
    "email": "mail",
    "sms": "message",
    "mecard": "id",
}


@blueprint.get("/")
async def index() -> Response:
    """The list of codes with its search."""
    account, search = authentication.current_account(), Search.of(request.args)
    region = await listing.load_list(account, search)
    if htmx.wants_fragment():
        return await htmx.render_response("qr/_cards.html" if search.cursor else "qr/_region.html", **region)
    return await htmx.render_response(
        "qr/index.html", active="qr", summary=await listing.count_codes(account), **region
    )


@blueprint.get("/new")
async def choose_content() -> Response:
    """Choose what a new code is for: a link, or a kind of static code. `?q=` searches the links."""
    query, cursor = request.args.get("q", ""), request.args.get("cursor", "")
    choices = await listing.load_link_choices(authentication.current_account(), query, cursor)
    if htmx.wants_fragment():
        piece = "qr/_link_rows.html" if choices["cursor"] else "qr/_link_choices.html"
        return await htmx.render_response(piece, first=False, **choices)
    return await htmx.render_response("qr/new.html", active="qr", kinds=KINDS, kind_icons=ICONS, **choices)


@blueprint.get("/for/<uuid:id>")
async def open_link_code(id: UUID) -> Response:
    """Redirect to the most scanned code of a link, or to the designer where it has none."""
    link = await own_link(authentication.current_account(), id)
    codes = await listing.codes_of_owner(authentication.current_account(), link_id=link.id)
    return htmx.redirect_to(f"/dashboard/qr/{codes[0].id}" if codes else f"/dashboard/qr/design?link={id}")


@blueprint.get("/for/<name>")
async def open_page_code(name: str) -> Response:
    """Redirect to the most scanned code of a bio page, or to the designer where it has none."""
    page_name = await listing.get_own_page_name(authentication.current_account(), name)
    codes = await listing.codes_of_owner(authentication.current_account(), page_id=page_name.page_id)
    parameters = {"kind": PAGE, "name": page_name.shown}
    return htmx.redirect_to(
        f"/dashboard/qr/{codes[0].id}" if codes else f"/dashboard/qr/design?{urlencode(parameters)}"
    )


@blueprint.get("/design")
async def new_designer() -> Response:
    """An empty designer for a link (`?link=`), a bio page (`?kind=page&name=`) or a kind of static code (`?kind=`).

    Without any of them, the choice of what the code is for comes first.
    """
    if not {"link", "kind"} & request.args.keys():
        return htmx.redirect_to("/dashboard/qr/new")
    account = authentication.current_account()
    style = await SavedStyle.owned_by(account).prefetch_related("logo").get_or_none(id=_uuid_parameter("look"))
    style = style or await SavedStyle.default_for(account)
    form = CodeForm.from_look(style.look if style else Look(Design()), request.args.get("kind", LINK))
    form.values |= {name: request.args.get(name, "") for name in ("link", "name")}
    return await render_designer(form, await load_name(form))


@blueprint.post("/preview")
async def preview() -> Response:
    """The preview and the scan check of the code in the form."""
    form = await CodeForm.submitted()
    return await render_designer(form, await load_name(form), await load_code(form), is_preview=True)


@blueprint.post("/")
async def create() -> Response:
    """Create the code in the form."""
    account, form = authentication.current_account(), await CodeForm.submitted()
    name = await load_name(form)
    try:
        look = await _check_look(form, name)
        if name:
            code = await QrCode.create_for_name(account, name, form["title"], look)
        else:
            code = await QrCode.create_static(
                account, form["kind"], form.payload_values, form.content, form["title"], look
            )
    except Refusal as refusal:
        return await render_designer(form.blame(refusal), name, status=envelope.page_status(refusal))
    set_audit_target(code.title or (name.shown if name else code.kind))
    return await _redirect_to_code(code, form)


@blueprint.get("/<uuid:id>/edit")
async def edit_code(id: UUID) -> Response:
    """The designer of a code; with `?mended` it shows the fixes of the scan check, which are not saved yet."""
    code = await get_own_code(authentication.current_account(), id)
    form = CodeForm.of(code)
    form.keep_secrets(code)
    if "mended" in request.args:
        for reason in (await pool.draw_proof(content_for_form(form, code.name, code), code.look)).verdict.reasons:
            form.apply_changes(reason.mend or {})
    return await render_designer(form, code.name, code)


@blueprint.post("/<uuid:id>")
async def update(id: UUID) -> Response:
    """Save the changes of a code."""
    code, form = await get_own_code(authentication.current_account(), id), await CodeForm.submitted()
    form.values["kind"] = code.kind
    form.keep_secrets(code)
    try:
        look = await _check_look(form, code.name, code)
        static_values = {} if code.dynamic else {"given": form.payload_values, "content": form.content}
        await code.edit(seen=form.version, title=form["title"], look=look, **static_values)
    except Refusal as refusal:
        form, status = await form.blame_for(code, refusal), envelope.page_status(refusal)
        return await render_designer(form, code.name, code, status=status)
    return await _redirect_to_code(code, form)


async def _redirect_to_code(code: QrCode, form: CodeForm) -> Response:
    """Redirect to the page of the code, with a message when a scheme was added to its URL."""
    if form.scheme_added:
        await flash(_("https:// was added to the address."))
    return htmx.redirect_to(f"/dashboard/qr/{code.id}")


@blueprint.get("/media/<uuid:id>")
async def serve_logo(id: UUID) -> Response:
    """A logo of the account."""
    logo = await get_or_refuse(Media.owned_by(authentication.current_account()), id)
    return Response(
        await logo.read(),
        200,
        {
            "Content-Type": logo.media_type,
            "Cache-Control": "private, max-age=31536000, immutable",
            "Content-Security-Policy": "default-src 'none'; sandbox",
        },
    )


async def _check_look(form: CodeForm, name: Name | None, code: QrCode | None = None) -> Look:
    """The look in the form with the grade of its scan check. Raises: those of `CodeForm.look` and Busy."""
    look = await form.look(authentication.current_account())
    proof = await pool.draw_proof(content_for_form(form, name, code), look)
    return Look(look.design, look.logo, proof.verdict.grade)


def _uuid_parameter(name: str) -> UUID:
    """The UUID in a query parameter."""
    return parse_uuid_or_nil(request.args.get(name, ""))
