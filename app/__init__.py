"""Kliqs: short links, QR codes, bio pages and their statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quart import Quart

    from app.kernel.config import Config


def create_app(config: Config | None = None, processes: int = 1) -> Quart:
    """Returns the application for these settings (default: KLIQS_*); serving it opens its database.

    `processes` is how many serve it side by side.
    """
    from app import application  # not above: worker processes import packages of Kliqs, and not all of the server

    return application.create_app(config, processes)
