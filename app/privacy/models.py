"""The tables of requests, of planned deletions and of disclosures, found here by Tortoise."""

from app.privacy.disclosure import Disclosure, DisclosureNote
from app.privacy.planned_deletion import PlannedDeletion
from app.privacy.privacy_request import PrivacyRequest, PrivacyStep

__all__ = ["Disclosure", "DisclosureNote", "PlannedDeletion", "PrivacyRequest", "PrivacyStep"]
