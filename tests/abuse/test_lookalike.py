"""Names that look like those of banks and shops are found, and honest names are left alone."""

from __future__ import annotations

import pytest

from app.abuse.lookalike import host_looks_like, looks_like
from app.abuse.signals import named_findings


@pytest.mark.parametrize(
    ("host", "brand"),
    [
        ("bri-undian.example", "BRI"),
        ("undianbri.example", "BRI"),
        ("klikbca.evil.example", "BCA"),
        ("t0kopedia.example", "Tokopedia"),
        ("tokopedla.example", "Tokopedia"),
        ("tokopeida.example", "Tokopedia"),
        ("paypa1.example", "PayPal"),
        ("rnicrosoft.example", "Microsoft"),
        ("xn--pypal-4ve.example", "PayPal"),  # p\u0430ypal with a Cyrillic a
        ("shopee.co.id.evil.example", "Shopee"),
        ("login-dana.example", "DANA"),
    ],
)
def test_a_host_that_imitates_a_brand_is_found(host: str, brand: str) -> None:
    likeness = host_looks_like(host)
    assert likeness is not None and likeness.brand.name == brand


@pytest.mark.parametrize(
    "host",
    [
        "ib.bri.co.id",
        "www.tokopedia.com",
        "danau-toba.example",
        "dana-desa.example",
        "mandiri-farm.example",
        "bricks.example",
        "google.com",
        "gooseberry.example",
        "kopi-senja.example",
        "abc.example",
    ],
)
def test_honest_hosts_are_left_alone(host: str) -> None:
    assert host_looks_like(host) is None


@pytest.mark.parametrize("name", ["", "kopi", "x" * 5_000, "\u0430" * 400, "---", "\U0001f600"])
def test_any_name_can_be_looked_at(name: str) -> None:
    assert looks_like(name) is None


def test_a_name_of_a_brand_that_leads_to_the_brand_is_no_finding() -> None:
    assert named_findings(["shopee-sari"], ["https://shopee.co.id/sari"]) == []
    assert named_findings(["shopee-sari"], ["https://evil.example"]) == [{"kind": "name", "brand": "Shopee"}]
