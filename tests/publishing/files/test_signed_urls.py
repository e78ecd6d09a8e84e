"""Networks fetch files at addresses that nobody can guess and that end after six hours."""

from datetime import timedelta

import pytest

from app.kernel import installation
from app.publishing.files import signed_urls
from tests.conftest import Clock

NAME = "2941547040ec460092dd2b1827d1aa39.mp4"


def test_an_address_is_valid_for_six_hours(moved: Clock) -> None:
    token = signed_urls.signed_token(NAME)
    assert signed_urls.is_valid_token(token, NAME)
    moved.on(timedelta(hours=6) - timedelta(seconds=1))
    assert signed_urls.is_valid_token(token, NAME)
    moved.on(timedelta(seconds=2))
    assert not signed_urls.is_valid_token(token, NAME)


def test_a_token_is_valid_for_its_own_file_and_its_own_end_only() -> None:
    ends, _, signature = signed_urls.signed_token(NAME).partition("-")
    later = f"{int(ends) + 3600}-{signature}"
    for token, name in (
        (f"{ends}-{signature}", NAME.replace("mp4", "mov")),
        (later, NAME),
        (f"{ends}-{signature[:-1]}", NAME),
        (f"{ends}-{signature}0", NAME),
        (f"+{ends}-{signature}", NAME),
        (f"\u0661{ends}-{signature}", NAME),
        (f"{ends}-\u00e9{signature}", NAME),
        (ends, NAME),
        ("", NAME),
    ):
        assert not signed_urls.is_valid_token(token, name)


def test_an_address_made_before_the_secret_was_rotated_stays_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    token, old = signed_urls.signed_token(NAME), installation.current().secret_keys
    monkeypatch.setattr(installation.current(), "secret_keys", ["another secret of at least 32 characters", *old])
    assert signed_urls.is_valid_token(token, NAME)
    monkeypatch.setattr(installation.current(), "secret_keys", ["another secret of at least 32 characters"])
    assert not signed_urls.is_valid_token(token, NAME)


def test_the_address_is_absolute_and_on_the_public_surface() -> None:
    assert signed_urls.signed_url(NAME).startswith("https://kliqs.test/media/posts/")
