"""Text as people type and paste it: bounded before any work is done on it, then made safe to keep, show and compare.

This is the only module that normalises or folds text (a house test holds that). Unicode normalisation sorts the
combining marks behind a letter, which takes time quadratic in their number: 100,000 of them stop a process for a
minute. So every function here takes the most characters its result may have, measures what came before it works, and
lets no letter carry more than 30 marks (the Stream-Safe Text Process, UAX #15 §13).
"""

import re
import unicodedata
from itertools import chain
from typing import Literal

from app.kernel.refusal import TooLong

Form = Literal["NFC", "NFD", "NFKC", "NFKD"]

SHRINKS = 4  # how much longer a text may come than it is kept: blanks at its ends, letters sent as letter and marks
MOST_MARKS, VIRAMA = 30, 9  # a virama is a mark of this canonical combining class
LONGEST_FLAG = 8  # characters of the longest emoji that is written with tags
MOST_TRIMMED = 1000  # invisible characters taken off an end; no paste brings more
_BLANK = "\u115f\u1160\u2800\u3164\uffa0"  # letters and a symbol that look like blanks
_IGNORABLE = (  # Default_Ignorable_Code_Point (UAX #44), without the letters among them, which are blanks here
    (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F),
    (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFF0, 0xFFFB), (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF),
)
_PRIVATE = ((0xE000, 0xF8FF), (0xF0000, 0x10FFFF))  # private use: nobody else's fonts can show them
_CLASS = "".join(f"{chr(first)}-{chr(last)}" for first, last in chain(_IGNORABLE, _PRIVATE))
_ENDS = re.compile(f"[\\s{_BLANK}{_CLASS}]")
_HIDDEN = re.compile(f"[{_CLASS}]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_ACCENT = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
                     "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")  # marks of Latin, Greek, Cyrillic, Hebrew, Arabic
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ð": "d", "ħ": "h", "\u0131": "i", "ł": "l", "ŧ": "t", "æ": "ae", "œ": "oe",
                        "þ": "th"})
ZWNJ, ZWJ, TEXT_STYLE, EMOJI_STYLE, BLACK_FLAG, CANCEL_TAG = "\u200c", "\u200d", "\ufe0e", "\ufe0f", "🏴", "\U000e007f"


def bounded(raw: str, most: int, field: str) -> str:
    """The text itself, when it is short enough to be worked on: up to four times `most` characters, as it may shrink.

    Blanks at its ends are not counted. Refusals: TooLong.
    """
    if len(raw) > most * SHRINKS and len(raw.strip()) > most * SHRINKS:
        raise TooLong(field=field, most=most)
    return raw.strip() if len(raw) > most * SHRINKS else raw


def line(raw: str, most: int, field: str) -> str:
    """One printable line, in NFC: the definition for everything that is typed into one line.

    Blanks and invisible characters at the ends go, inner blanks become single ones, control characters become blanks.
    Inside, private-use characters, bidi controls and zero-width characters go, except where an emoji or the shape of
    a letter needs them. What is left empty is empty. Refusals: TooLong (more than `most` characters are left).
    """
    text = _shown(bounded(raw, most, field), most)
    return _measured(trimmed(" ".join(text.split())), most, field)


def prose(raw: str, most: int, field: str) -> str:
    """Several lines of text: as `line`, but line breaks and inner blanks stay. Refusals: TooLong."""
    lines = bounded(raw, most, field).replace("\r\n", "\n").split("\n")
    return _measured(trimmed("\n".join(_shown(one, most) for one in lines)), most, field)


def trimmed(raw: str) -> str:
    """The text without blanks and invisible characters at its ends, as they come along when something is pasted."""
    text = raw.strip()
    first, last = 0, len(text)
    while first < min(last, MOST_TRIMMED) and _ENDS.match(text[first]):
        first += 1
    while last > max(first, len(text) - MOST_TRIMMED) and _ENDS.match(text[last - 1]) and not _belongs(text, last - 1):
        last -= 1
    return text[first:last]


def whole(raw: str) -> str:
    """The text with lone surrogates replaced, so that it can always be encoded as UTF-8."""
    return raw.encode("utf-8", "replace").decode()


