"""The tables of tips. Each is described in the module that it comes from."""

from app.payments.tips.tip import Tip
from app.payments.tips.tip_connection import TipConnection

__all__ = ["Tip", "TipConnection"]
