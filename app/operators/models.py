"""The tables of operators. Each is described in the module that it comes from."""

from app.operators.announcement import Announcement, AnnouncementDismissal
from app.operators.live_process import LiveProcess
from app.operators.looks import OperatorLook
from app.operators.operator_log import OperatorAct
from app.operators.stored_settings import StoredSetting

__all__ = ["Announcement", "AnnouncementDismissal", "LiveProcess", "OperatorAct", "OperatorLook", "StoredSetting"]
