"""Texts that the server reads again: only for their purpose, only with its secret, and across a change of secrets."""

from datetime import timedelta

import pytest

from app.kernel import encryption, installation
from app.kernel.encryption import Undecipherable, decrypt, encrypt, is_outdated
from tests.conftest import Clock


def test_what_is_encrypted_is_read_again_and_never_looks_the_same() -> None:
    first, second = encrypt("JBSWY3DP", "app"), encrypt("JBSWY3DP", "app")
    assert decrypt(first, "app") == decrypt(second, "app") == "JBSWY3DP"
    assert first != second and "JBSWY3DP" not in first and first.isascii()


@pytest.mark.parametrize("spoil", [lambda text: text[:-4] + "AAA=", lambda text: "", lambda text: "Ü" + text[1:]])
def test_what_was_changed_is_not_read(spoil: object) -> None:
    assert callable(spoil)
    with pytest.raises(Undecipherable):
        decrypt(spoil(encrypt("x", "app")), "app")


def test_what_was_encrypted_for_one_purpose_is_not_read_for_another() -> None:
    with pytest.raises(Undecipherable):
        decrypt(encrypt("x", "app of sari"), "app of budi")


def test_an_older_secret_still_reads_and_what_it_wrote_is_outdated() -> None:
    here = installation.current()
    here.secret_keys = ["old" * 11]
    old = encrypt("x", "app")
    here.secret_keys = ["new" * 11, "old" * 11]
    assert decrypt(old, "app") == "x" and is_outdated(old, "app")
    assert not is_outdated(encrypt("x", "app"), "app")
    here.secret_keys = ["new" * 11]
    with pytest.raises(Undecipherable):
        decrypt(old, "app")


def test_what_is_too_old_is_not_read(moved: Clock) -> None:
    text = encryption.encrypt("x", "app")
    moved.on(timedelta(minutes=59))
    assert decrypt(text, "app", timedelta(hours=1)) == "x"
    moved.on(timedelta(minutes=2))
    with pytest.raises(Undecipherable):
        decrypt(text, "app", timedelta(hours=1))
