"""The little text format in which LinkedIn takes the text of a post (learn.microsoft.com, “little text format”).

Reserved characters are escaped by a backslash. LinkedIn cuts a post at one that is not, without an error. A hashtag is
left as it is, because its # is what makes it one; an underscore within it is escaped.
"""

import re

RESERVED = re.compile(r"[\\|{}@\[\]()<>#*_~]")
HASHTAG = re.compile(r"(?<![\w&/#])#(?=\w*[^\W\d_])\w+")
TEMPLATE = re.compile(r"\{hashtag\|\\?#\|((?:[^\\}|]|\\.)*)\}")
ESCAPED = re.compile(r"\\([\\|{}@\[\]()<>#*_~])")


def escape(text: str) -> str:
    """Returns a text with its reserved characters escaped and its hashtags kept."""
    pieces, at = [], 0
    for tag in HASHTAG.finditer(text):
        pieces += [_escaped(text[at : tag.start()]), "#", _escaped(tag[0][1:])]
        at = tag.end()
    return "".join([*pieces, _escaped(text[at:])])


def unescape(text: str) -> str:
    """Returns the text that people read, of one in the little text format."""
    return ESCAPED.sub(r"\1", TEMPLATE.sub(r"#\1", text))


def escaped_length(text: str) -> int:
    """Returns the length of a text as LinkedIn counts it: after escaping, in UTF-16, so that most emoji count two."""
    return len(escape(text).encode("utf-16-le", "replace")) // 2


def _escaped(text: str) -> str:
    return RESERVED.sub(r"\\\g<0>", text)
