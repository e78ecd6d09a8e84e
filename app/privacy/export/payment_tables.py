"""The tables of payments in an account's part of an export."""

from __future__ import annotations

from app.payments.order import Order
from app.payments.payment_event import PaymentEvent
from app.payments.plan_period import PlanPeriod
from app.payments.receipt import Receipt
from app.payments.refund import Refund
from app.payments.tips.tip import Tip
from app.payments.tips.tip_connection import TipConnection
from app.privacy.export.exported_table import ExportedTable

INTERNAL = "for the server's own work"

PAYMENT_TABLES = (
    ExportedTable(
        "orders.json",
        Order,
        "id reference plan months credits provider kind state currency price discount tax tax_name tax_rate "
        "total pay_amount paid_amount refunded price_rupiah total_rupiah rate rate_day coupon_code "
        "coupon_released_at buyer_name buyer_email buyer_address buyer_tax_id provider_ref paid_ref attention "
        "expires_at paid_at created_at",
        "account_id",
        {
            "account_id": "the account",
            "coupon_id": "the row of the coupon, whose code is there",
            "secret": "a secret of the payment service",
            "qr_text": "the code to pay with, as long as it is valid",
            "qr_image": "the code to pay with, as long as it is valid",
            "pay_url": "the address to pay at, as long as it is valid",
            "instructions": "the operator's words on how to pay",
            "coins": "what could be paid with, as long as it is valid",
            "coin": "the address to pay at, as long as it is valid",
            "copy_key": INTERNAL,
            "check_at": INTERNAL,
            "checks": INTERNAL,
        },
        "created_at",
    ),
    ExportedTable(
        "receipts.json",
        Receipt,
        "id order_id year series number amount currency seller_name seller_address seller_email buyer_name buyer_email "
        "buyer_address buyer_tax_id issued_at",
        "order__account_id",
    ),
    ExportedTable(
        "refunds.json",
        Refund,
        "id order_id amount currency note created_at",
        "order__account_id",
        {"refund_key": INTERNAL},
    ),
    ExportedTable(
        "payment_events.json",
        PaymentEvent,
        "id order_id provider origin trusted state provider_ref paid_amount currency facts body outcome "
        "happened_at received_at",
        "order__account_id",
        {"event_key": INTERNAL, "body_sha256": INTERNAL},
    ),
    ExportedTable(
        "plan_periods.json",
        PlanPeriod,
        "id order_id plan months extra_days value zone anchor_day begins_at ends_at replaced_at replaced_why "
        "replaced_by credit reminded",
        "account_id",
        {"account_id": "the account"},
    ),
    ExportedTable(
        "tips.json",
        Tip,
        "id page_name reference provider provider_ref state amount pay_amount paid_amount expires_at paid_at "
        "given_back_at created_at",
        "account_id",
        {
            "account_id": "the account",
            "secret": "a secret of the payment service",
            "qr_text": "the code to pay with, as long as it is valid",
            "qr_image": "the code to pay with, as long as it is valid",
            "pay_url": "the address to pay at, as long as it is valid",
            "check_at": INTERNAL,
            "checked_at": INTERNAL,
        },
        "created_at",
    ),
    ExportedTable(
        "tip_connections.json",
        TipConnection,
        "id provider sandbox created_at",
        "account_id",
        {"account_id": "the account", "credentials": "encrypted; the payment service shows you yours"},
    ),
)
