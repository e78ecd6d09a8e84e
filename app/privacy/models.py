"""The tables of this package: exports, and what is brought in from an export."""

from app.privacy.bring_in.import_row import ImportRow
from app.privacy.bring_in.import_run import ImportRun
from app.privacy.export.export import Export

__all__ = ["Export", "ImportRow", "ImportRun"]
