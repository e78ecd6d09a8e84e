"""The tables of imports, found here by Tortoise."""

from app.privacy.bring_in.import_row import ImportRow
from app.privacy.bring_in.import_run import ImportRun

__all__ = ["ImportRow", "ImportRun"]
