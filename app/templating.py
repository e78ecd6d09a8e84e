"""What templates of all packages may use: values that are loaded before a page is rendered, filters and globals."""

from typing import Any

from quart import Quart, request

from app.accounts.request_account import owned_accounts
from app.gateway.metering.format_rupiah import format_micro
from app.gateway.navigation import has_page, is_gateway_shown
from app.gateway.screens.request_words import format_milliseconds
from app.kernel import site
from app.kernel.i18n import gettext
from app.keys.scopes import describe_scopes
from app.keys.sidebar_plan import summarize_plan
from app.legal import operator_identity
from app.operators import guard, navigation
from app.operators.announcing import announcements_for
from app.ops import demo
from app.payments.providers import registry
from app.publishing.needs_person import count_waiting_for_person
from app.publishing.networks import publishing_switch
from app.publishing.networks.registry import network_named
from app.publishing.posts.urls_in_text import split_text
from app.settings.avatar import get_avatar
from app.settings.onboarding import first_steps
from app.web import dom_ids, page_sections, templates


async def _load_frame(context: dict[str, Any]) -> dict[str, Any]:
    account = context["account"]
    if account is None or guard.is_operator_path(request.path):  # the console has a frame of its own
        return {"usage": None, "gateway_on": False}
    announcements = await announcements_for(context["user"])
    number = await count_waiting_for_person(account.id) if publishing_switch.is_on() else 0
    return {
        "announcements": announcements,
        "usage": await summarize_plan(account),
        "needs_person": number,
        "gateway_on": await is_gateway_shown(),
    }


async def _load_console_frame(_context: dict[str, Any]) -> dict[str, Any]:
    return {"entries": await navigation.load_entries()}


async def _load_first_steps(context: dict[str, Any]) -> dict[str, Any]:
    return {} if context["search"].is_filtered else {"steps": await first_steps(context["account"])}


async def _load_steps_of_home(context: dict[str, Any]) -> dict[str, Any]:
    return {"steps": await first_steps(context["account"])}


async def _load_avatar(context: dict[str, Any]) -> dict[str, Any]:
    return {"avatar": await get_avatar(context["user"]), "owns_account": bool(owned_accounts())}


async def _load_ways_to_sign_up(_context: dict[str, Any]) -> dict[str, Any]:
    return {"sections": await page_sections.load_sections("sign_up")}


LOADERS: dict[str, templates.Loader] = {
    "layouts/app.html": _load_frame,
    "layouts/operator.html": _load_console_frame,
    "home/index.html": _load_steps_of_home,
    "links/index.html": _load_first_steps,
    "settings/profile.html": _load_avatar,
    "accounts/sign_up.html": _load_ways_to_sign_up,
}


def install(app: Quart) -> None:
    """Makes templates render with these loaders, filters and globals."""
    templates.install(app, LOADERS)
    env = app.jinja_env
    env.trim_blocks = env.lstrip_blocks = True
    env.filters["translated"] = lambda choice: (choice[0], gettext(choice[1]))
    env.filters["micro_rupiah"] = format_micro
    env.filters["milliseconds"] = format_milliseconds
    env.filters["post_parts"] = split_text
    env.filters["merged"] = lambda values, defaults: {**defaults, **values}
    env.globals |= {
        "describe_scopes": describe_scopes,
        "dom_id": dom_ids.dom_id,
        "network_named": network_named,
        "site": site,
        "demo": demo,
        "has_page": has_page,
        "publishing_on": publishing_switch.is_on,
        "operator_email": lambda: operator_identity.operator().email,
        "sells_plans": lambda: bool(registry.configured()),
    }


def add_macros(app: Quart) -> None:
    """Makes the macros of `shared/ui.html` a global, after all others: an import in each partial takes long."""
    app.jinja_env.globals["ui"] = app.jinja_env.get_template("shared/ui.html").module
