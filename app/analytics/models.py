"""The tables of this package. Each is described in the module that it comes from."""

from app.analytics.share import Share

__all__ = ["Share"]
