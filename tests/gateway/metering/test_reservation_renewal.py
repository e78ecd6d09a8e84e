"""A reservation is renewed for as long as its request runs, whatever goes wrong with one renewal."""

from datetime import timedelta
from typing import Any, cast

import pytest

from app.gateway.metering import reservation_renewal
from app.gateway.metering.call import Reservation
from tests.waiting import eventually


class Running:
    """What a renewal needs of a reservation."""

    request_id, delivered = "air_1", 0


async def test_a_renewal_that_fails_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    renewals: list[int] = []

    async def renew(reservation: Any, delivered: int) -> bool:
        renewals.append(delivered)
        if len(renewals) == 1:
            raise ValueError("a fault of ours")
        return True

    monkeypatch.setattr(reservation_renewal, "renew", renew)
    monkeypatch.setattr(reservation_renewal, "RENEW_AFTER", timedelta(milliseconds=1))
    async with reservation_renewal.kept_alive(cast(Reservation, Running())):
        await eventually(lambda: len(renewals) > 2)
