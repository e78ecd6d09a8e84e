"""Which pages of publishing there are, for its tabs and the sidebar."""

from __future__ import annotations

from quart import current_app

HOME = "/dashboard/publishing"


def has_page(path: str) -> bool:
    """Whether the app serves a page without parameters at a path, with or without a slash at its end."""
    return not {path, f"{path}/"}.isdisjoint(rule.rule for rule in current_app.url_map.iter_rules())


def publishing_home() -> str:
    """Returns the path of the first tab: the calendar."""
    return next(path for path in (f"{HOME}/calendar", f"{HOME}/accounts") if has_page(path))
