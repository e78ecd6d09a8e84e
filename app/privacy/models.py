"""The tables of requests and of planned deletions, found here by Tortoise."""

from app.privacy.planned_deletion import PlannedDeletion
from app.privacy.privacy_request import PrivacyRequest

__all__ = ["PlannedDeletion", "PrivacyRequest"]
