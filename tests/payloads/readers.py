"""What a phone makes of a code's text: readers written from the specifications, not from our writers."""

import io
from urllib.parse import unquote

import segno
from PIL import Image
from zxingcpp import TextMode

from tests.qr_reader import read_qr_codes


def scanned(text: str) -> str:
    """The text after a way through a drawn code."""
    out = io.BytesIO()
    segno.make(text, micro=False, error="l").save(out, kind="png", scale=4)
    [code] = read_qr_codes(Image.open(out).convert("L"), text_mode=TextMode.Plain)
    return code.text


def split(text: str, at: str) -> list[str]:
    """Cut at each `at` that no backslash stands before; the backslashes stay."""
    parts, escaped = [""], False
    for char in text:
        if char == at and not escaped:
            parts.append("")
        else:
            parts[-1] += char
        escaped = char == "\\" and not escaped
    return parts


def bare(text: str) -> str:
    """Each backslash taken away, what follows it kept."""
    out, escaped = "", False
    for char in text:
        if char == "\\" and not escaped:
            escaped = True
        else:
            out, escaped = out + char, False
    return out


def pairs(text: str, scheme: str) -> dict[str, str]:
    """The fields of `WIFI:T:…;S:…;;` and `MECARD:N:…;;`, still escaped."""
    assert text.startswith(f"{scheme}:") and text.endswith(";;"), text
    *fields, last, end = split(text.removeprefix(f"{scheme}:"), ";")
    assert (last, end) == ("", "") or end == "", text
    parsed: dict[str, str] = {}
    for field in [*fields, last]:
        if field:
            name, _, value = field.partition(":")
            assert name not in parsed, f"{name} twice"
            parsed[name] = value
    return parsed


def wifi(text: str) -> dict[str, str]:
    """Unescaped; quotes around a value, themselves not escaped, are not part of it."""
    fields = pairs(text, "WIFI")
    return {
        name: value[1:-1] if value[:1] == value[-1:] == '"' and len(value) > 1 else bare(value)
        for name, value in fields.items()
    }


def mecard(text: str) -> dict[str, str]:
    return {name: bare(value) for name, value in pairs(text, "MECARD").items() if name != "N"}


def mecard_name(text: str) -> list[str]:
    """Last name, first name."""
    return [bare(part) for part in split(pairs(text, "MECARD")["N"], ",")]


def lines(text: str) -> list[tuple[str, str]]:
    """The content lines of a vCard or an iCalendar (RFC 2426, RFC 5545): property with parameters, and value."""
    assert text.endswith("\r\n")
    rows = text.split("\r\n")[:-1]
    assert not any("\n" in row or "\r" in row or row[:1] in {" ", "\t"} for row in rows), "folded or broken"
    return [(name, value) for name, _, value in (row.partition(":") for row in rows)]


def words(value: str) -> str:
    """A text value: `\\n` is a line break, any other escaped character is itself; `,` and `;` have to be escaped."""
    out, escaped = "", False
    for char in value:
        if char == "\\" and not escaped:
            escaped = True
        else:
            assert escaped or char not in ",;", f"{char} without a backslash in {value}"
            out += "\n" if escaped and char in "nN" else char
            escaped = False
    return out


def mailto(text: str) -> tuple[str, dict[str, str]]:
    """RFC 6068: address, and the header fields asked for."""
    to, _, query = text.removeprefix("mailto:").partition("?")
    fields = dict(field.split("=", 1) for field in query.split("&")) if query else {}
    return unquote(to), {name: unquote(value).replace("\r\n", "\n") for name, value in fields.items()}
