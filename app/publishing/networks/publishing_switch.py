"""The setting KLIQS_PUBLISHING: switched off, there is nothing at the addresses of publishing and no word of it."""

from __future__ import annotations

from quart import Blueprint, abort

from app.kernel import installation


def is_on() -> bool:
    """Whether this installation publishes to social networks."""
    return installation.current().config.publishing


def hide_when_off(blueprint: Blueprint) -> None:
    """Makes all routes of a blueprint answer 404 while publishing is off; call it before `require_sign_in`."""

    @blueprint.before_request
    async def refuse_when_off() -> None:
        """Raises NotFound while publishing is off."""
        if not is_on():
            abort(404)
