"""The builder's endpoints for the theme of a page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

from quart import Blueprint, Response

from app.accounts import authentication
from app.accounts.request_account import BlueprintActs
from app.accounts.roles import EDIT
from app.blocks.kind import Refusals
from app.pages.builder.responses import (
    SAVED,
    load_own_page,
    refused_response,
    submitted_form,
    toolbar_context,
    try_save_draft,
    with_errors,
)
from app.pages.models import Page
from app.pages.public.page_cache import load_pictures
from app.pages.theme.background_patterns import PATTERNS
from app.pages.theme.fonts import FONTS
from app.pages.theme.presets import PRESETS
from app.pages.theme.theme import BACKDROPS, FILLS, MODES, SHAPES, Theme
from app.web import envelope, htmx
from app.web.forms import Form

blueprint = Blueprint("page_theme", __name__, url_prefix="/dashboard/pages")
authentication.require_sign_in(blueprint, BlueprintActs(acts={"theme_page": EDIT}))


@blueprint.get("/<uuid:id>/appearance")
async def theme_page(id: UUID) -> Response:
    """The theme of a page with all choices."""
    _account, page = await load_own_page(id)
    return await _theme_page(page, Form(_form_values(page.content.theme)))


@blueprint.post("/<uuid:id>/appearance")
async def save_theme(id: UUID) -> Response:
    """Saves the theme; another preset replaces all other choices by its own."""
    _account, page = await load_own_page(id)
    form = await submitted_form()
    slots = [f"e-theme-{name}" for name in Theme.__dataclass_fields__]
    theme, faults = _read_theme(page.content.theme, form)
    if faults := await try_save_draft(page, replace(page.content, theme=theme), "theme", form, faults):
        if htmx.wants_fragment():
            return await refused_response(page, faults, slots, "e-theme-")
        return await _theme_page(page, with_errors(form, faults), status=envelope.page_status(faults[0]))
    if not htmx.wants_fragment():
        return htmx.redirect_to(f"/dashboard/pages/{id}/appearance")
    return await htmx.render_response(
        "pages/_theme_saved.html",
        event=SAVED,
        is_saved=True,
        **await toolbar_context(page),
        slots=[(slot, "", "", False, None) for slot in slots],
        toast=None,
        block=None,
        sites=[],
        **await _theme_context(page, Form(_form_values(theme))),
    )


async def _theme_page(page: Page, form: Form, status: int = 200) -> Response:
    return await htmx.render_response(
        "pages/appearance.html",
        status=status,
        active="pages",
        tab="appearance",
        is_saved=status == 200,
        **await toolbar_context(page),
        **await _theme_context(page, form),
    )


def _read_theme(theme: Theme, form: Form) -> tuple[Theme, Refusals]:
    """The theme changed by the form, and all refusals; another preset drops all changes but the background picture."""
    values = {name: form[name] for name in Theme.__dataclass_fields__ if form.has(name)}
    if values.get("preset", theme.preset) != theme.preset:
        return Theme().try_changes({"preset": values["preset"], "picture": theme.picture})
    return theme.try_changes(values)


async def _theme_context(page: Page, form: Form) -> dict[str, Any]:
    """The template context of the theme form: the theme, its pictures and all choices with their labels."""
    media = await load_pictures(page.account_id, page.content)
    return {
        "theme": page.content.theme,
        "form": form,
        "media": media,
        "presets": PRESETS,
        "choices": {
            "mode": MODES,
            "backdrop": BACKDROPS,
            "shape": SHAPES,
            "fill": FILLS,
            "pattern": {key: pattern.label for key, pattern in PATTERNS.items()},
            "font": {key: font.label for key, font in FONTS.items()},
        },
    }


def _form_values(theme: Theme) -> dict[str, str]:
    return {name: str(value) for name, value in theme.as_dict().items()}
