"""The tables of this package. Each is described in the module that it comes from."""

from app.abuse.case import Case
from app.abuse.scan_jobs import SearchPosition
from app.abuse.suspension import Suspension

__all__ = ["Case", "SearchPosition", "Suspension"]
