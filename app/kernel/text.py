"""Cleaning of text that users type and paste, so that it is safe to keep, show and compare.

No other module may normalise or fold text (a house test checks that). Unicode normalisation sorts the combining marks
after a letter, which takes time quadratic in their number: 100,000 of them block a process for a minute. So every
function here takes a maximum number of characters, checks the length before it works, and keeps at most 30 marks for
each letter (the Stream-Safe Text Process, UAX #15 §13).
"""

import re
import unicodedata
from itertools import chain
from typing import Literal

from app.kernel.refusal import TooLong

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]

SHRINK_FACTOR = 4  # raw text may be this many times longer: blanks at its ends, letters sent as base letter and marks
MAX_MARKS, VIRAMA = 30, 9  # the canonical combining class of viramas
MAX_FLAG_LENGTH = 8  # characters of the longest flag emoji that consists of tags
MAX_TRIMMED = 1000  # invisible characters removed from each end; pasting adds far fewer
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters and a symbol that look like blanks
_IGNORABLE = (  # Default_Ignorable_Code_Point (UAX #44), without the letters among them, which are blanks here
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFF0, 0xFFFB),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE0FFF),
)
_PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0x10FFFF))  # private use: only special fonts can show them
_CLASS = "".join(f"{chr(first)}-{chr(last)}" for first, last in chain(_IGNORABLE, _PRIVATE))
_ENDS = re.compile(f"[\\s{_BLANK}{_CLASS}]")
_HIDDEN = re.compile(f"[{_CLASS}]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_ACCENT = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
)  # marks of Latin, Greek, Cyrillic, Hebrew, Arabic
_PLAIN = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ħ": "h", "\u0131": "i", "ł": "l", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th"}
)
ZWNJ, ZWJ, TEXT_STYLE, EMOJI_STYLE, BLACK_FLAG, CANCEL_TAG = "\u200c", "\u200d", "\ufe0e", "\ufe0f", "🏴", "\U000e007f"


def check_raw_length(raw: str, most: int, field: str) -> str:
    """Returns the text if it has at most four times `most` characters, because cleaning may shorten it.

    Blanks at its ends are not counted. Raises: TooLong for the form field `field`.
    """
    if len(raw) > most * SHRINK_FACTOR and len(raw.strip()) > most * SHRINK_FACTOR:
        raise TooLong(field=field, most=most)
    return raw.strip() if len(raw) > most * SHRINK_FACTOR else raw


def clean_line(raw: str, most: int, field: str) -> str:
    """Cleans a single line of text, in NFC. All one-line inputs use this function.

    Blanks and invisible characters at the ends are removed. Inner blanks and control characters become single spaces.
    Private-use characters, bidi controls and zero-width characters are removed, except where an emoji or the shape of a
    letter needs them. The result may be empty. Raises: TooLong if more than `most` characters are left.
    """
    text = _visible(check_raw_length(raw, most, field), most)
    return _check_length(trim(" ".join(text.split())), most, field)


def cut_line(raw: str, most: int) -> str:
    """Cleans a single line like `clean_line`, and cuts what is longer than `most` characters. All searches use it.

    A text is cut before it is cleaned, to bound the work, and after it, because normalisation can lengthen a text.
    """
    return trim(clean_line(raw[:most], most * SHRINK_FACTOR, "")[:most])  # NFC makes a text 3 times as long at most


def clean_multiline(raw: str, most: int, field: str) -> str:
    """Cleans a text of several lines: like `clean_line`, but line breaks and inner blanks are kept. Raises: TooLong."""
    lines = check_raw_length(raw, most, field).replace("\r\n", "\n").split("\n")
    return _check_length(trim("\n".join(_visible(content, most) for content in lines)), most, field)


def trim(raw: str) -> str:
    """Returns the text without the blanks and invisible characters at its ends, which pasting often adds."""
    text = raw.strip()
    first, last = 0, len(text)
    while first < min(last, MAX_TRIMMED) and _ENDS.match(text[first]):
        first += 1
    while last > max(first, len(text) - MAX_TRIMMED) and _ENDS.match(text[last - 1]) and not _is_needed(text, last - 1):
        last -= 1
    return text[first:last]


def replace_surrogates(raw: str) -> str:
    """Returns the text with lone surrogates replaced by `?`, so that it can be encoded as UTF-8."""
    return raw.encode("utf-8", "replace").decode()


def storable(raw: str) -> str:
    """Returns the text as every database can store it: without NUL, lone surrogates replaced by `?`."""
    return replace_surrogates(raw.replace("\0", ""))


