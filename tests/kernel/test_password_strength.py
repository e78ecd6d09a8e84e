"""Passwords that guessers try first are refused offline, in bounded time; those of a thoughtful person are not."""

import pytest

from app.kernel import password_strength, passwords
from app.kernel.passwords import CommonPassword, OwnWordsPassword

SARI = ("sari.wulandari@kopi-susu.example", "Sari Wulandari")
GOOD = [
    "correct horse battery",
    "kopi-tubruk-pagi",
    "look around",
    "rahasia banget deh",
    "пароль моей кошки",
    "xK3#9vQ!p2",
]
COMMON = [
    "password",
    "12345678",
    "qwertyuiop",
    "iloveyou12",
    "bismillah123",
    "Indonesia45",
    "katasandi1",
    "aaaaaaaaaaa",
]
OWN = [
    "sariwulandari",
    "Wulandari2026",
    "sari-wulandari!",
    "kliqs1234",
    "KLIQS kliqs",
    "kopi-susu.example",
    "SARI sari sari",
]


@pytest.mark.parametrize("password", GOOD)
async def test_a_thoughtful_password_is_taken(password: str) -> None:
    assert await passwords.check_new_password(password, *SARI) == password


@pytest.mark.parametrize("password", COMMON)
async def test_a_common_password_is_refused(password: str) -> None:
    with pytest.raises(CommonPassword):
        await passwords.check_new_password(password, *SARI)


@pytest.mark.parametrize("password", OWN)
async def test_a_password_of_ones_own_words_is_refused(password: str) -> None:
    with pytest.raises(OwnWordsPassword):
        await passwords.check_new_password(password, *SARI)


async def test_a_name_in_a_long_password_is_no_fault() -> None:
    assert await passwords.check_new_password("sari suka kopi tubruk", *SARI)
    assert password_strength.context_words("x" * 10_000_000) == ["x" * password_strength.MOST_CONTEXT]


async def test_the_work_on_an_endless_or_tricky_password_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    lengths: list[int] = []

    def estimate(text: str, _words: tuple[str, ...]) -> float:
        lengths.append(len(text))
        return 1e9

    monkeypatch.setattr(password_strength, "estimate_guesses", estimate)
    for password in ("x" * 1024, "4@8({[<369!1|7$5+%2z0o" * 40):
        assert await passwords.check_new_password(password)
    assert lengths == [password_strength.MOST_READ] * 2
    assert not set("{[<|+") & set("4@8({[<369!1|7$5+%2z0o".translate(password_strength.LEET_TWINS))


async def test_the_passwords_that_leaked_most_often_are_refused() -> None:
    """Of 10 million leaked ones zxcvbn has the 30,000 most frequent; 3,000 that are long enough are asked for."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    leaked = [word for word in FREQUENCY_LISTS["passwords"] if len(word) >= passwords.MIN_LENGTH]
    assert len(leaked) > 10_000
    for password in (*leaked[:40], *leaked[40:3000:40], *leaked[3000::400], leaked[7].upper(), f"{leaked[2]}1"):
        with pytest.raises(CommonPassword):
            await passwords.check_new_password(password)
