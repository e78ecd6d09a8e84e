"""The operator's page of settings that change while the servers run, and of why the others do not."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, Response, flash, request

from app.kernel.i18n import gettext as _
from app.kernel.refusal import N_, NotFound, Refusal
from app.operators import navigation
from app.operators.changeable_settings import GROUPS
from app.operators.fixed_settings import FIXED_GROUPS
from app.operators.guard import PREFIX, register_operator_pages
from app.operators.navigation import Entry
from app.operators.setting_changes import (
    CurrentSetting,
    UnknownSetting,
    change_settings,
    current_settings,
    find_setting,
    undo_change,
)
from app.web import envelope, htmx
from app.web.forms import Form
from app.web.list_search import ListSearch

HOME = f"{PREFIX}/settings"
MOST_DIGITS = 9  # of a version
CHOICES = {  # words for values that are words of ours
    "on": N_("On"),
    "off": N_("Off"),
    "open": N_("Open"),
    "closed": N_("Closed"),
    "keep": N_("Keep them"),
    "reply": N_("Into the first reply"),
    "strip": N_("Leave them out"),
    "debug": N_("Everything, also details"),
    "info": N_("Each request"),
    "warning": N_("Warnings"),
    "error": N_("Errors"),
}
blueprint = Blueprint("operator_settings", __name__, url_prefix=HOME)
register_operator_pages(blueprint)
navigation.add_entry(Entry("settings", N_("Settings"), "settings", HOME, order=105))


@blueprint.get("")
async def settings_page() -> Response:
    """The page, or the part of it that htmx requests for a search."""
    return await _page(Form())


@blueprint.post("")
async def save_settings() -> Response:
    """Changes the settings of a form; a refused form is shown again with everything that is wrong."""
    form = await Form.submitted()
    names = [each.setting.name for each in await current_settings() if form.has(each.setting.name)]
    try:
        changed = await change_settings(
            {name: form[name] for name in names}, {name: _version(form, f"version_{name}") for name in names}
        )
    except Refusal as refusal:
        return await _page(form.blame(refusal), envelope.page_status(refusal))
    await flash(_("Saved. Every server follows within a second.") if changed else _("Nothing was changed."))
    return htmx.redirect_to(ListSearch.of(HOME, request.args).url())


@blueprint.post("/<name>/actions/undo")
async def undo(name: str) -> Response:
    """Gives a setting the value that it had before its last change. Raises: NotFound."""
    form = await Form.submitted()
    try:
        await undo_change(await find_setting(name), _version(form, "version"))
    except UnknownSetting:
        raise NotFound from None
    except Refusal as refusal:
        await envelope.flash_refusal(refusal)
    else:
        await flash(_("It is as it was before. Every server follows within a second."))
    return htmx.redirect_to(ListSearch.of(HOME, request.args).url())


def _version(form: Form, field: str) -> int:
    """Returns the version in a field; 0 for what is none."""
    typed = form[field]
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= MOST_DIGITS else 0


async def _page(form: Form, status: int = 200) -> Response:
    search = ListSearch.of(HOME, request.args)
    current = [each for each in await current_settings() if _is_found(each, search.q.lower())]
    groups = [(key, _(label), [each for each in current if each.setting.group == key]) for key, label in GROUPS.items()]
    context: dict[str, Any] = {"groups": [group for group in groups if group[2]], "search": search, "form": form}
    context |= {"choices_of": _choices, "description_of": _description, "fixed_groups": _fixed_groups(search.q.lower())}
    if request.method == "GET" and htmx.wants_fragment():
        return await htmx.render_response("console/_settings.html", **context)
    return await htmx.render_response("console/settings.html", status=status, active="settings", **context)


def _is_found(setting: CurrentSetting, words: str) -> bool:
    """Whether a setting has these words, in small letters, in what the page says of it."""
    told = (setting.setting.variable, _(setting.setting.label), _(setting.setting.description), setting.value)
    return any(words in text.lower() for text in told)


def _fixed_groups(words: str) -> list[tuple[str, list[str]]]:
    """Returns why settings come only from the environment, each reason with the variables that have these words."""
    groups = [(_(group.reason), [f"KLIQS_{name.upper()}" for name in group.names]) for group in FIXED_GROUPS]
    found = [(reason, [name for name in names if words in name.lower()]) for reason, names in groups]
    return [(reason, names) for reason, names in found if names]


def _description(setting: CurrentSetting) -> str:
    """Returns what a setting does, with the words of the page for the values that the documentation names."""
    text = _(setting.setting.description)
    for value, words in _choices(setting):
        text = text.replace(f"{value}:", f"{words}:")
    return text[:1].upper() + text[1:]


def _choices(setting: CurrentSetting) -> list[tuple[str, str]]:
    """Returns the values of a setting with their words; [] where people type one."""
    return [(value, _(CHOICES[value])) for value in setting.setting.choices]