def normalize(raw: str, most: int, form: Form = "NFC") -> str:
    """Returns the first `most` characters in a Unicode normalisation form, with at most 30 marks for each letter."""
    text = replace_surrogates(raw[:most])
    return text if text.isascii() else unicodedata.normalize(form, _limit_marks(text))


def fold_for_search(raw: str, most: int) -> str:
    """Returns the form of the first `most` characters in which texts are searched and compared.

    Case and accents are removed (`É` becomes `e`, `Ø` becomes `o`), wide and narrow forms become the same letter, and
    blanks and invisible characters at the ends are removed. The result may be longer than `most`: `ß` becomes `ss`.
    """
    text = trim(raw[:most])
    if text.isascii():
        return text.lower()
    plain = _ACCENT.sub("", normalize(text, most, "NFKD").casefold().translate(_PLAIN))
    return normalize(plain, len(plain), "NFKC")


def fold_identifier(raw: str, most: int) -> str:
    """Returns the first `most` characters in the form in which identifiers are compared: NFKC, without case."""
    text = raw[:most]
    return text.lower() if text.isascii() else normalize(text, most, "NFKC").casefold()


def is_single_line(text: str) -> bool:
    """Whether a text has no line break and no other control character, so that it is safe in a header."""
    return not _CONTROL.search(text) and "\u2028" not in text and "\u2029" not in text


def is_emoji(char: str) -> bool:
    """Whether a character is (part of) an emoji: a symbol, or one that this Python's Unicode does not know yet."""
    return char > "\u2000" and unicodedata.category(char) in {"So", "Sm", "Sk", "Cn"}


def is_mark(char: str) -> bool:
    """Whether a character is drawn on the one before it and takes no room of its own."""
    return unicodedata.category(char) in {"Mn", "Me"}


def _visible(raw: str, most: int) -> str:
    """Returns the visible characters of one line in NFC, with every blank as a space."""
    text = _CONTROL.sub(" ", raw.replace("\x00", ""))
    text = "".join(" " if char in _BLANK else char for char in text)
    return normalize(_without_hidden(text), most * SHRINK_FACTOR)


def _limit_marks(text: str) -> str:
    """Returns the text with at most 30 combining marks after each letter."""
    kept, marks = [], 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MAX_MARKS:
            kept.append(char)
    return "".join(kept)


def _without_hidden(text: str) -> str:
    """Removes invisible characters, except those that change how their neighbours look."""
    if not _HIDDEN.search(text):
        return text
    kept = ""
    for at, char in enumerate(text):
        before = kept[-MAX_MARKS:]
        if not _HIDDEN.match(char) or _is_needed(before + text[at : at + 2], len(before)):
            kept += char
    return kept


def _is_needed(text: str, at: int) -> bool:
    """Whether the invisible character at position `at` changes how its neighbours look."""
    char, before, after = text[at], text[at - 1] if at else "", text[at + 1 : at + 2]
    if char in {EMOJI_STYLE, TEXT_STYLE}:
        return bool(before) and (is_emoji(before) or before in "0123456789#*©®‼⁉〰〽")
    if "\ufe00" <= char <= "\ufe0d" or "\U000e0100" <= char <= "\U000e01ef":
        return bool(before) and unicodedata.category(before) == "Lo"  # a variant form of the same ideograph
    if char == ZWJ and before and after and (is_emoji(before) or before == EMOJI_STYLE):
        return is_emoji(after)
    if char in {ZWJ, ZWNJ}:
        return bool(before and after) and not _HIDDEN.match(after) and _shapes_letters(text[:at], after)
    return "\U000e0020" <= char <= CANCEL_TAG and _is_in_flag(text, at)


def _shapes_letters(before: str, after: str) -> bool:
    """Whether a joiner changes how letters connect: after a virama, and between Arabic letters (RFC 5892, A.1)."""
    at = len(before) - 1
    while at > 0 and unicodedata.combining(before[at]) not in {0, VIRAMA}:
        at -= 1
    letters = (before[at], after)
    arabic = all(unicodedata.bidirectional(letter) == "AL" for letter in letters)
    return unicodedata.combining(before[at]) == VIRAMA or arabic


def _is_in_flag(text: str, at: int) -> bool:
    """Whether the tag at position `at` belongs to a black flag, as in the flags of Scotland and Wales."""
    start = at
    while start and at - start < MAX_FLAG_LENGTH and "\U000e0020" <= text[start] <= CANCEL_TAG:
        start -= 1
    return text[start] == BLACK_FLAG


def _check_length(text: str, most: int, field: str) -> str:
    """Returns the text if it has at most `most` characters. Raises: TooLong."""
    if len(text) > most:
        raise TooLong(field=field, most=most)
    return text
