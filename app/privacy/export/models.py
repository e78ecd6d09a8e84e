"""The table of exports, found here by Tortoise."""

from app.privacy.export.export import Export

__all__ = ["Export"]
