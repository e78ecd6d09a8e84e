"""Whether the dashboard shows the gateway, and where its pages are.

What is not set up is not shown: there is a word of the gateway only once a model is switched on that a route leads to.
It stays while prices cannot be computed, because credits and requests are still there.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

from quart import Blueprint, abort, current_app

from app.gateway.catalogue.offered import catalogue_changes
from app.kernel import installation
from app.kernel.db import query_rows

HOME = "/dashboard/ai"
PATHS = "gateway_paths"  # among the app's extensions: the paths that it serves, by which tabs are shown
FRESH_FOR = 10.0  # seconds, because there may be no news of a model that was switched on or off elsewhere
SET_UP = """SELECT r.id FROM ai_routes r
    JOIN ai_upstreams u ON u.id = r.upstream_id JOIN ai_models m ON m.id = r.model_id
    WHERE r.enabled_at IS NOT NULL AND u.enabled_at IS NOT NULL AND m.enabled_at IS NOT NULL LIMIT 1"""


@dataclass(slots=True)
class KnownSetUp:
    """Whether a model was on when that was read last; `changes` are those of the catalogue at that time."""

    is_on: bool = False
    changes: int = -1
    fresh_until: float = 0.0


async def is_gateway_shown() -> bool:
    """Whether the gateway is in menus and at its addresses: the setting allows it, and a model is on with a route."""
    if not installation.current().config.gateway:
        return False
    here = installation.current()
    known, changes = here.resource(KnownSetUp), catalogue_changes()
    if known.changes != changes or monotonic() >= known.fresh_until:
        since = monotonic()
        known.is_on = bool(await query_rows(SET_UP, []))
        known.changes, known.fresh_until = changes, since + FRESH_FOR
    return known.is_on


def hide_until_set_up(blueprint: Blueprint) -> None:
    """Makes all routes of a blueprint answer 404 while the gateway is not shown; call it after `require_sign_in`."""

    @blueprint.before_request
    async def refuse_until_set_up() -> None:
        """Raises NotFound while the gateway is not shown."""
        if not await is_gateway_shown():
            abort(404)


def has_page(path: str) -> bool:
    """Whether the app serves a page at this path, for tabs and buttons that lead to other parts of the gateway."""
    paths: frozenset[str] | None = current_app.extensions.get(PATHS)
    if paths is None:
        paths = frozenset(rule.rule.rstrip("/") for rule in current_app.url_map.iter_rules())
        current_app.extensions[PATHS] = paths
    return path in paths
