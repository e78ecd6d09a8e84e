"""CoinPayments' signature is the same in JavaScript, after its documentation, in the stand-in and in the adapter."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from app.payments.providers.coinpayments import CoinpaymentsProvider
from tests.providers.coinpayments import sign

NODE, PROGRAM = shutil.which("node"), Path(__file__).parent / "coinpayments_signature.mjs"
CLIENT, SECRET = "dc6a16e545c34187ba21a9edbbe484a5", "9+an0invented/secret="
CREATE = "https://a-api.coinpayments.net/api/v2/merchant/invoices"
HOOK = "https://kliqs.test/api/hooks/coinpayments"
CASES = {  # what the program printed on 2026-11-29
    ("POST", CREATE, '{"currency":"5057","amount":{"total":"12.50"}}'): "sezx5+e9AWm/ACGC86pfaKn/H8SSXsKMosxuP+rS08g=",
    ("GET", f"{CREATE}?q=KLQ-01J00000000000000000000001&limit=10", ""): "eCl7LNWpRqjPoeuudg3KvJdo5xvHtEBmfZWDZt1RxJc=",
    (
        "POST",
        HOOK,
        '{"type":"InvoicePaid","invoice":{"notes":"Ayo & teman · 🎉 \\ud83d"}}',
    ): "NGEeLcdKY+hoeZs3pRvsRI7mBCC8F4zVBg1fJRRxJeQ=",
    (
        "POST",
        HOOK,
        '{\n  "id": "8a49a588266246a2ab5f43217ca993bd"\n}\r\n',
    ): "LhPvkK0eeBmCTxN15/vXRC2mHVcn579rNR7IAQrVouE=",
}
TIMESTAMP = "2026-11-29T04:05:06"


@pytest.mark.parametrize(("case", "signature"), CASES.items())
def test_the_adapter_signs_as_the_documentation_says(case: tuple[str, str, str], signature: str) -> None:
    method, url, body = case
    url_of_api, more = "https://a-api.coinpayments.net", {"currency": "USD", "currency_id": "5057"}
    provider = CoinpaymentsProvider(CLIENT, SECRET, url_of_api, policy_url="", skew=300, **more)
    assert provider.sign(method, url, CLIENT, TIMESTAMP, body.encode()) == signature
    assert sign(method, url, CLIENT, TIMESTAMP, body.encode(), SECRET) == signature


@pytest.mark.slow
@pytest.mark.skipif(not NODE, reason="there is no node here")
def test_the_signatures_are_those_of_the_program() -> None:
    common = {"client": CLIENT, "secret": SECRET, "timestamp": TIMESTAMP}
    cases = [{"method": method, "url": url, "body": body} | common for method, url, body in CASES]
    printed = subprocess.run(
        [str(NODE), str(PROGRAM)], input=json.dumps(cases), capture_output=True, text=True, check=True, timeout=60
    )
    assert json.loads(printed.stdout) == list(CASES.values())
