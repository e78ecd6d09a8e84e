"""The settings of publishing: apps are whole, and every address of a network is https."""

import pytest

from app.kernel.config import Config
from app.kernel.publishing_settings import ADDRESSES, PAIRS


@pytest.mark.parametrize("name", ADDRESSES)
def test_every_address_of_a_network_is_https(name: str) -> None:
    assert str(getattr(Config(), name)).startswith("https://")
    for wrong in ("http://network.example", "https://network.example/?a=b", "network.example"):
        problems = Config().model_copy(update={name: wrong}).publishing_problems(production=True)
        assert problems == [f"KLIQS_{name.upper()}: give an https address without ? and #"], wrong


@pytest.mark.parametrize("network", PAIRS)
def test_an_app_is_set_up_wholly_or_not_at_all(network: str) -> None:
    first, second = PAIRS[network]
    assert Config().publishing_problems(production=True) == []
    assert Config().model_copy(update={first: "id", second: "secret"}).publishing_problems(production=True) == []
    [problem] = Config().model_copy(update={first: "id"}).publishing_problems(production=True)
    assert "set both, or neither" in problem
    [problem] = Config().model_copy(update={first: "id ", second: "secret"}).publishing_problems(production=True)
    assert "without blanks" in problem


def test_no_secret_of_an_app_shows_in_the_settings() -> None:
    config = Config(tiktok_client_key="key", tiktok_client_secret="hushhush")
    assert "hushhush" not in repr(config)
