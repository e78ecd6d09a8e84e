"""The security log in the settings: its last events on the security page, all of them on a page, and as CSV."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import Any

from quart import Blueprint, Response, request

from app.accounts import authentication
from app.accounts.request_account import PERSONAL, BlueprintActs
from app.accounts.security_events import EVENTS, event_sentence
from app.accounts.security_log import SecurityEvent
from app.accounts.user import User
from app.kernel import clock, i18n
from app.settings.security_views import HOME, PAGE
from app.web import htmx, page_sections
from app.web.csv_writer import BOM, format_csv_line
from app.web.pagination import page_or_first

blueprint = Blueprint("security_log", __name__, url_prefix=f"{HOME}/log")
authentication.require_sign_in(blueprint, BlueprintActs(PERSONAL, PERSONAL))
FIRST, PAGE_SIZE, CSV_BATCH = 5, 50, 500
CSV_COLUMNS = ("time", "event", "device", "country", "address")


@blueprint.get("/")
async def log_page() -> Response:
    """The events of 90 days, newest first; an invalid cursor shows the first page."""
    events = SecurityEvent.filter(user_id=authentication.current_user().id)
    page = await page_or_first(events, by="created_at", cursor=request.args.get("cursor"), size=PAGE_SIZE)
    return await htmx.render_response(
        "settings/security_log.html", active="settings", events=page.rows, next=page.next, **_words()
    )


@blueprint.get("/export.csv")
async def log_csv() -> Response:
    """The events of 90 days as CSV, with times in UTC."""
    response = Response(_csv_lines(authentication.current_user()), content_type="text/csv; charset=utf-8")
    day = f"{clock.now():%Y-%m-%d}"
    response.headers["Content-Disposition"] = f'attachment; filename="kliqs-security-log-{day}.csv"'
    return response


async def _csv_lines(user: User) -> AsyncGenerator[str]:
    yield BOM + format_csv_line(CSV_COLUMNS)
    cursor: str | None = None
    while True:
        events = SecurityEvent.filter(user_id=user.id)
        page = await page_or_first(events, by="created_at", cursor=cursor, size=CSV_BATCH)
        for event in page.rows:
            time = clock.format_rfc3339(event.created_at)
            yield format_csv_line((time, event_sentence(event), event.device, event.country, event.address))
        if not page.next:
            return
        cursor = page.next


async def _load_log(user: User) -> dict[str, Any]:
    """The values of the section with the last events."""
    events = SecurityEvent.filter(user_id=user.id)
    return {
        "events": await events.order_by("-created_at", "-id").limit(FIRST),
        "count": await events.count(),
        **_words(),
    }


def _words() -> dict[str, Any]:
    return {"kinds": EVENTS, "sentence": event_sentence, "country_name": i18n.country_name}


page_sections.add_section(PAGE, 90, "settings/_security_log.html", _load_log)
