"""Settings → Security → Authenticator app: turn it on, move it, turn it off, make new recovery codes, end trust.

Each change needs a recent confirmation. Those that weaken what is on also need a code of the app that is on, or a
recovery code.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from quart import Blueprint, Response, flash, request

from app.accounts import authentication
from app.accounts.confirmation import needs_confirmation
from app.accounts.request_account import PERSONAL, BlueprintActs
from app.accounts.trusted_browser import TrustedBrowser
from app.accounts.user import User
from app.kernel import encryption, secrets
from app.kernel.i18n import gettext as _
from app.kernel.refusal import NotFound, Refusal
from app.sign_in.second_factor import authenticator, totp, verification
from app.sign_in.second_factor.authenticator import Authenticator
from app.sign_in.second_factor.recovery_code import COUNT, RecoveryCode
from app.sign_in.verified_email_guard import needs_verified_email
from app.web import envelope, htmx, page_sections
from app.web.first_rows import first_rows
from app.web.forms import Form
from app.web.list_search import ListSearch, url_after_act
from app.web.pagination import page_or_first

HOME = "/dashboard/settings/security"
BROWSERS, PAGE_SIZE = f"{HOME}/authenticator/browsers", 30
SETUP_LIFETIME, ISSUER, CODE_MARGIN = timedelta(hours=1), "Kliqs", 4  # modules, ISO/IEC 18004
blueprint = Blueprint("authenticator", __name__, url_prefix=f"{HOME}/authenticator")
authentication.require_sign_in(blueprint, BlueprintActs(PERSONAL, PERSONAL))


@blueprint.get("")
@needs_confirmation
@needs_verified_email
async def setup_form() -> Response:
    """The page with a new key for an app; it is not stored until a right code of it is typed."""
    return await _setup_page(Form(), totp.new_secret())


@blueprint.post("")
@needs_confirmation
@needs_verified_email
async def set_up() -> Response:
    """Turns the app on and shows the recovery codes once, or moves it to another phone."""
    user, form, present = authentication.current_user(), await Form.submitted(), await _present()
    try:
        secret = encryption.decrypt(form["setup"], _setup_purpose(user, present), SETUP_LIFETIME)
    except encryption.Undecipherable:  # an old page, or one whose code was typed in another tab
        return htmx.redirect_to(HOME if present else f"{HOME}/authenticator")
    try:
        if present:
            return await _move(user, secret, form)
        codes = await Authenticator.turn_on(user, secret, form[verification.FIELD])
    except Refusal as refusal:
        return await _setup_page(form.blame(refusal), secret, envelope.page_status(refusal))
    return await _codes_page(codes, first=True)


async def _move(user: User, secret: str, form: Form) -> Response:
    """Moves the app to another phone. Raises: those of `check_code` and of `verify_code`, each with its field."""
    authenticator.check_code(secret, form[verification.FIELD])
    await _verify_code(user, form, field="present_code")
    moved = await Authenticator.get(user_id=user.id)
    await moved.move(user, secret, form[verification.FIELD])
    await flash(_("The app moved. Codes of the earlier phone no longer work."))
    return htmx.redirect_to(HOME)


@blueprint.get("/off")
@needs_confirmation
async def turn_off_form() -> Response:
    """The page that asks before the app is turned off. Raises: NotFound."""
    return await _question("turn_off.html", Form())


@blueprint.post("/off")
@needs_confirmation
async def turn_off() -> Response:
    """Turns the app off; a refused form is shown again. Raises: NotFound."""
    user, form = authentication.current_user(), await Form.submitted()
    try:
        await _verify_code(user, form)
    except Refusal as refusal:
        return await _question("turn_off.html", form.blame(refusal), envelope.page_status(refusal))
    await authenticator.turn_off(user)
    await flash(_("The authenticator app is off."))
    return htmx.redirect_to(HOME)


@blueprint.get("/recovery-codes")
@needs_confirmation
async def new_codes_form() -> Response:
    """The page that asks before new recovery codes are made; it never shows any. Raises: NotFound."""
    return await _question("new_codes.html", Form())


@blueprint.post("/recovery-codes")
@needs_confirmation
async def make_new_codes() -> Response:
    """Makes new recovery codes and shows them once; a refused form is shown again. Raises: NotFound."""
    user, form = authentication.current_user(), await Form.submitted()
    try:
        await _verify_code(user, form)
    except Refusal as refusal:
        return await _question("new_codes.html", form.blame(refusal), envelope.page_status(refusal))
    return await _codes_page(await authenticator.replace_recovery_codes(user), first=False)


@blueprint.get("/browsers")
async def list_browsers() -> Response:
    """The browsers that are not asked for the second factor, the latest first, or the next rows that htmx requests."""
    search, browsers = ListSearch.of(BROWSERS, request.args), TrustedBrowser.of_user(authentication.current_user().id)
    page = await page_or_first(browsers, by="created_at", cursor=search.after, size=PAGE_SIZE)
    templates = "sign_in/second_factor/browsers.html", "sign_in/second_factor/_browser_rows.html"
    context: dict[str, Any] = {"active": "settings", "rows": page.rows, "next": page.next, "search": search}
    return await htmx.render_page_or_fragment(*templates, **context)


@blueprint.post("/browsers/<uuid:id>/end")
async def end_trust(id: UUID) -> Response:
    """Asks for the second factor in a browser again; goes back to the list that the form is in. Raises: NotFound."""
    user, form = authentication.current_user(), await Form.submitted()
    if not await TrustedBrowser.of_user(user.id).filter(id=id).delete():
        raise NotFound
    await flash(_("That browser is asked for the code again."))
    return htmx.redirect_to(url_after_act(form.values, BROWSERS, HOME))


async def _verify_code(user: User, form: Form, field: str = verification.FIELD) -> None:
    """Takes the code in a field of the form. Raises: those of `verify_code`, for that field."""
    try:
        await verification.verify_code(user, form[field], session=str(authentication.current_session().id))
    except Refusal as refusal:
        if refusal.field == verification.FIELD:
            refusal.field = field
        raise


async def _present() -> Authenticator | None:
    return await Authenticator.of(authentication.current_user().id)


def _setup_purpose(user: User, present: Authenticator | None) -> str:
    """The purpose of the key in the form: it fits this user only, and only while the app that is on stays."""
    state = secrets.sha256_hex(f"{present.created_at.isoformat()}:{present.id}") if present else "none"
    return f"authenticator set-up of {user.id} after {state}"


async def _setup_page(form: Form, secret: str, status: int = 200) -> Response:
    import segno  # not above: a server starts without it

    user, present = authentication.current_user(), await _present()
    code = segno.make_qr(totp.setup_url(secret, user.email, ISSUER), error="m")
    return await htmx.render_response(
        "sign_in/second_factor/set_up.html",
        status=status,
        form=form,
        active="settings",
        moving=present is not None,
        setup=encryption.encrypt(secret, _setup_purpose(user, present)),
        key=" ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
        picture=code.svg_data_uri(border=CODE_MARGIN, dark="#000", light="#fff", omitsize=True),
    )


async def _codes_page(codes: list[str], *, first: bool) -> Response:
    return await htmx.render_response("sign_in/second_factor/codes.html", codes=codes, first=first, active="settings")


async def _question(template: str, form: Form, status: int = 200) -> Response:
    """A page that asks for a present code. Raises: NotFound while no app is on."""
    if await _present() is None:
        raise NotFound
    return await htmx.render_response(f"sign_in/second_factor/{template}", status=status, form=form, active="settings")


async def _load_section(user: User) -> dict[str, Any]:
    """The values of the section of the security page."""
    present = await Authenticator.of(user.id)
    if present is None:
        return {"authenticator": None}
    return {
        "authenticator": present,
        "codes_left": await RecoveryCode.count_left(user.id),
        "codes": COUNT,
        "browsers": await first_rows(TrustedBrowser.of_user(user.id)),
    }


page_sections.add_section("security", 40, "sign_in/second_factor/_section.html", _load_section)
