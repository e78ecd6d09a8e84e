"""The table of operators. It is described in the module that it comes from."""

from app.operators.operator_log import OperatorAct

__all__ = ["OperatorAct"]
