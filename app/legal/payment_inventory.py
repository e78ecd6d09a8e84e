"""Inventory rows for what is stored of payments."""

from app.kernel.refusal import N_
from app.legal.inventory_row import OPERATOR, SERVICE, WHILE_ACCOUNT, InventoryRow
from app.payments.coupon import Coupon
from app.payments.exchange_rate import ExchangeRate
from app.payments.order import Order
from app.payments.payment_event import PaymentEvent
from app.payments.plan_period import PlanPeriod
from app.payments.receipt import Receipt, ReceiptCounter
from app.payments.refund import Refund
from app.payments.retention import CHECKOUT_KEPT, PAID_YEARS, UNPAID_KEPT
from app.payments.tips.tip import Tip
from app.payments.tips.tip_connection import TipConnection
from app.payments.tips.tip_list import CHECKOUT_KEPT as TIP_CHECKOUT_KEPT
from app.payments.tips.tip_list import UNPAID_KEPT as TIP_UNPAID_KEPT

BOOKS = N_("The law that asks for books, and our interest in answering questions about a payment.")
OWNERS = N_(
    "The owners of the workspace and the operator; the payment service knows what it needs to take the payment."
)
KEPT = N_(
    "%(unpaid)s days for an order that was never paid, %(years)s years for a paid one. When the workspace is deleted "
    "for good, the name, the email, the address and the tax number are removed at once."
)
FACTS = {"unpaid": UNPAID_KEPT.days, "years": PAID_YEARS}

PAYMENT_ROWS = (
    InventoryRow(
        "orders",
        N_(
            "What you buy: the plan or the AI credits, the price, the payment service and its number for the payment, "
            "the order number, the state, what was paid back of it, and the name, email, address and tax number that "
            "you give for the receipt."
        ),
        N_("To take the payment, to give you the plan, and to write the receipt."),
        KEPT,
        OWNERS,
        BOOKS,
        {
            Order: "reference plan months credits provider kind state currency price discount tax tax_name "
            "tax_rate total pay_amount paid_amount refunded price_rupiah total_rupiah rate rate_day "
            "coupon_code coupon_released_at buyer_name buyer_email buyer_address buyer_tax_id "
            "provider_ref paid_ref copy_key attention expires_at paid_at created_at",
            Receipt: "year series number amount currency seller_name seller_address seller_email buyer_name "
            "buyer_email buyer_address buyer_tax_id issued_at",
            Refund: "amount currency note created_at",
        },
        FACTS,
    ),
    InventoryRow(
        "checkouts",
        N_("The payment code or address of an order, and a secret of the payment service, which is encrypted."),
        N_("To show you how to pay, and to know the messages of the payment service."),
        N_("%(days)s days."),
        OWNERS,
        SERVICE,
        {Order: "secret qr_text qr_image pay_url instructions coins coin"},
        {"days": CHECKOUT_KEPT.days},
    ),
    InventoryRow(
        "payment_events",
        N_(
            "What the payment service reported of a payment: the state, the amount, the time and its number, and its "
            "message with everything else hidden. Card numbers, wallet keys and credentials are never stored."
        ),
        N_("To credit every payment once, and to answer questions about it."),
        KEPT,
        OPERATOR,
        BOOKS,
        {
            PaymentEvent: "provider event_key origin trusted state provider_ref paid_amount currency facts body_sha256 "
            "body outcome happened_at received_at"
        },
        FACTS,
    ),
    InventoryRow(
        "plan_periods",
        N_("The periods for which you bought a plan, and which reminder of their end was sent."),
        N_("To hold the plan for as long as it is paid, and to remind you of its end."),
        WHILE_ACCOUNT,
        OWNERS,
        SERVICE,
        {
            PlanPeriod: "plan months extra_days value zone anchor_day begins_at ends_at replaced_at replaced_why "
            "replaced_by credit reminded"
        },
    ),
)
TIP_ROWS = (
    InventoryRow(
        "tip_connections",
        N_("Which payment service you connected for tips, and its credentials, which are encrypted."),
        N_("To open payments at your account there, and to ask whether they arrived."),
        N_("Until you disconnect it, at most as long as the account exists."),
        N_("Nobody sees the credentials. The payment service gets them with each request."),
        SERVICE,
        {TipConnection: "provider credentials sandbox created_at"},
    ),
    InventoryRow(
        "tips",
        N_(
            "Tips to you: the amount, the page, the state, the time, whether you gave it back, and the payment "
            "service's number for it. Nothing of who gave it."
        ),
        N_("To tell visitors and you that a tip has arrived."),
        N_(
            "%(unpaid)s days for a tip that was not paid, otherwise as long as the account exists; its code %(code)s "
            "days."
        ),
        OWNERS,
        SERVICE,
        {
            Tip: "page_name reference provider provider_ref state amount pay_amount paid_amount secret qr_text "
            "qr_image pay_url expires_at paid_at given_back_at created_at"
        },
        {"unpaid": TIP_UNPAID_KEPT.days, "code": TIP_CHECKOUT_KEPT.days},
    ),
)
PAYMENT_TECHNICAL = {
    TipConnection: "id account_id",
    Tip: "id account_id check_at checked_at",
    Order: "id account_id coupon_id check_at checks",
    PaymentEvent: "id order_id",
    PlanPeriod: "id account_id order_id",
    Receipt: "id order_id",
    Refund: "id order_id refund_key",
    ReceiptCounter: "year last_number series",
    ExchangeRate: "currency rate day",
    Coupon: "id code percent amount most_uses used expires_at withdrawn_at created_at",
}
