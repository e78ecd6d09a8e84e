"""Whether a password is among those that guessers try first, estimated offline by zxcvbn (Wheeler, 2016).

Guessers try common passwords, words, names, dates, keyboard patterns and repetitions, and what they know of somebody:
the email address and the name. zxcvbn knows English words and 30,000 common passwords; Indonesian ones are added here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from app.kernel.text import fold_identifier

LEAST_GUESSES = 10**6  # NIST SP 800-63B asks for a comparison with lists; 10^6 is zxcvbn's limit of "very guessable"
MOST_READ = 32  # characters; zxcvbn takes up to 30 ms for them and seconds for hundreds
LEAST_OWN = 6  # characters that a password has besides the words in its context
SHORTEST_WORD, MOST_CONTEXT = 3, 320
# zxcvbn tries every combination of meanings; several signs for one letter would take it seconds
LEET_TWINS = str.maketrans({"{": "(", "[": "(", "<": "(", "|": "1", "+": "t"})
COMMON_IN_INDONESIA = (
    "rahasia katasandi sandi sayang sayangku cinta cintaku bismillah alhamdulillah assalamualaikum indonesia "
    "merdeka garuda jakarta bandung surabaya anjing bangsat kontol memek asu jancok aku kamu akucintakamu "
    "cantik ganteng keluarga bahagia sukses semangat terserah lupa lupapassword passwordku admin pengguna "
    "masuk qwerty indomie persib persija bonek arema nusantara pancasila bunga bintang matahari kucing ibu "
    "bapak mama papa anakku istriku suamiku"
)
SEPARATORS = re.compile(r"[\W_]+")


def context_words(*texts: str) -> list[str]:
    """Returns the words of an email address, a name and the like, in lower case, the longest first."""
    folded = [fold_identifier(text[:MOST_CONTEXT], MOST_CONTEXT) for text in texts]
    words = {word for text in folded for word in (text, *SEPARATORS.split(text))}
    return sorted((word for word in words if len(word) >= SHORTEST_WORD), key=lambda word: (-len(word), word))


def is_made_of(password: str, words: Iterable[str]) -> bool:
    """Whether a password has one of the words (`context_words`) in it, and hardly anything else."""
    rest = folded = fold_identifier(password[:MOST_READ], MOST_READ)
    for word in words:
        rest = rest.replace(word, " ")
    return rest != folded and len(SEPARATORS.sub("", rest)) < LEAST_OWN


def is_guessable(password: str, words: Iterable[str] = ()) -> bool:
    """Whether a password needs fewer than LEAST_GUESSES guesses of somebody who knows the words.

    Takes up to 30 ms of processor time. The first MOST_READ characters decide.
    """
    return (
        estimate_guesses(password[:MOST_READ].translate(LEET_TWINS), (*words, *COMMON_IN_INDONESIA.split()))
        < LEAST_GUESSES
    )


def estimate_guesses(password: str, words: tuple[str, ...]) -> float:
    """Returns how many guesses a password needs; the first of the words are tried first."""
    from zxcvbn import zxcvbn  # not before it is needed: its lists take 15 MB

    return float(zxcvbn(password, user_inputs=list(words))["guesses"])
