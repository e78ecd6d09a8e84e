"""The tables of the second factor, found here by Tortoise."""

from app.sign_in.second_factor.authenticator import Authenticator
from app.sign_in.second_factor.mailed_confirmation_code import ConfirmationCode
from app.sign_in.second_factor.recovery_code import RecoveryCode

__all__ = ["Authenticator", "ConfirmationCode", "RecoveryCode"]
