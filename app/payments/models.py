"""The tables of payments. Each is described in the module that it comes from."""

from app.payments.coupon import Coupon
from app.payments.exchange_rate import ExchangeRate
from app.payments.order import Order
from app.payments.payment_event import PaymentEvent
from app.payments.plan_period import PlanPeriod
from app.payments.receipt import Receipt, ReceiptCounter
from app.payments.refund import Refund

__all__ = ["Coupon", "ExchangeRate", "Order", "PaymentEvent", "PlanPeriod", "Receipt", "ReceiptCounter", "Refund"]
