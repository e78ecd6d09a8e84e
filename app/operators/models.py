"""The tables of operators. Each is described in the module that it comes from."""

from app.operators.announcement import Announcement, AnnouncementDismissal
from app.operators.looks import OperatorLook
from app.operators.operator_log import OperatorAct

__all__ = ["Announcement", "AnnouncementDismissal", "OperatorAct", "OperatorLook"]
