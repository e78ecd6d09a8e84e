"""A destination URL in the form that is shown to people: split at the host, with percent-encoding decoded."""

from typing import NamedTuple
from urllib.parse import unquote

from app.kernel.destination import unicode_host


class DisplayUrl(NamedTuple):
    """The parts of a URL for display: `scheme` with `://`, the host in Unicode, and the rest decoded.

    `coded` is the host in punycode if it differs from `host`, otherwise empty: it reveals look-alike letters.
    """

    scheme: str
    host: str
    rest: str
    coded: str


def split_for_display(url: str) -> DisplayUrl:
    """Splits a stored destination for display; what cannot be shown safely stays encoded."""
    scheme, _, remainder = url.partition("://")
    host_end = min((position for position in map(remainder.find, "/?#") if position >= 0), default=len(remainder))
    coded, rest = remainder[:host_end], remainder[host_end:]
    host = _host_to_unicode(coded)
    return DisplayUrl(f"{scheme}://", host, _decode_rest(rest), "" if host == coded else coded)


def _host_to_unicode(host: str) -> str:
    """Returns a host, with or without a port, with punycode decoded."""
    name, colon, port = host.partition(":")
    return unicode_host(name) + colon + port if "xn--" in name.lower() else host


def _decode_rest(rest: str) -> str:
    """Returns path, query and fragment with percent-encoding decoded, if the result is printable UTF-8."""
    try:
        decoded = unquote(rest, errors="strict")
    except UnicodeDecodeError:
        return rest
    return decoded if decoded.isprintable() else rest
