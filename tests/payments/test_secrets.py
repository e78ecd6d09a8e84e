"""No float, no card number, no wallet key, no secret of a provider in what is stored, logged or exported."""

import ast
import io
import json
import zipfile
from pathlib import Path

from structlog.testing import capture_logs

from app.accounts.models import Account
from app.payments import ordering, transitions
from app.payments.notifications import receive_notification, record_notification
from app.payments.payment_event import Outcome, PaymentEvent
from app.payments.providers.provider import Notification, PaymentState, Snapshot
from tests.payments.fake_provider import BUYER, SECRET, FakeProvider
from tests.privacy.bring_in import archives
from tests.source_files import syntax
from tests.test_privacy import Kept

APP = Path(__file__).parents[2] / "app"
NOT_MONEY = {"receipt_pdf.py", "live_order.py"}  # lengths on paper, seconds
CARD, WALLET = "4111111111111111", "5Kb8kLf9zgWQnogidDA76MzPL6TsZZY36hWXMssSzNydYXYB9KF"


def test_no_float_is_in_the_code_of_payments() -> None:
    floats = [
        f"{path.name}:{node.lineno}"
        for path in sorted((APP / "payments").rglob("*.py"))
        if path.name not in NOT_MONEY
        for node in ast.walk(syntax(path))
        if (isinstance(node, ast.Constant) and isinstance(node.value, float))
        or (isinstance(node, ast.Name) and node.id == "float")
        or (isinstance(node, ast.Attribute) and node.attr in {"FloatField"})
        or (isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div))
    ]
    assert not floats, "amounts are whole numbers; adapters use Decimal"


async def test_a_hostile_notification_leaves_nothing_in_database_logs_and_exports(
    database: str, tmp_path: Path, sari: Account, qris: FakeProvider
) -> None:
    with capture_logs() as logs:
        order = await ordering.open_order(sari, "pro", 1, qris, BUYER)
        qris.pay(order.reference)
        headers, body = qris.message(order.reference, "event", card=CARD, wallet=WALLET, signature=SECRET)
        await receive_notification(qris, headers, body)
        export = (await archives.exported(sari)).read_bytes()
    archive = zipfile.ZipFile(io.BytesIO(export))
    texts = [archive.read(name) for name in archive.namelist()] + [json.dumps(logs, default=str).encode()]
    texts += list((await Kept(database, tmp_path).everything()).values())
    for secret in (CARD, WALLET, SECRET, headers["Signature"]):
        assert not any(secret.encode() in text for text in texts), secret


async def test_facts_are_bounded_in_number_and_length(sari: Account, qris: FakeProvider) -> None:
    order = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    facts = {f"name {number}": "x" * 10_000 for number in range(500)}
    await transitions.apply_snapshot(order, Snapshot(PaymentState.PENDING, "r" * 1_000, facts=facts))
    event = await PaymentEvent.get(order_id=order.id, provider_ref__startswith="rrr")
    assert len(event.facts) <= 30 and max(map(len, event.facts.values())) <= 500 and len(event.provider_ref) == 120


async def test_an_event_key_of_any_length_is_stored_once(sari: Account, qris: FakeProvider) -> None:
    order = await ordering.open_order(sari, "pro", 1, qris, BUYER)
    notification = Notification("k" * 5_000, order.reference, True, Snapshot(PaymentState.PENDING, order.provider_ref))
    outcomes = [await record_notification(qris.code, notification, b"{}") for _ in range(2)]
    assert outcomes[1] is Outcome.DUPLICATE
