"""How X and Mastodon count the characters of a text.

X: published in the configuration v3 of twitter-text: everything counts 2 except the ranges below, which count 1; an
emoji counts 2 whatever it is composed of, an address 23, after normalisation to NFC. Mastodon: each grapheme counts 1,
an address 23, of a mention only the part before the host. `twitter-text-parser` on PyPI has had no release since 2023.
"""

from __future__ import annotations

import re
from functools import lru_cache

from app.kernel.text import is_mark, normalize

MOST_COUNTED = 100_000  # characters; of the rest each counts one, since no network takes a text as long as that
ADDRESS_LENGTH = 23
COUNTS_KEPT = 16  # texts; each is counted again for every account and every look at it
LIGHT = ((0, 0x10FF), (0x2000, 0x200D), (0x2010, 0x201F), (0x2032, 0x2037))  # code points that count 1 at X
_PICTURE = r"(?:[\u203c-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]|[©®](?=\ufe0f))"
_ELEMENT = rf"{_PICTURE}(?:[\U0001f3fb-\U0001f3ff]|\ufe0f\u20e3?|[\U000e0020-\U000e007e]+\U000e007f)?"
EMOJI = re.compile(  # the shape of UTS #51, annex ED-15a
    rf"[\U0001f1e6-\U0001f1ff]{{2}}|[0-9#*]\ufe0f?\u20e3|{_ELEMENT}(?:\u200d{_ELEMENT})*"
)
_TAIL = r"(?:[/?#][^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?'\u2019*~)\]}])?/?"
_HOST = r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+"
_GENERIC = (
    "academy agency app art asia audio bank bar best bid bio biz blog bot build buzz cafe cam camp cards care cash "
    "cat center chat church city click cloud club coach codes coffee com community company cool cyou date day deals "
    "design dev digital direct dog edu education email energy estate events expert express family fan farm fashion "
    "finance fit fun fund fyi gallery game games gift global goog google gov group guide guru health help host house "
    "icu inc info ink int jobs kim land lat law legal life link live loan lol love ltd market marketing media men mil "
    "mobi mom money monster museum name net network new news ngo ninja one ong online org page partners party photo "
    "photos pics pizza place plus press pro pub quest racing realty red rent rest review rocks run sale school "
    "science services sex sexy shop show site ski social software solar solutions space store stream studio style "
    "support surf systems tax team tech technology tel tips today tokyo tools top tours town toys trade training "
    "travel tube uno vip wiki win wine work works world wtf xxx xyz yoga zone"
)
_TOP = rf"(?:[a-z]{{2}}|{'|'.join(_GENERIC.split())})(?![\w-])"
ADDRESS = re.compile(rf"(?<![A-Za-z0-9])https?://[^\s<>\"“”«»/?#]+{_TAIL}", re.IGNORECASE)
BARE_ADDRESS = re.compile(rf"(?<![\w@#$./-]){_HOST}{_TOP}(?::\d{{1,5}})?{_TAIL}", re.IGNORECASE)
MENTION = re.compile(r"(?<![=/\w])@(\w+(?:[\w.-]*\w)?)@[\w.-]+\w")


@lru_cache(COUNTS_KEPT)
def x_length(text: str) -> int:
    """Returns the weighted length of a post at X. Addresses without http:// count too, as X makes links of them."""
    text, rest = normalize(text, MOST_COUNTED), text[MOST_COUNTED:]
    text, addresses = ADDRESS.subn("", text)
    text, bare = BARE_ADDRESS.subn("", text)
    text, emoji = EMOJI.subn("", text)
    weights = (1 if any(first <= ord(sign) <= last for first, last in LIGHT) else 2 for sign in text)
    return (addresses + bare) * ADDRESS_LENGTH + emoji * 2 + sum(weights) + len(rest)


@lru_cache(COUNTS_KEPT)
def mastodon_length(text: str) -> int:
    """Returns the length of a post at Mastodon."""
    text, rest = text[:MOST_COUNTED], text[MOST_COUNTED:]
    text, addresses = ADDRESS.subn("", text.replace("\r\n", "\n"))
    text, emoji = EMOJI.subn("", MENTION.sub(r"@\1", text))
    return addresses * ADDRESS_LENGTH + emoji + sum(not is_mark(sign) for sign in text) + len(rest)
