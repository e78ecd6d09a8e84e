"""The pages of QR codes: all of them, one, and the designer."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from quart import Blueprint, Response, request

from app.accounts import gate
from app.kernel.ids import parse_uuid
from app.kernel.refusal import NotFound, Refusal
from app.links.listing import own as own_link
from app.links.models import Link
from app.media.models import Media
from app.names.models import Name
from app.payloads.kinds import KINDS, kind_of
from app.qr import listing, press
from app.qr.design import Design
from app.qr.forms import CodeForm
from app.qr.listing import Search, own
from app.qr.look import Look, Said
from app.qr.models import LINK, PAGE, EditedElsewhere, QrCode
from app.qr.style import QrStyle
from app.web import envelope, hx

blueprint = Blueprint("qr", __name__, url_prefix="/dashboard/qr")
gate.protect(blueprint)
RECENT = 100
ICONS = {
    "whatsapp": "brand-whatsapp", "wifi": "wifi", "url": "world", "text": "typography", "vcard": "address-book",
    "qris": "credit-card", "event": "calendar", "geo": "map-pin", "phone": "phone", "email": "mail", "sms": "message",
    "mecard": "id",
}


@blueprint.get("/")
async def index() -> Response:
    account, search = gate.account(), Search.of(request.args)
    region = await listing.region(account, search)
    if hx.asks_for_fragment():
        return await hx.answer("qr/_cards.html" if search.cursor else "qr/_region.html", **region)
    return await hx.answer("qr/index.html", active="qr", summary=await listing.summary(account), **region)


@blueprint.get("/new")
async def begin() -> Response:
    """What the code is for: a link, or something that needs no server."""
    links = await Link.owned_by(gate.account()).filter(archived_at=None).order_by("-created_at").limit(RECENT)
    choices = [(str(link.id), f"/{link.short_code}  {link.title or link.destination_url}"[:90]) for link in links]
    return await hx.answer("qr/new.html", active="qr", links=choices, kinds=KINDS, kind_icons=ICONS)


@blueprint.get("/for/<uuid:id>")
async def for_link(id: UUID) -> Response:
    """The most scanned code of a link, or the designer where it has none."""
    link = await own_link(gate.account(), id)
    codes = await listing.beside(gate.account(), link_id=link.id)
    return hx.go(f"/dashboard/qr/{codes[0].id}" if codes else f"/dashboard/qr/design?link={id}")


@blueprint.get("/for/<name>")
async def for_page(name: str) -> Response:
    """The most scanned code of a bio page, or the designer where it has none."""
    found = await listing.page_name(gate.account(), name)
    codes = await listing.beside(gate.account(), page_id=found.page_id)
    ways = {"kind": PAGE, "name": found.shown}
    return hx.go(f"/dashboard/qr/{codes[0].id}" if codes else f"/dashboard/qr/design?{urlencode(ways)}")


@blueprint.get("/design")
async def design() -> Response:
    """An empty designer for a link (`?link=`), a bio page (`?kind=page&name=`) or a kind of static code (`?kind=`)."""
    account = gate.account()
    style = await QrStyle.owned_by(account).prefetch_related("logo").get_or_none(id=_asked("look"))
    style = style or await QrStyle.usual(account)
    form = CodeForm.dressed(style.look if style else Look(Design()), request.args.get("kind", LINK))
    form.values |= {name: request.args.get(name, "") for name in ("link", "name")}
    return await _designer(form, await _name(form))


@blueprint.post("/preview")
async def preview() -> Response:
    """The code as the form describes it, and what the scan check says."""
    form = await CodeForm.submitted()
    return await _designer(form, await _name(form), await _code(form), tried=True)


@blueprint.post("/")
async def create() -> Response:
    account, form = gate.account(), await CodeForm.submitted()
    name = await _name(form)
    try:
        look = await _graded(form, name)
        if name:
            code = await QrCode.of_name(account, name, form["title"], look)
        else:
            code = await QrCode.saying(account, form["kind"], form.filled, form.content, form["title"], look)
    except Refusal as refusal:
        return await _designer(form.blame(refusal), name, status=envelope.status_of(refusal))
    return hx.go(f"/dashboard/qr/{code.id}")


@blueprint.get("/<uuid:id>/edit")
async def edit(id: UUID) -> Response:
    """The designer of a code; with `?mended` its look as the scan check would have it, not saved yet."""
    code = await own(gate.account(), id)
    form = CodeForm.of(code)
    if "mended" in request.args:
        for reason in (await press.proof(_said(form, code.name, code), code.look)).verdict.reasons:
            form.wear(reason.mend or {})
    return await _designer(form, code.name, code)


@blueprint.post("/<uuid:id>")
async def update(id: UUID) -> Response:
    code, form = await own(gate.account(), id), await CodeForm.submitted()
    form.values["kind"] = code.kind
    try:
        look = await _graded(form, code.name, code)
        given = {} if code.dynamic else {"given": form.filled, "content": form.content}
        await code.edit(seen=form.version, title=form["title"], look=look, **given)
    except Refusal as refusal:
        if isinstance(refusal, EditedElsewhere):  # told of it once: saving again is a choice
            await code.refresh_from_db(fields=["version"])
            form.values["version"] = str(code.version)
        return await _designer(form.blame(refusal), code.name, code, status=envelope.status_of(refusal))
    return hx.go(f"/dashboard/qr/{code.id}")


@blueprint.get("/media/<uuid:id>")
async def media(id: UUID) -> Response:
    """A logo of the account's own."""
    found = await Media.owned_by(gate.account()).get_or_none(id=id)
    if found is None:
        raise NotFound
    return Response(await found.read(), 200, {
        "Content-Type": found.media_type, "Cache-Control": "private, max-age=31536000, immutable",
        "Content-Security-Policy": "default-src 'none'; sandbox"})


