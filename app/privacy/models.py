"""The tables of this package: exports, what is brought in from one, planned deletions, requests to the operator."""

from app.privacy.bring_in.import_row import ImportRow
from app.privacy.bring_in.import_run import ImportRun
from app.privacy.export.export import Export
from app.privacy.planned_deletion import PlannedDeletion
from app.privacy.privacy_request import PrivacyRequest

__all__ = ["Export", "ImportRow", "ImportRun", "PlannedDeletion", "PrivacyRequest"]
