"""Passwords are hashed with argon2id off the event loop; only so many may wait; odd ones are no error."""

import asyncio
import importlib.util
import threading

import pytest

from app.kernel import passwords
from app.kernel.passwords import LongPassword, WeakPassword
from app.kernel.refusal import Busy

ODD = ["correct horse battery", "пароль пароль", "p\x00ssword", "\ud800 broken pair", " " * 12, "x" * 1024]


@pytest.mark.parametrize("password", ODD)
async def test_the_right_password_opens_and_another_does_not(password: str) -> None:
    hashed = await passwords.hash_password(password)
    assert hashed.startswith("$argon2id$") and password not in hashed
    assert await passwords.verify_password(password, hashed)
    assert not await passwords.verify_password(password + "!", hashed)


async def test_without_a_hash_nothing_opens() -> None:
    assert not await passwords.verify_password("the password of nobody", None)
    assert not await passwords.verify_password("x", "not a hash")


async def test_an_endless_password_opens_nothing() -> None:
    assert not await passwords.verify_password("x" * 10_000_000, await passwords.hash_password("x" * 1024))


def test_a_password_has_8_characters_and_at_most_1024_bytes() -> None:
    assert passwords.check_password("12345678") == "12345678"
    assert passwords.check_password("x" * 1024)
    with pytest.raises(WeakPassword) as refused:
        passwords.check_password("1234567")
    assert str(refused.value) == "Use at least 8 characters."
    with pytest.raises(LongPassword):
        passwords.check_password("é" * 513)


def test_the_real_hash_costs_what_owasp_asks_for() -> None:
    spec = importlib.util.find_spec("app.kernel.passwords")
    assert spec and spec.loader
    spec.loader.exec_module(fresh := importlib.util.module_from_spec(spec))
    assert "$m=19456,t=2,p=1$" in fresh._hasher.hash("kopi susu gula aren")
    assert not fresh._hasher.check_needs_rehash(fresh.PLACEHOLDER_HASH), "an unknown address takes as long as others"


async def test_only_so_many_may_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    gate = threading.Event()

    class Slow:
        def hash(self, password: str) -> str:
            gate.wait(10)
            return password

    monkeypatch.setattr(passwords, "_hasher", Slow())
    waiting = [asyncio.create_task(passwords.hash_password("x")) for _ in range(passwords.MAX_QUEUED)]
    await asyncio.sleep(0)
    with pytest.raises(Busy) as refused:
        await passwords.hash_password("x")
    assert refused.value.retry_after
    gate.set()
    await asyncio.gather(*waiting)
    assert await passwords.hash_password("there is room again") == "there is room again"


@pytest.mark.parametrize(
    "typed, elsewhere",
    [
        ("caf\u00e9 caf\u00e9", "cafe\u0301 cafe\u0301"),
        ("kata\u00a0sandi", "kata sandi"),
        ("가나다라마바사아", "\u1100\u1161나다라마바사아"),
    ],
)
async def test_a_password_opens_from_every_keyboard(typed: str, elsewhere: str) -> None:
    for here, there in [(typed, elsewhere), (elsewhere, typed)]:
        assert await passwords.verify_password(there, await passwords.hash_password(here))


@pytest.mark.parametrize("typed", ["cafe\u0301 cafe\u0301", "caf\u00e9 caf\u00e9", "kata\u00a0sandi"])
async def test_a_hash_of_before_opens_as_it_did(typed: str) -> None:
    before = passwords._hasher.hash(typed)
    assert await passwords.verify_password(typed, before)
    assert await passwords.verify_password("cafe\u0301 cafe\u0301", passwords._hasher.hash("cafe\u0301 cafe\u0301"))


async def test_an_endless_password_is_never_normalised(normalised: list[int]) -> None:
    with pytest.raises(LongPassword):
        passwords.check_password("e" + "\u0301" * 100_000)
    assert not await passwords.verify_password("e" + "\u0301" * 100_000, passwords.PLACEHOLDER_HASH)
    assert max(normalised, default=0) <= passwords.MAX_BYTES


async def test_digests_of_short_secrets_are_argon2id_and_depend_on_text_and_salt() -> None:
    first, second = await passwords.derive_digests(["kode satu", "kode dua"], b"saltsalt", 23)
    assert first != second and len(bytes.fromhex(first)) == 23
    assert await passwords.derive_digests(["kode satu"], b"saltsalt", 23) == [first]
    assert await passwords.derive_digests(["kode satu"], b"another!", 23) != [first]


async def test_a_password_counts_in_its_case_and_to_its_last_letter() -> None:
    """Nothing is cut off or folded, as bcrypt cuts after 72 bytes."""
    typed = "Kata Sandi " + "x" * 900
    hashed = await passwords.hash_password(typed)
    assert await passwords.verify_password(typed, hashed)
    for other in (typed.lower(), typed[:-1], typed[:72], typed + " ", f" {typed}"):
        assert not await passwords.verify_password(other, hashed)


async def test_a_password_may_be_of_any_signs_and_as_long_as_a_paragraph() -> None:
    for typed in ("zwölf boxkämpfer", "qvxkzjwpyhtm", "8351907264015", "🐢🚲🍜🎺🧶🪁🌋🦜", "kopi " * 40):
        assert await passwords.check_new_password(typed, "rani@example.com", "Rani") == typed
