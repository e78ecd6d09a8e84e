"""A destination as people read it: the host apart, letters instead of percent signs."""

from typing import NamedTuple
from urllib.parse import unquote

from app.kernel.destination import readable_host


class Readable(NamedTuple):
    """`coded` is the host as machines know it, where that differs: look-alike letters show there."""

    scheme: str
    host: str
    rest: str
    coded: str


def readable(url: str) -> Readable:
    """The parts of a stored destination; what cannot be shown safely stays encoded."""
    scheme, _, behind = url.partition("://")
    ends = min((at for at in map(behind.find, "/?#") if at >= 0), default=len(behind))
    coded, rest = behind[:ends], behind[ends:]
    host = _letters(coded)
    return Readable(f"{scheme}://", host, _decoded(rest), "" if host == coded else coded)


def _letters(host: str) -> str:
    name, colon, port = host.partition(":")
    return readable_host(name) + colon + port if "xn--" in name.lower() else host


def _decoded(rest: str) -> str:
    try:
        shown = unquote(rest, errors="strict")
    except UnicodeDecodeError:
        return rest
    return shown if shown.isprintable() else rest
