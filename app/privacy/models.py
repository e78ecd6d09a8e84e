"""The tables of this package."""

from app.privacy.planned_deletion import PlannedDeletion
from app.privacy.privacy_request import PrivacyRequest

__all__ = ["PlannedDeletion", "PrivacyRequest"]