async def _graded(form: CodeForm, name: Name | None, code: QrCode | None = None) -> Look:
    look = await form.look(gate.account())
    proof = await press.proof(_said(form, name, code), look)
    return Look(look.design, look.logo, proof.verdict.grade)


def _said(form: CodeForm, name: Name | None, code: QrCode | None = None) -> Said:
    """What the code of a form says; one that is not made yet has no mark, and one just as long stands for it."""
    if code and code.dynamic:
        return code.said
    return Said(f"{name.url}?qr=00000", ours=True) if name else Said(form.content)


async def _designer(form: CodeForm, name: Name | None, code: QrCode | None = None, *, tried: bool = False,
                    status: int = 200) -> Response:
    piece = tried and hx.asks_for_fragment()
    context: dict[str, Any] = {"form": form, "name": name, "code": code, "proof": None, "active": "qr", "tried": piece}
    try:
        look = await form.look(gate.account())
        context |= {"logo": look.logo, "proof": await press.proof(_said(form, name, code), look)}
    except Refusal as refusal:
        if tried or code or name:
            form.blame(refusal)
        context.setdefault("logo", None)
    if piece:
        return await hx.answer("qr/_stage.html", **context)
    styles = await QrStyle.owned_by(gate.account())
    kind = None if name else kind_of(form["kind"])
    return await hx.answer("qr/designer.html", status=status, kind=kind, styles=styles, **context)


async def _name(form: CodeForm) -> Name | None:
    """The name that a form's code will carry; None for a static one. Refusals: NotFound."""
    if form["kind"] == LINK:
        link = await own_link(gate.account(), _uuid(form["link"]))
        return await Name.own(link.short_code, link_id=link.id)
    if form["kind"] == PAGE:
        return await listing.page_name(gate.account(), form["name"])
    kind_of(form["kind"])
    return None


async def _code(form: CodeForm) -> QrCode | None:
    return await own(gate.account(), _uuid(form["code"])) if form["code"] else None


def _asked(name: str) -> UUID:
    return _uuid(request.args.get(name, ""))


def _uuid(text: str) -> UUID:
    return parse_uuid(text) or UUID(int=0)
