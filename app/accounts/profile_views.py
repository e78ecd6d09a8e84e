"""The settings pages of the profile, the theme and the language."""

from quart import Blueprint, Response, flash

from app.accounts import authentication
from app.accounts.profile import OPTIONAL, update_profile
from app.accounts.request_account import PERSONAL, BlueprintActs
from app.accounts.time_zones import ZONES
from app.accounts.user import THEMES
from app.kernel import i18n
from app.kernel.i18n import gettext as _
from app.kernel.refusal import Refusal
from app.web import envelope, htmx, language
from app.web.forms import Form

blueprint = Blueprint("settings", __name__, url_prefix="/dashboard/settings")
authentication.require_sign_in(blueprint, BlueprintActs(PERSONAL, PERSONAL))


@blueprint.get("/")
async def profile_form() -> Response:
    """The page of the profile settings."""
    user = authentication.current_user()
    form = Form({"name": user.name, "language": user.language, "time_zone": user.time_zone, "theme": user.theme})
    form.values.update({field: getattr(user, field) for field in OPTIONAL})
    return await _profile_page(form)


@blueprint.post("/")
async def save_profile() -> Response:
    """Saves the profile and the theme; a refused form is shown again."""
    user, form = authentication.current_user(), await Form.submitted()
    language_code = form["language"] if form["language"] in i18n.LANGUAGES else user.language
    zone = form["time_zone"] if form["time_zone"] in ZONES else user.time_zone
    try:
        optional = {field: form[field] for field in OPTIONAL if field in form.values}
        await update_profile(user, name=form["name"], language=language_code, time_zone=zone, optional=optional)
    except Refusal as refusal:
        return await _profile_page(form.blame(refusal), envelope.page_status(refusal))
    i18n.set_language(language_code, zone)
    await _set_theme(form["theme"])
    await flash(_("Your settings are saved."))
    response = htmx.redirect_to("/dashboard/settings/")
    language.set_language_cookie(response, language_code)
    return response


@blueprint.post("/theme")
async def save_theme() -> Response:
    """Saves the theme."""
    form = await Form.submitted()
    await _set_theme(form["theme"])
    return Response("", 204) if htmx.wants_fragment() else htmx.redirect_to(authentication.local_path(form["next"]))


@blueprint.post("/language", endpoint="language")
async def save_language() -> Response:
    """Saves the language of the user and of this browser."""
    user, form = authentication.current_user(), await Form.submitted()
    if form["language"] in i18n.LANGUAGES:
        user.language = form["language"]
        await user.save(update_fields=["language"])
    response = htmx.redirect_to(authentication.local_path(form["next"]))
    language.set_language_cookie(response, user.language)
    return response


async def _set_theme(theme: str) -> None:
    if theme in THEMES:
        authentication.current_user().theme = theme
        await authentication.current_user().save(update_fields=["theme"])


async def _profile_page(form: Form, status: int = 200) -> Response:
    return await htmx.render_response(
        "settings/profile.html", status=status, form=form, zones=ZONES.items(), active="settings"
    )
