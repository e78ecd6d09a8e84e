"""The table of plans: which emails about limits were sent."""

from app.plans.warning import Warned

__all__ = ["Warned"]
