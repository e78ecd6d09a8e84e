"""Kliqs: short links, QR codes and bio pages.

`app.create_app` is imported only when it is used. Python runs this file whichever module of the package it imports, so
a worker process that draws codes would otherwise load the whole application first, which takes more than a second.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.factory import create_app

__all__ = ["create_app"]


def __getattr__(name: str) -> Any:
    """Imports `create_app` on first access."""
    if name != "create_app":
        raise AttributeError(name)
    from app.factory import create_app

    return create_app
