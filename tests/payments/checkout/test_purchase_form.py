"""Buying by the form: how often in an hour, and with how many guesses."""

import pytest

from app.accounts.models import Account
from app.kernel.refusal import TooManyAttempts
from app.mail.models import OutgoingEmail
from app.payments.checkout import purchase_form
from app.payments.coupon import Coupon
from tests.payments.checkout.buying import purchase
from tests.payments.fake_provider import FakeProvider


async def test_free_orders_mail_nobody_without_end(
    sari: Account, qris: FakeProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(purchase_form.by_account, "most", 3)
    await Coupon.create_coupon("GRATIS", percent=100, most_uses=1_000)
    for _ in range(3):
        await purchase_form.buy(purchase(coupon="GRATIS", buyer_email="rani@example.com"), sari)
    with pytest.raises(TooManyAttempts):
        await purchase_form.buy(purchase(coupon="GRATIS", buyer_email="rani@example.com"), sari)
    assert await OutgoingEmail.filter(recipient="rani@example.com").count() == 3 == (await Coupon.get()).used


async def test_codes_of_coupons_cannot_be_guessed_without_end(
    sari: Account, qris: FakeProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(purchase_form.guesses, "most", 3)
    await Coupon.create_coupon("HEMAT", percent=10, most_uses=9)
    codes = ["HEMAT"] * 5 + ["SALAH1", "SALAH2", "SALAH3", "HEMAT"]
    choices = [await purchase_form.read_choice({"coupon": code}, sari) for code in codes]
    refusals = [choice.refusal for choice in choices if choice]
    assert [refusal and refusal.code for refusal in refusals] == [
        *[None] * 5, *["COUPON_UNKNOWN"] * 3, "TOO_MANY_ATTEMPTS",
    ]  # fmt: skip
    assert refusals[-1] is not None and refusals[-1].field == "coupon"