def normalized(raw: str, most: int, form: Form = "NFC") -> str:
    """The first `most` characters in a Unicode normalisation form; each letter keeps at most 30 marks."""
    text = whole(raw[:most])
    return text if text.isascii() else unicodedata.normalize(form, _few_marks(text))


def folded(raw: str, most: int) -> str:
    """The form in which texts are searched and compared as people read them, of the first `most` characters.

    Letters lose their case and accents (`É` is `e`, `Ø` is `o`), wide and narrow forms are the same letter, and
    blanks and invisible characters at the ends are gone. The result may be longer than `most`: `ß` becomes `ss`.
    """
    text = trimmed(raw[:most])
    if text.isascii():
        return text.lower()
    plain = _ACCENT.sub("", normalized(text, most, "NFKD").casefold().translate(_PLAIN))
    return normalized(plain, len(plain), "NFKC")


def caseless(raw: str, most: int) -> str:
    """The first `most` characters as an identifier is compared: in any case and width it is the same (NFKC)."""
    text = raw[:most]
    return text.lower() if text.isascii() else normalized(text, most, "NFKC").casefold()


def single_line(text: str) -> bool:
    """Whether a text has no line break and no other control character, so that it may stand in a header."""
    return not _CONTROL.search(text) and "\u2028" not in text and "\u2029" not in text


def pictograph(char: str) -> bool:
    """Whether a character is (a part of) an emoji: a symbol, or one that is newer than this Python's Unicode."""
    return char > "\u2000" and unicodedata.category(char) in {"So", "Sm", "Sk", "Cn"}


def _shown(raw: str, most: int) -> str:
    """What is seen of one line, in NFC, each blank a space."""
    text = _CONTROL.sub(" ", raw.replace("\x00", ""))
    text = "".join(" " if char in _BLANK else char for char in text)
    return normalized(_without_hidden(text), most * SHRINKS)


def _few_marks(text: str) -> str:
    """The text with the marks behind each letter cut at 30."""
    kept, marks = [], 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def _without_hidden(text: str) -> str:
    if not _HIDDEN.search(text):
        return text
    kept = ""
    for at, char in enumerate(text):
        before = kept[-MOST_MARKS:]
        if not _HIDDEN.match(char) or _belongs(before + text[at:at + 2], len(before)):
            kept += char
    return kept


def _belongs(text: str, at: int) -> bool:
    """Whether the invisible character at a place is part of how its neighbours look."""
    char, before, after = text[at], text[at - 1] if at else "", text[at + 1:at + 2]
    if char in {EMOJI_STYLE, TEXT_STYLE}:
        return bool(before) and (pictograph(before) or before in "0123456789#*©®‼⁉〰〽")
    if "\ufe00" <= char <= "\ufe0d" or "\U000e0100" <= char <= "\U000e01ef":
        return bool(before) and unicodedata.category(before) == "Lo"  # another drawing of the same ideograph
    if char == ZWJ and before and after and (pictograph(before) or before == EMOJI_STYLE):
        return pictograph(after)
    if char in {ZWJ, ZWNJ}:
        return bool(before and after) and not _HIDDEN.match(after) and _shapes_letters(text[:at], after)
    return "\U000e0020" <= char <= CANCEL_TAG and _in_flag(text, at)


def _shapes_letters(before: str, after: str) -> bool:
    """Whether a joiner changes how letters connect: behind a virama, and between Arabic letters (RFC 5892, A.1)."""
    at = len(before) - 1
    while at > 0 and unicodedata.combining(before[at]) not in {0, VIRAMA}:
        at -= 1
    letters = (before[at], after)
    return unicodedata.combining(before[at]) == VIRAMA or all(unicodedata.bidirectional(one) == "AL" for one in letters)


def _in_flag(text: str, at: int) -> bool:
    """Whether only tags stand between a black flag and this place, as in the flags of Scotland and Wales."""
    start = at
    while start and at - start < LONGEST_FLAG and "\U000e0020" <= text[start] <= CANCEL_TAG:
        start -= 1
    return text[start] == BLACK_FLAG


def _measured(text: str, most: int, field: str) -> str:
    if len(text) > most:
        raise TooLong(field=field, most=most)
    return text
