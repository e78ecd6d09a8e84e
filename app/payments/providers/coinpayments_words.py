"""The words of CoinPayments: its states and notifications, and what may be stored of its messages."""

from app.payments.providers.provider import PaymentState
from app.payments.providers.redacted_body import BodyRules
from app.payments.providers.redaction import Shape

EVENTS = ("invoicePending", "invoicePaid", "invoiceCompleted", "invoiceCancelled", "invoiceTimedOut")
STATES = {
    "draft": PaymentState.PENDING,
    "scheduled": PaymentState.PENDING,
    "unpaid": PaymentState.PENDING,
    "pending": PaymentState.DETECTED,
    "paid": PaymentState.PAID,
    "completed": PaymentState.COMPLETED,
    "cancelled": PaymentState.CANCELLED,
    "deleted": PaymentState.CANCELLED,
    "timedout": PaymentState.EXPIRED,
}
NOTIFIED = {
    "invoicecreated": PaymentState.PENDING,
    "paymentcreated": PaymentState.PENDING,
    "paymenttimedout": PaymentState.PENDING,  # a currency was chosen and not paid; the invoice itself is still open
    "invoicepending": PaymentState.DETECTED,
    "invoicepaid": PaymentState.PAID,
    "invoicecompleted": PaymentState.COMPLETED,
    "invoicecancelled": PaymentState.CANCELLED,
    "invoicetimedout": PaymentState.EXPIRED,
}
IN_FULL = {PaymentState.PAID, PaymentState.COMPLETED}
SHAPES = {
    "id": Shape.ID,
    "invoiceId": Shape.REFERENCE,
    "status": Shape.WORD,
    "state": Shape.WORD,
    "amount.total": Shape.AMOUNT,
    "amount.total.value": Shape.AMOUNT,
    "confirmed": Shape.TIME,
    "confirmedAt": Shape.TIME,
    "completed": Shape.TIME,
    "completedAt": Shape.TIME,
}
BODY = BodyRules(
    {f"invoice.{path}": shape for path, shape in SHAPES.items()}
    | {
        "id": Shape.ID,
        "type": Shape.WORD,
        "timestamp": Shape.TIME,
        "invoice.amount.subtotal": Shape.AMOUNT,
        "invoice.amount.currency.id": Shape.NUMBER,
        "invoice.currency.id": Shape.NUMBER,
        "invoice.createdAt": Shape.TIME,
        "invoice.payments.*.id": Shape.ID,
        "invoice.payments.*.state": Shape.WORD,
        "invoice.payments.*.hotWallet.confirmedAmount": Shape.COIN_AMOUNT,
        "invoice.payments.*.hotWallet.unconfirmedAmount": Shape.COIN_AMOUNT,
    },
    "userEmail lineItems quantity name smartContract buyer email firstName lastName refundEmail "
    "paymentReceiveAddress merchantClientId userId subtotal",
)
